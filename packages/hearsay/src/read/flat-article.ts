import type { Piece } from "./assemble.js";
import { findDates } from "./dates.js";
import type { DraftReading } from "./draft.js";
import { readFlat } from "./flat.js";
import type { Front } from "./front.js";
import { languageOf } from "./language.js";
import { notesOf, ownerOf } from "./notes.js";

/** Reads an article from text without markup. `file` names it, and is the last resort for its outlet. */
export function readFlatArticle(text: string, file: string): DraftReading {
  const { pieces, front } = readFlat(text);
  const opening = pieces.find((piece) => piece.reason === null)?.text ?? "";
  const metadata = {
    title: front.title,
    deck: null,
    authors: front.authors,
    outlet: front.outlet ?? outletInNotes(pieces) ?? outletOfFile(file),
    published: front.published ?? openingDate(opening),
    publishedWithin: null,
    modified: modifiedOf(front),
    ...notesOf(pieces),
  };
  return { draft: { url: null, metadata, languageOf: (kept) => languageOf(kept) }, pieces, cut: false };
}

const dateline = /^[\p{Lu}][\p{L}\p{M}.,' ’-]{1,60}?,\s/u;

/** The date of a dateline that opens the first paragraph: "PORT NDELE, June 18, 2031 (CPA) -". */
function openingDate(opening: string): string | null {
  const head = opening.slice(0, 140);
  const [date] = findDates(head);
  if (date === undefined || date.otherwise !== null || !dateline.test(head)) return null;
  return /[-–—:]|\/\p{Lu}/u.test(head.slice(date.end, date.end + 45)) && date.start < 70 ? date.value : null;
}

function modifiedOf(front: Front): string | null {
  const line = front.modifiedLine;
  if (line === null) return null;
  const dates = findDates(line);
  const last = dates[dates.length - 1];
  if (dates.length > 1) return last!.value;
  // "Updated June 19" behind a full date: the same year.
  const year = /\b(?:19|20)\d\d\b/.exec(line)?.[0] ?? front.published?.slice(0, 4);
  const tail = /\b(?:updated|modified)\b:?\s*(.{3,40})$/i.exec(line)?.[1];
  return tail === undefined || year === undefined ? null : (findDates(`${tail}, ${year}`)[0]?.value ?? null);
}

const responsible = /\b(\p{Lu}[\p{L}&]+(?:\s\p{Lu}[\p{L}&]+){0,3}) (?:is|are) not responsible\b/u;

function outletInNotes(pieces: readonly Piece[]): string | null {
  const notes = pieces.filter((piece) => piece.reason !== null && piece.text.length < 600);
  const disclaiming = notes.map((piece) => responsible.exec(piece.text)?.[1]).find((name) => name !== undefined);
  return (
    disclaiming ??
    notes.map((piece) => ownerOf(piece.text)).find((name) => name !== null && !/agency/i.test(name)) ??
    null
  );
}

/** "08-river-valley-digest.txt" → "River Valley Digest"; null for hashes and generic names. */
export function outletOfFile(file: string): string | null {
  const stem = (file.split(/[\\/]/).pop() ?? "").replace(/\.\w{2,5}$/, "").replace(/^\d+[-_. ]+/, "");
  const words = stem.split(/[-_ ]+/).filter((word) => word !== "" && !/^live$/i.test(word));
  if (words.length === 0 || words.length > 5 || words.some((word) => /\d{3}|^[0-9a-f]{8,}$/i.test(word))) return null;
  if (
    /^(?:article|story|text|page|doc|document|file|untitled|news|index|input|output|a|b|c)\d*$/i.test(stem) ||
    stem.length < 5
  )
    return null;
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" ");
}
