import { shortened } from "../../model/index.js";
import type { Report, TimelineEntry } from "../../tell/report.js";
import type { Happening } from "../contract/shapes.js";
import type { View } from "../view.js";

/** So much of a report's words is shown where a happening is pointed at, in UTF-16 units. */
const longest = 200;

/** Entries of the timeline as they are drawn: the first of their reports in a few words. */
export function happeningsOf(view: View, entries: readonly TimelineEntry[]): Happening[] {
  const events = view.once("events", ({ report }: { report: Report }) => new Map(report.events.map((e) => [e.id, e])));
  return entries.flatMap(({ id, when, events: [first] }) => {
    const event = events.get(first ?? "");
    if (event === undefined) return [];
    const { article, who, whom, source, trigger, span, mode, goldstein } = event;
    const words = shortened(span.text, longest);
    const actor = source?.name ?? who;
    return [{ id, when, event: event.id, article, who: actor, whom, trigger: trigger.text, words, mode, goldstein }];
  });
}
