import type { Answer } from "hearsay/client";

/** Something being added, as the server tells of it. */
export type Job = Answer<"GET /stories/{s}/jobs/{id}">;

export const isRunning = (job: Pick<Job, "state">): boolean => job.state === "queued" || job.state === "running";

const steps: Readonly<Record<string, string>> = {
  collect: "Collecting",
  read: "Reading",
  trace: "Tracing who copied whom",
  weigh: "Weighing claims",
  tell: "Writing the report",
};

/** The stages of a job in their order, as they are called. */
export const stageList = [
  ["collect", "collect"],
  ["read", "read"],
  ["trace", "trace"],
  ["weigh", "weigh"],
  ["tell", "report"],
] as const;

/** Whether a job has been through a stage, is in it, or has it before it. */
export function stageState(job: Pick<Job, "state" | "step">, step: string): "done" | "now" | "ahead" {
  if (job.state === "done") return "done";
  const order: readonly string[] = stageList.map(([name]) => name);
  const [at, own] = [order.indexOf(job.step ?? ""), order.indexOf(step)];
  return own < at ? "done" : own === at ? "now" : "ahead";
}

/** Where a job is, in words. */
export function sayStep(job: Job): string {
  if (job.state === "queued") return "Waiting for its turn";
  if (job.state === "failed") return "Failed; what it had kept stays kept";
  if (job.state === "cancelled") return "Stopped; what it had kept stays kept";
  const fresh = job.added.filter((a) => a.status === "new").length;
  if (job.state === "done") return `Done: ${fresh} new, ${job.added.length - fresh} known already`;
  return `${steps[job.step ?? ""] ?? "Working"}${job.total === null ? "" : `: ${job.done} of ${job.total}`}`;
}

/** Pasted lines that are all web addresses are addresses; anything else is an article's text. */
export function kindOfPaste(text: string): { readonly urls: string[] | null } {
  const lines = text.split(/\s+/).filter(Boolean);
  const all = lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/i.test(line) && URL.canParse(line));
  return { urls: all ? lines.slice(0, 200) : null };
}
