import type { RemovalReason } from "../model/index.js";
import type { Piece } from "./assemble.js";
import { isCredit } from "./cues.js";
import { type Front, frontOf, noFront } from "./front.js";
import { decide, judgeLines } from "./judge.js";
import { type Measured, measureLines } from "./measured.js";
import { type Plainness, plainnessOf } from "./plain.js";
import { isVisible } from "./text.js";

/** A flat scrape read: its lines with a decision each, and what its front matter says. */
export interface FlatReading {
  readonly pieces: readonly Piece[];
  readonly front: Front;
}

const longestLine = 100_000;

/**
 * Reads text without markup: one paragraph a line or paragraphs set off by blank lines, hard-wrapped or not.
 * Nothing is lost: a line is kept or stands among the removed with a reason.
 */
export function readFlat(text: string): FlatReading {
  const items = measureLines(paragraphsOf(text));
  const plainness = plainnessOf(items);
  const front = frontOf(items, plainness);
  const pieces = piecesOf(items, front, plainness);
  // A headline or a date line that nothing follows is what there is to read.
  return plainness === "scrape" || pieces.some(({ reason }) => reason === null)
    ? { pieces, front }
    : { pieces: piecesOf(items, noFront, plainness), front: noFront };
}

/** The paragraphs of a text; lines that were only wrapped are joined again. */
export function paragraphsOf(text: string): string[] {
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/);
  const joined = isWrapped(lines) ? joinWrapped(lines) : lines;
  return joined
    .flatMap((line) =>
      pieces(
        line
          .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
          .replace(/\s+/g, " ")
          .trim(),
      ),
    )
    .filter(isVisible);
}

/** A line of megabytes is cut at sentence ends, so that no later step meets one. */
function pieces(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const out: string[] = [];
  for (let from = 0; from < line.length; ) {
    const limit = Math.min(line.length, from + longestLine);
    const least = from + longestLine / 2;
    // Looked for in the second half only: to look through all that lies before would be quadratic.
    const end = limit === line.length ? limit : least + line.slice(least, limit + 2).lastIndexOf(". ") + 1;
    // Where no sentence ends, not in the middle of a surrogate pair at least.
    const stop = end < line.length && (line.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
    out.push(line.slice(from, stop).trim());
    from = stop;
  }
  return out;
}

/** Hard-wrapped: most lines that another follows directly end near one width, in mid-sentence. */
function isWrapped(lines: readonly string[]): boolean {
  const followed = lines
    .filter((line, i) => line.trim() !== "" && (lines[i + 1] ?? "").trim() !== "")
    .map((line) => line.trimEnd().length);
  const width = followed.reduce((most, length) => Math.max(most, length), 0);
  if (followed.length < 6 || width > 120 || width < 40) return false;
  const near = followed.filter((length) => length > width - 18).length;
  const goesOn = lines.filter(
    (line, i) => /[\p{L}\p{N},]\s*$/u.test(line) && /^\s*[\p{Ll}\p{Lo}]/u.test(lines[i + 1] ?? ""),
  );
  return near > followed.length * 0.75 && goesOn.length > followed.length * 0.25;
}

function joinWrapped(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const bare = line.trim();
    if (bare === "") paragraphs.push([]);
    else paragraphs[paragraphs.length - 1]!.push(bare);
  }
  return paragraphs.map((paragraph) => paragraph.join(" "));
}

function piecesOf(items: readonly Measured[], front: Front, plainness: Plainness): Piece[] {
  const kept = decide(items, judgeLines(items, front.title), "flat", plainness);
  return items.map((item, i) => ({
    text: item.text,
    reason: front.reasons.get(i) ?? (kept[i] ? null : reasonFor(item)),
  }));
}

/** Why a line that the classifier turned down is not the article's. */
export function reasonFor(item: Measured): RemovalReason {
  const { wording, text } = item;
  if (wording.cue !== null) return wording.cue.reason;
  if (wording.credit) return isCredit(text) ? "credit" : "caption";
  if (wording.separators > 1 || (wording.words < 8 && wording.sentences === 0)) return "navigation";
  return "boilerplate";
}
