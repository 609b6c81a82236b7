import type { Diagnostic } from "../../model/index.js";

/** An article as another program's file has it, its fields called as reading knows them. */
export interface TakenArticle {
  readonly text: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly outlet?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly url?: string;
  readonly language?: string;
}

/** What a file of another program holds: articles, and what of it has no place here. */
export interface Taken {
  /** What the file is: "STIX", "Zotero (CSL JSON)". */
  readonly format: string;
  readonly articles: readonly TakenArticle[];
  readonly said: readonly Said[];
}

/** Something to be said of a file; its place is added by who read it. */
export type Said = Pick<Diagnostic, "severity" | "code" | "message" | "remedy">;

export type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** The objects in a list; nothing for anything else. */
export const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
/** A text that says something; null for anything else. Of a list the first. */
export function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one.trim() !== "" ? one.trim() : null;
}
export const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(one) ?? []);

/** An article of the fields that say something; null without a text. */
export function article(
  fields: {
    readonly [field in keyof TakenArticle]?: TakenArticle[field] | null;
  },
): TakenArticle | null {
  if (textOf(fields.text) === null) return null;
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value.length > 0);
  return Object.fromEntries(said) as unknown as TakenArticle;
}

/** Says of how many things what is the matter; nothing when there are none. */
export const saidOf = (count: number, code: string, one: string, many: string, remedy: string): readonly Said[] =>
  count === 0
    ? []
    : [{ severity: "warning", code: `import.${code}`, message: `${count} ${count === 1 ? one : many}.`, remedy }];
