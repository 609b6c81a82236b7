import { type Forest, loadForest, probability } from "./forest.js";
import { wordingColumns } from "./line-features.js";
import { isLong, type Measured } from "./measured.js";
import { looksLikePerson } from "./names.js";
import { isMenu } from "./sections.js";
import { letters } from "./title.js";
import type { Wording } from "./wording.js";

/** A headline has no fewer words than the first and no more than the second; nothing longer is asked. */
const words = { least: 1, most: 40 };
/** How far by-lines, dates and prose are looked for, in lines. */
const reach = 6;

/** Of a line's own measures those the headline is asked for; of wording that gives a line away only whether there is any. */
const measured =
  "words wordLength stopWords capitalised capitals digits separators sentences ending beginning person imperative cue commas dated";
const own = new Map([...wordingColumns, ["cue", (w: Wording) => +(w.cue !== null)] as const]);
const measures = measured.split(" ").map((name) => [name, own.get(name)!] as const);

/** Names of the columns of a line's row, in order. */
export const headlineColumns: readonly string[] = [
  ...measures.map(([name]) => name),
  "index",
  "indexShare",
  "longBefore",
  "longAfter",
  "toLong",
  "longIn10",
  "longIn30",
  "topic",
  "topicMost",
  "covered",
  "repeats",
  "firstOfRepeats",
  "trail",
  "isTrail",
  "dateAfter",
  "dateBefore",
  "byAfter",
  "byBefore",
  "personAfter",
  "minutesAfter",
  "words-2",
  "words-1",
  "words1",
  "words2",
  "sentences1",
  "capitalised-1",
  "capitalised1",
  "ending1",
  "beginning1",
  "longerThanBefore",
  "longerThanAfter",
  "shortBefore",
  "alike",
];

/** Its telling words, given its letters. */
const content = (plain: string): string[] => [
  ...new Set(plain.split(" ").filter((word) => word.length > 3 || /[\u0250-\uffff]/.test(word))),
];
const opensAsByline =
  /^(?:(?:written|posted|published|reported|story|words)\s+)?(?:by|von|par|por|di|door|av|af|автор)(?!\p{L})/iu;
const minutes = /\bmin(?:ute)?s?\.?(?: to)? read\b/i;

/** What the lines of a text share. */
interface Whole {
  readonly items: readonly Measured[];
  /** The letters of a text, each text's found once: a line is asked for its own and for its neighbours'. */
  readonly plain: (text: string) => string;
  readonly longBefore: Int32Array;
  readonly nextLong: Int32Array;
  readonly isByline: (line: Measured) => boolean;
  readonly isPerson: (line: Measured) => boolean;
  /** In how many of the long lines each word stands. */
  readonly held: ReadonlyMap<string, number>;
  readonly copies: ReadonlyMap<string, readonly number[]>;
  /** How many short lines hold each word. */
  readonly named: ReadonlyMap<string, number>;
}

function wholeOf(items: readonly Measured[]): Whole {
  const n = items.length;
  const known = new Map<string, string>();
  const plain = (text: string): string => {
    const own = known.get(text) ?? letters(text);
    known.set(text, own);
    return own;
  };
  const [longBefore, nextLong] = [new Int32Array(n + 1), new Int32Array(n)];
  const [held, named] = [new Map<string, number>(), new Map<string, number>()];
  const copies = new Map<string, number[]>();
  items.forEach((item, i) => {
    const long = isLong(item);
    longBefore[i + 1] = longBefore[i]! + +long;
    const text = item.text.slice(0, 1_000);
    if (long || item.wording.words <= words.most)
      for (const word of content(plain(text)))
        (long ? held : named).set(word, ((long ? held : named).get(word) ?? 0) + 1);
    if (item.wording.words > words.most) return;
    const own = plain(text);
    const list = copies.get(own);
    if (list === undefined) copies.set(own, [i]);
    else list.push(i);
  });
  for (let i = n - 1, next = n + 100; i >= 0; i--) {
    nextLong[i] = next - i;
    if (isLong(items[i]!)) next = i;
  }
  const isByline = once(({ text }) => opensAsByline.test(text));
  const isPerson = once(({ text, wording }) => wording.words <= 5 && looksLikePerson(text));
  return { items, plain, isByline, isPerson, longBefore, nextLong, held, copies, named };
}

/** Asks each line once: every line asks for those about it. */
function once(is: (line: Measured) => boolean): (line: Measured) => boolean {
  const known = new Map<Measured, boolean>();
  return (line) => {
    const found = known.get(line) ?? is(line);
    known.set(line, found);
    return found;
  };
}

const mayBe = ({ text, wording }: Measured): boolean =>
  wording.words >= words.least && wording.words <= words.most && text.length <= 400;

/** The rows of the lines that may be the headline; null for the others. */
export function headlineRows(items: readonly Measured[]): (number[] | null)[] {
  const whole = wholeOf(items);
  return items.map((item, i) => (mayBe(item) ? rowOf(whole, i) : null));
}

function rowOf(whole: Whole, i: number): number[] {
  const { items, plain, longBefore, nextLong } = whole;
  const { text, wording } = items[i]!;
  const n = items.length;
  const within = (steps: number): number => longBefore[Math.min(n, i + 1 + steps)]! - longBefore[i + 1]!;
  const wordsAt = (at: number): number => Math.min(99, items[at]?.wording.words ?? -1);
  const own = plain(text);
  const telling = content(own);
  const copies = whole.copies.get(own) ?? [i];
  const before = items.slice(Math.max(0, i - 5), i);
  const after = items.slice(i + 1, i + 6);
  const longest = (list: readonly Measured[]): number =>
    list.reduce((most, one) => Math.max(most, Math.min(60, one.wording.words)), 0);
  return [
    ...measures.map(([, value]) => value(wording)),
    Math.min(400, i),
    i / n,
    Math.min(40, longBefore[i]!),
    Math.min(99, longBefore[n]! - longBefore[i + 1]!),
    Math.min(60, nextLong[i]!),
    within(10),
    within(30),
    ...topics(whole, telling),
    Math.min(9, copies.length),
    +(copies[0] === i),
    +before.slice(-3).some((one) => isTrail(one.text, own, plain)),
    +after.slice(0, 3).some((one) => isTrail(text, plain(one.text.slice(0, 400)), plain)),
    distance(after, ({ wording }) => wording.dated),
    distance(before.toReversed(), ({ wording }) => wording.dated),
    distance(after, whole.isByline),
    distance(before.toReversed(), whole.isByline),
    distance(after, whole.isPerson),
    distance(after, (one) => minutes.test(one.text)),
    wordsAt(i - 2),
    wordsAt(i - 1),
    wordsAt(i + 1),
    wordsAt(i + 2),
    Math.min(9, items[i + 1]?.wording.sentences ?? -1),
    items[i - 1]?.wording.capitalised ?? -1,
    items[i + 1]?.wording.capitalised ?? -1,
    items[i + 1]?.wording.ending ?? -1,
    items[i + 1]?.wording.beginning ?? -1,
    wording.words - longest(before),
    wording.words - longest(after),
    before.filter((one) => one.wording.words < 6).length,
    alike(whole, telling),
  ];
}

const distance = (lines: readonly Measured[], is: (line: Measured) => boolean): number => {
  const at = lines.slice(0, reach).findIndex(is);
  return at < 0 ? reach + 1 : at + 1;
};

/** "Home > Harbour > Pier closes" above "Pier closes". */
const isTrail = (text: string, own: string, plain: Whole["plain"]): boolean =>
  text.length < 400 && own.length > 5 && plain(text) !== own && plain(text).endsWith(own);

/** How much a line's words are those of the prose: mean, most, and the share of them that it holds at all. */
function topics({ held, longBefore, items }: Whole, own: readonly string[]): [number, number, number] {
  const all = Math.max(1, longBefore[items.length]!);
  const shares = own.map((word) => (held.get(word) ?? 0) / all);
  if (shares.length === 0) return [0, 0, 0];
  return [
    shares.reduce((sum, one) => sum + one, 0) / shares.length,
    Math.max(...shares),
    shares.filter((one) => one > 0).length / shares.length,
  ];
}

/** In how many short lines the words of a line stand, on the average: those of a headline come back in headings. */
function alike({ named }: Whole, own: readonly string[]): number {
  return own.reduce((sum, word) => sum + Math.min(20, named.get(word) ?? 0), 0) / Math.max(1, own.length);
}

let forest: Forest | null = null;

/** Below this probability there is no headline. Chosen on pages left out in training. */
const cut = 0.05;

/** The index of the headline of a flat scrape; −1 when no line looks like one. */
export function headlineOf(items: readonly Measured[]): number {
  forest ??= loadForest("headline", headlineColumns);
  const rows = headlineRows(items);
  let [best, most] = [-1, cut];
  rows.forEach((row, i) => {
    const { text, wording } = items[i]!;
    const chance = row === null || wording.credit || isMenu(text) ? 0 : probability(forest!, row);
    if (chance > most) [best, most] = [i, chance];
  });
  return best;
}
