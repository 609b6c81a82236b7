/**
 * Whether two reports of one claim are in the same words. Reporters who know of a thing each in their own way do not
 * write the same long run of words: where two do, one has it from the other, or both from a third (an agency, a press
 * release), and they are one voice for this claim however little else their articles share.
 */

/** A clause, word by word, without the endings of possession. */
export type Wording = readonly string[];

export const wordingOf = (text: string): Wording =>
  text
    .toLowerCase()
    .replace(/['’]s?(?![\p{L}\p{N}])/gu, " ")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const empty: ReadonlySet<string> = new Set(
  `the a an of to in on at for and or but with by from as that this it its he she they we i his her their our my who
   which is was were are be been being has have had having do does did will would not mr mrs ms dr prof`.split(/\s+/),
);

/** Without the words that every clause has. */
export const tellingWords = (wording: Wording): Wording => wording.filter((word) => !empty.has(word));

/** Length of the longest list of words that both have in this order, whatever stands between them. */
export function wordsInOrder(a: Wording, b: Wording): number {
  let before = new Uint16Array(b.length + 1);
  for (const word of a) {
    const now = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      now[j] = word === b[j - 1] ? before[j - 1]! + 1 : Math.max(before[j]!, now[j - 1]!);
    before = now;
  }
  return before[b.length]!;
}

/** The words of a clause that stand in quotation marks, or from one that is still open. */
export const quotedIn = (text: string): Wording =>
  wordingOf([...text.matchAll(/(?:["“«]|'')(.+?)(?:["”»]|''|$)/gsu)].map(([, inside]) => inside).join(" "));

/** The "t" is what is left of "didn't". */
const negations =
  /^(?:not|no|never|none|nor|neither|nobody|nothing|without|cannot|cant|dont|didnt|wont|isnt|wasnt|t|den(?:y|ies|ied|ying)|disputing|false|untrue)$/;
const negationsIn = (wording: Wording): number => wording.filter((word) => negations.test(word)).length;

export const hasNegation = (wording: Wording): boolean => negationsIn(wording) > 0;

/** Whether one of two clauses in the same words says "not" where the other does not. */
export const isTurned = (a: Wording, b: Wording): boolean => negationsIn(a) % 2 !== negationsIn(b) % 2;

/**
 * Words in a row, and their least share of the shorter clause. Set on news of one event by many outlets: a short
 * headline ("the navy captured 23 pirates") is written twice by chance, a sentence is not; what somebody said stands
 * in quotation marks in the same words because it was said once.
 */
const rows = {
  written: [
    { run: 5, share: 1 },
    { run: 6, share: 0.75 },
    { run: 9, share: 0.5 },
  ],
  quoted: [{ run: 4, share: 0.6 }],
};

/** Whether clauses `a` and `b` are one wording. */
export const sameWording = (a: Wording, b: Wording): boolean => shareRow(a, b, rows.written);

/** Whether two quotations, each the words in quotation marks, are one remark. */
export const sameQuotation = (a: Wording, b: Wording): boolean => shareRow(a, b, rows.quoted);

function shareRow(a: Wording, b: Wording, asked: typeof rows.written): boolean {
  const least = Math.min(a.length, b.length);
  if (asked.every(({ run }) => least < run)) return false;
  const longest = longestRun(a, b);
  return asked.some(({ run, share }) => longest >= run && longest >= share * least);
}

/** Length of the longest run of words that both have. */
function longestRun(a: Wording, b: Wording): number {
  let best = 0;
  let before = new Uint16Array(b.length + 1);
  for (const word of a) {
    const now = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      if (b[j - 1] === word) {
        now[j] = before[j - 1]! + 1;
        if (now[j]! > best) best = now[j]!;
      }
    before = now;
  }
  return best;
}
