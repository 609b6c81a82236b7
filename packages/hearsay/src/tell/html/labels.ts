/** Text on at most `lines` lines of about `width` characters, broken at spaces, with … where it had to stop. */
export function labelLines(text: string, width: number, lines: number): string[] {
  const all: string[] = [];
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    const last = all.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) all[all.length - 1] = `${last} ${word}`;
    else all.push(word.length > width ? `${word.slice(0, width - 1)}…` : word);
  }
  if (all.length <= lines) return all;
  const shown = all.slice(0, lines);
  return [...shown.slice(0, -1), `${shown.at(-1) ?? ""} …`];
}

/** At most `limit` characters, cut at a space, with … where it had to stop. */
export const short = (text: string, limit: number): string => labelLines(text, limit, 1)[0] ?? "";
