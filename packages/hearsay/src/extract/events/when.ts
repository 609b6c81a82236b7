import type { Token } from "@hearsay/english";
import type { Annotation, Interval, Moment } from "../../model/index.js";
import { isActorNoun } from "./lexicon.js";
import type { Tree } from "./tree.js";
import { dependents, isTimeWord, subtree } from "./tree.js";

/** Moments with a known stretch of time that lie in one sentence. */
export function momentsOf(annotation: Annotation, start: number, end: number): readonly Moment[] {
  return annotation.moments.filter((moment) => moment.interval !== null && moment.start >= start && moment.end <= end);
}

/**
 * When the action at `i` took place: the moment among what depends on it, else the sentence's only moment outside
 * a clause of its own. Null when the sentence does not say.
 */
export function whenOf(tree: Tree, i: number, moments: readonly Moment[], noun: number | null): Interval | null {
  if (moments.length === 0) return null;
  const own = [i, ...(noun === null ? [] : [noun])].flatMap((at) => attached(tree, at, moments));
  if (own[0] !== undefined) return own[0].interval;
  const token = tree.tokens[i]!;
  const only = moments.length === 1 ? moments[0]! : null;
  return only !== null &&
    Math.abs(only.start - token.start) < nearby &&
    sharesClause(tree, i, only) &&
    isOwnDate(tree, i, only)
    ? only.interval
    : null;
}

/** Characters between a moment and a word it need not depend on. */
const nearby = 120;

/** No clause of its own stands between the moment and the word: "X, which joined in 2026, urged" gives no date for urging. */
function sharesClause(tree: Tree, i: number, moment: Moment): boolean {
  let at = tree.tokens.findIndex((token) => token.end > moment.start);
  for (let step = 0; at >= 0 && step < 20; step++) {
    if (at === i) return true;
    if (["acl", "advcl", "acl:relcl"].includes(tree.tokens[at]!.deprel)) return false;
    at = tree.tokens[at]!.head;
  }
  return true;
}

function attached(tree: Tree, i: number, moments: readonly Moment[]): readonly Moment[] {
  return dependents(tree, i, "obl", "advmod", "nmod", "obj", "compound").flatMap((kid) => {
    const inside = subtree(tree, kid).map((at) => tree.tokens[at]!);
    const within = moments.filter((moment) =>
      inside.some((token) => token.start < moment.end && moment.start < token.end),
    );
    return within.filter((moment) => isOwnDate(tree, i, moment));
  });
}

/** Not that of a clause below ("a truce starting on Thursday") nor part of a name ("the 1987 Waters Treaty"). */
function isOwnDate(tree: Tree, i: number, moment: Moment): boolean {
  if (namesActor(tree.tokens, moment)) return false;
  const first = tree.tokens.findLastIndex((token) => token.start < moment.end);
  for (let at = first, step = 0; at >= 0 && at !== i && step < 20; step++) {
    const { deprel, head } = tree.tokens[at]!;
    if (["acl", "acl:relcl", "advcl"].includes(deprel)) return false;
    if (
      ["nummod", "compound", "flat"].includes(deprel) &&
      tree.tokens[head]?.upos === "PROPN" &&
      head > at &&
      tree.tokens[at - 1]?.form.toLowerCase() !== "in" &&
      !isTimeWord(tree.lemmas[head]!)
    )
      return false;
    at = head;
  }
  return true;
}

/** "The Sept. 11 families", "lawyers for 2019 victims": the date says which of them, not when they act; "on Thursday officials said" does. */
export function namesActor(tokens: readonly Token[], { start, end, value }: Moment): boolean {
  const next = tokens.find((token) => token.start >= end);
  if (next === undefined || next.upos !== "NOUN" || next.start - end > 1) return false;
  const before = tokens.findLast((token) => token.end <= start);
  const isHeld = value === "2001-09-11" || /^(?:the|these|those|of|for|with)$/i.test(before?.form ?? "");
  return isHeld && isActorNoun(next.lemma) && !isTimeWord(next.lemma);
}

/** More than about a year before the article was published. */
export function isHistorical(when: Interval | null, published: string | null): boolean {
  if (when === null || published === null) return false;
  const year = Number(published.slice(0, 4)) - 1;
  return when.latest.slice(0, 10) < `${String(year).padStart(4, "0")}${published.slice(4, 10)}`;
}
