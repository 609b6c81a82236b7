import { hintBit, hintsOf } from "./hints.js";
import type { Tag } from "./tags.js";

/** An element of the page, as far as reading needs it. */
export interface Element {
  readonly tag: string;
  readonly parent: Element | null;
  readonly depth: number;
  /** What its own class, id and role say: bits of `hintBit`. */
  readonly hints: number;
  /** Class and id as written, cut to a few dozen characters: siblings of one kind share it. */
  readonly names: string;
}

/** The attributes of one tag, those that reading asks for. */
export type Attributes = Readonly<Record<AttributeName, string | undefined>>;
export type AttributeName = keyof typeof noAttributes;

export const noAttributes = {
  class: undefined,
  id: undefined,
  role: undefined,
  itemprop: undefined,
  hidden: undefined,
  style: undefined,
  "aria-hidden": undefined,
  datetime: undefined,
  "data-component": undefined,
  "data-testid": undefined,
  "data-type": undefined,
  "data-module": undefined,
  "aria-label": undefined,
  lang: undefined,
  type: undefined,
  property: undefined,
  name: undefined,
  "http-equiv": undefined,
  content: undefined,
  rel: undefined,
  href: undefined,
};

/** Beside class and id, what names an element. */
const naming = [
  "role",
  "itemprop",
  "data-component",
  "data-testid",
  "data-type",
  "data-module",
  "aria-label",
] as const satisfies readonly AttributeName[];

/** An open element. What its names say is found when it is asked for: of most elements nobody asks. */
export class OpenElement implements Element {
  readonly tag: string;
  readonly depth: number;
  readonly names: string;
  private found: number | null = null;

  constructor(
    readonly its: Tag,
    private readonly attributes: Attributes,
    readonly parent: OpenElement | null,
  ) {
    this.tag = its.name;
    this.depth = parent === null ? 0 : parent.depth + 1;
    this.names = attributes === noAttributes ? "" : namesOf(attributes).slice(0, 60);
  }

  get hints(): number {
    this.found ??= this.attributes === noAttributes ? 0 : hintsIn(this.attributes);
    return this.found;
  }
}

const namesOf = (attributes: Attributes): string =>
  attributes.id === undefined ? (attributes.class ?? "").trim() : `${attributes.class ?? ""} ${attributes.id}`.trim();

function hintsIn(attributes: Attributes): number {
  const names = namesOf(attributes);
  let all = names;
  for (const name of naming) if (attributes[name] !== undefined) all += ` ${attributes[name]}`;
  const hints = hintsOf(all);
  const { style } = attributes;
  const hidden =
    attributes.hidden !== undefined ||
    attributes["aria-hidden"] === "true" ||
    (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 500)));
  return hidden ? hints | hintBit.hidden : hints;
}
