import type { Token } from "@hearsay/english";
import type { Amount } from "../../model/index.js";

/** What two amounts that stand side by side share: a unit, what they count, or one range that both are ends of. */

/** Neighbours joined and completed, in text order. */
export function pairUp(tokens: readonly Token[], found: readonly Amount[]): Amount[] {
  const joined = joinRanges(tokens, found);
  return joined.map((amount, i) => {
    const links = [joined[i - 1], joined[i + 1]].map((other) => other && shared(tokens, amount, other));
    return links.find((link) => link != null) ?? amount;
  });
}

/** "between 3% and 5%", "£2m-£3m", "3 km to 5 km": one range. "From 3% to 5%" tells of a change: two amounts. */
function joinRanges(tokens: readonly Token[], found: readonly Amount[]): Amount[] {
  const out: Amount[] = [];
  for (const amount of found) {
    const last = out.at(-1);
    if (last !== undefined && isRange(tokens, last, amount))
      out[out.length - 1] = { ...amount, start: last.start, min: last.min, exact: false };
    else out.push(amount);
  }
  return out;
}

function isRange(tokens: readonly Token[], low: Amount, high: Amount): boolean {
  if (low.unit === null || low.unit !== high.unit || low.max === null || high.max === null || low.max >= high.max)
    return false;
  const link = wordsBetween(tokens, low.end, high.start, 1)?.[0] ?? "";
  const before = wordBefore(tokens, low.start);
  return /^[-–]$/.test(link) || (link === "and" && before === "between") || (link === "to" && before !== "from");
}

/** In "fell to 340 tonnes from 510" and "from 30 to 40 percent" both numbers have the one unit and subject. */
function shared(tokens: readonly Token[], amount: Amount, other: Amount): Amount | null {
  if (amount.unit !== null || (other.unit === null && amount.of !== null) || !isPaired(tokens, amount, other))
    return null;
  if (amount.of === null) return { ...amount, unit: other.unit, of: other.of, noun: other.noun };
  return other.of === null || other.noun === amount.noun ? { ...amount, unit: other.unit } : null;
}

/** Only "to", "from" or the like stands between the two. */
function isPaired(tokens: readonly Token[], a: Amount, b: Amount): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = wordsBetween(tokens, first.end, second.start, 4)?.join(" ") ?? "";
  return /^(?:, )?(?:up |down |compared |instead )?(?:from|to|with|against|of)(?: about| around| nearly| [$€£])?$/.test(
    between,
  );
}

/** The words between two offsets when there are some and at most `most`. */
function wordsBetween(tokens: readonly Token[], from: number, to: number, most: number): string[] | null {
  const words: string[] = [];
  for (let i = indexAt(tokens, from); i < tokens.length && (tokens[i] as Token).end <= to; i++) {
    words.push((tokens[i] as Token).form.toLowerCase());
    if (words.length > most) return null;
  }
  return words.length === 0 ? null : words;
}

const wordBefore = (tokens: readonly Token[], offset: number): string =>
  tokens[indexAt(tokens, offset) - 1]?.form.toLowerCase() ?? "";

/** The first token that starts at or after an offset. */
function indexAt(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
