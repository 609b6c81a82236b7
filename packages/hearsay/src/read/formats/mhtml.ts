import PostalMime from "postal-mime";
import type { Converted } from "./converted.js";
import { refuseCrumbs } from "./mail.js";
import { damaged, Unreadable } from "./trouble.js";

/** So many parts are looked at: a page comes first, its pictures after it. */
const maxParts = 1_000;

/** A page saved with everything on it (.mhtml): its first page alone; frames and pictures are left out. */
export async function fromMhtml(bytes: Uint8Array): Promise<Converted> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const head = headOf(text);
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(head);
  const part = boundary === null ? text : pageIn(text, boundary[1] ?? boundary[2]!);
  if (part === null)
    throw new Unreadable("no-page", "There is no page in this web archive.", "Save the page again as HTML.");
  const { html, text: plain } = await parsed(part);
  const url = field(head, "Snapshot-Content-Location") ?? field(headOf(part), "Content-Location");
  const content = html !== undefined ? { html } : { text: plain ?? "" };
  return { ...content, url: url !== null && /^https?:\/\//i.test(url) ? url : null };
}

async function parsed(
  part: string,
): Promise<{ readonly html?: string | undefined; readonly text?: string | undefined }> {
  const bytes = Buffer.from(part, "latin1");
  refuseCrumbs(bytes);
  try {
    return await PostalMime.parse(bytes);
  } catch (error) {
    throw damaged(`The web archive is damaged (${error instanceof Error ? error.message : error}).`);
  }
}

/** The lines up to the first blank one, folded ones put together. */
function headOf(text: string): string {
  const end = text.search(/\r?\n\r?\n/);
  return (end < 0 ? text : text.slice(0, end)).slice(0, 100_000).replace(/\r?\n[ \t]+/g, " ");
}

const field = (head: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(\\S+)`, "im").exec(head)?.[1] ?? null;

/** The first part that is a page, with its head. */
function pageIn(text: string, boundary: string): string | null {
  const parts = text.split(`--${boundary}`, maxParts).slice(1);
  for (const part of parts) {
    const clean = part.replace(/^[ \t]*\r?\n/, "");
    if (/^content-type:\s*(?:text\/html|application\/xhtml)/im.test(headOf(clean))) return clean;
  }
  return null;
}
