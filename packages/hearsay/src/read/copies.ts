import { hintBit } from "./hints.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";
import { finderIn, squeezed } from "./text.js";

/** Characters from which the same text twice is taken for a copy: "Yes." may be said again. */
const telling = 40;

/**
 * Leaves one of each text that a page holds twice: the one that is shown, else the likelier. Pages repeat themselves
 * for small screens, for readers of screens, and as the source that a script makes the page from.
 */
export function dropCopies(items: readonly Measured[], probabilities: ArrayLike<number>, kept: boolean[]): void {
  dropHidden(items, kept);
  dropRepeats(items, probabilities, kept, telling);
  dropSource(items, kept);
}

/** Leaves the likeliest of those that say the same in so many characters or more, the first of equals. */
export function dropRepeats(
  items: readonly Measured[],
  probabilities: ArrayLike<number>,
  kept: boolean[],
  least: number,
): void {
  const copies = new Map<string, number>();
  for (let i = 0; i < items.length; i++) {
    const { text } = items[i]!;
    if (!kept[i] || text.length < least) continue;
    const copy = copies.get(text);
    const worse = copy !== undefined && probabilities[copy]! >= probabilities[i]!;
    if (!worse) copies.set(text, i);
    if (copy !== undefined) kept[worse ? i : copy] = false;
  }
}

/** What is hidden and stands among what is shown, whatever the blocks it is cut into. */
function dropHidden(items: readonly Measured[], kept: boolean[]): void {
  const hidden = items.map(({ block }, i) => kept[i] === true && isHidden(block!.element));
  if (!hidden.includes(true)) return;
  const isShown = finderIn(squeezed(items.map(({ text }, i) => (kept[i] && !hidden[i] ? text : "")).join(" ")));
  for (let i = 0; i < items.length; i++) if (hidden[i] && isShown(squeezed(items[i]!.text))) kept[i] = false;
}

function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if ((at.hints & hintBit.hidden) !== 0) return true;
  return false;
}

/** One block that holds the words of nearly all the others, and they most of its: from so many words on. */
const source = { words: 200, ofOthers: 0.85, ofItself: 0.5 };

function dropSource(items: readonly Measured[], kept: boolean[]): void {
  const total = items.reduce((sum, { wording }, i) => sum + (kept[i] ? wording.words : 0), 0);
  const [at, another] = items.flatMap(({ wording }, i) =>
    kept[i] && wording.words >= Math.max(source.words, total * 0.4) ? [i] : [],
  );
  if (at === undefined || another !== undefined || total < items[at]!.wording.words * 1.4) return;
  const own = wordsIn([items[at]!]);
  const others = wordsIn(items.filter((_, i) => kept[i] && i !== at));
  const shared = [...others].filter((word) => own.has(word)).length;
  if (shared >= others.size * source.ofOthers && shared >= own.size * source.ofItself) kept[at] = false;
}

const wordsIn = (items: readonly Measured[]): Set<string> =>
  new Set(items.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []));
