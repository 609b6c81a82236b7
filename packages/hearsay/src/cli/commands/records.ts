import type { RecordCommand } from "../../records/index.js";
import { type Filters, narrow } from "../../records/narrow.js";
import type { Io } from "../io.js";
import { formatOf, writeRows } from "../output/formats.js";
import { readStory } from "../story.js";

/** What every record command can be told; a view's own option is among the rest. */
export interface RecordOptions extends Filters {
  readonly story: string;
  readonly format: string;
  readonly [view: string]: unknown;
}

/** A record command: the story's records of one kind, narrowed down, as a table or for programs. */
export async function runRecords(io: Io, command: RecordCommand, options: RecordOptions): Promise<number> {
  const format = formatOf(options.format);
  const wanted = command.views?.find(({ option }) => options[option] === true) ?? command;
  const [report, table] = await Promise.all([readStory(io, options.story), wanted.load()]);
  const rows = narrow(table.rows(report), options, report);
  const none = `No ${command.name} here${Object.keys(options).length > 2 ? " that pass these filters" : ""}.`;
  writeRows(
    io,
    format,
    table.columns,
    rows.map(({ fields }) => fields),
    none,
  );
  return 0;
}
