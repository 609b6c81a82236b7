import { Tokenizer } from "htmlparser2";
import { type AttributeName, type Attributes, type Element, noAttributes, OpenElement } from "./element.js";
import { type Gathered, Gathering } from "./gathering.js";
import { type Tag, tagOf } from "./tags.js";
import { fold, isVisible } from "./text.js";

export type { Element } from "./element.js";

/** A run of text between two block boundaries; its text is never empty. */
export interface Block extends Gathered {
  readonly element: Element;
  /** Inside a heading, list item, table cell and so on: the nearest tag that gives a block its kind. */
  readonly kind: string;
  /** Whether an image came since the block before. */
  readonly afterImage: boolean;
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
  private readonly stack: OpenElement[] = [];
  private readonly counts = new Map<string, number>();
  private skipping = 0;
  private ignoredDepth = 0;
  // The tag being read; the attribute is null where nobody asks for it.
  private tag: Tag = tagOf("");
  private attributes: Record<AttributeName, string | undefined> = noAttributes;
  private attribute: AttributeName | null = null;
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
  private image = false;
  private readonly gathering = new Gathering();
  private current = new OpenElement(tagOf(""), noAttributes, null);
  /** The nearest element around that is a block: what is gathered belongs to it. */
  private owner = this.current;

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
    this.attribute = null;
    if (end - start > 30 || (this.tag.attributeLengths & (1 << (end - start))) === 0) return;
    const name = this.html.slice(start, end).toLowerCase();
    if (!this.tag.attributes.has(name)) return;
    this.attribute = name as AttributeName;
    this.value = "";
  }
  onattribdata(start: number, end: number): void {
    if (this.attribute !== null && this.value.length < limits.attribute)
      this.value += this.html.slice(start, Math.min(end, start + limits.attribute));
  }
  onattribentity(code: number): void {
    if (this.attribute !== null && this.value.length < limits.attribute) this.value += String.fromCodePoint(code);
  }
  onattribend(): void {
    if (this.attribute === null) return;
    if (this.attributes === noAttributes) this.attributes = { ...noAttributes };
    this.attributes[this.attribute] ??= this.value;
  }
  onopentagname(start: number, end: number): void {
    this.tag = this.tagAt(start, end);
    this.attributes = noAttributes;
  }
  onopentagend(): void {
    this.open(this.tag, this.attributes);
  }
  onselfclosingtag(): void {
    this.open(this.tag, this.attributes);
    const { name } = this.tag;
    if (name === "path" || name === "use" || name === "svg") this.close(this.tag);
  }
  onclosetag(start: number, end: number): void {
    this.close(this.tagAt(start, end));
  }
  ontext(start: number, end: number): void {
    if (this.skipping === 0 || this.scriptText !== "") this.text(this.html.slice(start, end));
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

  private tagAt(start: number, end: number): Tag {
    return tagOf(this.html.slice(start, Math.min(end, start + 40)).toLowerCase());
  }

  private open(tag: Tag, attributes: Attributes): void {
    if (tag.isVoid) this.openVoid(tag.name, attributes);
    else if (tag.name === "html") this.language ??= attributes.lang ?? null;
    if (tag.isVoid) return;
    this.implyCloses(tag);
    if (!tag.isInline) this.flush();
    if (this.stack.length >= limits.depth) {
      this.ignoredDepth++;
      this.cut = true;
    } else this.push(tag, attributes);
  }

  private openVoid(name: string, attributes: Attributes): void {
    if (name === "meta") this.meta(attributes);
    else if (name === "link") this.link(attributes);
    else if (name === "br") this.lineBreak();
    else if (name === "hr") this.flush();
    else if (name === "img") this.image = true;
  }

  private push(tag: Tag, attributes: Attributes): void {
    const own = new OpenElement(tag, attributes, this.current);
    this.gathering.enter(tag);
    if (tag.isSkipped) this.skipping++;
    if (tag.name === "script" && /ld\+json/i.test(attributes.type ?? "")) this.scriptText = " ";
    if (attributes.itemprop !== undefined) this.gathering.itemprop = attributes.itemprop.slice(0, 60);
    if (attributes.datetime !== undefined) this.time(attributes.datetime.slice(0, 60), attributes, own);
    this.stack.push(own);
    this.counts.set(tag.name, (this.counts.get(tag.name) ?? 0) + 1);
    this.current = own;
    if (!tag.isInline) this.owner = own;
  }

  private time(value: string, attributes: Attributes, own: Element): void {
    this.gathering.datetime = value;
    this.times.push({
      value,
      block: this.blocks.length,
      names: `${own.names} ${own.parent?.names ?? ""} ${attributes.itemprop ?? ""}`,
    });
  }

  private implyCloses({ closes }: Tag): void {
    if (closes === undefined) return;
    for (let top = this.stack.at(-1); top !== undefined; top = this.stack.at(-1)) {
      if (!closes.has(top.tag) && !(top.its.isInline && this.nearestBlockCloses(closes))) return;
      this.pop();
    }
  }

  /** Whether an unclosed inline element stands between here and a block that the new tag closes: `<p><b>…<p>`. */
  private nearestBlockCloses(closing: ReadonlySet<string>): boolean {
    for (let i = this.stack.length - 1; i >= Math.max(0, this.stack.length - 8); i--) {
      const { tag, its } = this.stack[i]!;
      if (closing.has(tag)) return true;
      if (!its.isInline) return false;
    }
    return false;
  }

  private close(tag: Tag): void {
    if (tag.name === "br") this.lineBreak();
    if (tag.isVoid) return;
    if (!tag.isInline) this.flush();
    const open = this.counts.get(tag.name) ?? 0;
    if (this.ignoredDepth > 0 && open > 0) this.ignoredDepth--;
    else if (open > 0 && this.inScope(tag)) while (this.pop() !== tag.name);
  }

  private inScope(tag: Tag): boolean {
    if (tag.closesThroughScope) return true;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]!;
      if (open.tag === tag.name) return true;
      if (open.its.isScope) return false;
    }
    return false;
  }

  /** Ends the innermost element and gives its name. */
  private pop(): string {
    const { its, tag, parent } = this.stack.pop()!;
    if (!its.isInline) this.flush();
    this.gathering.leave(its);
    if (its.isSkipped) this.skipping--;
    if (tag === "script") this.keepJsonLd();
    this.counts.set(tag, this.counts.get(tag)! - 1);
    this.current = parent!;
    if (!its.isInline) this.owner = blockAround(parent!);
    return tag;
  }

  private keepJsonLd(): void {
    if (this.scriptText.length > 1) this.jsonLd.push(this.scriptText);
    this.scriptText = "";
  }

  private meta(attributes: Attributes): void {
    const name = attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes["http-equiv"];
    if (name !== undefined && attributes.content !== undefined && this.metas.length < 2_000)
      this.metas.push({ name: name.slice(0, 100).toLowerCase(), content: fold(attributes.content.slice(0, 5_000)) });
  }

  private link(attributes: Attributes): void {
    if (/\bcanonical\b/i.test(attributes.rel ?? "")) this.canonical ??= attributes.href ?? null;
  }

  private lineBreak(): void {
    if (this.gathering.lineBreak(this.skipping === 0)) this.flush();
  }

  private text(text: string): void {
    if (this.skipping === 0) this.gathering.add(text);
    else if (this.current.tag === "script" && this.scriptText !== "" && this.jsonLdSize < limits.jsonLd) {
      this.scriptText += text;
      this.jsonLdSize += text.length;
    }
  }

  private flush(): void {
    const gathered = this.gathering.take();
    if (gathered === null || !isVisible(gathered.text)) return;
    if (this.owner.tag === "title") this.takeTitle(gathered.text);
    else if (this.blocks.length >= limits.blocks) this.cut = true;
    else this.keep(gathered);
  }

  /** Text of `<title>`: the tokenizer gives it as text inside the element. */
  private takeTitle(text: string): void {
    if (this.titleText.length < 2_000) this.titleText += `${text.slice(0, 2_000)} `;
  }

  private keep({ text, linked, bold, links, itemprop, datetime }: Gathered): void {
    const { owner: element, image: afterImage } = this;
    // One by one: to spread what was gathered takes longer than to gather it.
    this.blocks.push({ text, linked, bold, links, itemprop, datetime, element, kind: kindOf(element), afterImage });
    this.image = false;
  }
}

function blockAround(element: OpenElement): OpenElement {
  let at = element;
  while (at.its.isInline && at.parent !== null) at = at.parent;
  return at;
}

function kindOf(element: OpenElement): string {
  let at: OpenElement | null = element;
  for (let steps = 0; at !== null && steps < 4; steps++, at = at.parent) if (at.its.isKind) return at.tag;
  return "div";
}
