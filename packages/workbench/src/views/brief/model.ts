import type { Line, Quote } from "hearsay";
import { sayDate } from "../../parts/dates.js";
import type { BriefKind, Pick as Chosen } from "../../parts/pick.js";

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

/** What a brief is made of, as the address has it: "claim:claim-1 statement:st-2". */
export const formatItems = (items: readonly Pick<Chosen, "kind" | "id">[]): string =>
  items.map(({ kind, id }) => `${kind}:${id}`).join(" ");

/** The same back, at most 200; what is no record of a kind that briefs take is left out. Null where nothing is named. */
export function parseItems(text: string | undefined): readonly Chosen[] | null {
  if (text === undefined || text === "") return null;
  const found = text.split(" ").flatMap((part): readonly Chosen[] => {
    const [, kind, id] = /^(claim|statement|event|commitment|figure|cause|article):([\w.:~-]{1,200})$/.exec(part) ?? [];
    return kind === undefined ? [] : [{ kind: kind as BriefKind, id: id!, words: id! }];
  });
  return found.slice(0, 200);
}

/** A line of a brief in words, for the list of what is chosen. */
export const wordsOf = ({ lead, parts }: Line): string =>
  [lead, parts]
    .map((some) => some.map(({ text }) => text).join(""))
    .join(" ")
    .trim();
