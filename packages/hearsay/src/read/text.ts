import { classAt, digit, letter } from "./characters.js";

/** Whether folding would change anything but the ends: most of a page's text needs none. */
const unfolded = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]|\s\s|[^\S ]/;

/** White space folded to single spaces; soft hyphens and zero-width characters gone. */
export function fold(text: string): string {
  if (!unfolded.test(text)) return text.trim();
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a text holds a character to be seen: lines of joiners, fillers and of an icon font's own signs hold none. */
export const isVisible = (text: string): boolean => /[^\s\p{Cf}\p{Mn}\p{Co}\u115f\u1160\u2800\u3164\uffa0]/u.test(text);

/** The letters and digits of a text in small letters, without anything between them. */
export const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Whether a text's letters and digits are those: its first letter tells it of most. */
export function squeezesTo(text: string, wanted: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xe000) break;
    if ((classAt(text, i) & (letter | digit)) === 0) continue;
    if (text[i]!.toLowerCase()[0] !== wanted[0]) return false;
    break;
  }
  return squeezed(text) === wanted;
}

/** So many characters are gone through in search of pieces of one text: a second or two. */
const patience = 4_000_000_000;

/**
 * Tells whether pieces stand in a long text. To look for tens of thousands in megabytes would take minutes: after
 * `patience` characters nothing is found any more.
 */
export function finderIn(text: string): (piece: string) => boolean {
  let left = patience;
  return (piece) => {
    if (left <= 0) return false;
    const at = text.indexOf(piece);
    left -= at < 0 ? text.length : at;
    return at >= 0;
  };
}
