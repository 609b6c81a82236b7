import type { Taken } from "./taken.js";
import { bibliography } from "./zotero.js";

/** RIS, as Zotero, EndNote and news archives write it: a field a line, "TI  - Title". */
export function fromRis(text: string): Taken {
  const entries = text
    .split(/^ER {2}-.*$/m)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0);
  return bibliography("RIS", entries.map(read));
}

function fieldsOf(entry: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of entry.split(/\r?\n/)) {
    const [, tag, value] = /^\ufeff?([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line) ?? [];
    if (tag !== undefined) {
      last = fields.get(tag) ?? [];
      fields.set(tag, last);
      if (value!.trim() !== "") last.push(value!.trim());
    } else if (line.trim() !== "" && last !== null && last.length > 0) last[last.length - 1] += `\n${line.trim()}`;
  }
  return fields;
}

function read(fields: ReadonlyMap<string, readonly string[]>) {
  const first = (...tags: readonly string[]) => tags.flatMap((tag) => fields.get(tag) ?? [])[0] ?? null;
  const date = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})/.exec(first("DA", "Y1", "PY") ?? "");
  const known = {
    title: first("TI", "T1"),
    authors: [...(fields.get("AU") ?? []), ...(fields.get("A1") ?? [])].map(inOrder),
    outlet: first("T2", "JO", "JF", "JA", "PB"),
    published: date === null ? null : [date[1], date[2]!.padStart(2, "0"), date[3]!.padStart(2, "0")].join("-"),
    url: first("UR", "L1"),
    language: first("LA")?.slice(0, 2).toLowerCase() ?? null,
  };
  return { abstract: first("AB", "N2"), known };
}

/** "Holm, Ada" → "Ada Holm". */
const inOrder = (name: string): string => name.replace(/^([^,]+),\s*([^,]+)$/, "$2 $1");
