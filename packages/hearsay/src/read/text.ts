/** White space folded to single spaces; soft hyphens and zero-width characters gone. */
export function fold(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
