/** At most so much of a text from its beginning, in UTF-16 units: never half of a character. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, isPair(text, most) ? most - 1 : most);
}

/** The same from its end. */
export function ending(text: string, most: number): string {
  const from = text.length - most;
  return from <= 0 ? text : text.slice(isPair(text, from) ? from + 1 : from);
}

/** The beginning with "…" where there is more, together at most so long. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${beginning(text, most - 1)}…`;

/** Whether a place lies within a character that takes two units. */
const isPair = (text: string, at: number): boolean =>
  at > 0 && /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");
