/** A list with one of its things moved by so many places; it stays within. */
export function moved<T>(list: readonly T[], from: number, by: number): readonly T[] {
  const to = Math.max(0, Math.min(list.length - 1, from + by));
  const without = list.filter((_, i) => i !== from);
  return from < 0 || from >= list.length ? list : [...without.slice(0, to), list[from]!, ...without.slice(to)];
}

/** What verification found, in words. */
export const sayProblems = (count: number): string =>
  count === 0
    ? "Every sentence was found again, word for word, in its source."
    : `${count} ${count === 1 ? "sentence does" : "sentences do"} not hold:`;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** A source as it is listed: number, outlet, title, date. */
export function sourceLine(source: Readonly<Record<string, unknown>>, place: number): string {
  const number = typeof source.number === "number" ? source.number : place;
  const said = [
    text(source.outlet) || text(source.label),
    text(source.title) && `“${text(source.title)}”`,
    text(source.published).slice(0, 10),
    text(source.url),
  ];
  return `[${number}] ${said.filter(Boolean).join(", ")}`;
}
