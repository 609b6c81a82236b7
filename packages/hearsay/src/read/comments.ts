import { hintBit } from "./hints.js";
import type { Element } from "./markup.js";
import type { Measured } from "./measured.js";

/** Names that only what readers write bears: "discussion" may as well be a section of a paper. */
const names =
  /(?:^|[\s_-])comments?(?:[\s_-]|$)|comment-?(?:s?list|text|body|content|thread|item|wrap|area)|disqus|livefyre/i;
const live = /live|ticker|match|commentary/i;
/**
 * Up to half of what is kept is an appendix. More is one only where many small ones stand beside an article of some
 * length: some sites call the article's own element a comment, or say on it that it has comments.
 */
const appendix = { share: 0.5, homes: 4, each: 0.3, rest: 80 };

/** What readers wrote below the article is not the article's, however well it is written. */
export function dropComments(items: readonly Measured[], kept: boolean[]): void {
  const homes = items.map(({ block }, i) => (kept[i] ? homeOf(block!.element) : null));
  const words = new Map<Element | null, number>();
  items.forEach(({ wording }, i) => {
    if (kept[i]) words.set(homes[i]!, (words.get(homes[i]!) ?? 0) + wording.words);
  });
  const rest = words.get(null) ?? 0;
  words.delete(null);
  const sizes = [...words.values()];
  const total = sizes.reduce((sum, size) => sum + size, rest);
  const many =
    sizes.length >= appendix.homes && rest >= appendix.rest && sizes.every((size) => size <= appendix.each * total);
  if (total - rest > appendix.share * total && !many) return;
  homes.forEach((home, i) => {
    if (home !== null) kept[i] = false;
  });
}

/** The element of comments that an element stands in, if any. A comment on a match as it goes on is the report. */
function homeOf(element: Element): Element | null {
  let home: Element | null = null;
  for (let at: Element | null = element; at !== null && at.tag !== "body"; at = at.parent) {
    if (live.test(at.names)) return null;
    if (home === null && (at.hints & hintBit.comments) !== 0 && names.test(at.names)) home = at;
  }
  return home;
}
