// What must hold whatever came in.
import { parse } from "csv-parse/sync";
import { Parser } from "htmlparser2";

/** A promise broken, with what broke it. */
export class Broken extends Error {}

const broken = (what, more = "") => {
  throw new Broken(`${what}${more === "" ? "" : `: ${JSON.stringify(String(more).slice(0, 200))}`}`);
};

/** No diagnostic says that a stage failed: that is a fault of Hearsay's. */
export function noFault(diagnostics) {
  const fault = diagnostics.find(({ code, remedy }) => /\.failed$/.test(code) || /fault of Hearsay/.test(remedy ?? ""));
  if (fault !== undefined) broken(fault.code, fault.message);
}

/** Every span lies in the text of its article, and every quotation is the text there. */
export function spansHold(value, texts) {
  if (Array.isArray(value)) for (const one of value) spansHold(one, texts);
  else if (typeof value === "object" && value !== null) {
    checkSpan(value, texts);
    for (const one of Object.values(value)) spansHold(one, texts);
  }
}

function checkSpan({ article, start, end, text }, texts) {
  if (typeof article !== "string" || typeof start !== "number" || typeof end !== "number") return;
  const own = texts.get(article);
  if (own === undefined) return;
  if (!(start >= 0 && start <= end && end <= own.length))
    broken("span out of its text", `${start}-${end} of ${own.length}`);
  if (typeof text === "string" && own.slice(start, end) !== text) broken("words not where they should stand", text);
}

/** No cell of a table that a spreadsheet would run. Numbers are written bare and may be negative. */
export function csvIsDead(text) {
  for (const row of parse(text, { relax_column_count: true }))
    for (const cell of row)
      if (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) && !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell))
        broken("a formula alive", cell);
}

const running = new Set(
  "script img image iframe object embed link base form frame foreignobject use animate set".split(" "),
);

/** No element of a page that runs or fetches, no handler, no address that is a program: as a parser of pages sees it. */
export function pageIsDead(html) {
  const parser = new Parser({
    onopentag(name, attributes) {
      if (running.has(name)) broken("a page alive", `<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith("on")) broken("a page alive", `<${name} ${key}>`);
        if (/^\s*(?:javascript|data|vbscript):/i.test(value) && /href|src|action/.test(key))
          broken("a page alive", value);
      }
    },
  });
  parser.end(html);
}

/** Nothing that steers a terminal. */
export function terminalIsSafe(text) {
  const steering = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.exec(text);
  if (steering !== null)
    broken("steers the terminal", text.slice(Math.max(0, steering.index - 20), steering.index + 20));
}

/** Text that is JSON, and whole: no half of a letter in it. */
export function isJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return broken("not JSON", error.message);
  }
}
