import { bylineOf } from "./flat-bylines.js";
import type { Measured } from "./measured.js";
import { isMenu } from "./sections.js";
import { letters, sameTitle } from "./title.js";

const titleReach = 60;

/** The index of the headline of a short text with little around it: the line before the prose that looks most like one; −1 when there is none. */
export function briefTitle(items: readonly Measured[], start: number): number {
  const body = new Set<string>();
  for (const item of items.slice(start, start + 40))
    for (const word of letters(item.text).split(" ")) if (word.length > 3) body.add(word);
  let [best, bestScore] = [-1, 1];
  for (let i = Math.max(0, start - titleReach); i < start; i++) {
    const score = titleScore(items, i, start, body);
    if (score > bestScore) [best, bestScore] = [i, score];
  }
  return best;
}

function titleScore(items: readonly Measured[], i: number, start: number, body: ReadonlySet<string>): number {
  const { text, wording } = items[i]!;
  if (wording.words < 3 || wording.words > 32 || wording.credit || isMenu(text)) return 0;
  if (wording.cue !== null && !(wording.cue.reason === "teaser" && /:/.test(text))) return 0;
  if (bylineOf(items[i]!, false) !== null) return 0;
  const content = letters(text)
    .split(" ")
    .filter((word) => word.length > 3);
  const shared = content.filter((word) => body.has(word)).length / Math.max(2, content.length);
  const next = items.slice(i + 1, i + 4).some((item) => item.wording.words < 20 && bylineOf(item, true) !== null);
  const repeated = items.slice(0, start).some((item, j) => j !== i && sameTitle(item.text, text));
  const shape = Math.min(1, wording.words / 6) + (wording.ending === 1 ? -1 : 0.4) - (wording.separators > 0 ? 0.7 : 0);
  const tail = wording.ending === 3 || wording.ending === 5 ? 1 : 0;
  return shape + shared * 2.5 + +next * 1.2 + +repeated * 0.8 - tail - Math.min(1.5, (start - i) * 0.06);
}
