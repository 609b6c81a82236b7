import { type Added, add } from "../../engine/index.js";
import { HearsayError } from "../../model/index.js";
import { gather, usualLimit } from "../../sources/index.js";
import type { Io } from "../io.js";
import { defaultStory } from "../names.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { withStory } from "../story.js";

/** `hearsay add`: keeps what the places lead to and brings the story up to date. */
export async function runAdd(
  io: Io,
  places: readonly string[],
  { story, limit }: { readonly story: string; readonly limit?: string },
): Promise<number> {
  const most = limitOf(limit);
  return withStory(io, story, { create: true }, async (workshop, path) => {
    const lastFound = (place: string) => workshop.store.lastFound(place);
    const added = await add(workshop, gather(places, { ...io, limit: most, lastFound }));
    workshop.onProgress?.({ step: "tell", done: 0, total: null });
    io.stderr.write(io.stderr.isTTY === true ? "\r\u001b[2K" : "");
    writeProblems(io, worthSaying(added));
    io.stdout.write(`${summary(added)} Story: ${path}\n`);
    if (io.stdout.isTTY === true && added.kept.length > 0) io.stdout.write(next(story));
    return statusOf(added.diagnostics);
  });
}

/** @throws HearsayError `usage.limit` */
function limitOf(limit: string | undefined): number {
  if (limit === undefined) return usualLimit;
  if (!/^[1-9]\d{0,5}$/.test(limit))
    throw new HearsayError("usage.limit", `--limit takes a whole number, not "${limit}".`);
  return Number(limit);
}

/** What stages remark on while all is well stays in the report. */
const worthSaying = ({ diagnostics }: Added) =>
  diagnostics.filter(({ severity, stage }) => severity !== "info" || stage === "source");

function summary({ kept, diagnostics }: Added): string {
  const count = (...statuses: readonly string[]) => kept.filter(({ status }) => statuses.includes(status)).length;
  const parts = [`${count("new")} added`];
  if (count("changed") > 0) parts.push(`${count("changed")} changed since`);
  if (count("known") > 0) parts.push(`${count("known")} already there`);
  if (count("duplicate") > 0) parts.push(`${count("duplicate")} the same as another`);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) parts.push(`${errors} ${errors === 1 ? "problem" : "problems"}`);
  return `${parts.join(", ")}.`;
}

function next(story: string): string {
  const option = story === defaultStory ? "" : ` -s ${story}`;
  return `Now: hearsay report${option}   hearsay claims${option} --type contradicted   hearsay report${option} -o report.html\n`;
}
