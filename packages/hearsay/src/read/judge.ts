import { blockColumns, blockRowOf } from "./block-features.js";
import { dropComments } from "./comments.js";
import { dropRepeats } from "./copies.js";
import { isCredit } from "./cues.js";
import { dropThread } from "./flat-comments.js";
import { type Forest, loadForest, probability } from "./forest.js";
import { leaning } from "./leaning.js";
import { lineColumns, lineRowOf } from "./line-features.js";
import type { Measured } from "./measured.js";
import { pageCut } from "./page-cut.js";
import { isPlainText, type Plainness } from "./plain.js";
import { isMenu } from "./sections.js";
import { keepTables } from "./tables.js";

export type Kind = "html" | "flat";

/**
 * By how much a full sentence may stay below its page's cut: to lose one is worse than to keep a stray one. Chosen on
 * pages left out in training.
 */
const benefit = { html: 0.05, flat: 0 };

const forests = new Map<Kind, Forest>();

function forestFor(kind: Kind): Forest {
  const forest = forests.get(kind) ?? loadForest(kind, kind === "html" ? blockColumns : lineColumns);
  forests.set(kind, forest);
  return forest;
}

/** The probability of each line of a flat scrape to be the article's. */
export const judgeLines = (items: readonly Measured[], title: string): Float64Array =>
  judge(forestFor("flat"), items, lineRowOf(items, title));

/** The probability of each block of a page to be the article's. */
export const judgeBlocks = (items: readonly Measured[], title: string, body: string | null): Float64Array =>
  judge(forestFor("html"), items, blockRowOf(items, title, body));

/** Row by row, so that a page of a hundred thousand lines never holds all its rows at once. */
function judge(forest: Forest, items: readonly Measured[], rowOf: (i: number) => number[]): Float64Array {
  const found = new Float64Array(items.length);
  for (let i = 0; i < items.length; i++) found[i] = probability(forest, rowOf(i));
  return found;
}

/**
 * Which items are kept: wording that gives a line away decides, else the probability does. In prose that was merely
 * pasted the classifier, which has seen scrapes only, is not asked.
 */
export function decide(
  items: readonly Measured[],
  probabilities: ArrayLike<number>,
  kind: Kind,
  plainness: Plainness = "scrape",
): boolean[] {
  const leant = kind === "flat" ? leaning(items, probabilities) : probabilities;
  const cut = pageCut(items, leant);
  const kept = items.map(
    (item, i) =>
      !isBlob(item) &&
      (!isGivenAway(item, kind) || isSurely(item, kind, probabilities[i]!)) &&
      (leant[i]! >= cut - (isFull(item) ? benefit[kind] : 0) || isMass(item, kind, probabilities[i]!)),
  );
  if (!kept.includes(true))
    for (let i = 0; i < items.length; i++) kept[i] = !isGivenAway(items[i]!, kind) && couldBeProse(items[i]!);
  if (kind === "flat") {
    closeGaps(items, probabilities, kept);
    for (let i = 0; i < items.length; i++) kept[i] ||= isPlainText(items[i]!, plainness);
    dropCaptions(items, kept);
    if (plainness === "scrape") {
      dropRepeats(items, probabilities, kept, repeated);
      dropThread(items, kept);
    }
  }
  if (kind === "html") {
    keepTables(items, kept, (item) => isGivenAway(item, kind));
    dropComments(items, kept);
  }
  dropRegions(items, kept);
  return kept;
}

const isGivenAway = ({ text, wording }: Measured, kind: Kind): boolean =>
  wording.cue !== null || wording.credit || (kind === "flat" && isMenu(text));

/** Begun at the beginning of a run only: from every character of it would take a thousand times as long. */
const blob = /(?<![\w+/=-])[\w+/=-]{1000}/;

/** A thousand letters and digits without a break are data, in whatever language. */
const isBlob = ({ text }: Measured): boolean => text.length >= 1000 && blob.test(text);

/**
 * A caption's wording gives no block away of which its place on the page makes the model nearly sure: lists say
 * "(photo, video, flowers)" too. Of such blocks on pages left out in training ten to one were the article's.
 */
const isSurely = ({ wording }: Measured, kind: Kind, probability: number): boolean =>
  kind === "html" && wording.cue === null && probability >= 0.85;

/** In flat text a line of a hundred words of running prose is an article's, unless the model is rather sure of less. */
const isMass = ({ wording }: Measured, kind: Kind, probability: number): boolean =>
  kind === "flat" && probability >= 0.3 && wording.words >= 100 && wording.sentences >= 3 && wording.stopWords >= 0.2;

/** Characters from which a line that comes again in a scrape is a second copy: a page made for two sizes of screen. */
const repeated = 70;

/** Where the model finds no article at all (a note of one line, a page like no other), sentences are the best guess. */
const couldBeProse = ({ wording, block, text }: Measured): boolean =>
  wording.words >= (block === null ? 6 : 12) &&
  wording.sentences > 0 &&
  wording.stopWords > 0.1 &&
  (block?.linked ?? 0) < text.length * 0.4;

const isFull = ({ wording }: Measured): boolean =>
  wording.words >= 6 &&
  wording.stopWords >= 0.15 &&
  (wording.ending === 1 || wording.ending === 2 || wording.ending === 6);

/** How sure the model must be that a heading, a sentence, a sentence that says "we" or "you" is furniture. */
const doubtful = { heading: 0.12, report: 0.03, address: 0.12 };

/**
 * A heading between two paragraphs that are kept, and a sentence beside one, stay unless the model is nearly sure:
 * "What has the council offered?" is only furniture where furniture stands.
 */
function closeGaps(items: readonly Measured[], probabilities: ArrayLike<number>, kept: boolean[]): void {
  const before = [...kept];
  const paragraph = (i: number): boolean => before[i] === true && items[i]!.wording.words >= 12;
  for (let i = 1; i < items.length; i++) {
    if (kept[i] || isGivenAway(items[i]!, "flat")) continue;
    const { wording } = items[i]!;
    const heading =
      probabilities[i]! >= doubtful.heading &&
      wording.words <= 14 &&
      wording.words >= 2 &&
      paragraph(i - 1) &&
      i + 1 < items.length &&
      paragraph(i + 1);
    const reporting = wording.words >= 10 && wording.ending === 1 && wording.stopWords >= 0.18 && !wording.imperative;
    const sentence =
      reporting && probabilities[i]! >= (wording.firstOrSecondPerson > 0 ? doubtful.address : doubtful.report);
    const beside = [i - 2, i - 1, i + 1, i + 2].some((at) => at >= 0 && at < items.length && paragraph(at));
    if (heading || (sentence && beside)) kept[i] = true;
  }
}

/** In flat text a line of credits follows its caption. */
function dropCaptions(items: readonly Measured[], kept: boolean[]): void {
  for (let i = 1; i < items.length; i++) {
    const { wording, text } = items[i - 1]!;
    if (isCredit(items[i]!.text) && wording.words <= 70 && wording.sentences <= 1 && !/["”]/.test(text.slice(-3)))
      kept[i - 1] = false;
  }
}

const skipTo = /^skip (?:past |previous |over )?.{0,30}(?:promotion|newsletter|ad(?:vert\w*)?)\b/i;
const skipEnd = /^(?:after|end of) .{0,30}(?:promotion|newsletter|ad(?:vert\w*)?)\b/i;

/** What stands between "skip past newsletter promotion" and "after newsletter promotion" is a promotion. */
function dropRegions(items: readonly Measured[], kept: boolean[]): void {
  for (let i = 0; i < items.length; i++) {
    if (items[i]!.text.length > 80 || !skipTo.test(items[i]!.text)) continue;
    const length = items.slice(i + 1, i + 8).findIndex((item) => item.text.length < 80 && skipEnd.test(item.text));
    for (let j = i; j <= i + 1 + length; j++) kept[j] = false;
  }
}
