import type { Sentence, Token } from "@hearsay/english";
import { tokenWith } from "../../annotate/index.js";
import type { Span } from "../../model/index.js";
import { type Arc, allKids, arcOf, hang, isNoun, isVerb, kidsOf, type View } from "./arcs.js";
import { hasAttitude } from "./lexicon.js";
import { asVerbs, retagged } from "./retag.js";

/**
 * Mends what a parser trained on the web often gets wrong in news sentences, before anything is matched: a finite verb
 * hung on its own object ("has [held] talks"), objects called obliques, one subject read as several.
 * A token's relation and head change; nothing else does.
 */
export function repaired(sentence: Sentence, names: readonly Span[] = []): Sentence {
  const tokens = asVerbs(retagged(sentence.tokens, names));
  const view: View = { tokens: [...tokens], arcs: tokens.map(({ head, deprel }) => arcOf(head, deprel)), kids: null };
  for (const name of names) joinName(view, name);
  dropDateline(view);
  nounAsVerb(view);
  for (const [i, arc] of view.arcs.entries())
    if (arc.base === "nsubj" && tokens[i]!.upos === "ADV") hang(view, i, arc.head, "advmod");
  const verbs = tokens.map((_, i) => i).filter((i) => isVerb(view, i));
  for (const mend of [raiseVerb, raiseConjunct, makeSubject, nameObject, nameCalled, joinSubjects, joinTitle])
    for (const i of verbs) mend(view, i);
  return { ...sentence, tokens: view.tokens.map((token, i) => withArc(token, view.arcs[i]!)) };
}

/** "The army plans to withdraw", read as plans of an army: the only verb there can be. */
function nounAsVerb(view: View): void {
  const i = view.arcs.findIndex(({ head }) => head < 0);
  const token = view.tokens[i];
  if (token?.xpos !== "NNS" || !hasAttitude([token.lemma], "plan", "commit")) return;
  const subject = kidsOf(view, i, "compound", "nmod").find((kid) => kid === i - 1);
  const inner = kidsOf(view, i, "acl").find((kid) => kid > i && view.tokens[kid]!.xpos === "VB");
  if (subject === undefined || inner === undefined || kidsOf(view, i, "cop").length > 0) return;
  for (const kid of allKids(view, i)) if (kid < subject) hang(view, kid, subject, view.arcs[kid]!.deprel);
  hang(view, subject, i, "nsubj");
  hang(view, inner, i, "xcomp");
  view.tokens[i] = tokenWith(token, { upos: "VERB", xpos: "VBZ" });
}

const finite = new Set(["VBZ", "VBP", "VBD"]);

/** "sees no need in questions relating to it and declines": a finite verb joined to a participle belongs to the verb above. */
function raiseConjunct(view: View, verb: number): void {
  const { head, base } = view.arcs[verb]!;
  if (base !== "conj" || view.tokens[verb]!.xpos !== "VBZ" || view.tokens[head]?.xpos !== "VBG") return;
  if (kidsOf(view, verb, "nsubj", "aux").length > 0 || kidsOf(view, head, "aux").length > 0) return;
  let above = view.arcs[head]!.head;
  for (let step = 0; above >= 0 && step < 8; step++) {
    if (finite.has(view.tokens[above]!.xpos)) {
      hang(view, verb, above, "conj");
      return;
    }
    above = view.arcs[above]!.head;
  }
}

/** "called President Ada Lopez on Friday": who is called, with nobody else there to be called that. */
function nameCalled(view: View, verb: number): void {
  if (view.tokens[verb]!.lemma !== "call" || kidsOf(view, verb, "obj", "nsubj:pass").length > 0) return;
  if (allKids(view, verb).some((kid) => view.arcs[kid]!.deprel.endsWith(":pass"))) return;
  for (const kid of kidsOf(view, verb, "xcomp"))
    if (kid > verb && view.tokens[kid]!.upos === "PROPN") hang(view, kid, verb, "obj");
}

const withArc = (token: Token, { head, deprel }: Arc): Token =>
  token.head === head && token.deprel === deprel ? token : tokenWith(token, { head, deprel });

/** The words of one name hang together: those that depend on something outside it follow the first that does. */
function joinName(view: View, name: Span): void {
  const inside: number[] = [];
  for (let i = 0; i < view.tokens.length; i++)
    if (view.tokens[i]!.start >= name.start && view.tokens[i]!.end <= name.end) inside.push(i);
  const loose = inside.filter((i) => !inside.includes(view.arcs[i]!.head));
  const main = loose[0];
  if (main === undefined || loose.length < 2 || inside.some((i) => isVerb(view, i))) return;
  for (const i of loose.slice(1)) hang(view, i, main, "flat");
}

/** "LIMA, May 4 (LNA) -": the place line at the beginning is nobody's subject. */
function dropDateline(view: View): void {
  const end = datelineEnd(view.tokens);
  if (end === 0) return;
  for (let i = 0; i < end; i++) {
    const { head } = view.arcs[i]!;
    if (head >= end) hang(view, i, head, "dep");
  }
  view.arcs.forEach((arc, i) => {
    const up = i >= end && arc.head >= 0 && arc.head < end ? view.arcs[arc.head] : undefined;
    if (up !== undefined && up.head >= end && up.head !== i) hang(view, i, up.head, i < up.head ? "nsubj" : arc.deprel);
  });
}

/** How many tokens the date line takes; 0 when there is none. */
export function datelineEnd(tokens: readonly Token[]): number {
  const dash = tokens.slice(0, 16).findIndex((token) => ["-", "--", "–", "—", ":", "/-"].includes(token.form));
  const first = tokens[0]?.form ?? "";
  if (dash < 1 || dash + 1 >= tokens.length) return 0;
  const spaced = tokens[dash]!.start > tokens[dash - 1]!.end || tokens[dash]!.form === ":";
  const place = first.length > 2 && first === first.toUpperCase() && /\p{Lu}/u.test(first);
  const short = dash <= 2 && tokens.slice(0, dash).every((token) => token.upos === "PROPN");
  return spaced && (place || short) && !tokens.slice(0, dash).some((token) => token.upos === "VERB") ? dash + 1 : 0;
}

/**
 * A verb with an auxiliary or a subject of its own is no modifier of the noun after it: it takes the noun's place and
 * the noun becomes its object. So does the only verb between a subject and a noun that is said to be what it predicates.
 */
function raiseVerb(view: View, i: number): void {
  const arc = view.arcs[i]!;
  const noun = arc.head;
  if (noun > i && isNoun(view, noun) && ["amod", "acl", "compound", "advcl"].includes(arc.deprel)) {
    const finite =
      kidsOf(view, i, "aux").length > 0 || kidsOf(view, i, "nsubj").length > 0 || subjectBefore(view, noun, i) !== null;
    if (finite) swap(view, i, noun);
    return;
  }
  if (noun < 0 || noun > i || arc.deprel !== "acl" || view.arcs[noun]!.deprel !== "nsubj") return;
  const predicate = view.arcs[noun]!.head;
  if (predicate > i && isNoun(view, predicate) && isBareObject(view, predicate, i)) {
    hang(view, noun, i, "nsubj");
    swap(view, i, predicate);
  }
}

/** Past or present tense, or with an auxiliary of its own. */
function isTensed(view: View, i: number): boolean {
  if (["VBD", "VBZ", "VBP"].includes(view.tokens[i]!.xpos) || kidsOf(view, i, "aux").length > 0) return true;
  return view.tokens[i]!.xpos === "VBN" && view.tokens[i + 1]?.form !== "by" && saysOfRoot(view, i);
}

/** The first verb after a noun that the parser took for the whole sentence: "police [detained] dozens". */
function saysOfRoot(view: View, i: number): boolean {
  const above = view.arcs[i]!.head;
  const root = above < i ? above : (view.arcs[above]?.head ?? -1);
  if (root < 0 || root > i || !isNoun(view, root) || !standsAlone(view, root)) return false;
  return kidsOf(view, root, "cop").length === 0 && !view.tokens.slice(0, i).some((token) => token.upos === "VERB");
}

/** The sentence's root, or a bare noun that hangs on the verb of saying after it. */
const standsAlone = (view: View, i: number): boolean =>
  view.arcs[i]!.head < 0 ||
  (view.arcs[i]!.head > i &&
    /^(?:obl|dep|parataxis|ccomp|advcl)/.test(view.arcs[i]!.deprel) &&
    kidsOf(view, i, "case").length === 0);

/** A finite verb without subject that hangs on a noun before it says what that noun did. */
function makeSubject(view: View, i: number): void {
  const { head, deprel } = view.arcs[i]!;
  if (head < 0 || head > i || !["obj", "acl", "dep", "obl", "appos"].includes(deprel)) return;
  if (!isNoun(view, head) || !isTensed(view, i)) return;
  if (kidsOf(view, i, "nsubj", "csubj").some((kid) => kid < i) || kidsOf(view, head, "cop").length > 0) return;
  const place = view.arcs[head]!;
  hang(view, i, place.head, place.deprel);
  hang(view, head, i, "nsubj");
  view.arcs.forEach((arc, kid) => {
    if (kid <= i || (arc.head !== head && arc.head !== i)) return;
    hang(view, kid, i, arc.base === "nsubj" ? "obj" : arc.deprel);
  });
}

/** A noun predicate right of the verb that has neither copula nor preposition. */
const isBareObject = (view: View, predicate: number, verb: number): boolean =>
  kidsOf(view, predicate, "cop", "case").every((kid) => kid < verb || view.tokens[kid]!.form === "'s") &&
  kidsOf(view, predicate, "cop").length === 0;

function subjectBefore(view: View, noun: number, verb: number): number | null {
  if (kidsOf(view, noun, "cop").length > 0) return null;
  return kidsOf(view, noun, "nsubj").find((kid) => kid < verb) ?? null;
}

const clausal = new Set([
  "nsubj",
  "csubj",
  "aux",
  "mark",
  "advmod",
  "obl",
  "advcl",
  "parataxis",
  "punct",
  "conj",
  "cc",
  "ccomp",
  "xcomp",
]);

const heavy = new Set(["advcl", "parataxis", "ccomp"]);
const nominal = new Set(["acl", "nmod", "appos"]);

/** The verb takes the noun's place; what stood left of the verb, and clauses, follow it. */
function swap(view: View, verb: number, noun: number): void {
  const place = view.arcs[noun]!;
  hang(view, verb, place.head, place.deprel);
  hang(view, noun, verb, "obj");
  view.arcs.forEach(({ head, deprel, base }, kid) => {
    if (head !== noun || kid === verb) return;
    const moves = kid < verb ? clausal.has(base) || nominal.has(base) : heavy.has(base);
    if (moves) hang(view, kid, verb, deprel);
  });
}

const timeWords =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|day|week|month|year|night|morning|evening|afternoon|hour|minute|time|weekend|decade|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})$/;

/** The first bare noun phrase right of an active verb without object is its object. */
function nameObject(view: View, i: number): void {
  if (kidsOf(view, i, "obj", "ccomp").length > 0) return;
  if (allKids(view, i).some((kid) => view.arcs[kid]!.deprel.includes(":pass"))) return;
  const bare = kidsOf(view, i, "obl", "dep", "nmod", "advcl", "nsubj", "appos").find(
    (kid) =>
      kid > i &&
      isNoun(view, kid) &&
      kidsOf(view, kid, "case").every((mark) => mark > kid) &&
      !timeWords.test(view.tokens[kid]!.lemma.toLowerCase()),
  );
  if (bare !== undefined && bare - i <= reach) hang(view, bare, i, "obj");
}

/** An object further off than this is more likely something else. */
const reach = 12;

/** Of several subjects with only commas and "and" between them the later ones are coordinated with the first. */
function joinSubjects(view: View, i: number): void {
  const subjects = kidsOf(view, i, "nsubj").filter((kid) => kid < i && isNoun(view, kid));
  for (let at = subjects.length - 1; at > 0; at--) {
    const [before, after] = [subjects[at - 1]!, subjects[at]!];
    const between = view.tokens
      .slice(before + 1, after)
      .filter((token) => token.upos === "CCONJ" || token.form === ",");
    if (between.length > 0 && after - before <= reach) hang(view, after, before, "conj");
  }
}

/** A name right before the verb, after its subject and without a comma, belongs to the subject: "counsel [Ann Lee] said". */
function joinTitle(view: View, i: number): void {
  const subject = kidsOf(view, i, "nsubj").find((kid) => kid < i);
  if (subject === undefined) return;
  for (const kid of kidsOf(view, i, "obj", "dep", "obl"))
    if (kid > subject && kid < i && view.tokens[kid]!.upos === "PROPN" && isAdjacent(view, subject, kid))
      hang(view, kid, subject, "flat");
}

const isAdjacent = (view: View, from: number, to: number): boolean =>
  to - from <= 4 && view.tokens.slice(from + 1, to).every((token) => token.upos === "PROPN" || token.upos === "NOUN");
