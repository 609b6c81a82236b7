import { recordCommands } from "../records/index.js";
import { type Filters, narrow } from "../records/narrow.js";
import type { RecordTable, Row } from "../records/row.js";
import { Problem } from "./problem.js";
import type { View } from "./view.js";

/** The filters as they come in an address. */
export interface Asked {
  readonly article?: readonly string[];
  readonly outlet?: string;
  readonly who?: string;
  readonly affiliation?: string;
  readonly side?: string;
  readonly type?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly q?: string;
}

/**
 * The rows of a table of the command line that pass the filters; made once for a report.
 * @param option another view of the table
 * @throws Problem `table.view`; HearsayError `usage.article`
 */
export async function narrowed(view: View, name: string, asked: Asked, option?: string): Promise<readonly Row[]> {
  const command = recordCommands.find((one) => one.name === name)!;
  const other = command.views?.find((one) => one.option === option);
  if (option !== undefined && other === undefined)
    throw new Problem(404, "table.view", `The table ${name} has no view "${option}".`);
  const table: RecordTable = await (other ?? command).load();
  const rows = view.once(`rows ${name} ${option ?? ""}`, ({ report }) => table.rows(report));
  return narrow(rows, filtersOf(asked), view.report);
}

/** Records by id in the order of their rows; a record of several rows once. */
export async function recordsIn<T extends { readonly id: string }>(
  view: View,
  name: string,
  asked: Asked,
  records: readonly T[],
): Promise<readonly T[]> {
  const byId = view.once(`by id ${name}`, () => new Map(records.map((record) => [record.id, record])));
  const ids = new Set((await narrowed(view, name, asked)).map(({ fields }) => String(fields.id)));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

/** Words are looked for as they stand: a pattern from afar could keep the server busy for ever. */
const filtersOf = ({ article, outlet, who, affiliation, side, type, since, until, q }: Asked): Filters => ({
  ...(article !== undefined && { article }),
  ...(outlet !== undefined && { outlet }),
  ...(who !== undefined && { speaker: who }),
  ...(affiliation !== undefined && { affiliation }),
  ...(side !== undefined && { side }),
  ...(type !== undefined && { type }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
  ...(q !== undefined && { words: q }),
});
