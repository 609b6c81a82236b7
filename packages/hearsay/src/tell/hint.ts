import type { Section } from "./brief.js";
import type { Report } from "./report.js";

/** What to type to see what a section left out: with the story's name unless it is the default or would need quoting. */
export function hint(report: Pick<Report, "story">, more: NonNullable<Section["more"]>): string {
  const { name } = report.story;
  return name === "default" || !/^[\w-]+$/.test(name) ? more.command : `${more.command} -s ${name}`;
}
