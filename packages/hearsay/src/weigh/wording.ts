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

/** A quotation mark in a clause: part of it at least is in somebody's own words. */
export const hasMarks = (text: string): boolean => /["“”«»]|''/.test(text);

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

/** Whether clauses `a` and `b` are one wording; `quoted`: both are somebody's words in quotation marks. */
export function sameWording(a: Wording, b: Wording, quoted: boolean): boolean {
  const least = Math.min(a.length, b.length);
  const asked = quoted ? [...rows.quoted, ...rows.written] : rows.written;
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
