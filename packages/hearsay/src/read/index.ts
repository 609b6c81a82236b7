import {
  type Article,
  checkedEntries,
  type Diagnostic,
  type Hints,
  type Removed,
  type StageResult,
} from "../model/index.js";
import { assemble } from "./assemble.js";
import { decode, isBinary, repairMojibake } from "./decode.js";
import { readFlatArticle } from "./flat-article.js";
import { readPage } from "./html.js";
import { languageOfTag, type Stated, statedOf, withoutTitle, withStated } from "./stated.js";

/** What a format sets aside, and why. */
export type Aside = Pick<Removed, "text" | "reason">;

/** What there is to read: bytes, or a page's markup, or text; with where it was found. */
export interface ReadInput {
  readonly id: string;
  readonly file: string;
  readonly url?: string | null;
  /** When it was fetched, ISO 8601, where that is known: "3 days ago" on a page counts from then. */
  readonly retrieved?: string;
  readonly bytes?: Uint8Array;
  readonly html?: string;
  readonly text?: string;
  /** What the format that held it states of it: a mail's head, a table's columns. */
  readonly stated?: Stated;
  /** What stood beside its text, as running heads and quoted messages do: kept among what was removed. */
  readonly aside?: readonly Aside[];
  /** What was said of the bytes where they were found: the character set goes before a guess, the rest fills gaps. */
  readonly hints?: Hints;
}

/**
 * Longest input read, in characters, and in lines where it is text; what lies beyond is left out with a
 * `read.truncated`. A page may carry its pictures in it, a text has nothing but itself.
 */
const longest = { page: 20_000_000, text: 5_000_000, lines: 100_000 } as const;

/**
 * Reads one capture into an Article: main text, metadata, language, and every passage set aside with its reason.
 * Output is null, with a diagnostic that says why, when nothing can be read (`read.empty`, `read.binary`,
 * `read.no-article`); it never throws. `read.encoding` and `read.truncated` come beside an article.
 */
export function read(input: ReadInput): StageResult<Article | null> {
  const diagnostics: Diagnostic[] = [];
  const report = (severity: Diagnostic["severity"], code: string, message: string, remedy: string): null => {
    diagnostics.push({ severity, code, message, stage: "read", file: input.file, article: input.id, remedy });
    return null;
  };
  const output = readInto(input, report);
  return { output, diagnostics };
}

type Report = (severity: Diagnostic["severity"], code: string, message: string, remedy: string) => null;

function readInto(input: ReadInput, report: Report): Article | null {
  const source = sourceOf(input, report);
  if (source === null) return null;
  const markup = input.html !== undefined || (input.text === undefined && looksLikeHtml(source.slice(0, longest.page)));
  const whole = markup ? source.slice(0, longest.page) : beginningOf(source);
  if (whole.length < source.length)
    report(
      "warning",
      "read.truncated",
      `Only the first ${whole.length} of ${source.length} characters were read.`,
      "Split the file into one article each.",
    );
  if (whole.trim() === "")
    return report("error", "read.empty", "There is nothing in it.", "Check that the download finished.");
  const { draft, pieces, cut } = markup
    ? readPage(whole, input.url ?? null, input.retrieved)
    : { ...readFlatArticle(whole, input.file, input.retrieved), cut: false };
  if (cut)
    report(
      "warning",
      "read.truncated",
      "The page is nested too deep or has too many parts; some were left out.",
      "Save the article from the page's print view.",
    );
  const { text, removed, entries } = assemble([...withoutTitle(pieces, input.stated), ...(input.aside ?? [])]);
  if (text === "")
    return report(
      "error",
      "read.no-article",
      "No running text was found.",
      "Check that this is an article and not a list, a login or an error page.",
    );
  return {
    id: input.id,
    file: input.file,
    url: input.url ?? draft.url,
    ...withStated(
      withStated(draft.metadata, input.stated),
      input.hints && statedOf(input.hints, input.url ?? draft.url),
    ),
    language: languageIn(draft.languageOf(text), input.stated),
    text,
    removed,
    entries: checkedEntries(entries, text),
  };
}

/** As much of a text as is read: so many characters, and so many lines. */
function beginningOf(text: string): string {
  let end = Math.min(text.length, longest.text);
  for (let [at, lines] = [text.indexOf("\n"), 1]; at >= 0 && at < end; at = text.indexOf("\n", at + 1), lines++)
    if (lines === longest.lines) end = at;
  return text.slice(0, end);
}

/** The text's own language, as far as it can be told; a stated one where it cannot. */
const languageIn = (found: string, stated: Stated | undefined): string =>
  found === "und" ? (languageOfTag(stated?.language) ?? found) : found;

function sourceOf(input: ReadInput, report: Report): string | null {
  const given = input.html ?? input.text;
  if (given !== undefined) return repairMojibake(given.replace(/^\ufeff/, ""));
  const { bytes } = input;
  if (bytes === undefined || bytes.length === 0)
    return report("error", "read.empty", "The file is empty.", "Check that the download finished.");
  if (isBinary(bytes))
    return report(
      "error",
      "read.binary",
      "This is not text but a binary file.",
      "Convert it to text or HTML first, or give the file its true ending.",
    );
  const decoded = decode(bytes, input.hints?.charset);
  if (decoded.lossy)
    report(
      "warning",
      "read.encoding",
      `Some bytes mean nothing in ${decoded.encoding}; they are shown as \ufffd.`,
      "Save the file as UTF-8.",
    );
  return repairMojibake(decoded.text);
}

/** Markup by its beginning or by the density of its tags: a scrape that quotes one tag stays text. */
function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 2_000);
  if (
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|body|article|div|meta)\b/i.test(
      head,
    )
  )
    return true;
  const tags =
    text
      .slice(0, 50_000)
      .match(/<\/?(?:p|div|span|a|br|h[1-6]|ul|li|table|td|tr|b|i|font|img|section|article)\b[^<>]{0,300}>/gi)
      ?.length ?? 0;
  return tags > 8 && tags * 400 > Math.min(text.length, 50_000);
}
