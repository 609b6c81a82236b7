import { below, type Tree } from "../tree.js";
import { meaningOf } from "./slots.js";

/** "Gave notice" is notifying, "made an offer" offering: a verb that tells nothing leaves it to its object. */
export function predicateOf(tree: Tree, clauseHead: number): string {
  const head = governed(tree, clauseHead);
  const phrasal = tree.children[head]!.filter((i) => particles.has(tree.relations[i]!) && isParticle(tree, head, i))
    .map((i) => phrasals.get(`${tree.lemmas[head]} ${tree.lemmas[i]}`))
    .find((meant) => meant !== undefined);
  if (phrasal !== undefined) return phrasal;
  const own = meaningOf(tree.tokens[head]!);
  if (!lightVerbs.has(tree.lemmas[head]!)) return own;
  const object = tree.children[head]!.find((i) => tree.relations[i] === "obj" && tree.tokens[i]!.upos === "NOUN");
  const meant = object === undefined ? own : meaningOf(tree.tokens[object]!);
  return acts.has(meant) && !(object !== undefined && isReceived(tree, head, object, meant)) ? meant : own;
}

/** The verb that a verb of its time or manner only leads to: "is going to pay", "used to pay", "would like to thank". */
export function governed(tree: Tree, head: number): number {
  if (!leading.has(tree.lemmas[head]!)) return head;
  const { children, relations, lemmas, tokens } = tree;
  const led = children[head]!.find(
    (i) =>
      relations[i] === "xcomp" && i > head && children[i]!.some((c) => relations[c] === "mark" && lemmas[c] === "to"),
  );
  if (led === undefined) return head;
  const form = tokens[head]!.form.toLowerCase();
  if (lemmas[head] === "go" && form !== "going" && form !== "gon") return head;
  const wished = children[head]!.some(
    (c) => relations[c] === "aux" && /^(?:would|['’]d|should)$/i.test(tokens[c]!.form),
  );
  return (lemmas[head] === "like" || lemmas[head] === "love") && !wished ? head : led;
}

const leading = new Set("go use like love seem appear happen tend manage fail".split(" "));

/** "Is going to pay". */
export const isGoingTo = (tree: Tree, head: number): boolean =>
  tree.lemmas[head] === "go" && governed(tree, head) !== head;

/** "Took over an hour" and "broke out the champagne" mean no taking over and no outbreak. */
function isParticle({ tokens, lemmas, relations, children }: Tree, head: number, particle: number): boolean {
  const object = children[head]!.find((i) => relations[i] === "obj");
  if (lemmas[head] === "break") return object === undefined;
  return tokens[particle + 1]?.xpos !== "CD" && !(object !== undefined && spans.test(lemmas[object]!));
}

const spans = /^(?:second|minute|hour|day|week|fortnight|month|year|decade|century|mile|kilometre|half)$/;

/** "Took delivery of drones", "had an offer", "took an oath from": done to whoever takes or has it, not by him. */
const isReceived = (tree: Tree, head: number, object: number, act: string): boolean =>
  /^(?:take|have|hold)$/.test(tree.lemmas[head]!) &&
  (given.has(act) || [...below(tree, object), ...tree.children[head]!].some((i) => isFrom(tree, i)));

const isFrom = ({ children, relations, lemmas }: Tree, i: number): boolean =>
  children[i]!.some((child) => relations[child] === "case" && lemmas[child] === "from");

const given = new Set("=offer =ask =pay =deliver =supply =promise =threaten =accuse =notify".split(" "));

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
