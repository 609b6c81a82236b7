import { contentHash } from "../model/index.js";
import type { Report } from "./report.js";

/** Where each part of a report is kept: in its head, which is small and wanted at once, or in a record of its own. */
const places = {
  ...{ format: "head", version: "head", story: "head", summary: "head", articles: "own", versions: "head" },
  ...{ derivations: "own", origins: "own", circles: "head", entities: "own", events: "own", timeline: "own" },
  ...{ claims: "own", statements: "own", commitments: "own", causes: "own", figures: "own", positions: "own" },
  ...{ remarks: "own", judgements: "own", diagnostics: "head", brief: "head", references: "head" },
} as const satisfies Readonly<Record<keyof Report, "head" | "own">>;

type Part = keyof Report;
export type ListPart = { [K in Part]: (typeof places)[K] extends "own" ? K : never }[Part];
/** A report without its long lists. */
export type ReportHead = Omit<Report, ListPart>;

/** A part of a report as it is kept. */
export interface KeptPart {
  readonly key: string;
  /** Another exactly when the part is. */
  readonly version: string;
  /** JSON. */
  readonly body: string;
  readonly bulky: boolean;
}

const parts = Object.keys(places) as readonly Part[];
export const listParts = parts.filter((part): part is ListPart => places[part] === "own");

/** A report in parts: its head, its summary once more by itself, and each long list. */
export function keptParts(report: Report): readonly KeptPart[] {
  const head = Object.fromEntries(parts.filter((part) => places[part] === "head").map((part) => [part, report[part]]));
  const part = (key: string, value: unknown, bulky: boolean): readonly KeptPart[] => {
    if (value === undefined) return [];
    const body = JSON.stringify(value);
    return [{ key, version: contentHash(body).slice(0, 16), body, bulky }];
  };
  const lists = listParts.flatMap((key) => part(key, report[key], true));
  return [...part("head", head, false), ...part("summary", report.summary, false), ...lists];
}

/**
 * The report of its parts, in their order. A list is read when it is looked at; one that has no text here is taken from
 * the report before.
 */
export function reportOf(head: ReportHead, bodies: ReadonlyMap<string, string>, before: Report | null): Report {
  const known: Partial<Record<Part, PropertyDescriptor>> =
    before === null ? {} : Object.getOwnPropertyDescriptors(before);
  const report = {};
  for (const part of parts) {
    const list = bodies.has(part) ? { get: once(() => JSON.parse(bodies.get(part)!)) } : (known[part] ?? { value: [] });
    const found = part in head ? { value: head[part as keyof ReportHead] } : list;
    Object.defineProperty(report, part, { ...found, enumerable: true });
  }
  return report as Report;
}

/** What a function makes, made at the first call; the function, and the text it holds, is let go of then. */
function once<T>(make: () => T): () => T {
  let [made, left]: [T | null, (() => T) | null] = [null, make];
  return () => {
    if (left !== null) [made, left] = [left(), null];
    return made as T;
  };
}
