import PostalMime, { type Address, type Email } from "postal-mime";
import { looksLikePerson } from "../names.js";
import type { Stated } from "../stated.js";
import type { Converted, Remark } from "./converted.js";
import { type Envelope, letterIn } from "./letter.js";
import { pageLetterIn, plainOf } from "./letter-page.js";
import type { InnerHead } from "./mail-head.js";
import { underTitle } from "./markup.js";
import { damaged } from "./trouble.js";

const limits = { maxNestingDepth: 32, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 4 } as const;
/** Of a page and a text of the same message the page is taken unless it has less than this share of the text. */
const pageShare = 0.4;

/**
 * An e-mail: its page, else its text; of a reply what it says itself, without what it answers; a forwarded article under
 * the name and date it was first sent with.
 */
export async function fromMail(bytes: Uint8Array): Promise<Converted> {
  const email = await parsed(bytes);
  const { html, text } = email;
  const envelope = envelopeOf(email);
  const remarks = attached(email);
  if (html !== undefined && visible(html) >= pageShare * visible(text ?? "")) {
    const page = pageLetterIn(html, envelope);
    const forwarded = page.forwarded ?? forwardedIn(plainOf(html), envelope);
    return { html: page.html, aside: page.aside, stated: statedBy(email, forwarded), remarks };
  }
  const letter = letterIn(text ?? "", envelope);
  const stated = statedBy(email, letter.forwarded);
  return { text: underTitle(letter.text, stated.title ?? null), aside: letter.aside, stated, remarks };
}

/** The head of what a message forwards whose program left no marks in its page: where it begins with one. */
const forwardedIn = (text: string, envelope: Envelope): InnerHead | null =>
  envelope.isForward ? letterIn(text, envelope).forwarded : null;

/** The library takes some 10 µs and 2 KB a line of text, and 25 µs a part. */
const maxLines = 500_000;
const maxShortLines = 100_000;
const shortLine = 60;
const maxParts = 2_000;

/** Throws when a message is made of more lines or parts than any is: lines of an attachment are long, those of a text few. */
export function refuseCrumbs(bytes: Uint8Array): void {
  let [lines, short, parts] = [0, 0, 0];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    lines++;
    if (end - start < shortLine) short++;
    if (bytes[start] === 45 && bytes[start + 1] === 45) parts++;
    start = end + 1;
  }
  if (lines > maxLines || short > maxShortLines || parts > maxParts)
    throw damaged("The message is made of more lines or parts than any message is.");
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  refuseCrumbs(bytes);
  try {
    return await PostalMime.parse(bytes, limits);
  } catch (error) {
    throw damaged(`The message is damaged (${error instanceof Error ? error.message : error}).`);
  }
}

/** How many letters and marks of a page are seen: linear in it, whatever is in it. */
function visible(html: string): number {
  const ends = { style: endings(html, "style"), script: endings(html, "script") };
  let [seen, at] = [0, 0];
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    seen += html.slice(at, tag < 0 ? undefined : tag).replace(/\s+/g, "").length;
    if (tag < 0) break;
    const unseen = /^<(style|script)\b/i.exec(html.slice(tag, tag + 8))?.[1]?.toLowerCase() as keyof typeof ends;
    const end = unseen === undefined ? -1 : ends[unseen](tag);
    const close = html.indexOf(">", Math.max(tag, end));
    if (close < 0) break;
    at = close + 1;
  }
  return seen;
}

/** Where an element's next closing tag begins, for places further and further on: -1, and not searched again, when there is none. */
function endings(html: string, name: string): (from: number) => number {
  const closing = new RegExp(`</${name}`, "gi");
  let next = html.search(closing);
  return (from) => {
    if (next < 0 || next >= from) return next;
    closing.lastIndex = from;
    next = closing.exec(html)?.index ?? -1;
    return next;
  };
}

function envelopeOf({ subject = "", inReplyTo, references }: Email): Envelope {
  const isForward = forwardPrefix.test(subject.trim());
  return { isForward, isReply: !isForward && (prefixes.test(subject.trim()) || Boolean(inReplyTo ?? references)) };
}

/** Who, when and what: as the message says, or the one that it passes on. */
function statedBy(email: Email, forwarded: InnerHead | null): Stated {
  const title = (email.subject?.trim() ?? "").replace(prefixes, "");
  if (forwarded !== null)
    return {
      sure: true,
      title: forwarded.subject?.replace(prefixes, "") || title,
      published: forwarded.date,
      ...senderOf(forwarded.from),
    };
  const date = email.headers.find(({ key }) => key === "date")?.value ?? null;
  const language = email.headers.find(({ key }) => key === "content-language")?.value ?? null;
  return { sure: true, title, published: date, language, ...senderOf(nameIn(email.from)) };
}

const forwardPrefix = /^(?:fwd?|wg|tr|rv|i|enc|doorst)\s*(?:\[\d+\])?:/i;
/** "Re:", "Fwd:" and the like, as often as they stand there. */
const prefixes = /^(?:(?:re|fwd?|aw|wg|tr|rv|i|sv|vs|enc|doorst)\s*(?:\[\d+\])?:\s*)+/i;

function nameIn(from: Address | undefined): string {
  if (from === undefined) return "";
  return from.name || (from.address ?? "");
}

/** Whose a message is: a person, an outlet, or "Ana Novak from The Ledger". An address alone says neither. */
function senderOf(name: string): Pick<Stated, "authors" | "outlet"> {
  const clean = name
    .slice(0, 400)
    .replace(/<[^>]*>|["“”]/g, "")
    .trim();
  const parts = /^(.{3,60}?)(?:,| at| from| via| \||\s[-–—])\s+(.{2,60})$/.exec(clean);
  if (parts !== null && looksLikePerson(parts[1]!)) return { authors: [parts[1]!], outlet: parts[2]! };
  if (clean === "" || clean.includes("@")) return {};
  return looksLikePerson(clean) ? { authors: [clean] } : { outlet: clean };
}

/** Files that came with a message and are not part of how it looks. */
function attached({ attachments }: Email): readonly Remark[] {
  const files = attachments
    .filter(
      ({ related, disposition, mimeType }) =>
        related !== true && (disposition === "attachment" || !/^image\//.test(mimeType)),
    )
    .map(({ filename, mimeType }) => (filename ?? mimeType).slice(0, 80));
  if (files.length === 0) return [];
  const list = `${files.slice(0, 5).join(", ")}${files.length > 5 ? ", …" : ""}`;
  const message = `${files.length === 1 ? "An attachment was" : `${files.length} attachments were`} not read: ${list}.`;
  return [{ severity: "info", code: "attachment", message, remedy: "Save what is an article and add that file." }];
}
