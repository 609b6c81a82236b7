import type { Step } from "./jobs.js";
import type { Work } from "./work.js";

/** Upper bounds of the times that requests are counted by, in seconds. */
const bounds = [0.005, 0.025, 0.1, 0.5, 2.5, 10] as const;

/** Requests answered, by method and class of status: few enough to be counted for ever. */
export class Requests {
  readonly #answered = new Map<string, { readonly counts: number[]; seconds: number; total: number }>();

  /** @param seconds from the request's head to the end of its answer */
  count(method: string, status: number, seconds: number): void {
    const known = ["GET", "POST", "DELETE"].includes(method) ? method : "other";
    const labels = `method="${known}",status="${Math.floor(status / 100)}xx"`;
    const own = this.#answered.get(labels) ?? { counts: bounds.map(() => 0), seconds: 0, total: 0 };
    this.#answered.set(labels, own);
    own.total++;
    own.seconds += seconds;
    for (const [i, bound] of bounds.entries()) if (seconds <= bound) own.counts[i]!++;
  }

  lines(): string[] {
    const name = "hearsay_http_request_seconds";
    return [...this.#answered]
      .sort()
      .flatMap(([labels, { counts, seconds, total }]) => [
        ...bounds.map((bound, i) => `${name}_bucket{${labels},le="${bound}"} ${counts[i]}`),
        `${name}_bucket{${labels},le="+Inf"} ${total}`,
        `${name}_sum{${labels}} ${seconds}`,
        `${name}_count{${labels}} ${total}`,
      ]);
  }
}

/** Everything there is to watch, in Prometheus's text form (0.0.4). Names and numbers of ours alone: nothing of a story. */
export function metricsText(requests: Requests, work: Work, stories: number): string {
  const ofSteps = (what: (step: Step) => number) =>
    work.steps.map((one) => [`{step="${one.step}"}`, what(one)] as const);
  const { rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    ...family("hearsay_stories", "gauge", "Stories that are served.", [["", stories]]),
    ...family("hearsay_jobs", "gauge", "Jobs of adding, by state.", [
      ['{state="queued"}', work.queued],
      ['{state="running"}', work.running],
    ]),
    ...family("hearsay_jobs_ended_total", "counter", "Jobs that have ended, by how.", [
      ['{state="done"}', work.ended.done],
      ['{state="failed"}', work.ended.failed],
      ['{state="cancelled"}', work.ended.cancelled],
    ]),
    ...family(
      "hearsay_step_seconds_total",
      "counter",
      "Time that jobs spent in each step.",
      ofSteps((one) => one.seconds),
    ),
    ...family(
      "hearsay_step_articles_total",
      "counter",
      "Articles that each step has done.",
      ofSteps((one) => one.articles),
    ),
    ...(work.workers === null ? [] : queueLines(work.workers)),
    ...head("hearsay_http_request_seconds", "histogram", "Requests, by how long they took to answer."),
    ...requests.lines(),
    ...family("process_resident_memory_bytes", "gauge", "Memory of this process.", [["", rss]]),
    ...family("process_cpu_seconds_total", "counter", "Processor time of this process.", [["", (user + system) / 1e6]]),
    ...family("process_uptime_seconds", "gauge", "How long this process has run.", [["", process.uptime()]]),
    "",
  ].join("\n");
}

/** The workers' queue, as the database has it: the same from every server of that database. */
function queueLines({ atWork, kinds }: NonNullable<Work["workers"]>): string[] {
  const states = ["waiting", "running", "failed"] as const;
  const labelled = kinds.flatMap((one) =>
    states.map((state) => [`{kind="${one.kind}",state="${state}"}`, one[state]] as const),
  );
  const hour = (what: "done" | "seconds") => kinds.map((one) => [`{kind="${one.kind}"}`, one[what]] as const);
  return [
    ...family("hearsay_tasks", "gauge", "Tasks of workers, by kind and state.", labelled),
    ...family("hearsay_tasks_done_last_hour", "gauge", "Tasks done in the last hour.", hour("done")),
    ...family("hearsay_tasks_seconds_last_hour", "gauge", "Time that these took, all together.", hour("seconds")),
    ...family("hearsay_at_work", "gauge", "Connections at work on a story.", [["", atWork]]),
  ];
}

const head = (name: string, type: string, help: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
const family = (name: string, type: string, help: string, values: readonly (readonly [string, number])[]) => [
  ...head(name, type, help),
  ...values.map(([labels, value]) => `${name}${labels} ${value}`),
];
