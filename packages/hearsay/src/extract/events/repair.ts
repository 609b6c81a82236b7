import type { Sentence, Token } from "@hearsay/english";

/**
 * Mends what a parser trained on the web often gets wrong in news sentences, before anything is matched: a finite verb
 * hung on its own object ("has [held] talks"), objects called obliques, one subject read as several.
 * A token's relation and head change; nothing else does.
 */
export function repaired(sentence: Sentence): Sentence {
  const tokens = sentence.tokens.map((token): Arc => ({ head: token.head, deprel: token.deprel }));
  const view: View = { tokens: sentence.tokens, arcs: tokens };
  for (let i = 0; i < tokens.length; i++) if (isVerb(view, i)) raiseVerb(view, i);
  for (let i = 0; i < tokens.length; i++) if (isVerb(view, i)) nameObject(view, i);
  for (let i = 0; i < tokens.length; i++) if (isVerb(view, i)) joinSubjects(view, i);
  return { ...sentence, tokens: sentence.tokens.map((token, i): Token => ({ ...token, ...tokens[i]! })) };
}

interface Arc {
  head: number;
  deprel: string;
}
interface View {
  readonly tokens: readonly Token[];
  readonly arcs: Arc[];
}

const isVerb = (view: View, i: number): boolean => view.tokens[i]!.upos === "VERB";
const isNoun = (view: View, i: number): boolean => ["NOUN", "PROPN", "NUM"].includes(view.tokens[i]!.upos);

function kidsOf(view: View, i: number, ...relations: readonly string[]): number[] {
  const found: number[] = [];
  view.arcs.forEach((arc, kid) => {
    if (arc.head === i && relations.includes(arc.deprel.split(":")[0]!)) found.push(kid);
  });
  return found;
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
    view.arcs[noun] = { head: i, deprel: "nsubj" };
    swap(view, i, predicate);
  }
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

/** The verb takes the noun's place; what stood left of the verb, and clauses, follow it. */
function swap(view: View, verb: number, noun: number): void {
  const place = view.arcs[noun]!;
  view.arcs[verb] = { ...place };
  view.arcs[noun] = { head: verb, deprel: "obj" };
  view.arcs.forEach((arc, kid) => {
    if (arc.head !== noun || kid === verb) return;
    const relation = arc.deprel.split(":")[0]!;
    if (clausal.has(relation) && (kid < verb || ["advcl", "parataxis", "ccomp"].includes(relation))) arc.head = verb;
    else if (kid < verb && ["acl", "nmod", "appos"].includes(relation)) arc.head = verb;
  });
}

const timeWords =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|day|week|month|year|night|morning|evening|afternoon|hour|minute|time|weekend|decade|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})$/;

/** The first bare noun phrase right of an active verb without object is its object. */
function nameObject(view: View, i: number): void {
  if (kidsOf(view, i, "obj", "ccomp").length > 0) return;
  if (view.arcs.some((arc) => arc.head === i && /:pass/.test(arc.deprel))) return;
  const bare = kidsOf(view, i, "obl", "dep", "nmod").find(
    (kid) =>
      kid > i &&
      isNoun(view, kid) &&
      kidsOf(view, kid, "case").every((mark) => mark > kid) &&
      !timeWords.test(view.tokens[kid]!.lemma.toLowerCase()),
  );
  if (bare !== undefined && bare - i <= reach) view.arcs[bare] = { head: i, deprel: "obj" };
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
    if (between.length > 0 && after - before <= reach) view.arcs[after] = { head: before, deprel: "conj" };
  }
}
