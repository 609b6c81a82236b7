import { isActorNoun, isObjectNoun } from "../events/lexicon.js";
import type { Candidate } from "./candidates.js";
import { couldCause, movingVerbs } from "./happenings.js";
import { effectNouns, nounSigns, plainMarkers, plainVerbMarkers, plainVerbs, stemmingVerbs } from "./lexicon.js";
import { lemma, relation, type Tree } from "./tree.js";

/** Constructions that say cause and effect in plain words, told by lexicon and tree alone. */
export function plainRelations(tree: Tree, found: readonly Candidate[]): Candidate[] {
  return found.filter((c) => isPlain(tree, c));
}

/** Those that say so only because of what their subject is: they give way to what was learnt. */
export function happeningRelations(tree: Tree, found: readonly Candidate[]): Candidate[] {
  return found.filter((c) => isHappeningFrame(tree, c, lemma(tree, c.upper)));
}

function isPlain(tree: Tree, { kind, marker, upper }: Candidate): boolean {
  const word = lemma(tree, upper);
  if (kind === "degree/down" || kind === "fronted/up") return true;
  if (kind.startsWith("frame:")) return isPlainFrame(kind, marker, word);
  if (kind.startsWith("noun/"))
    return kind === (effectNouns.has(word) ? "noun/up" : "noun/down") && isTelling(word, marker);
  return plainMarkers.has(marker) && adjunct.test(kind);
}

const adjunct = /^(?:advcl\/clause|obl\/clause|\w+\/complex)\/up$/;

function isPlainFrame(kind: string, marker: string, verb: string): boolean {
  if (kind === "frame:obj/active/down") return plainVerbs.has(verb);
  if (kind === "frame:obl/active/down") return plainVerbMarkers.get(verb) === marker;
  if (kind === "frame:obl/active/up") return marker === "from" && stemmingVerbs.has(verb) && verb !== "come";
  return kind === "frame:obl/passive/up" && marker === "by" && plainVerbs.has(verb);
}

/** What happens does something to something: "the drought reduced yields", not "the ministry reduced fees", which is an act. */
function isHappeningFrame(tree: Tree, { kind, cause, marker, upper, lower }: Candidate, verb: string): boolean {
  if (isModifier(tree, upper)) return false;
  if (going.test(verb) && kind.startsWith("frame:obj") && isGoal(tree, lower) && !isResult(tree, upper)) return false;
  const active = /^frame:(?:obj|xcomp|ccomp)\/active\/down$/.test(kind);
  const passive = kind === "frame:obl/passive/up" && marker === "by";
  return (
    (active || passive) && (movingVerbs.has(verb) || plainVerbs.has(verb)) && couldCause(tree, cause, verb, passive)
  );
}

/** "An opportunity to gain leverage", "the deadline for leaving": what the noun is for, not what it does. */
const isModifier = (tree: Tree, verb: number): boolean =>
  relation(tree, verb) === "acl" &&
  (tree.children[verb] ?? []).some((child) => child < verb && /^(?:to|for|of|in)$/.test(lemma(tree, child)));

/** With a place or a person these tell of going, taking along and the like: "the convoy left the port". */
const going = /^(?:leave|bring|draw|open)$/;
const isGoal = (tree: Tree, i: number): boolean =>
  tree.tokens[i]?.upos === "PROPN" || isActorNoun(lemma(tree, i)) || isObjectNoun(lemma(tree, i));

/** "Left the town without power", "left two families homeless". */
const isResult = (tree: Tree, verb: number): boolean =>
  (tree.children[verb] ?? []).some(
    (i) =>
      i > verb &&
      (/^(?:xcomp|ccomp)$/.test(relation(tree, i)) ||
        (tree.children[i] ?? []).some((child) => /^(?:without|with|to|under)$/.test(lemma(tree, child)))),
  );

/** "a threat to X", "the cause of X": nouns that tell with "to" or "of", not "pressure on" or "call for". */
const telling = new Set(
  "cause trigger catalyst blow threat obstacle barrier hindrance impediment deterrent setback boost impetus result consequence outcome key recipe brake danger risk bulwark".split(
    " ",
  ),
);
const isTelling = (noun: string, marker: string): boolean =>
  nounSigns.has(noun) && telling.has(noun) && /^(?:to|of|for)$/.test(marker);
