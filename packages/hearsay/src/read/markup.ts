import { Tokenizer } from "htmlparser2";
import { hintBit, hintsOf } from "./hints.js";
import {
  attributesKept,
  closers,
  closesThroughScope,
  inline,
  kinds,
  scopes,
  seamTags,
  skipped,
  voidTags,
} from "./tags.js";
import { fold, isVisible } from "./text.js";

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

/** A run of text between two block boundaries. */
export interface Block {
  /** White space folded; never empty. */
  text: string;
  readonly element: Element;
  /** Characters inside links, bold or emphasised characters. */
  linked: number;
  bold: number;
  links: number;
  /** Inside a heading, list item, table cell and so on: the nearest tag that gives a block its kind. */
  readonly kind: string;
  /** Whether an image came since the block before. */
  readonly afterImage: boolean;
  readonly itemprop: string;
  readonly datetime: string | null;
}

export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** A page, taken apart in one pass. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly metas: readonly MetaTag[];
  readonly title: string;
  readonly jsonLd: readonly string[];
  readonly language: string | null;
  readonly canonical: string | null;
  readonly times: readonly { readonly value: string; readonly block: number; readonly names: string }[];
  /** True when a limit cut something off. */
  readonly cut: boolean;
}

/** Limits that no honest page meets. */
const limits = { depth: 1_000, blocks: 60_000, attribute: 20_000, jsonLd: 4_000_000 };

interface Open {
  readonly element: Element;
  readonly skip: boolean;
}

/**
 * Takes a page apart in one pass: blocks of text with their surroundings, and what the head says. Any string is
 * accepted; unclosed, misnested or very deep markup costs no more than its length.
 */
export function takeApart(html: string): Page {
  const builder = new PageBuilder(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.page();
}

class PageBuilder {
  private readonly html: string;
  private readonly stack: Open[] = [];
  private readonly counts = new Map<string, number>();
  private skipping = 0;
  private ignoredDepth = 0;
  private tag = "";
  private attributes: Record<string, string> = {};
  private attribute = "";
  private value = "";
  private readonly blocks: Block[] = [];
  private readonly metas: MetaTag[] = [];
  private readonly jsonLd: string[] = [];
  private readonly times: { value: string; block: number; names: string }[] = [];
  private titleText = "";
  private scriptText = "";
  private language: string | null = null;
  private canonical: string | null = null;
  private cut = false;
  private jsonLdSize = 0;
  // The block being gathered.
  private parts: string[] = [];
  private solid = false;
  private linked = 0;
  private bold = 0;
  private links = 0;
  private breaks = 0;
  private image = false;
  private itemprop = "";
  private datetime: string | null = null;
  private seam = false;
  private inLink = 0;
  private inBold = 0;
  private current: Element = { tag: "", parent: null, depth: 0, hints: 0, names: "" };
  private owner: Element = this.current;

  constructor(html: string) {
    this.html = html;
  }

  page(): Page {
    const { blocks, metas, jsonLd, language, canonical, times, cut } = this;
    return { blocks, metas, title: fold(this.titleText), jsonLd, language, canonical, times, cut };
  }

  isInForeignContext(): boolean {
    return false;
  }
  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.value = "";
  }
  onattribdata(start: number, end: number): void {
    if (attributesKept.has(this.attribute) && this.value.length < limits.attribute)
      this.value += this.html.slice(start, Math.min(end, start + limits.attribute));
  }
  onattribentity(code: number): void {
    if (this.value.length < limits.attribute) this.value += String.fromCodePoint(code);
  }
  onattribend(): void {
    if (attributesKept.has(this.attribute) && !Object.hasOwn(this.attributes, this.attribute))
      this.attributes[this.attribute] = this.value;
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.attributes = {};
  }
  onopentagend(): void {
    this.open(this.tag, this.attributes);
  }
  onselfclosingtag(): void {
    this.open(this.tag, this.attributes);
    if (!voidTags.has(this.tag) && (this.tag === "path" || this.tag === "use" || this.tag === "svg"))
      this.close(this.tag);
  }
  onclosetag(start: number, end: number): void {
    this.close(this.html.slice(start, Math.min(end, start + 40)).toLowerCase());
  }
  ontext(start: number, end: number): void {
    this.text(this.html.slice(start, end));
  }
  ontextentity(code: number): void {
    this.text(String.fromCodePoint(code));
  }
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {
    this.flush();
    this.keepJsonLd();
  }

  private open(tag: string, attributes: Record<string, string>): void {
    if (tag === "meta") this.meta(attributes);
    else if (tag === "link") this.link(attributes);
    else if (tag === "html" && attributes.lang !== undefined) this.language ??= attributes.lang;
    if (tag === "br") this.lineBreak();
    else if (tag === "hr") this.flush();
    if (tag === "img") this.image = true;
    if (voidTags.has(tag)) return;
    this.implyCloses(tag);
    if (!inline.has(tag)) this.flush();
    if (this.stack.length >= limits.depth) {
      this.ignoredDepth++;
      this.cut = true;
      return;
    }
    this.push(tag, attributes);
  }

  private push(tag: string, attributes: Record<string, string>): void {
    const own = elementFrom(tag, attributes, this.current);
    if (seamTags.has(tag)) this.seam = true;
    const skip = skipped.has(tag);
    if (skip) this.skipping++;
    if (tag === "script" && /ld\+json/i.test(attributes.type ?? "")) this.scriptText = " ";
    if (tag === "a") {
      this.inLink++;
      this.links++;
    }
    if (tag === "b" || tag === "strong") this.inBold++;
    if (attributes.itemprop !== undefined) this.itemprop = attributes.itemprop.slice(0, 60);
    if (attributes.datetime !== undefined) this.time(attributes, own);
    this.stack.push({ element: own, skip });
    this.counts.set(tag, (this.counts.get(tag) ?? 0) + 1);
    this.current = own;
    if (!inline.has(tag)) this.owner = own;
  }

  private time(attributes: Record<string, string>, own: Element): void {
    const value = attributes.datetime!.slice(0, 60);
    this.datetime = value;
    this.times.push({
      value,
      block: this.blocks.length,
      names: `${own.names} ${own.parent?.names ?? ""} ${attributes.itemprop ?? ""}`,
    });
  }

  private implyCloses(tag: string): void {
    const closing = closers[tag];
    if (closing === undefined) return;
    for (;;) {
      const top = this.stack[this.stack.length - 1];
      if (top === undefined) return;
      if (closing.has(top.element.tag)) this.pop();
      else if (inline.has(top.element.tag) && this.nearestBlockCloses(closing)) this.pop();
      else return;
    }
  }

  /** Whether an unclosed inline element stands between here and a block that the new tag closes: `<p><b>…<p>`. */
  private nearestBlockCloses(closing: ReadonlySet<string>): boolean {
    for (let i = this.stack.length - 1; i >= Math.max(0, this.stack.length - 8); i--) {
      const { tag } = this.stack[i]!.element;
      if (closing.has(tag)) return true;
      if (!inline.has(tag)) return false;
    }
    return false;
  }

  private close(tag: string): void {
    if (tag === "br") this.lineBreak();
    if (voidTags.has(tag)) return;
    if (!inline.has(tag)) this.flush();
    if (this.ignoredDepth > 0 && (this.counts.get(tag) ?? 0) > 0) {
      this.ignoredDepth--;
      return;
    }
    if ((this.counts.get(tag) ?? 0) === 0 || !this.inScope(tag)) return;
    for (;;) {
      const top = this.stack[this.stack.length - 1]!;
      this.pop();
      if (top.element.tag === tag) return;
    }
  }

  private inScope(tag: string): boolean {
    if (closesThroughScope.has(tag)) return true;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]!.element.tag;
      if (open === tag) return true;
      if (scopes.has(open)) return false;
    }
    return false;
  }

  private pop(): void {
    const { element, skip } = this.stack.pop()!;
    const { tag } = element;
    if (!inline.has(tag)) this.flush();
    if (seamTags.has(tag)) this.seam = true;
    if (skip) this.skipping--;
    if (tag === "a") this.inLink--;
    if (tag === "b" || tag === "strong") this.inBold--;
    if (tag === "script") this.keepJsonLd();
    this.counts.set(tag, this.counts.get(tag)! - 1);
    this.current = element.parent!;
    if (!inline.has(tag)) {
      let owner = this.current;
      while (inline.has(owner.tag) && owner.parent !== null) owner = owner.parent;
      this.owner = owner;
    }
  }

  private keepJsonLd(): void {
    if (this.scriptText.length > 1) this.jsonLd.push(this.scriptText);
    this.scriptText = "";
  }

  private meta(attributes: Record<string, string>): void {
    const name = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes["http-equiv"];
    if (name !== undefined && attributes.content !== undefined && this.metas.length < 2_000)
      this.metas.push({ name: name.slice(0, 100).toLowerCase(), content: fold(attributes.content.slice(0, 5_000)) });
  }

  private link(attributes: Record<string, string>): void {
    if (/\bcanonical\b/i.test(attributes.rel ?? "")) this.canonical ??= attributes.href ?? null;
  }

  private lineBreak(): void {
    this.breaks++;
    if (this.breaks >= 2) this.flush();
    else if (this.skipping === 0) this.parts.push("\n");
  }

  private text(text: string): void {
    if (this.skipping > 0) this.unshown(text);
    else this.shown(text);
  }

  private shown(text: string): void {
    const shown = text.trim().length;
    if (shown > 0) {
      this.breaks = 0;
      this.solid = true;
      if (this.inLink > 0) this.linked += shown;
      if (this.inBold > 0) this.bold += shown;
    }
    if (!this.solid) return;
    if (this.seam && isSeam(this.parts[this.parts.length - 1] ?? "", text)) this.parts.push(" ");
    if (text !== "") this.seam = false;
    this.parts.push(text);
  }

  private unshown(text: string): void {
    const { tag } = this.current;
    if (tag === "script" && this.scriptText !== "" && this.jsonLdSize < limits.jsonLd) {
      this.scriptText += text;
      this.jsonLdSize += text.length;
    }
  }

  /** Text of `<title>`: the tokenizer gives it as text inside the element. */
  private takeTitle(text: string): void {
    if (this.titleText.length < 2_000) this.titleText += `${text.slice(0, 2_000)} `;
  }

  private flush(): void {
    if (this.solid) this.keep(fold(this.parts.join("")));
    this.parts = [];
    this.solid = false;
    this.linked = 0;
    this.bold = 0;
    this.links = this.inLink;
    this.breaks = 0;
    this.datetime = null;
    this.itemprop = "";
  }

  private keep(text: string): void {
    if (!isVisible(text)) return;
    if (this.owner.tag === "title") this.takeTitle(text);
    else if (this.blocks.length >= limits.blocks) this.cut = true;
    else this.keepBlock(text);
  }

  private keepBlock(text: string): void {
    const { owner: element, linked, bold, links, image: afterImage, itemprop, datetime } = this;
    this.blocks.push({ text, element, linked, bold, links, kind: kindOf(element), afterImage, itemprop, datetime });
    this.image = false;
  }
}

/** Two inline elements that styling sets apart without a space: "Health|DECEMBER 22", "2025|Ana Novak". */
function isSeam(before: string, after: string): boolean {
  return /[\p{Ll}\d]$/u.test(before) && /^\p{Lu}/u.test(after) ? true : /\p{L}$/u.test(before) && /^\d/.test(after);
}

function elementFrom(tag: string, attributes: Record<string, string>, parent: Element): Element {
  const names = `${attributes.class ?? ""} ${attributes.id ?? ""}`.trim();
  const more = [
    attributes.role,
    attributes.itemprop,
    attributes["data-component"],
    attributes["data-testid"],
    attributes["data-type"],
    attributes["data-module"],
    attributes["aria-label"],
  ]
    .filter((value) => value !== undefined)
    .join(" ");
  let hints = hintsOf(more === "" ? names : `${names} ${more}`);
  const { style } = attributes;
  if (
    attributes.hidden !== undefined ||
    attributes["aria-hidden"] === "true" ||
    (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 500)))
  )
    hints |= hintBit.hidden;
  return { tag, parent, depth: parent.depth + 1, hints, names: names.slice(0, 60) };
}

function kindOf(element: Element): string {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 4; steps++, at = at.parent) if (kinds.has(at.tag)) return at.tag;
  return "div";
}
