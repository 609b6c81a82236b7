import { openDatabase } from "./database.js";
import { locksOfWorkers } from "./postgres.js";
import { kinds, schema } from "./queue.js";
import { codeOf } from "./trouble.js";

/** How the workers' queue of a database stands. */
export interface Queued {
  /** Connections that are at work on a story: workers, and whoever else adds or tells. */
  readonly atWork: number;
  /** By kind of task, in the order in which they are taken. */
  readonly kinds: readonly ({ readonly kind: (typeof kinds)[number] } & Standing)[];
  /** By story, those with something to do or that failed; most first, and so many of them. */
  readonly stories: readonly ({ readonly story: string } & Standing)[];
}

/** Tasks of one kind or of one story. */
export interface Standing {
  readonly waiting: number;
  readonly running: number;
  /** In vain as often as it is tried; the last week's. */
  readonly failed: number;
  /** In the last hour, and how long each took in all, in seconds. */
  readonly done: number;
  readonly seconds: number;
}

interface Row extends Standing {
  readonly kind: (typeof kinds)[number];
  readonly story: string;
}

const most = 100;
const nothing: Standing = { waiting: 0, running: 0, failed: 0, done: 0, seconds: 0 };

/**
 * How the queue stands; nothing in it where no worker and no `--queue` has made it yet.
 * @param seen the stories that are told of: those left out take nobody's place
 * @throws HearsayError as `openDatabase`
 */
export async function queuedAt(url: string, seen: (story: string) => boolean): Promise<Queued> {
  const { pool, release } = await openDatabase(url);
  try {
    const rows = await rowsOf(pool);
    const atWork = await locksOfWorkers(pool);
    const names = [...new Set(rows.map(({ story }) => story))].filter(seen);
    const stories = names
      .map((story) => ({ story, ...sumOf(rows.filter((one) => one.story === story)) }))
      .filter(({ waiting, running, failed }) => waiting + running + failed > 0)
      .sort((a, b) => b.waiting + b.running - (a.waiting + a.running) || (a.story < b.story ? -1 : 1));
    return {
      atWork,
      kinds: kinds.map((kind) => ({ kind, ...sumOf(rows.filter((one) => one.kind === kind)) })),
      stories: stories.slice(0, most),
    };
  } finally {
    await release();
  }
}

async function rowsOf(pool: Awaited<ReturnType<typeof openDatabase>>["pool"]): Promise<readonly Row[]> {
  // Those taken together are done together, and took that time together.
  const text = `with taken as (
      select name, data->>'story' as story, state, started_on, count(*) as count, max(completed_on) as completed_on
      from ${schema}.job where name = any($1) group by 1, 2, 3, 4)
    select name as kind, story,
      coalesce(sum(count) filter (where state in ('created', 'retry')), 0)::int as waiting,
      coalesce(sum(count) filter (where state = 'active'), 0)::int as running,
      coalesce(sum(count) filter (where state = 'failed'), 0)::int as failed,
      coalesce(sum(count) filter (where state = 'completed' and completed_on > now() - interval '1 hour'), 0)::int as done,
      coalesce(sum(extract(epoch from completed_on - started_on))
        filter (where state = 'completed' and completed_on > now() - interval '1 hour'), 0)::float as seconds
    from taken group by 1, 2`;
  try {
    return (await pool.query<Row>(text, [kinds])).rows;
  } catch (error) {
    // No queue has been made yet.
    if (codeOf(error) === "42P01" || codeOf(error) === "3F000") return [];
    throw error;
  }
}

function sumOf(rows: readonly Row[]): Standing {
  const add = (a: Standing, b: Standing): Standing => ({
    waiting: a.waiting + b.waiting,
    running: a.running + b.running,
    failed: a.failed + b.failed,
    done: a.done + b.done,
    seconds: a.seconds + b.seconds,
  });
  return rows.reduce(add, nothing);
}
