import { hintBit } from "./hints.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";

/** Names that only what readers write bears: "discussion" may as well be a section of a paper. */
const names = /(?:^|[\s_-])comments?(?:[\s_-]|$)|comment-?(?:s?list|text|body|content|thread|item|wrap|area)|disqus|livefyre/i;
/** More than this share of what is kept is no appendix: some sites call the article's own text a comment. */
const most = 0.5;

/** What readers wrote below the article is not the article's, however well it is written. */
export function dropComments(items: readonly Measured[], kept: boolean[]): void {
  const homes = items.map(({ block }, i) => (kept[i] ? homeOf(block!.element) : null));
  if (homes.every((home) => home === null)) return;
  const words = (of: (i: number) => boolean): number =>
    items.reduce((sum, { wording }, i) => sum + (kept[i] && of(i) ? wording.words : 0), 0);
  if (words((i) => homes[i] !== null) > most * words(() => true)) return;
  homes.forEach((home, i) => {
    if (home !== null) kept[i] = false;
  });
}

/** The element of comments that an element stands in, if any. */
function homeOf(element: Element): Element | null {
  for (let at: Element | null = element; at !== null && at.tag !== "body"; at = at.parent)
    if ((at.hints & hintBit.comments) !== 0 && names.test(at.names)) return at;
  return null;
}
