import { Parser } from "htmlparser2";

/** One entry's elements by their path below it ("author/name"), attributes as `path@name`; several of one path in order. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** What to look for in a kind of document. */
export interface Shape {
  /** The element that is an entry. */
  readonly entry: string;
  /** Elements whose markup is taken as it stands, when it was not escaped. */
  readonly markup: ReadonlySet<string>;
  /** Elements that are entries by their attributes alone, wherever they stand. */
  readonly flat?: boolean;
}

/** Deeper than this no feed is nested; what is, is broken off there. */
const deepest = 200;
/** Below an entry only so many levels mean something. */
const levels = 3;

/** What a document says of all its entries: where its links begin, in the order in which it says so. */
export interface Head {
  /** `xml:base` of what encloses all entries. */
  base: string | null;
  /** Its own links: text, or `href`, with what it is to the document ("self", "alternate", "" where nothing is said). */
  readonly links: { readonly href: string; readonly rel: string }[];
}

/** So many of its links are taken note of. */
const maxLinks = 20;

/** Prefixes that say no more than the name behind them does. */
export const plain = (name: string): string =>
  name.toLowerCase().replace(/^(?:atom|atom10|a10|rss|sm|sitemap):(?=.)/, "");

/**
 * Hands over a document's entries one by one, whatever is wrong with it: what is not closed ends where the next begins
 * or with the document. Nothing is expanded: entities of the document's own stay as they are written.
 * @param head is filled with what the document says of itself
 * @returns whether it is well-formed as far as that can be told
 */
export function walk(text: string, shape: Shape, found: (fields: Fields) => void, head: Head): boolean {
  const walker = new Walker(text, shape, found, head);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => walker.open(name, attributes),
      ontext: (piece) => walker.read(piece),
      onclosetag: (_, implied) => walker.close(implied && text[parser.endIndex - 1] !== "/"),
    },
    { xmlMode: true },
  );
  try {
    parser.end(text);
  } catch (error) {
    if (error !== tooDeep) throw error;
    return false;
  }
  return walker.sound;
}

const tooDeep = new Error("Nested too deep.");

class Walker {
  sound = true;
  readonly #path: string[] = [];
  /** How deep the entry is that is being read; 0 outside entries. */
  #entry = 0;
  /** How deep the element is whose markup is being taken; 0 outside. */
  #markup = 0;
  /** Whether that element has had elements in it, so that its text is text and not escaped markup. */
  #nested = false;
  #fields = new Map<string, string[]>();
  #text = "";

  constructor(
    readonly text: string,
    readonly shape: Shape,
    readonly found: (fields: Fields) => void,
    readonly head: Head,
  ) {}

  open(raw: string, attributes: Readonly<Record<string, string>>): void {
    const name = plain(raw);
    this.#path.push(name);
    const depth = this.#path.length;
    if (depth > deepest) throw tooDeep;
    if (this.#markup > 0) this.#openMarkup(name);
    else if (name === this.shape.entry && depth > 1) this.#begin(depth, attributes);
    else if (this.#entry > 0 && depth <= this.#entry + levels) this.#element(attributes);
    else if (this.#entry === 0 && depth <= levels) this.#outside(name, attributes);
  }

  /** An element of the document itself, or of its one channel. */
  #outside(name: string, { href, rel = "", "xml:base": base }: Readonly<Record<string, string>>): void {
    this.#text = "";
    if (base !== undefined && this.#path.length < levels) this.head.base ??= base;
    if (name === "link" && href !== undefined) this.#link(href, rel);
  }

  #link(href: string, rel: string): void {
    if (href.trim() !== "" && this.head.links.length < maxLinks) this.head.links.push({ href, rel });
  }

  #begin(depth: number, attributes: Readonly<Record<string, string>>): void {
    if (this.#entry > 0 && !this.shape.flat) {
      this.sound = false;
      this.#finish();
    }
    this.#fields = new Map();
    this.#attributes("", attributes);
    this.#entry = depth;
    if (this.shape.flat) this.#finish();
  }

  #element(attributes: Readonly<Record<string, string>>): void {
    const key = this.#key();
    this.#text = "";
    this.#attributes(key, attributes);
    if (!this.shape.markup.has(key)) return;
    this.#markup = this.#path.length;
    this.#nested = false;
  }

  #attributes(key: string, attributes: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(attributes)) this.#put(`${key}@${name.toLowerCase()}`, value);
  }

  #openMarkup(name: string): void {
    if (!this.#nested) this.#text = escaped(this.#text);
    this.#nested = true;
    this.#text += `<${name}>`;
  }

  read(piece: string): void {
    const isLink = this.#entry === 0 && this.#path.length <= levels && this.#path.at(-1) === "link";
    if (isLink) this.#text += piece;
    else if (this.#entry > 0) this.#text += this.#markup > 0 && this.#nested ? escaped(piece) : piece;
  }

  /** @param implied nothing in the document closes it */
  close(implied: boolean): void {
    const depth = this.#path.length;
    if (implied && (depth === 1 || depth === this.#entry)) this.sound = false;
    if (this.#markup > 0 && depth > this.#markup) this.#text += `</${this.#path.at(-1)}>`;
    else if (this.#entry > 0 && depth === this.#entry) this.#finish();
    else if (this.#entry > 0 && depth <= this.#entry + levels) this.#put(this.#key(), this.#text.trim());
    else if (this.#entry === 0 && depth <= levels && this.#path.at(-1) === "link") this.#link(this.#text, "");
    if (depth === this.#markup) this.#markup = 0;
    if (this.#markup === 0) this.#text = "";
    this.#path.pop();
  }

  #finish(): void {
    this.#entry = 0;
    this.#markup = 0;
    this.found(this.#fields);
  }

  #key(): string {
    return this.#path.slice(this.#entry).join("/");
  }

  #put(key: string, value: string): void {
    const list = this.#fields.get(key);
    if (list === undefined) this.#fields.set(key, [value]);
    else list.push(value);
  }
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** Text as markup. */
export const escaped = (text: string): string => text.replace(/[&<>]/g, (letter) => escapes[letter]!);
