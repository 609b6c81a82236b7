import type { Tag } from "./tags.js";
import { fold } from "./text.js";

/** The text between two block boundaries, with what the inline elements in it say. */
export interface Gathered {
  /** White space folded; may be empty. */
  readonly text: string;
  /** Characters inside links, bold or emphasised characters. */
  readonly linked: number;
  readonly bold: number;
  readonly links: number;
  readonly itemprop: string;
  readonly datetime: string | null;
}

/** Gathers the text of one block after the other. */
export class Gathering {
  itemprop = "";
  datetime: string | null = null;
  private parts: string[] = [];
  private solid = false;
  private linked = 0;
  private bold = 0;
  private links = 0;
  private breaks = 0;
  private seam = false;
  private inLink = 0;
  private inBold = 0;

  enter(tag: Tag): void {
    if (tag.isSeam) this.seam = true;
    if (tag.isBold) this.inBold++;
    if (tag.name === "a") {
      this.inLink++;
      this.links++;
    }
  }

  leave(tag: Tag): void {
    if (tag.isSeam) this.seam = true;
    if (tag.isBold) this.inBold--;
    if (tag.name === "a") this.inLink--;
  }

  /** A line break; true when it is the second in a row, which ends the block. */
  lineBreak(shown: boolean): boolean {
    this.breaks++;
    if (this.breaks >= 2) return true;
    if (shown) this.parts.push("\n");
    return false;
  }

  add(text: string): void {
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

  /** What was gathered, null when nothing was; the next block begins. */
  take(): Gathered | null {
    const { linked, bold, links, itemprop, datetime } = this;
    const taken = this.solid ? { text: fold(this.parts.join("")), linked, bold, links, itemprop, datetime } : null;
    if (this.parts.length > 0) this.parts = [];
    this.solid = false;
    this.linked = 0;
    this.bold = 0;
    this.links = this.inLink;
    this.breaks = 0;
    this.datetime = null;
    this.itemprop = "";
    return taken;
  }
}

/** Two inline elements that styling sets apart without a space: "Health|DECEMBER 22", "2025|Ana Novak". */
function isSeam(before: string, after: string): boolean {
  const [end, start] = [before.slice(-2), after.slice(0, 2)];
  return /[\p{Ll}\d]$/u.test(end) && /^\p{Lu}/u.test(start) ? true : /\p{L}$/u.test(end) && /^\d/.test(start);
}
