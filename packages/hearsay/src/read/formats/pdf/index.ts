import { getDocumentProxy } from "unpdf";
import type { Stated } from "../../stated.js";
import type { Converted, Remark } from "../converted.js";
import { textOf } from "../markup.js";
import { damaged, locked, Unreadable } from "../trouble.js";
import { linesOf } from "./columns.js";
import { type Line, type Run, rowsOf } from "./lines.js";
import { withoutMargins } from "./margins.js";
import { blocksOf, bodySizeOf, headlineOf } from "./paragraphs.js";
import { guardStray } from "./stray.js";
import { refuseSwollen } from "./swollen.js";

/** Pages read; a longer document is no article. */
const maxPages = 300;
/** Runs of text on one page; a map can have more, and no order. */
const maxRuns = 5_000;

/** A PDF: its text in reading order, running heads and page numbers apart; what its properties state. */
export async function fromPdf(bytes: Uint8Array): Promise<Converted> {
  refuseSwollen(bytes);
  guardStray();
  const document = await opened(bytes);
  try {
    const { lines, heights, silent } = await linesIn(document);
    const count = Math.min(document.numPages, maxPages);
    if (lines.every(({ text }) => !/\p{L}/u.test(text))) throw noText(count);
    const bodySize = bodySizeOf(lines);
    const properties = await statedBy(document);
    const { body, margins } = withoutMargins(lines, heights, bodySize);
    return {
      text: textOf(blocksOf(body, bodySize)),
      aside: margins.map((text) => ({ text, reason: "boilerplate" })),
      stated: { ...properties, title: headlineOf(body, bodySize) ?? properties.title ?? null },
      remarks: remarksOn(document.numPages, silent),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function opened(bytes: Uint8Array): Promise<Document> {
  try {
    // The library takes the bytes it is given away: it gets its own.
    const options = { verbosity: 0, isEvalSupported: false, useSystemFonts: false, stopAtErrors: false };
    return await getDocumentProxy(new Uint8Array(bytes), options);
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "PasswordException") throw locked();
    throw damaged(`The PDF is damaged (${message.replace(/\.$/, "")}).`);
  }
}

const noText = (pages: number): Unreadable =>
  new Unreadable(
    "no-text",
    `There is no text in it: ${pages === 1 ? "its page is a picture" : `its ${pages} pages are pictures`}.`,
    "Have its text recognised (OCR), by ocrmypdf for one, and add the result.",
  );

async function linesIn(document: Document) {
  const lines: Line[] = [];
  const heights: number[] = [];
  const silent: number[] = [];
  for (let number = 0; number < Math.min(document.numPages, maxPages); number++) {
    const { runs, height } = await runsOn(document, number);
    heights.push(height);
    const found = linesOf(rowsOf(runs), number);
    if (found.length === 0) silent.push(number + 1);
    for (const line of found) lines.push(line);
  }
  return { lines, heights, silent };
}

async function runsOn(
  document: Document,
  number: number,
): Promise<{ readonly runs: readonly Run[]; readonly height: number }> {
  try {
    const page = await document.getPage(number + 1);
    const [left = 0, bottom = 0, , top = 792] = page.view;
    const { items } = await page.getTextContent();
    const runs: Run[] = [];
    for (const item of items.slice(0, maxRuns)) if ("str" in item) runs.push(...runOf(item, left, top));
    page.cleanup();
    return { runs, height: top - bottom };
  } catch {
    // A page that is damaged is one without text: the others are read.
    return { runs: [], height: 792 };
  }
}

/** No page is larger, in points: what stands farther out is on none. */
const farthest = 14_400;

/** A run that is written from left to right; what stands on its side is in the margin. */
function runOf(
  { str, transform, width }: { readonly str: string; readonly transform: readonly number[]; readonly width: number },
  left: number,
  top: number,
): readonly Run[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  if (Math.abs(b) > 0.2 * Math.abs(a) || !(size > 0.5)) return [];
  if (![x - left, x - left + width, top - y].every((place) => Math.abs(place) <= farthest)) return [];
  return [{ text: str, x0: x - left, x1: x - left + width, y: top - y, size }];
}

/** Titles that programs leave there. */
const noTitle = /^(?:untitled|microsoft (?:word|powerpoint)\b.*|.*\.(?:docx?|pdf|indd|qxd|pages|odt|tex|dvi|html?))$/i;

async function statedBy(document: Document): Promise<Stated> {
  const { info } = (await document.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const text = (name: string): string | null => (typeof info[name] === "string" ? info[name].trim() || null : null);
  const [title, author] = [text("Title"), text("Author")];
  return {
    sure: false,
    title: title !== null && noTitle.test(title) ? null : title,
    authors: author === null ? [] : [author],
    published: dateOf(text("CreationDate")),
    modified: dateOf(text("ModDate")),
    language: text("Language"),
  };
}

/** "D:20290304081500+01'00'" → ISO 8601. */
function dateOf(text: string | null): string | null {
  const found = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d))?)?/.exec(text ?? "");
  if (found === null) return null;
  const [, year, month, day, hour, minute, utc, offset, minutes] = found;
  const zone = utc ?? (offset === undefined ? "" : `${offset}:${minutes}`);
  return `${year}-${month}-${day}${hour === undefined ? "" : `T${hour}:${minute}${zone}`}`;
}

function remarksOn(pages: number, silent: readonly number[]): readonly Remark[] {
  const remarks: Remark[] = [];
  if (pages > maxPages)
    remarks.push({
      severity: "warning",
      code: "truncated",
      message: `Only the first ${maxPages} of ${pages} pages were read.`,
      remedy: "Split the file into one article each.",
    });
  if (silent.length > 0)
    remarks.push({
      severity: "warning",
      code: "no-text",
      message: `${silent.length === 1 ? "A page has" : `${silent.length} pages have`} no text: ${silent.slice(0, 10).join(", ")}.`,
      remedy: "If they are scanned, have their text recognised (OCR) and add the result.",
    });
  return remarks;
}
