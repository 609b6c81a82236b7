import { type Added, add } from "../../engine/index.js";
import { gather } from "../../sources/index.js";
import type { Io } from "../io.js";
import { defaultStory } from "../names.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { withStory } from "../story.js";

/** `hearsay add`: keeps what the places lead to and brings the story up to date. */
export async function runAdd(
  io: Io,
  places: readonly string[],
  { story }: { readonly story: string },
): Promise<number> {
  return withStory(io, story, { create: true }, async (workshop, path) => {
    const added = await add(workshop, gather(places, io));
    workshop.onProgress?.({ step: "tell", done: 0, total: null });
    io.stderr.write(io.stderr.isTTY === true ? "\r\u001b[2K" : "");
    writeProblems(io, worthSaying(added));
    io.stdout.write(`${summary(added)} Story: ${path}\n`);
    if (io.stdout.isTTY === true && added.kept.length > 0) io.stdout.write(next(story));
    return statusOf(added.diagnostics);
  });
}

/** What stages remark on while all is well stays in the report. */
const worthSaying = ({ diagnostics }: Added) =>
  diagnostics.filter(({ severity, stage }) => severity !== "info" || stage === "source");

function summary({ kept, diagnostics }: Added): string {
  const count = (...statuses: readonly string[]) => kept.filter(({ status }) => statuses.includes(status)).length;
  const parts = [`${count("new", "changed")} added`];
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
