import { createInterface } from "node:readline";
import { HearsayError } from "../model/index.js";

/** One JSON object as it came in on a line. */
export type JsonRecord = Record<string, unknown>;

/**
 * A stage as a filter. `line` answers each record by itself, `whole` answers all records with one line (those that
 * `check` throws on are left out and answered with an error), `text` maps all of stdin to all of stdout (CoNLL-U).
 */
export type Filter =
  | { readonly kind: "line"; run(record: JsonRecord): unknown }
  | {
      readonly kind: "whole";
      check?(record: JsonRecord): void;
      run(records: readonly JsonRecord[]): unknown;
    }
  | { readonly kind: "text"; run(input: string): string };

/** Each filter lives in its own file and is loaded only when asked for. */
export const filters: Readonly<Record<string, () => Promise<{ filter: Filter }>>> = {
  read: () => import("./filters/read.js"),
  times: () => import("./filters/times.js"),
  parse: () => import("./filters/parse.js"),
  statements: () => import("./filters/statements.js"),
  events: () => import("./filters/events.js"),
  causes: () => import("./filters/causes.js"),
  trace: () => import("./filters/trace.js"),
  find: () => import("./filters/find.js"),
  weigh: () => import("./filters/weigh.js"),
};

/**
 * Runs the named filter from `input` to `write`. A line that cannot be processed gives
 * `{"id":…,"error":{"code":…,"message":…}}` and the run goes on.
 * @returns how many lines failed
 */
export async function runFilter(
  name: string,
  input: NodeJS.ReadableStream,
  write: (line: string) => Promise<void> | void,
): Promise<number> {
  const load = filters[name];
  if (load === undefined)
    throw new HearsayError("stage.unknown", `There is no stage "${name}": use ${Object.keys(filters).join(", ")}.`);
  const { filter } = await load();
  if (filter.kind === "text") {
    await write(filter.run(await readAll(input)));
    return 0;
  }
  const failures: JsonRecord[] = [];
  const records: JsonRecord[] = [];
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const answer = attempt(line, number, (record) => {
      if (filter.kind === "line") return filter.run(record);
      filter.check?.(record);
      records.push(record);
      return undefined;
    });
    if (answer.failed) failures.push(answer.value as JsonRecord);
    if (answer.failed || filter.kind === "line") await write(`${JSON.stringify(answer.value)}\n`);
  }
  if (filter.kind === "whole") await write(`${JSON.stringify(await filter.run(records))}\n`);
  return failures.length;
}

function attempt(line: string, number: number, run: (record: JsonRecord) => unknown) {
  let id: unknown = null;
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record !== "object" || record === null || Array.isArray(record))
      throw new HearsayError("stage.not-an-object", `Line ${number} is not a JSON object.`);
    id = (record as JsonRecord).id ?? null;
    return { failed: false, value: run(record as JsonRecord) };
  } catch (error) {
    const code =
      error instanceof HearsayError ? error.code : error instanceof SyntaxError ? "stage.not-json" : "stage.failed";
    const message = error instanceof Error ? error.message : String(error);
    return { failed: true, value: { id, error: { code, message } } };
  }
}

async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString("utf8");
}

/** The string under `key`, or an error that says what is missing. */
export function requireText(record: JsonRecord, key: string): string {
  const value = record[key];
  if (typeof value !== "string") throw new HearsayError("stage.missing", `"${key}" must be a string.`);
  return value;
}

/** The string under `key`, or null when it is absent. */
export function optionalText(record: JsonRecord, key: string): string | null {
  const value = record[key];
  return typeof value === "string" ? value : null;
}
