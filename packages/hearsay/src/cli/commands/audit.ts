import { HearsayError } from "../../model/index.js";
import type { AuditAsked, AuditLine } from "../../store/index.js";
import type { Io } from "../io.js";
import { formatOf, writeRows } from "../output/formats.js";
import { sinceOf } from "../since.js";
import { onAccounts } from "./account.js";

/** What `hearsay audit` can be told. */
export interface AuditOptions {
  readonly story?: string;
  readonly who?: string;
  readonly since?: string;
  readonly limit?: string;
  readonly format: string;
}

/** So many lines are read at once, and shown unless told. */
const atOnce = 500;

/** `hearsay audit`: who did what when, oldest first. */
export async function runAudit(io: Io, { story, who, since, limit, format }: AuditOptions): Promise<number> {
  const most = limit === undefined ? Number.POSITIVE_INFINITY : Number(limit);
  if (limit !== undefined && !/^[1-9]\d{0,6}$/.test(limit))
    throw new HearsayError("usage.limit", `--limit takes a whole number, not "${limit}".`);
  const asked = {
    ...(story !== undefined && { story }),
    ...(who !== undefined && { who }),
    ...(since !== undefined && { since: sinceOf(since, io.now()) }),
  };
  const lines = await onAccounts(io, false, ({ accounts }) =>
    all((page) => accounts.audit.read({ ...asked, ...page }), most),
  );
  const columns = [
    { key: "when", head: "When", min: 20, rank: 0 },
    { key: "who", head: "Who", min: 6, rank: 0, style: () => "bold" as const },
    { key: "action", head: "Did", min: 8, rank: 0 },
    { key: "story", head: "Story", min: 6, rank: 1 },
    { key: "subject", head: "To", min: 8, rank: 2, grow: true },
    { key: "detail", head: "What", min: 8, rank: 1, grow: true },
    { key: "from", head: "From", min: 8, rank: 3 },
  ];
  writeRows(
    io,
    formatOf(format),
    columns,
    lines.map(({ number: _, ...line }) => ({ ...line })),
    "Nothing was done that matches.",
  );
  return 0;
}

/** The newest of the lines, as many as wanted, in the order in which they came. */
async function all(read: (page: Pick<AuditAsked, "before" | "limit">) => Promise<readonly AuditLine[]>, most: number) {
  const lines: AuditLine[] = [];
  for (;;) {
    const limit = Math.min(atOnce, most - lines.length);
    const last = lines.at(-1);
    const page = limit === 0 ? [] : await read({ limit, ...(last !== undefined && { before: last.number }) });
    lines.push(...page);
    if (page.length < limit || limit === 0) return lines.reverse();
  }
}
