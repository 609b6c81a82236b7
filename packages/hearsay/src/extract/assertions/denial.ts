import { opensClause } from "../finite.js";
import type { Tree } from "../tree.js";
import type { Clause } from "./clauses.js";
import { denies, meaning } from "./meaning.js";

/** A word of denial in the clause: "reports of six dead are an invention". */
export const isDenial = (tree: Tree, clause: Clause): boolean => clause.tokens.some((i) => callsUntrue(tree, i));

/** "Lies are what they heard" calls nothing untrue; "that is a lie" does. */
export const callsUntrue = (tree: Tree, i: number): boolean =>
  denies(tree.lemmas[i]!) && !turnsDown(tree, i) && (tree.lemmas[i] !== "lie" || isSaidOf(tree, i));

const isSaidOf = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.upos === "NOUN" && tree.children[i]!.some((child) => tree.relations[child] === "cop");

/** "Denied a request", "dismissed calls to resign": refused and not called untrue, as "denied an offer was made" does. */
function turnsDown(tree: Tree, i: number): boolean {
  if (tree.children[i]!.some((child) => tree.relations[child] === "ccomp")) return false;
  const asked = tree.children[i]!.find((at) => refused.test(tree.relations[at]!) && isAskable(tree, at));
  const noun = asked ?? askedNear(tree, i);
  return noun !== undefined && !opensClause((at) => tree.tokens[at], noun + 1);
}

const refused = /^(?:obj|nmod|nsubj:pass)$/;
const isAskable = ({ tokens }: Tree, i: number): boolean =>
  askable.has(meaning(tokens[i]!.lemma.toLowerCase(), tokens[i]!.upos));

/** By position, where the tree makes a name of the giver ("denied a Lunev offer") the object, and hangs the noun on it. */
const askedNear = (tree: Tree, i: number): number | undefined =>
  tree.lemmas[i] === "deny" && /^(?:an?|the|his|her|its|their)$/i.test(tree.tokens[i + 1]?.form ?? "")
    ? [i + 2, i + 3].find((at) => {
        const { upos, head } = tree.tokens[at] ?? { upos: "", head: -1 };
        return upos === "NOUN" && isAskable(tree, at) && (head === i || tree.tokens[head]?.head === i);
      })
    : undefined;

const askable = new Set(
  "=ask =offer call plea motion access entry permission visa bail parole chance application".split(" "),
);
