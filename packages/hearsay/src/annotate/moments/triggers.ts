/**
 * Words without which no rule can match, so that rules need only look where one stands: scanning a text once for
 * them and trying few rules in few windows is more than twice as fast as trying every rule everywhere.
 */
const vocabulary = {
  month:
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec",
  weekday: "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
  unit: "second minute hour day night week fortnight month quarter year decade century centuries",
  quarter: "quarter half period q",
  season: "spring summer autumn fall winter",
  weekend: "weekend",
  part: "morning afternoon evening night lunchtime overnight midmorning midafternoon midevening",
  day: "yesterday today tomorrow tonight",
  decade: "twenties thirties forties fifties sixties seventies eighties nineties",
  spelled: "eighteen nineteen twenty",
  holiday: "day eve christmas easter pentecost thanksgiving halloween hallowe friday monday sunday wednesday july",
  now: "now nowadays days currently current present moment point presently",
  past: "recently recent past formerly ago lately days",
  future: "future date course later soon period day someday",
  clock: "half quarter five ten twenty clock noon midday midnight",
  vague: "while time daily hourly nightly weekly fortnightly biweekly monthly yearly annually every each",
} as const;

export type Trigger = keyof typeof vocabulary | "digit";
const names = [...Object.keys(vocabulary), "digit"] as Trigger[];
const bit = (trigger: Trigger): number => 1 << names.indexOf(trigger);

/** Several triggers as a set of bits. */
export const bitsOf = (triggers: readonly Trigger[]): number => triggers.reduce((bits, t) => bits | bit(t), 0);

const bitsByWord: ReadonlyMap<string, number> = (() => {
  const map = new Map<string, number>();
  const add = (word: string, bits: number) => map.set(word, (map.get(word) ?? 0) | bits);
  for (const [name, words] of Object.entries(vocabulary))
    for (const word of words.split(" ")) {
      add(word, bit(name as Trigger));
      if (name === "unit") add(`${word}long`, bit("unit"));
      if (/^(?:unit|weekday|quarter|season|weekend)$/.test(name)) add(`${word}s`, bit(name as Trigger));
      if (name === "season" || name === "month") add(`mid${word}`, bit(name as Trigger));
    }
  return map;
})();
const longest = Math.max(...[...bitsByWord.keys()].map((word) => word.length));

/** A stretch of the text where rules with any of these triggers may match. */
export interface Window {
  readonly start: number;
  end: number;
  bits: number;
}

/** No expression reaches farther than this from its trigger; the margin is for what must stand around it. */
const reach = 80;
export const margin = 24;

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Windows around the triggers of a text, in order and apart. */
export function windowsOf(text: string): Window[] {
  const windows: Window[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    const start = i++;
    if (isDigit(code)) {
      while (i < text.length && isDigit(text.charCodeAt(i))) i++;
      extend(windows, start, i, bit("digit"), text.length);
    } else if (isLetter(code)) {
      while (i < text.length && isLetter(text.charCodeAt(i))) i++;
      const bits = i - start > longest ? undefined : bitsByWord.get(text.slice(start, i).toLowerCase());
      if (bits !== undefined) extend(windows, start, i, bits, text.length);
    }
  }
  return windows;
}

function extend(windows: Window[], start: number, end: number, bits: number, length: number): void {
  const [from, to] = [Math.max(0, start - reach), Math.min(length, end + reach)];
  const last = windows.at(-1);
  if (last !== undefined && from <= last.end) {
    last.end = to;
    last.bits |= bits;
  } else windows.push({ start: from, end: to, bits });
}
