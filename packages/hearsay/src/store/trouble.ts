import { HearsayError } from "../model/index.js";

/** The code that a driver gave an error ("SQLITE_BUSY", "57P01", "ECONNREFUSED"); null when it has none. */
export function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : null;
}

/** What went wrong, in the driver's words; of several attempts to connect, the first. */
function wordsOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message : String(first);
}

/** What went wrong with a story's file, as a coded error where it is the file's or the disk's doing. */
export function fileTrouble(path: string, error: unknown): unknown {
  const number = sqliteNumber(error);
  if (error instanceof HearsayError || number === null) return error;
  const [, kind, said] = fileTroubles.find(([own]) => own === number) ?? [number, "failed", wordsOf(error)];
  return new HearsayError(`store.${kind}`, `${path}: ${said}`);
}

/** The number of an SQLite error, without what it says more; the driver has names for few. */
export function sqliteNumber(error: unknown): number | null {
  const raw = (error as { rawCode?: unknown } | null)?.rawCode;
  return typeof raw === "number" ? raw & 0xff : null;
}

/** By SQLite's numbers of errors. */
const fileTroubles: readonly (readonly [number: number, kind: string, said: string])[] = [
  [5, "busy", "another program holds it locked; nothing was changed. Try again."],
  [6, "busy", "another program holds it locked; nothing was changed. Try again."],
  [
    8,
    "read-only",
    "it cannot be written to: the file, its folder or the disk is read-only. Copy it to where you may write.",
  ],
  [10, "failed", "the disk does not do what it is asked to. Look at the system's log, and have a backup at hand."],
  [11, "damaged", "the file is damaged. Restore a backup: hearsay restore --replace."],
  [13, "full", "the disk is full. Nothing was changed; what was kept before is kept."],
  [14, "failed", "it cannot be opened: may this user write to its folder?"],
];
/** SQLite's number of the error that a file is none of its own. */
export const notADatabase = 26;

/** What went wrong with a database, as a coded error. @param shown the database without its password */
export function servedTrouble(shown: string, error: unknown): unknown {
  if (error instanceof HearsayError || isMisuse(error)) return error;
  const code = codeOf(error) ?? "";
  const [kind, said] = isLost(error)
    ? ["lost", `it does not answer (${wordsOf(error)}). What was acknowledged is kept; try again.`]
    : (servedTroubles.find(([start]) => code.startsWith(start))?.slice(1) ?? ["failed", wordsOf(error)]);
  return new HearsayError(`store.${kind}`, `${shown}: ${kind === "refused" ? `${said} (${wordsOf(error)}).` : said}`);
}

/** By the beginning of PostgreSQL's code, "Appendix A. PostgreSQL Error Codes" of its manual. */
const servedTroubles = [
  ["28", "refused", "it does not let this user in: check the name and password in DATABASE_URL"],
  ["3D000", "refused", "there is no such database: make it with createdb"],
  ["42501", "refused", "this user may not do that here"],
  ["53100", "full", "its disk is full. Nothing was changed; what was kept before is kept."],
  ["25006", "read-only", "it takes no changes: it is a standby, or its transactions are read-only."],
  ["23503", "missing", "this story has been removed."],
] as const;

/** A mistake in our own code is no trouble of the database's. */
const isMisuse = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError;

/** Whether the connection is gone, or there was none to be had: the same may work when asked again. */
export function isLost(error: unknown): boolean {
  const code = (error instanceof AggregateError ? codeOf(error.errors[0]) : null) ?? codeOf(error) ?? "";
  return lostCodes.test(code) || lostWords.test(wordsOf(error));
}

const lostCodes =
  /^(?:08...|57P0[1-5]|53300|ECONN\w+|EPIPE|ETIMEDOUT|E(?:HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/;
const lostWords =
  /connection terminated|not queryable|timeout exceeded when trying to connect|client was closed|client has encountered/i;

/** Whether two transactions were in each other's way: one of them is done again. */
export const isConflict = (error: unknown): boolean => /^(?:40001|40P01|55P03)$/.test(codeOf(error) ?? "");
