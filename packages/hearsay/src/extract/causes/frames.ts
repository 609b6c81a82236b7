import { nounSigns } from "./lexicon.js";
import { addPair, introduced, type Kinds, kindsOf, nounPart, type Search } from "./search.js";
import { childWith, isPredicate, lemma, type Range, relation, restOfClause, type Tree, trimmed } from "./tree.js";

const voices = ["active", "passive"] as const;
const frameNames = (frame: string) => kindsOf(voices, (voice) => [`${frame}/${voice}/down`, `${frame}/${voice}/up`]);
const predicateKinds = frameNames("predicate");
const frameKinds = new Map(["obj", "iobj", "ccomp", "xcomp", "obl"].map((rel) => [rel, frameNames(`frame:${rel}`)]));

/** A verb between its subject and a complement: "the ruling sparked protests", "the strike stems from the decree". */
export function addVerbFrames(search: Search, verb: number): void {
  const { tree } = search;
  if (tree.tokens[verb]?.upos !== "VERB") return;
  const subject = subjectOf(search, verb);
  if (subject === null) return;
  const voice = tree.children[verb]!.some((c) => tree.tokens[c]!.deprel === "nsubj:pass") ? "passive" : "active";
  for (const child of tree.children[verb]!) {
    const kinds = child < verb ? undefined : frameKinds.get(relation(tree, child));
    const side = kinds === undefined ? null : introduced(search, child);
    if (kinds === undefined || side === null) continue;
    addPair(search, kinds[voice], subject, side.range, [verb, ...side.words], side.marker, verb, child);
  }
  const predicate = subject.to <= verb ? trimmed(tree, { from: verb, to: clauseEnd(tree, verb) }) : null;
  if (predicate !== null) addPair(search, predicateKinds[voice], subject, predicate, [verb], "", verb, verb);
}

function clauseEnd(tree: Tree, verb: number): number {
  const { to } = tree.hulls[verb]!;
  const rest = restOfClause(tree, verb, { from: to, to });
  return rest?.to ?? to;
}

const subjects = new Set(["nsubj", "csubj"]);

/**
 * The words for the subject: its own, its antecedent's, that of the verb it completes, or for a purpose ("to avert a
 * strike") the doing that serves it.
 */
function subjectOf(search: Search, verb: number, depth = 0): Range | null {
  const { tree } = search;
  const subject = childWith(tree, verb, subjects);
  const isRelative = subject >= 0 && tree.tokens[subject]!.xpos.startsWith("W");
  if (subject >= 0 && !isRelative) return trimmed(tree, tree.hulls[subject]!);
  const head = tree.tokens[verb]?.head ?? -1;
  const rel = relation(tree, verb);
  if (rel === "advcl" && head >= 0 && isPredicate(tree, head) && isInfinitive(tree, verb))
    return restOfClause(tree, head, tree.hulls[verb]!);
  if (rel === "acl" && head >= 0) return nounPart(search, head, tree.hulls[verb]!);
  const inherits = (rel === "xcomp" || rel === "conj") && tree.tokens[head]?.upos === "VERB" && depth < 3;
  return inherits ? subjectOf(search, head, depth + 1) : null;
}

const isInfinitive = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb]?.xpos === "VB" && tree.children[verb]!.some((c) => tree.tokens[c]!.deprel === "mark");

const nounKinds: Kinds = ["noun/down", "noun/up"];
const objective = new Set(["obj", "obl", "xcomp"]);
const nounMarkers = new Set(["to", "of", "for", "on", "in", "behind", "from", "against"]);

/** A noun that says cause or effect between a subject and what it is of: "a blow to", "the result of", "poses a threat to". */
export function addNounFrames(search: Search, noun: number): void {
  const { tree } = search;
  if (tree.tokens[noun]?.upos !== "NOUN" || !nounSigns.has(lemma(tree, noun))) return;
  const verb = tree.tokens[noun]?.head ?? -1;
  const isObject = objective.has(relation(tree, noun)) && tree.tokens[verb]?.upos === "VERB";
  const subject = subjectOf(search, noun) ?? (isObject ? subjectOf(search, verb) : null);
  if (subject === null) return;
  for (const child of tree.children[noun]!) {
    const rel = relation(tree, child);
    const side = rel === "nmod" || rel === "acl" ? introduced(search, child) : null;
    if (side === null || !nounMarkers.has(side.marker)) continue;
    addPair(search, nounKinds, subject, side.range, [noun, ...side.words], side.marker, noun, child);
  }
}
