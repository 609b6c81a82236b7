import type { Brief, Line, Part } from "./brief.js";

/** What the template took out of records: names, and the first and last day of every date, each once. */
export function takenFromRecords({ sections }: Brief): Set<string> {
  const taken = new Set<string>();
  const part = (p: Part): void => {
    if (p.kind === "name") taken.add(p.text);
    else if (p.kind === "date") taken.add(p.when.earliest).add(p.when.latest);
  };
  const line = ({ lead, parts, lines }: Line): void => {
    lead.forEach(part);
    parts.forEach(part);
    lines.forEach(line);
  };
  for (const { note, lines } of sections) {
    note.forEach(part);
    lines.forEach(line);
  }
  return taken;
}

/**
 * Those of the strings that some record holds, days of dates and names of shared informants included; articles' texts
 * excepted. Looks no further than the last of them: a story's records are a hundred times what its brief names.
 */
export function storedAmong(strings: ReadonlySet<string>, records: object): ReadonlySet<string> {
  const left = new Set(strings);
  const found = new Set<string>();
  const offer = (text: string): void => {
    if (left.delete(text)) found.add(text);
  };
  const search = (value: unknown, key: string): void => {
    if (left.size === 0) return;
    if (typeof value === "string") {
      if (key === "text") return;
      offer(value);
      if (/^\d{4}-\d{2}-\d{2}/.test(value)) offer(value.slice(0, 10));
      else if (value.startsWith("src:")) offer(value.slice(4));
    } else if (Array.isArray(value)) for (const inner of value) search(inner, key);
    else if (typeof value === "object" && value !== null)
      for (const name in value) search((value as Readonly<Record<string, unknown>>)[name], name);
  };
  search(records, "");
  return found;
}
