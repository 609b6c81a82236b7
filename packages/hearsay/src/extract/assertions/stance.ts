import { type Span, type Stance, type Statement, span } from "../../model/index.js";
import { below, type Tree } from "../tree.js";
import type { Clause } from "./clauses.js";
import { isMundane } from "./issue.js";
import { type Lookup, touches, unique } from "./lookup.js";
import { meaning } from "./meaning.js";
import { meaningOf, subjectIndex } from "./slots.js";
import { backing, cooperation, deeds, light, negative, positive } from "./stances.js";

/** Where the words of a stance lead: from its head over "no intention of" and the like to what it is about. */
interface Course {
  /** +1 for, −1 against, by the words on the way, negations apart. */
  readonly sign: 1 | -1;
  /** Some word on the way takes a stand; the rest only leads on. */
  readonly stands: boolean;
  readonly path: readonly number[];
  /** The last word that takes a stand. */
  readonly last: string;
  /** The word for what it is about; −1 if there is none. */
  readonly target: number;
}

/** Chains of words that take a stand are short; longer ones are errors of the parser. */
const LONGEST = 6;

/**
 * The stance that a clause takes: what it is for or against, and whether by word or by deed. Read along the tree: "has no
 * intention of abandoning Norland" is against what is against Norland, so for it. Null where it takes none.
 */
export function stanceOf(tree: Tree, clause: Clause, statement: Statement | null, lookup: Lookup): Stance | null {
  const intended = statement?.act === "intention" || isPromised(tree, clause.head);
  const course = follow(tree, clause.head, intended);
  if (course === null) return null;
  const { target, path, last } = course;
  if (isMundane(tree, path, intended, lookup)) return null;
  const parts = phrase(tree, target);
  const tokens = parts.map((i) => tree.tokens[i]!);
  const entities = lookup.entitiesAt(tokens);
  if (lookup.moments.some((m) => touches(m, [tree.tokens[target]!]))) return null;
  const topic = topicOf(tree, target, last, entities.length > 0);
  if (topic === null) return null;
  // "Norland" is no issue, "abandoning Norland" is.
  const opening = tree.tokens[target]!.upos === "PROPN" ? Math.min(parts[0]!, path.at(-2) ?? target) : parts[0]!;
  const words: Span = span(lookup.article.id, tree.tokens[opening]!.start, tokens.at(-1)!.end);
  const [acts, denials] = [path.filter((i) => i !== target), negations(tree, path)];
  const done = !intended && statement === null && acts.every((i) => isDeed(tree, i));
  const omitted =
    !intended && statement === null && denials > 0 && acts.every((i) => isDeed(tree, i) || offers.has(tree.lemmas[i]!));
  const sign = course.sign * (denials % 2 === 1 ? -1 : 1);
  return {
    leaning: sign > 0 ? "for" : "against",
    topic,
    words,
    entities: unique(entities),
    details: unique(parts.filter((i) => i !== target && isContent(tree, i)).map((i) => meaningOf(tree.tokens[i]!))),
    verbal: tree.tokens[target]!.upos === "VERB",
    deed: (done && deeds.has(tree.lemmas[clause.head]!)) || omitted,
    implied: isImplied(tree, clause.head) ? (hasFinite(tree, clause.head) ? "stated" : "left") : null,
  };
}

const isContent = (tree: Tree, i: number): boolean => /^(?:NOUN|ADJ|VERB)$/.test(tree.tokens[i]!.upos);

/** "…, Norland said, declines the offer": no one but the speaker is there to do it. */
const isImplied = (tree: Tree, head: number): boolean => subjectIndex(tree, head) < 0 && !isPassive(tree, head);

const hasFinite = (tree: Tree, head: number): boolean => /^VB[DPZ]$/.test(tree.tokens[head]!.xpos);

const isPassive = (tree: Tree, head: number): boolean =>
  tree.children[head]!.some((i) => tree.tokens[i]!.deprel === "nsubj:pass");

const offers = new Set(["offer", "proposal", "promise", "help", "aid", "assist", "assistance", "support", "backing"]);

const isDeed = (tree: Tree, i: number): boolean => deeds.has(tree.lemmas[i]!) || light.has(tree.lemmas[i]!);

/** "Will" makes any verb an intention. */
const isPromised = (tree: Tree, head: number): boolean =>
  tree.children[head]!.some(
    (i) => tree.relations[i] === "aux" && /^(?:will|wo|['’]ll|shall)$/i.test(tree.tokens[i]!.form),
  );

function follow(tree: Tree, head: number, intended: boolean): Course | null {
  let sign: 1 | -1 = 1;
  let stands = intended;
  let last = "";
  const path: number[] = [];
  for (let at = head; path.length < LONGEST; ) {
    path.push(at);
    const lemma = tree.lemmas[at]!;
    const verdict = positive.has(lemma) ? 1 : negative.has(lemma) ? -1 : 0;
    const onward = next(tree, at);
    const leads = verdict !== 0 || light.has(lemma) || (at === head && intended);
    if (backing.has(lemma) && onward < 0) return stands ? { sign, stands, path, last: lemma, target: at } : null;
    if (verdict === 0 && !light.has(lemma) && !(at === head && intended && onward >= 0))
      return stands ? { sign, stands, path, last, target: at } : null;
    if (!leads || onward < 0) return null;
    if (verdict !== 0) {
      sign = (sign * verdict) as 1 | -1;
      stands = true;
      last = lemma;
    }
    at = onward;
  }
  return null;
}

const isNominal = (tree: Tree, i: number): boolean => /^(?:NOUN|PROPN|VERB|ADJ)$/.test(tree.tokens[i]!.upos);

/** What a word of stance is about: its clause, else what it is done to, else what hangs on it by "of", "to", "for", "with". */
function next(tree: Tree, at: number): number {
  const kids = tree.children[at]!.filter((i) => isNominal(tree, i));
  const by = (...relations: string[]) => kids.find((i) => relations.includes(tree.relations[i]!)) ?? -1;
  const passive = kids.find((i) => tree.tokens[i]!.deprel === "nsubj:pass") ?? -1;
  const clause = by("xcomp", "ccomp");
  if (clause >= 0) return clause;
  if (passive >= 0) return passive;
  const given = kids.find((i) => tree.relations[i] === "obl" && caseOf(tree, i) === "with");
  if (given !== undefined && handing.test(tree.lemmas[at]!)) return given;
  const object = by("obj");
  if (object >= 0) return object;
  const after = kids.find(
    (i) => i > at && ["acl", "advcl"].includes(tree.relations[i]!) && !opens.test(caseOf(tree, i)),
  );
  const joined = kids.find((i) => ["nmod", "obl"].includes(tree.relations[i]!) && leading.test(caseOf(tree, i)));
  return joined !== undefined && (after === undefined || joined < after) ? joined : (after ?? -1);
}

const handing = /^(?:supply|provide|furnish|present|equip)$/;
const leading = /^(?:of|to|for|with|from|against|on)$/;
/** What opens an aside, not what is intended. */
const opens = /^(?:if|as|because|while|when|after|before|since|unless|although)$/;

const caseOf = (tree: Tree, i: number): string =>
  tree.lemmas[tree.children[i]!.find((child) => ["case", "mark"].includes(tree.relations[child]!)) ?? -1] ?? "";

const phrasal = new Set(["amod", "compound", "nmod", "flat", "obj", "obl", "nummod"]);

/** The target with what belongs to its name: no asides, no clauses. */
function phrase(tree: Tree, target: number): number[] {
  const kept = [target];
  for (let k = 0; k < kept.length; k++)
    for (const child of tree.children[kept[k]!]!)
      if (phrasal.has(tree.relations[child]!) || (k > 0 && tree.relations[child] === "case")) kept.push(child);
  const [from, to] = [Math.min(...kept), Math.max(...kept)];
  return tree.tokens
    .map((_, i) => i)
    .filter((i) => i >= from && i <= to && (kept.includes(i) || below(tree, target).includes(i)));
}

/** What the target means; of somebody named, what is done for or to them. Null where that tells nothing. */
function topicOf(tree: Tree, target: number, last: string, named: boolean): string | null {
  const lemma = tree.lemmas[target]!;
  if (backing.has(lemma)) return "=help";
  if (cooperation.has(lemma)) return "=cooperation";
  if (named && tree.tokens[target]!.upos === "PROPN") return backing.has(last) ? "=help" : null;
  const { upos } = tree.tokens[target]!;
  if (vague.has(lemma)) return null;
  return upos === "PROPN" || upos === "NOUN" || upos === "VERB" ? meaning(lemma, upos) : null;
}

/** Nothing that two clauses could be known to mean alike by. */
const vague = new Set(
  `do thing step way part time use one other level area number hundred thousand dozen kind sort lot bit share side people
   year month week day role place point case end move measure work effort`.split(/\s+/),
);

const no = new Set("not n't n’t never no none neither nor nobody nothing hardly".split(" "));

/** Negations with the words on the way, or with a determiner or adverb of theirs ("not a single", "no longer"). */
function negations({ tokens, lemmas, relations }: Tree, path: readonly number[]): number {
  const on = new Set(path);
  const near = new Set(["det", "amod", "advmod", "nummod"]);
  return lemmas.filter((lemma, i) => {
    if (!no.has(lemma)) return false;
    const above = tokens[i]!.head;
    if (on.has(i) || on.has(above)) return true;
    return above >= 0 && near.has(relations[above]!) && on.has(tokens[above]!.head);
  }).length;
}
