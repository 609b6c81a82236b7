import type { Tree } from "../tree.js";
import { meaningOf } from "./slots.js";

/** "Gave notice" is notifying, "made an offer" offering: a verb that tells nothing leaves it to its object. */
export function predicateOf(tree: Tree, head: number): string {
  const phrasal = tree.children[head]!.filter((i) => particles.has(tree.relations[i]!))
    .map((i) => phrasals.get(`${tree.lemmas[head]} ${tree.lemmas[i]}`))
    .find((meant) => meant !== undefined);
  if (phrasal !== undefined) return phrasal;
  const own = meaningOf(tree.tokens[head]!);
  if (!lightVerbs.has(tree.lemmas[head]!)) return own;
  const object = tree.children[head]!.find((i) => tree.relations[i] === "obj" && tree.tokens[i]!.upos === "NOUN");
  const meant = object === undefined ? own : meaningOf(tree.tokens[object]!);
  return acts.has(meant) ? meant : own;
}

/** Verbs that mean something else with their particle: "turned the offer down" is refusing it. */
const phrasals: ReadonlyMap<string, string> = new Map([
  ["turn down", "=refuse"],
  ["shut down", "=close"],
  ["close down", "=close"],
  ["break out", "=begin"],
  ["call off", "cancel"],
  ["hand over", "=supply"],
  ["hold back", "=withhold"],
  ["pull out", "=withdraw"],
  ["pull back", "=withdraw"],
  ["blow up", "=explode"],
  ["take over", "=capture"],
  ["give back", "=return"],
  ["go up", "=rise"],
  ["go down", "=fall"],
  ["step down", "=resign"],
]);

/** "compound" as in the treebanks, "advmod" as parsers have it where the object stands between. */
const particles = new Set(["compound", "advmod"]);

const lightVerbs = new Set(["give", "make", "take", "hold", "have", "issue", "launch", "put", "reach"]);

/** Classes of predicates whose nouns name an act. */
const acts = new Set(
  `=notify =offer =ask =reply =announce =agree =meet =attack =promise =threaten =refuse =deny =accuse =investigate
   =confirm =withdraw =deploy =appoint =approve =condemn =arrest =pay =deliver =supply`.split(/\s+/),
);
