import { type ColumnMap, type Field, fieldNames, fieldOf } from "../model/fields.js";
import { HearsayError } from "../model/index.js";

/** Where one pair ends and the next begins: names of columns may hold commas. */
const between = /,(?=\s*[\w -]+=)/;

/**
 * What `--columns text=Body,published=Date` says: which column holds what. Fields go by any of their usual names.
 * @throws HearsayError `usage.columns`
 */
export function columnsIn(given: readonly string[]): ColumnMap {
  const columns: Partial<Record<Field, string>> = {};
  for (const pair of given.flatMap((one) => one.split(between))) {
    const [, name, column] = /^([^=]*)=(.*)$/s.exec(pair)?.map((part) => part.trim()) ?? [];
    if (!name || !column) throw wrong(`--columns takes pairs like text=Body,published=Date: "${pair.trim()}" is none.`);
    const field = fieldOf(name);
    if (field === null)
      throw wrong(`An article has no field "${name}": there are ${Object.keys(fieldNames).join(", ")}.`);
    if (columns[field] !== undefined)
      throw wrong(`--columns says twice what holds ${field}: "${columns[field]}" and "${column}".`);
    columns[field] = column;
  }
  return columns;
}

const wrong = (message: string): HearsayError => new HearsayError("usage.columns", message);
