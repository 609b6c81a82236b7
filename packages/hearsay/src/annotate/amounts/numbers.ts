import { digits, magnitudes, ordinal, smallNumbers } from "../numerals.js";
import type { Range } from "./hedges.js";

/** A number read from words, up to but not including word `next`. */
export interface Read extends Range {
  readonly next: number;
  /** "a third", "half": a share of a whole. */
  readonly share?: true;
  /** One word that is often no number: "one", "several". */
  readonly weak?: true;
}

const exactly = (value: number, next: number): Read => ({ min: value, max: value, exact: true, next });
const between = (min: number, max: number, next: number): Read => ({ min, max, exact: false, next });

/** Plural words for open numbers, from a plain reading of "some tens of them" (two or more of ten). */
const open: Readonly<Record<string, readonly [number, number]>> = {
  dozens: [24, 99],
  scores: [40, 199],
  hundreds: [200, 999],
  thousands: [2000, 9999],
  lakhs: [2e5, 999_999],
  crores: [2e7, 99_999_999],
  millions: [2e6, 9_999_999],
  billions: [2e9, 9_999_999_999],
  trillions: [2e12, 9_999_999_999_999],
};
const few: Readonly<Record<string, readonly [number, number]>> = {
  several: [3, 9],
  few: [2, 9],
  handful: [3, 9],
  couple: [2, 3],
  pair: [2, 2],
};
const joined = new Set(["-", "‐", "‑", "–"]);

const starters: ReadonlySet<string> = new Set([
  ...smallNumbers.keys(),
  ...Object.keys(open),
  ...Object.keys(few),
  ..."a an half quarter tens".split(" "),
]);

/** Whether a number can start with this word: most words are passed over by this alone. */
export const canStart = (word: string): boolean => starters.has(word) || /^[\d½¼¾⅓⅔]/.test(word);

/** The number that starts at word `at`; null when none does. */
export function readNumber(words: readonly string[], at: number): Read | null {
  return (
    readOpen(words, at) ??
    readPartOfUnit(words, at) ??
    readFraction(words, at) ??
    readFew(words, at) ??
    readPlain(words, at)
  );
}

/** "hundreds", "tens of thousands", "hundreds of thousands". */
function readOpen(words: readonly string[], at: number): Read | null {
  const first = words[at] ?? "";
  const scale = { tens: 10, dozens: 12, hundreds: 100, thousands: 1000 }[first];
  if (scale !== undefined && words[at + 1] === "of") {
    const unit = magnitudes.get((words[at + 2] ?? "").replace(/s$/, ""));
    if (unit !== undefined && words[at + 2]?.endsWith("s"))
      return between(2 * scale * unit, 10 * scale * unit - 1, at + 3);
  }
  const range = open[first];
  return range === undefined ? readOpenDigits(words, at) : between(range[0], range[1], at + 1);
}

/** "1000s of", "100's of": the same in digits, as chats and machine-made copies write it. */
function readOpenDigits(words: readonly string[], at: number): Read | null {
  const [, power, ending] = /^(10{1,5})(['’]?s)?$/.exec(words[at] ?? "") ?? [];
  const of = ending === undefined && /^['’]s$/.test(words[at + 1] ?? "") ? at + 2 : ending === undefined ? -1 : at + 1;
  if (power === undefined || words[of] !== "of") return null;
  return between(2 * Number(power), 10 * Number(power) - 1, of);
}

/** "several hundred", "a few thousand", "a couple of dozen"; alone they count too, weakly. */
function readFew(words: readonly string[], at: number): Read | null {
  const start = words[at] === "a" ? at + 1 : at;
  const range = few[words[start] ?? ""];
  if (range === undefined || (words[start] === "few" && start === at)) return null;
  const of = words[start + 1] === "of" ? start + 2 : start + 1;
  const unit = words[of] === "dozen" ? 12 : magnitudes.get(words[of] ?? "");
  if (unit === undefined)
    return {
      ...between(range[0], range[1], words[start] === "several" || words[start] === "few" ? start + 1 : of),
      weak: true,
    };
  return between(range[0] * unit, range[1] * unit, of + 1);
}

const share = (value: number, next: number): Read => ({ min: value, max: value, exact: false, next, share: true });

/** "half", "one in five", "a third", "two-thirds", "three quarters". */
function readFraction(words: readonly string[], at: number): Read | null {
  if (words[at] === "half" && !/^(?:an?|past|hour|time|way|dozen|-)$/.test(words[at + 1] ?? ""))
    return share(0.5, at + 1);
  return readInMany(words, at) ?? readNamedFraction(words, at);
}

/** "one in five", "2 out of 3": a share, unless it tells how often in time ("one in five years"). */
function readInMany(words: readonly string[], at: number): Read | null {
  const top = smallOf(words[at]);
  const link = afterInMany(words, at + 1);
  if (top === null || link < 0) return null;
  const next = words[link] === "every" ? link + 1 : link;
  const whole = smallOf(words[next]);
  if (whole === null || whole <= top || whole > 100 || isTimeWord(words[next + 1] ?? "")) return null;
  return share(top / whole, next + 1);
}
/** Past "in", "out of"; past "of" only in "one of every nine" and "eight of 10", as "one of two" counts them. */
function afterInMany(words: readonly string[], at: number): number {
  if (words[at] === "in") return at + 1;
  if (words[at] === "out" && words[at + 1] === "of") return at + 2;
  return words[at] === "of" && /^(?:every|10|ten|100)$/.test(words[at + 1] ?? "") ? at + 1 : -1;
}
const smallOf = (word = ""): number | null => smallNumbers.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : null);
const isTimeWord = (word: string): boolean =>
  /^(?:[ap]\.?m\.?|(?:second|minute|hour|day|night|week|month|quarter|year|decade)s?)$/.test(word) ||
  magnitudes.has(word);

/** "a third", "two-thirds", "three quarters". */
function readNamedFraction(words: readonly string[], at: number): Read | null {
  const top = words[at] === "a" ? 1 : smallNumbers.get(words[at] ?? "");
  if (top === undefined || top === 0) return null;
  const next = joined.has(words[at + 1] ?? "") ? at + 2 : at + 1;
  const word = words[next] ?? "";
  const parts = /^quarters?$/.test(word)
    ? 4
    : word === "half" || word === "halves"
      ? 2
      : ordinal(word.replace(/s$/, ""));
  if (parts === null || parts < 2 || top >= parts || (top > 1 && !word.endsWith("s"))) return null;
  return /^(?:of|the)$/.test(words[next + 1] ?? "") || top > 1 ? share(top / parts, next + 1) : null;
}

/** Digits or number words with magnitudes: "34", "1,200", "2.6 billion", "a hundred and five", "half a million". */
function readPlain(words: readonly string[], at: number): Read | null {
  if (words[at] === "a" || words[at] === "an") {
    if (words[at + 1] === "dozen") return exactly(12, at + 2);
    if (!magnitudes.has(words[at + 1] ?? "")) return null;
  }
  return sum(words, at);
}

const parts: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["quarter", 0.25],
]);
const article = /^an?$/;
const unitSize = (word = ""): number | undefined => (word === "dozen" ? 12 : magnitudes.get(word));

/** "half a million", "a quarter-million", "a quarter of a million". */
function readPartOfUnit(words: readonly string[], at: number): Read | null {
  const start = article.test(words[at] ?? "") ? at + 1 : at;
  const part = parts.get(words[start] ?? "");
  if (part === undefined) return readAndHalf(words, at);
  const link = words[start + 1] ?? "";
  const of = link === "of" ? start + 2 : start + 1;
  const next = article.test(words[of] ?? "") ? of + 1 : joined.has(link) ? start + 2 : -1;
  const unit = unitSize(words[next]);
  return unit === undefined ? null : exactly(part * unit, next + 1);
}

/** "one and a half million", "a million and a half", "two and a quarter". */
function readAndHalf(words: readonly string[], at: number): Read | null {
  const whole = article.test(words[at] ?? "") ? 1 : smallOf(words[at]);
  const before = words[at + 1] === "and" ? undefined : unitSize(words[at + 1]);
  const and = before === undefined ? at + 1 : at + 2;
  const part = parts.get(words[and + 2] ?? "");
  if (whole === null || words[and] !== "and" || !article.test(words[and + 1] ?? "") || part === undefined) return null;
  const after = before ?? unitSize(words[and + 3]);
  return exactly((whole + part) * (after ?? 1), and + (before === undefined && after !== undefined ? 4 : 3));
}

function sum(words: readonly string[], at: number): Read | null {
  let [total, group, next] = [0, null as number | null, at];
  for (; next < words.length && next - at < 14; next++) {
    const word = words[next] as string;
    const following = words[next + 1] ?? "";
    const value = (word === "a" || word === "an") && next === at ? 1 : (smallNumbers.get(word) ?? digits(word));
    const magnitude = word === "dozen" ? 12 : magnitudes.get(word);
    if (value !== null) {
      if (group !== null && !(smallNumbers.has(word) && fits(group, value))) break;
      group = (group ?? 0) + value;
    } else if (magnitude !== undefined && (group !== null || next > at)) {
      if (magnitude < 1000) group = (group ?? 1) * magnitude;
      else [total, group] = [total + (group ?? 1) * magnitude, null];
    } else if (!isLink(word, words[next - 1] ?? "", following, group !== null || total > 0)) break;
  }
  if (next === at || (group === null && total === 0)) return null;
  const end = joined.has(words[next - 1] ?? "") || words[next - 1] === "and" ? next - 1 : next;
  const weak = end - at === 1 && words[at] === "one";
  return { ...exactly(total + (group ?? 0), end), ...(weak ? { weak: true as const } : {}) };
}

/** Whether a smaller number word can follow: "twenty" "four", "hundred" "five", "520" "three". */
const fits = (group: number, value: number): boolean => {
  const rest = group % 100;
  if (!Number.isInteger(group) || group < 20) return false;
  return rest === 0 ? value < 100 : rest >= 20 && rest % 10 === 0 && value > 0 && value < 10;
};

/** "twenty-four", "two-million", "hundred and five". */
function isLink(word: string, previous: string, following: string, started: boolean): boolean {
  if (!started) return false;
  if (word === "and") return /^(?:hundred|thousand|million)$/.test(previous) && smallNumbers.has(following);
  return (
    joined.has(word) &&
    (magnitudes.has(following) ||
      (smallNumbers.has(following) &&
        smallNumbers.has(previous) &&
        (smallNumbers.get(previous) ?? 0) >= 20 &&
        (smallNumbers.get(following) ?? 10) < 10))
  );
}

/** "30 to 40", "30-40", "between 30 and 40", "two or three": both ends, a magnitude shared. */
export function readRange(words: readonly string[], at: number): Read | null {
  const first = readNumber(words, at);
  if (first === null || first.share) return first;
  const link = words[first.next] ?? "";
  const isBetween = /^(?:between|from)$/.test(words[at - 1] ?? "");
  if (!(link === "to" || link === "or" || joined.has(link) || (link === "and" && isBetween))) return first;
  const sign = /^[$€£]$/.test(words[first.next + 1] ?? "") ? 1 : 0;
  const second = readNumber(words, first.next + 1 + sign);
  if (second === null || second.share || second.max === null) return first;
  const scale = sharedMagnitude(words, first, second);
  const low = first.min * scale;
  if (low >= second.max || (link === "to" && /^(?:from)$/.test(words[at - 1] ?? ""))) return first;
  return between(low, second.max, second.next);
}

/** In "2 to 3 billion" the "billion" belongs to both. */
function sharedMagnitude(words: readonly string[], first: Read, second: Read): number {
  const own = magnitudes.get(words[first.next - 1] ?? "");
  const other = magnitudes.get(words[second.next - 1] ?? "");
  return own === undefined && other !== undefined && first.min < 1000 ? other : 1;
}
