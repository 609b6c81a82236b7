import type { Brief } from "../tell/brief.js";
import type { Change, Changes } from "../tell/changes.js";
import type { Entry } from "./told.js";

/** What is to be told of one look at a story. */
export interface News {
  readonly story: string;
  /** ISO 8601, UTC. */
  readonly when: string;
  readonly changes: readonly Change[];
  readonly references: Changes["references"];
  /** The changes as a report's only section, */
  readonly brief: Brief;
  /** and as Markdown, with its references. */
  readonly text: string;
}

/** A way to tell somebody. */
export interface Channel {
  /** The same in every run: what it was told last is kept under it. */
  readonly key: string;
  /** Under which a feed's entries are kept, where that of several stories is one: their keys differ, and this is the same. */
  readonly feed?: string;
  /** For messages: without secrets. */
  readonly name: string;
  /** Told in quiet hours too. */
  readonly always?: boolean;
  /** Tells, or throws; `entries` are those of a feed so far, and what it returns replaces them. */
  readonly tell: (news: News, entries: readonly Entry[]) => Promise<readonly Entry[]>;
}

const named: Readonly<Record<Change["kind"], readonly [one: string, many: string]>> = {
  contradicted: ["new contradiction", "new contradictions"],
  established: ["newly established", "newly established"],
  withdrawn: ["no longer established", "no longer established"],
  revised: ["replaced report", "replaced reports"],
  circle: ["circular report", "circular reports"],
  rewritten: ["changed article", "changed articles"],
  article: ["new article", "new articles"],
};

/** "2 new contradictions, 1 newly established". */
export function headline(changes: readonly Change[]): string {
  const counts = new Map<Change["kind"], number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${count} ${named[kind][count === 1 ? 0 : 1]}`).join(", ");
}
