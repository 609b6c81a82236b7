import type { Quote } from "hearsay";
import { sayDate } from "../../parts/dates.js";

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

/** One numbered source of a brief, as far as its line tells of it. */
export interface Source extends Quote {
  readonly number: number;
  readonly outlet: string;
  readonly title: string;
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly file: string;
  readonly agency: string | null;
  readonly translatedFrom: string | null;
  readonly origin: number | null;
  readonly origins: number;
  readonly reliability: string;
}

/** A source as it is listed: who published what when, how good it is, which origin it goes back to, where it lies. */
export function sourceLine(source: Source): string {
  const origin = source.origin === null ? null : `origin ${source.origin} of ${source.origins}`;
  const said = [
    ...[source.outlet, source.authors.join(", "), `“${source.title}”`, sayDate(source.published)],
    ...[source.agency, source.translatedFrom === null ? null : `translated from ${source.translatedFrom}`],
    ...[`reliability ${source.reliability}`, origin, source.url ?? source.file.split(/[\\/]/).at(-1)],
  ];
  return said.filter(Boolean).join(", ");
}
