import type { Answer } from "hearsay/client";

/** What the server tells of work. */
export type Work = Answer<"GET /work">;
export type Standing = NonNullable<Work["workers"]>["kinds"][number];

const steps: Readonly<Record<string, string>> = {
  collect: "Collecting",
  read: "Reading",
  trace: "Tracing",
  weigh: "Weighing",
  tell: "Telling",
};
const kinds: Readonly<Record<string, string>> = {
  article: "Articles to read",
  compare: "Pairs to compare",
  story: "Stories to tell",
};

export const sayStepName = (step: string): string => steps[step] ?? step;
export const sayKind = (kind: string): string => kinds[kind] ?? kind;

/** How fast a step has gone: "31 ms each", "4.2 s each"; a dash before anything was done. */
export function sayEach(seconds: number, count: number): string {
  if (count === 0) return "–";
  const each = seconds / count;
  return each < 1 ? `${Math.round(each * 1000)} ms each` : `${each.toFixed(each < 10 ? 1 : 0)} s each`;
}

/** How much one second did: "32 a second", "4 a minute"; a dash before anything was done. */
export function saySpeed(seconds: number, count: number): string {
  if (count === 0 || seconds === 0) return "–";
  const [second, minute] = [count / seconds, (60 * count) / seconds];
  return second >= 1
    ? `${second.toFixed(second < 10 ? 1 : 0)} a second`
    : `${minute.toFixed(minute < 10 ? 1 : 0)} a minute`;
}

/** What all of it comes to, in a sentence. */
export function sayAll({ queued, running, workers }: Work): string {
  const waiting = queued + (workers?.kinds ?? []).reduce((sum, one) => sum + one.waiting, 0);
  const active = running + (workers?.kinds ?? []).reduce((sum, one) => sum + one.running, 0);
  if (waiting + active === 0) return "Nothing waits.";
  const idle = active === 0 && workers !== null && workers.atWork === 0;
  return `${active} being done, ${waiting} waiting${idle ? ": nobody is at work. Start hearsay worker." : "."}`;
}
