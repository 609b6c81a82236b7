import type { Quote } from "../model/index.js";
import type { Mark } from "./contract/shapes.js";
import type { View } from "./view.js";

/** Everything found in one article, in the order of its text, the longer first. */
export const marksIn = (view: View, article: string): Mark[] => view.once("marks", allMarks).get(article) ?? [];

function allMarks({ report }: View): ReadonlyMap<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  const add = (at: Quote, kind: Mark["kind"], id: string, label: string, detail: string | null): void => {
    const found = { start: at.start, end: at.end, kind, id, label, detail };
    const known = marks.get(at.article);
    if (known === undefined) marks.set(at.article, [found]);
    else known.push(found);
  };
  for (const { id, content, speaker, kind } of report.statements)
    for (const part of content.parts) add(part, "statement", id, speaker.name ?? speaker.description, kind);
  for (const { id, span, type, mode } of report.events) add(span, "event", id, type, mode);
  for (const { id, span, status, by } of report.commitments) add(span, "commitment", id, status, by);
  for (const { id, cause, effect, sign, by } of report.causes)
    for (const end of [cause, effect]) add(end, "cause", id, sign === "+" ? "brings about" : "prevents", by);
  for (const { id, of, reports } of report.figures) for (const { span } of reports) add(span, "figure", id, of, null);
  for (const { id, support, verdict, proposition } of report.claims)
    for (const { span } of support) add(span, "claim", id, verdict, proposition);
  for (const list of marks.values()) list.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  return marks;
}
