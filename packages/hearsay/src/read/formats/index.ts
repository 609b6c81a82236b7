import type { Diagnostic, Hints, StageResult } from "../../model/index.js";
import type { ReadInput } from "../index.js";
import type { Stated } from "../stated.js";
import type { Converted, Remark } from "./converted.js";
import { type Format, formatOf } from "./detect.js";
import { fromRecord } from "./record.js";
import { Unreadable } from "./trouble.js";

/** A page in a web archive may be a Word file; nothing goes deeper. */
const maxSteps = 3;

const converters: Readonly<Record<Format, (bytes: Uint8Array, hints?: Hints) => Promise<Converted | null>>> = {
  pdf: async (bytes) => (await import("./pdf/index.js")).fromPdf(bytes),
  word: async (bytes) => (await import("./word.js")).fromWord(bytes),
  opendocument: async (bytes) => (await import("./opendocument.js")).fromOpenDocument(bytes),
  epub: async (bytes) => (await import("./epub.js")).fromEpub(bytes),
  mail: async (bytes) => (await import("./mail.js")).fromMail(bytes),
  mhtml: async (bytes) => (await import("./mhtml.js")).fromMhtml(bytes),
  "web-record": async (bytes) => (await import("./web-record.js")).fromWebRecord(bytes),
  record: async (bytes, hints) => fromRecord(bytes, hints?.columns),
};

/**
 * Makes a page or text of a document that is neither (PDF, Word, e-mail, …), told by its bytes; anything else comes
 * back as it is. Output is null, with a diagnostic that says why, when there is no text to be had (`read.password`,
 * `read.damaged`, `read.no-text`, `read.bomb`). The capture itself is never changed.
 */
export async function convert(input: ReadInput): Promise<StageResult<ReadInput | null>> {
  const diagnostics: Diagnostic[] = [];
  const say = ({ severity, code, message, remedy }: Remark): void => {
    diagnostics.push({
      severity,
      code: `read.${code}`,
      message,
      stage: "read",
      file: input.file,
      article: input.id,
      remedy,
    });
  };
  let output = input;
  try {
    for (let step = 0; step < maxSteps && output.bytes !== undefined; step++) {
      const format = formatOf(output.bytes, input.file);
      const converted = format === null ? null : await converters[format](output.bytes, output.hints);
      if (converted === null) break;
      for (const remark of converted.remarks ?? []) say(remark);
      output = replaced(output, converted);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    say({ severity: "error", code: error.code, message: error.message, remedy: error.remedy });
    return { output: null, diagnostics };
  }
  return { output, diagnostics };
}

/** A format that says nothing of a thing leaves what another said of it. */
const known = (stated: Stated): Stated =>
  Object.fromEntries(
    Object.entries(stated).filter(([, value]) => value !== null && value !== undefined),
  ) as unknown as Stated;

/** The outermost format that states a thing is believed: an archive knows a page's address better than the page. */
function replaced({ id, file, url: found, stated: before, hints }: ReadInput, converted: Converted): ReadInput {
  const { bytes, html, text, url, stated, aside } = converted;
  const kept =
    stated === undefined || (before?.sure === true && !stated.sure) ? before : { ...before, ...known(stated) };
  const { charset: _, ...said } = hints ?? {};
  return {
    id,
    file,
    url: found ?? url ?? null,
    ...(hints !== undefined && { hints: said }),
    ...(bytes !== undefined && { bytes }),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
    ...(aside !== undefined && { aside }),
    ...(kept !== undefined && { stated: kept }),
  };
}
