import { asJson } from "../records/write.js";
import type { Report, ReportActor, ReportEvent } from "../tell/index.js";
import type { Writer } from "./file.js";
import { dayOf, isWeb, type Shelf, shelfOf } from "./places.js";
import { gdeltEvents, gdeltMentions } from "./plover/gdelt.js";
import { polecat } from "./plover/polecat.js";
import { type EventRow, type Happening, quads } from "./plover/types.js";

/**
 * Events in the shapes that event data comes in. PLOVER's JSON lines have every event, its mode as a comment. The tables
 * have only what is said to have happened, as POLECAT's and GDELT's do, and that has a date: a happening once, with its
 * reports as mentions.
 */
export const plover: Writer = (report) => {
  const shelf = shelfOf(report);
  const dated = report.events.filter((event) => dateOf(event, shelf) !== null);
  const happened = dated.filter(({ mode }) => ["asserted", "reported", "historical"].includes(mode));
  const rows = happened.map((event) => ({ event, article: shelf.get(event.article)!, date: dateOf(event, shelf)! }));
  const happenings = happeningsOf(rows, report);
  const files = [
    { name: "plover.jsonl", content: dated.map((event) => `${asJson(record(event, shelf))}\n`).join("") },
    { name: "polecat.txt", content: polecat(happenings, report) },
    { name: "gdelt.events.tsv", content: gdeltEvents(happenings) },
    { name: "gdelt.mentions.tsv", content: gdeltMentions(happenings) },
  ];
  return { files, left: leftOut(report, dated.length, happened.length) };
};

/** Reports of one happening together, as the timeline has them; an event that it does not have is one of its own. */
function happeningsOf(rows: readonly EventRow[], { timeline }: Report): readonly Happening[] {
  const entries = new Map(timeline.flatMap(({ id, events }) => events.map((event) => [event, id] as const)));
  const groups = new Map<string, EventRow[]>();
  for (const row of rows) {
    const id = entries.get(row.event.id) ?? row.event.id;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups].map(([id, reports]) => ({ id, reports }));
}

function leftOut({ events }: Report, dated: number, happened: number): readonly string[] {
  const [undated, other] = [events.length - dated, dated - happened];
  return [
    ...(undated > 0 ? [`${undated} without any date, which PLOVER asks for`] : []),
    ...(other > 0 ? [`${other} denied, planned, demanded or hypothetical are in plover.jsonl alone`] : []),
  ];
}

/** The first day on which it can have been; where its words say none, the day of the article. */
const dateOf = ({ when, article }: ReportEvent, shelf: Shelf): string | null =>
  [when?.earliest.slice(0, 10), dayOf(shelf.get(article)!)].find(
    (day) => day != null && /^\d{4}-\d{2}-\d{2}$/.test(day),
  ) ?? null;

/** An event with PLOVER's own field names. */
function record(event: ReportEvent, shelf: Shelf): object {
  const { id, type, mode, source, target, who, whom, where, when, span, goldstein } = event;
  const article = shelf.get(event.article)!;
  const end = when === null ? null : when.latest.slice(0, 10);
  return {
    id,
    has_event: true,
    date: dateOf(event, shelf)!,
    ...(end !== null && end !== dateOf(event, shelf) && { enddate: end }),
    actor: [actor(source, who)],
    ...(whom !== null && { recipient: [actor(target, whom)] }),
    event: type,
    ...(where !== null && { event_loc: { extracted_place: where } }),
    event_text: event.trigger.text,
    quad_code: quads[type].name,
    event_scale: goldstein,
    ...(isWeb(article.url) && { link: article.url }),
    text: span.text,
    text_info: { sequence: 1, start: span.start, end: span.end, text_story: event.article },
    cite_info: {
      ...(isWeb(article.url) && { url: article.url }),
      title: article.title,
      language: article.language,
      publication: article.label,
    },
    coder: "Hearsay",
    comment: `mode: ${mode}`,
  };
}

const actor = (one: ReportActor | null, name: string | null): object => ({
  ...(one?.country && { code: one.country }),
  entity_text: one?.span.text ?? name ?? "unspecified",
  ...(one !== null && { identifier_text: one.name }),
});
