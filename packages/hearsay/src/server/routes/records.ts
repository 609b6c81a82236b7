import { sideMaker } from "../../concepts/index.js";
import { asCsv, asJson } from "../../records/write.js";
import type { Report, ReportCommitment, ReportEvent, ReportFigure, ReportStatement } from "../../tell/report.js";
import { type Looked, type Lookers, Sent } from "../answering.js";
import { page } from "../paging.js";
import { placesOfEvent } from "../pictures/places.js";
import { narrowed, recordsIn } from "../rows.js";
import type { View } from "../view.js";
import { unknown } from "./articles.js";

const lists = ["statements", "timeline", "positions", "causes", "entities"] as const;
type List = `GET /stories/{s}/${(typeof lists)[number]}`;
type Single = "sides" | "events" | "commitments" | "figures" | "figures/{id}" | "entities/{id}" | "tables/{table}";
type Own = List | `GET /stories/{s}/${Single}`;

/** A list of the report, in the order and with the filters of the table that the command line has of it. */
const list =
  <K extends keyof Report>(key: K, table: string = key) =>
  async ({ room, query }: Looked<List>) => {
    const view = await room.view();
    const { limit, cursor, ...filters } = query;
    const records = view.report[key] as unknown as readonly { readonly id: string }[];
    return page(await recordsIn(view, table, filters, records), query, view.revision) as never;
  };

export const recordLookers: Lookers<Own> = {
  "GET /stories/{s}/statements": list("statements"),
  "GET /stories/{s}/sides": async ({ room }) => (await room.view()).once("sides", sidesOf),
  "GET /stories/{s}/events": async ({ room, query }) => {
    const view = await room.view();
    const { limit, cursor, where, ...filters } = query;
    const events = await recordsIn(view, "events", filters, view.report.events);
    const there = where === undefined ? null : new Set(where);
    const found = there === null ? events : events.filter((event) => placesOfEvent(event).some((p) => there.has(p)));
    return page(found, query, view.revision);
  },
  "GET /stories/{s}/timeline": list("timeline"),
  "GET /stories/{s}/commitments": async ({ room, query }) => {
    const view = await room.view();
    const { limit, cursor, sort, ...filters } = query;
    const found = await recordsIn(view, "commitments", filters, view.report.commitments);
    const when = ({ when, id }: ReportCommitment) => `${when?.earliest ?? "9999"} ${id}`;
    const sorted = sort === undefined ? found : found.toSorted((a, b) => (when(a) < when(b) ? -1 : 1));
    return page(sorted, query, view.revision);
  },
  "GET /stories/{s}/positions": list("positions"),
  "GET /stories/{s}/figures": async ({ room, query }) => {
    const view = await room.view();
    const { limit, cursor, of = "", several = false, sort, ...filters } = query;
    const all = await recordsIn(view, "figures", filters, view.report.figures);
    const words = of.toLowerCase();
    const found = all.filter(
      (one) => (!several || one.reports.length > 1) && `${one.of} ${one.unit ?? ""}`.toLowerCase().includes(words),
    );
    return page(sort === undefined ? found : bySpread(found), query, view.revision);
  },
  "GET /stories/{s}/figures/{id}": async ({ room, path }) => {
    const figure = (await room.view()).report.figures.find(({ id }) => id === path.id);
    if (figure === undefined) throw unknown("figure", path.id);
    return figure;
  },
  "GET /stories/{s}/causes": list("causes"),
  "GET /stories/{s}/entities": list("entities", "actors"),
  "GET /stories/{s}/entities/{id}": async ({ room, path }) => {
    const view = await room.view();
    const entity = view.report.entities.find(({ id }) => id === path.id);
    if (entity === undefined) throw unknown("entity", path.id);
    const { statements, events, positions } = view.report;
    const said = statements.filter(({ speaker }) => speaker.entity === entity.id);
    const did = events.filter(({ source, target }) => source?.entity === entity.id || target?.entity === entity.id);
    const stands = positions.filter(({ actor }) => actor === entity.id);
    const own = view.report.remarks.filter((remark) => remark.entity === entity.id);
    return { entity, positions: stands, statements: byTime(view, said), events: byTime(view, did), remarks: own };
  },
  "GET /stories/{s}/tables/{table}": async ({ room, path, query }) => {
    const view = await room.view();
    const { format = "json", view: option, limit, download = false, ...filters } = query;
    const rows = (await narrowed(view, path.table, filters, option)).slice(0, limit).map(({ fields }) => fields);
    const file = download ? `${room.name}-${path.table}.${format}` : null;
    if (format === "csv") return new Sent("text/csv", asCsv(rows), file);
    if (format === "ndjson")
      return new Sent("application/x-ndjson", rows.map((row) => `${asJson(row)}\n`).join(""), file);
    return file === null ? rows.slice() : new Sent("application/json", `${asJson(rows, 2)}\n`, file);
  },
};

/** The sides that speak, by how many statements. */
function sidesOf({ report }: View) {
  const sideOf = sideMaker(report);
  const counts = new Map<string, number>();
  for (const { speaker } of report.statements) {
    const side = sideOf(speaker);
    if (side !== null) counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  const sides = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sides.map(([name, statements]) => ({ name, statements }));
}

/** Those of most different values first, then those of most reports. */
function bySpread(figures: readonly ReportFigure[]): ReportFigure[] {
  const spread = new Map(figures.map((f) => [f.id, new Set(f.reports.map(({ min, max }) => `${min} ${max}`)).size]));
  return figures.toSorted(
    (a, b) => spread.get(b.id)! - spread.get(a.id)! || b.reports.length - a.reports.length || (a.id < b.id ? -1 : 1),
  );
}

/** By when it was said or happened, else by when it was published; then by place. */
function byTime<T extends ReportStatement | ReportEvent>(view: View, records: readonly T[]): T[] {
  const key = ({ when, article, id }: T): string => {
    const published = view.articles.get(article);
    return [when?.earliest ?? published?.published ?? published?.publishedWithin?.earliest ?? "~", id].join(" ");
  };
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
