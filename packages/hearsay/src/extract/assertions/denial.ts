import { opensClause } from "../finite.js";
import type { Tree } from "../tree.js";
import type { Clause } from "./clauses.js";
import { denies, isSaying, meaning } from "./meaning.js";

/** A word of denial in the clause: "reports of six dead are an invention". */
export const isDenial = (tree: Tree, clause: Clause): boolean => clause.tokens.some((i) => callsUntrue(tree, i));

/** "Lies are what they heard" calls nothing untrue; "that is a lie" does. */
export const callsUntrue = (tree: Tree, i: number): boolean =>
  denies(tree.lemmas[i]!) &&
  !turnsDown(tree, i) &&
  !isAttribute(tree, i) &&
  (tree.lemmas[i] !== "dismiss" || dismissesWords(tree, i)) &&
  (tree.lemmas[i] !== "lie" || isSaidOf(tree, i));

/** "Filed false returns" calls nothing untrue that the clause says; "these are false claims" does. */
function isAttribute(tree: Tree, i: number): boolean {
  const noun = tree.tokens[i]!.head;
  return tree.relations[i] === "amod" && noun >= 0 && !isSaidOf(tree, noun);
}

/** Ministers, cases and employees are dismissed as well; as untrue only what was said. */
function dismissesWords(tree: Tree, i: number): boolean {
  return tree.children[i]!.some((at) => {
    if (tree.relations[at] === "ccomp") return true;
    if (/^(?:obl|advcl)$/.test(tree.relations[at]!) && tree.children[at]!.some((c) => tree.lemmas[c] === "as"))
      return true;
    return refused.test(tree.relations[at]!) && isSaying(tree.lemmas[at]!);
  });
}

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
