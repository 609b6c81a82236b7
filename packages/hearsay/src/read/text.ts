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
