import type { Diagnostic, RemovalReason } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import { append } from "../copies.js";
import type { Phrase } from "../phrases.js";
import { compare } from "../records.js";
import { bounded, counted, date, joined, line, name, number, phrase, type Telling } from "./parts.js";

/** The opening: how much was read, and how it stands. */
export function summary(t: Telling): Section {
  const s = t.records.summary;
  const none = s.articles === 0;
  return {
    id: "summary",
    title: "Summary",
    note: none ? [] : [phrase(howToRead)],
    lines: none
      ? [line(null, [], [phrase("No articles were read.")])]
      : [line(null, [], extent(t)), line(null, [], verdicts(t))],
    more: null,
  };
}

const howToRead: Phrase =
  "How to read this: an origin is one independent voice; copies, rewrites and translations of a report, and reports on the word of the same informant, count once. Grades are Admiralty code: the source's reliability A–F (F: cannot be judged) and the information's credibility 1–6 (1: confirmed by independent origins, 6: cannot be judged). A number in brackets leads to the exact words: References has where they stand in which article. Hearsay writes no sentence of its own: quotation marks hold an article's words, the rest is a fixed template.";

function extent(t: Telling): Part[] {
  const s = t.records.summary;
  return [
    ...counted(s.articles, " article", " articles"),
    phrase(" from "),
    ...counted(s.outlets, " named outlet", " named outlets"),
    phrase(" · "),
    ...counted(s.origins, " independent origin", " independent origins"),
    phrase(" · "),
    ...(s.period === null ? [phrase("no dates of publication")] : [phrase("published "), date(s.period)]),
  ];
}

function verdicts(t: Telling): Part[] {
  const s = t.records.summary;
  const claims = counted(s.corroborated, " claim established", " claims established");
  const rest: readonly (readonly [number, Phrase])[] = [
    [s.contradicted, " contradicted"],
    [s.revised, " revised"],
    [s.echoed, " only echoed"],
    [s.singleOrigin, " from one article alone"],
  ];
  return joined([claims, ...rest.map(([n, text]) => [number(n), phrase(text)])], " · ");
}

const reasons: Readonly<Record<RemovalReason, Phrase>> = {
  navigation: "navigation",
  cookies: "cookies",
  newsletter: "newsletter",
  promotion: "promotion",
  teaser: "teaser",
  caption: "caption",
  credit: "credit",
  byline: "byline",
  dateline: "dateline",
  title: "title",
  share: "share",
  comments: "comments",
  tags: "tags",
  advertisement: "advertisement",
  disclaimer: "disclaimer",
  copyright: "copyright",
  paywall: "paywall",
  correction: "correction",
  "author-note": "author's note",
  quoted: "quoted messages",
  "pull-quote": "pull quote",
  "embedded-post": "embedded post",
  boilerplate: "boilerplate",
};

/** What could not be read, and what was set aside while reading. */
export function gaps(t: Telling): Section {
  const byMessage = new Map<string, Diagnostic[]>();
  for (const d of t.records.diagnostics)
    if (d.severity !== "info") append(byMessage, `${d.severity} ${d.code} ${d.message}`, d);
  const troubles = [...byMessage].sort(([a], [b]) => compare(a, b)).map(([, list]) => list);
  const { shown, left } = bounded(troubles, 20);
  const all = [...shown.flatMap((list) => trouble(t, list)), ...setAside(t)];
  return {
    id: "gaps",
    title: "What could not be read",
    note: [],
    lines: all.length > 0 ? all : [line(null, [], [phrase("Nothing found.")])],
    more: left > 0 ? { count: left, command: "hearsay report --format json" } : null,
  };
}

/** One trouble and the files that have it. */
function trouble(t: Telling, list: readonly Diagnostic[]): Line[] {
  const d = list[0];
  if (d === undefined) return [];
  const files = [...new Set(list.flatMap((x) => placeOf(t, x) ?? []))].sort(compare);
  const { shown, left } = bounded(files, 5);
  const where =
    shown.length === 0
      ? []
      : [
          phrase(" · "),
          ...joined(
            shown.map((f) => [name(f)]),
            ", ",
          ),
        ];
  const more = left === 0 ? [] : [phrase(" and "), ...counted(left, " more", " more")];
  const remedy = d.remedy === undefined ? [] : [phrase(" — "), name(d.remedy)];
  return [
    line(
      null,
      [phrase(d.severity === "error" ? "Error" : "Warning"), ...where, ...more],
      [phrase(": "), name(d.message), ...remedy],
    ),
  ];
}

const placeOf = (t: Telling, d: Diagnostic): string | null =>
  d.file ?? (d.article === undefined ? null : (t.article(d.article)?.file ?? d.article));

function setAside(t: Telling): Line[] {
  const { removedPassages, removedCharacters } = t.records.summary;
  if (removedPassages === 0) return [];
  const counts = new Map<RemovalReason, number>();
  for (const { reason } of t.records.articles.flatMap((a) => a.removed))
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const list = [...counts]
    .sort(([a, x], [b, y]) => y - x || compare(a, b))
    .slice(0, 6)
    .map(([r, n]) => [phrase(reasons[r]), phrase(" "), number(n)]);
  const lead = [
    phrase("Set aside while reading, kept with each article: "),
    ...counted(removedPassages, " passage", " passages"),
  ];
  return [
    line(null, lead, [
      phrase(", "),
      ...counted(removedCharacters, " character", " characters"),
      phrase(" — "),
      ...joined(list, ", "),
    ]),
  ];
}
