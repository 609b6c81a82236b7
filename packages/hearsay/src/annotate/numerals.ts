/** Number words of English, and numbers written with them or with digits. */

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** "seven" → 7, "forty" → 40. */
export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, i): [string, number] => [word, i]),
  ...tens.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

/** "thousand" → 1000, and the abbreviations that follow digits. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["lakh", 1e5],
  ["crore", 1e7],
  ["mn", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);

const ordinalWords: ReadonlyMap<string, number> = new Map([
  ...(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
      " ",
    ) as string[]
  ).map((word, i): [string, number] => [word, i + 1]),
  ...(
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"] as const
  ).map((word, i): [string, number] => [word, 20 + 10 * i]),
]);

/** "third", "3rd", "twenty-first" → 3, 3, 21; null when it is no ordinal. */
export function ordinal(text: string): number | null {
  const word = text.toLowerCase();
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(word);
  if (digits !== null) return Number(digits[1]);
  const [first = "", second] = word.split(/[- ]/, 2);
  if (second === undefined) return ordinalWords.get(word) ?? null;
  const unit = ordinalWords.get(second);
  const ten = smallNumbers.get(first);
  return unit !== undefined && unit < 10 && ten !== undefined && ten >= 20 ? ten + unit : null;
}

const fractionSigns: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3 };

/** Digits with thousands separators and decimals: "1,200" → 1200, "2.6" → 2.6, "5 1/2" and "5½" → 5.5. */
export function digits(text: string): number | null {
  const sign = fractionSigns[text.at(-1) ?? ""];
  if (sign !== undefined) {
    const whole = text.length === 1 ? 0 : digits(text.slice(0, -1));
    return whole === null ? null : whole + sign;
  }
  const match = /^(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,9})?(?:[- ](\d)\/(\d))?$/.exec(text.trim());
  if (match === null) return null;
  const whole = Number(`${(match[1] ?? "").replaceAll(",", "")}${match[2] ?? ""}`);
  return match[3] === undefined ? whole : whole + Number(match[3]) / Math.max(1, Number(match[4]));
}

/**
 * The value of a number in words, digits or both: "twenty-four" → 24, "a hundred and thirty million" → 130e6,
 * "2.6 billion" → 2.6e9. Null when any word is not part of a number.
 */
export function numberValue(text: string): number | null {
  const words = text.toLowerCase().match(/\d[\d,.]*(?: \d\/\d)?|[a-z]+/g) ?? [];
  let total = 0;
  let group: number | null = null;
  for (const word of words) {
    if (word === "and" && group !== null) continue;
    const value: number | null = word === "a" || word === "an" ? 1 : (smallNumbers.get(word) ?? digits(word));
    const magnitude = magnitudes.get(word);
    if (value !== null) group = (group ?? 0) + value;
    else if (magnitude === undefined) return null;
    else if (magnitude === 100) group = (group ?? 1) * 100;
    else {
      total += (group ?? 1) * magnitude;
      group = 0;
    }
  }
  return words.length === 0 ? null : total + (group ?? 0);
}

/** Source of a pattern for a number in words up to the thousands; every part bounded. */
export const numberWordsPattern = (() => {
  const unit = `(?:${ones.join("|")})`;
  const below100 = `(?:(?:${tens.join("|")})(?:[- ]${unit})?|${unit})`;
  return `(?:(?:an?|${unit}) (?:hundred|thousand)(?: (?:and )?${below100})?|${below100})`;
})();
