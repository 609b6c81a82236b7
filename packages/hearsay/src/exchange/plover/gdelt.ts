import { contentHash } from "../../model/index.js";
import { isWeb } from "../places.js";
import { gdeltColumns, mentionColumns } from "./columns.js";
import { type Happening, quads, tsv } from "./types.js";

/** A number for an event: GDELT's ids are integers. 48 bits of its id's hash, which every program holds exactly. */
const numberOf = (id: string): number => Number.parseInt(contentHash(id).slice(0, 12), 16);

/** GDELT 2.0's event table, 61 columns and no line of names. CAMEO's codes are those of the root alone. */
export function gdeltEvents(happenings: readonly Happening[]): string {
  const records = happenings.map(({ id, reports }) => {
    const { event, article, date } = reports[0]!;
    const { type, source, target, who, whom, where, goldstein } = event;
    const [year, month, day] = date.split("-").map(Number) as [number, number, number];
    const articles = new Set(reports.map((one) => one.article));
    const { quad, root } = quads[type];
    return {
      GlobalEventID: numberOf(id),
      Day: date.replaceAll("-", ""),
      MonthYear: date.slice(0, 7).replace("-", ""),
      Year: year,
      FractionDate: (year + (month * 30 + day) / 365).toFixed(4),
      Actor1Code: source?.country ?? "",
      Actor1Name: (source?.name ?? who ?? "").toUpperCase(),
      Actor1CountryCode: source?.country ?? "",
      Actor2Code: target?.country ?? "",
      Actor2Name: (target?.name ?? whom ?? "").toUpperCase(),
      Actor2CountryCode: target?.country ?? "",
      IsRootEvent: 1,
      EventCode: `${root}0`,
      EventBaseCode: `${root}0`,
      EventRootCode: root,
      QuadClass: quad,
      GoldsteinScale: goldstein.toFixed(1),
      NumMentions: reports.length,
      NumSources: new Set([...articles].map(({ label }) => label)).size,
      NumArticles: articles.size,
      Actor1Geo_Type: 0,
      Actor2Geo_Type: 0,
      ActionGeo_Type: 0,
      ActionGeo_Fullname: where ?? "",
      DATEADDED: stamp(article.published ?? date),
      SOURCEURL: isWeb(article.url) ? article.url : article.id,
    };
  });
  return tsv(gdeltColumns, records);
}

/** GDELT 2.0's mentions: where in its article each report's words stand, in characters. */
export function gdeltMentions(happenings: readonly Happening[]): string {
  const all = happenings.flatMap(({ id, reports }) => reports.map((one) => ({ id, day: reports[0]!.date, ...one })));
  const records = all.map(({ id, day, event, article, date }) => ({
    GlobalEventID: numberOf(id),
    EventTimeDate: stamp(day),
    MentionTimeDate: stamp(article.published ?? date),
    MentionType: isWeb(article.url) ? 1 : 2,
    MentionSourceName: article.label,
    MentionIdentifier: isWeb(article.url) ? article.url : article.id,
    SentenceID: article.text.slice(0, event.span.start).split(/[.!?]\s/).length,
    Actor1CharOffset: event.source?.span.start ?? -1,
    Actor2CharOffset: event.target?.span.start ?? -1,
    ActionCharOffset: event.trigger.start,
    InRawText: 1,
    Confidence: Math.round(event.score * 10) * 10,
    MentionDocLen: article.text.length,
  }));
  return tsv(mentionColumns, records);
}

/** "2031-03-14T07:30" → "20310314073000". */
const stamp = (iso: string): string =>
  iso
    .replace(/(?:Z|[+-]\d{2}:?\d{2})$/, "")
    .replace(/\D/g, "")
    .slice(0, 14)
    .padEnd(14, "0");
