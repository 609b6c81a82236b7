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
  const code = codeOf(error) ?? "";
  if (error instanceof HearsayError || !/^SQLITE_/.test(code)) return error;
  const [kind, said] = fileTroubles.find(([start]) => code.startsWith(start))?.slice(1) ?? ["failed", wordsOf(error)];
  return new HearsayError(`store.${kind}`, `${path}: ${said}`);
}

const fileTroubles = [
  ["SQLITE_FULL", "full", "the disk is full. Nothing was changed; what was kept before is kept."],
  ["SQLITE_READONLY", "read-only", "it cannot be written to: the file, its folder or the disk is read-only."],
  ["SQLITE_BUSY", "busy", "another program holds it locked; nothing was changed. Try again."],
  ["SQLITE_LOCKED", "busy", "another program holds it locked; nothing was changed. Try again."],
  ["SQLITE_CORRUPT", "damaged", "the file is damaged. Restore a backup, or save its captures with hearsay move."],
] as const;

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
