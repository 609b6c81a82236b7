import { asCsv, asJson } from "../../records/write.js";
import type { Report, ReportEvent, ReportStatement } from "../../tell/report.js";
import { type Asked, type Handlers, Sent } from "../answering.js";
import { page } from "../paging.js";
import { narrowed, recordsIn } from "../rows.js";
import type { View } from "../view.js";
import { unknown } from "./articles.js";

const lists = [
  "statements",
  "events",
  "timeline",
  "commitments",
  "positions",
  "figures",
  "causes",
  "entities",
] as const;
type List = `GET /stories/{s}/${(typeof lists)[number]}`;
type Own = List | "GET /stories/{s}/entities/{id}" | "GET /stories/{s}/tables/{table}";

/** A list of the report, in the order and with the filters of the table that the command line has of it. */
const list =
  <K extends keyof Report>(key: K, table: string = key) =>
  async ({ room, query }: Asked<List>) => {
    const view = await room.view();
    const { limit, cursor, ...filters } = query;
    const records = view.report[key] as unknown as readonly { readonly id: string }[];
    return page(await recordsIn(view, table, filters, records), query, view.revision) as never;
  };

export const recordHandlers: Handlers<Own> = {
  "GET /stories/{s}/statements": list("statements"),
  "GET /stories/{s}/events": list("events"),
  "GET /stories/{s}/timeline": list("timeline"),
  "GET /stories/{s}/commitments": list("commitments"),
  "GET /stories/{s}/positions": list("positions"),
  "GET /stories/{s}/figures": list("figures"),
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
    return { entity, positions: stands, statements: byTime(view, said), events: byTime(view, did) };
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

/** By when it was said or happened, else by when it was published; then by place. */
function byTime<T extends ReportStatement | ReportEvent>(view: View, records: readonly T[]): T[] {
  const key = ({ when, article, id }: T): string => {
    const published = view.articles.get(article);
    return [when?.earliest ?? published?.published ?? published?.publishedWithin?.earliest ?? "~", id].join(" ");
  };
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
