import { canBeTarget, isActor, phrase, type Scene } from "./actors.js";
import { isThing } from "./lexicon.js";
import { datelineEnd } from "./repair.js";
import type { Roles } from "./roles.js";
import { baseRelation, headAt, lemmaAt, posAt, preposition, relationAt, type Tree } from "./tree.js";
import { anchor, type Trigger } from "./triggers.js";
import { isVerbal, voiceIsPassive } from "./voice.js";

/**
 * Sides that the tree leaves open, taken from word order: the subject-like actor before the trigger, the first one
 * after it. For single sentences about a pair of actors; a report uses only what the tree says.
 */
export function completed(scene: Scene, tree: Tree, trigger: Trigger, roles: Roles): Roles {
  const at = anchor(trigger);
  const passive = trigger.verb !== null && voiceIsPassive(tree, trigger.verb);
  const heads = headsOf(scene, tree);
  const before = heads.filter((head) => head < at && isActor(scene, tree, head) && head !== roles.whom);
  const who =
    roles.who ?? (passive ? (sentOut(tree, roles) ?? keeper(tree, heads, at)) : (subjectLike(tree, before) ?? null));
  const free = (head: number): boolean => head !== who && !within(tree, who, head);
  const after = heads.filter((head) => head > at && free(head));
  const open = roles.whom === null || roles.whom === who;
  const whom = open ? (after[0] ?? (passive ? before.at(-1) : undefined) ?? null) : roles.whom;
  return { who, whom: whom === who ? null : whom, split: roles.split };
}

/** "Troops were deployed to": those sent act, on the place they are sent to. */
const sentOut = (tree: Tree, { whom }: Roles): number | null =>
  whom !== null && isThing(lemmaAt(tree, whom)) ? whom : null;

/** In a passive without agent, the place where it was done: "was held in". */
function keeper(tree: Tree, heads: readonly number[], at: number): number | null {
  return heads.find((head) => head > at && ["in", "from", "at"].includes(preposition(tree, head))) ?? null;
}

function within(tree: Tree, outer: number | null, inner: number): boolean {
  if (outer === null) return false;
  const [from, to] = phrase(tree, outer);
  return inner >= from && inner <= to;
}

/** Heads of noun phrases that can be a side, parts of longer names left out. */
export function headsOf(
  scene: Scene,
  tree: Tree,
  canBe: (tree: Tree, i: number) => boolean = (_, i) => canBeTarget(scene, tree, i),
): readonly number[] {
  const first = datelineEnd(tree.tokens);
  return tree.tokens
    .map((_, i) => i)
    .filter((i) => i >= first)
    .filter((i) => !["compound", "flat", "nummod", "det"].includes(baseRelation(tree, i)) && posAt(tree, i) !== "PRON")
    .filter((i) => relationAt(tree, i) !== "nmod:desc" && canBe(tree, i));
}

/** The nearest actor that some verb has as subject, else the first without preposition. */
function subjectLike(tree: Tree, heads: readonly number[]): number | undefined {
  return (
    heads.findLast((head) => baseRelation(tree, head) === "nsubj") ??
    heads.find((head) => preposition(tree, head) === "") ??
    heads[0]
  );
}

/** The main clause's verb, and what its content clauses say: where a sentence's news is. */
export function isMain(tree: Tree, trigger: Trigger): boolean {
  let at = anchor(trigger);
  for (let step = 0; step < 4; step++) {
    const head = headAt(tree, at);
    if (head < 0) return true;
    if (!isVerbal(tree, head) || !["ccomp", "xcomp", "conj", "parataxis", "obj"].includes(baseRelation(tree, at)))
      return false;
    at = head;
  }
  return false;
}
