import type { ArticleEvidence, Evidence } from "../model/index.js";
import type { Piece } from "./assemble.js";
import { findDates, within } from "./dates.js";
import type { DraftReading } from "./draft.js";
import { withEntries } from "./entries.js";
import { evidenceFor, type Standing } from "./evidence.js";
import { readFlat } from "./flat.js";
import type { Front } from "./front.js";
import { languageOf } from "./language.js";
import { hostOf } from "./metadata.js";
import { namesOutlet } from "./names.js";
import { amendmentIn, evidenceOfNotes, fieldsOf, notesOf, ownerOf } from "./notes.js";
import { sectionInTrail } from "./section.js";
import { type VagueDate, vagueDate } from "./vague-dates.js";

/** Reads an article from text without markup. `file` names it, and is the last resort for its outlet. */
export function readFlatArticle(text: string, file: string, retrieved: string | null = null): DraftReading {
  const { pieces, front } = readFlat(text);
  const opening = pieces.filter((piece) => piece.reason === null).slice(0, 3);
  const dateline = opening.find((piece) => openingDate(piece.text) !== null)?.text ?? null;
  const published = front.published ?? (dateline === null ? null : openingDate(dateline));
  const updated = modifiedOf(front);
  const vague = published === null && front.maybe.length === 0 ? vaguelyIn(pieces, retrieved) : null;
  const amended = updated === null ? amendmentIn(pieces) : null;
  const notes = notesOf(pieces, front.authors);
  const section = sectionInTrail(pieces, front.title);
  const metadata = {
    title: front.title,
    deck: null,
    authors: front.authors,
    outlet:
      spelledOut(file, text, front.title) ??
      front.outlet ??
      outletInNotes(pieces) ??
      outletOfFile(file, front.title, text),
    published,
    publishedWithin: vague?.within ?? within(published === null ? front.maybe : [published]),
    modified: updated ?? amended?.value ?? null,
    ...fieldsOf(notes),
    section: section?.value ?? null,
    evidence: {
      title: ofLine("title", front.title === "" ? null : front.title),
      authors: ofLine("authors", front.authorLine),
      published:
        published === null
          ? vague && { from: "line", text: vague.text, against: [], confidence: null }
          : ofLine("published", front.dateLine ?? dateline, front.updateOnly ? "update" : "flat"),
      modified: ofLine("modified", updated === null ? (amended?.text ?? null) : front.modifiedLine),
      ...evidenceOfNotes(notes),
      section: evidenceFor("section", section, [], () => true),
    },
  };
  return {
    draft: { url: null, metadata, languageOf: (kept) => languageOf(kept) },
    pieces: withEntries(pieces, {
      blocks: null,
      updates: [],
      title: metadata.title,
      url: file,
      published,
      modified: metadata.modified,
      dateLines: [front.dateLine ?? [], front.modifiedLine ?? []].flat(),
    }),
    cut: false,
  };
}

/** In a text without markup every statement is a line of it. */
const ofLine = (field: keyof ArticleEvidence, text: string | null, standing: Standing = "flat"): Evidence | null =>
  evidenceFor(field, text === null ? null : { from: "line", text }, [], () => true, standing);

/** What one of the first lines says that begins with a time: "3 days ago", "Friday". */
function vaguelyIn(pieces: readonly Piece[], retrieved: string | null): VagueDate | null {
  if (retrieved === null) return null;
  const title = pieces.findIndex(({ reason }) => reason === "title");
  const lines = title < 0 ? [] : pieces.slice(title + 1, title + 5);
  return lines.map(({ text }) => vagueDate(text, retrieved, null)).find((found) => found !== null) ?? null;
}

const placeFirst = /^[\p{Lu}][\p{L}\p{M}.,' ’-]{1,60}?,\s/u;

/** The date of a dateline that opens the first paragraph: "PORT ELLERY, May 3, 2027 (LNA) -". */
function openingDate(opening: string): string | null {
  const head = opening.slice(0, 140);
  const [date] = findDates(head);
  if (date === undefined || date.otherwise !== null || !placeFirst.test(head)) return null;
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

/** What people call a file that holds a text of some kind. */
const genericNames =
  /^(?:articles?|story|stories|text|page|doc|document|file|untitled|news|index|input|output|notes?|my|new|the|a|of|short|long|brief|wire|item|telegram|cable|memo|statement|press|release|interview|transcript|speech|tweet|post|message|mail|e?mail|letter|draft|copy|clipboard|pasted?|clip|sample|test|example|download|capture|scrape|snapshot|stdin|temp|tmp|report|raw|plain|utf|ascii|crlf|en|de|fr|es|ru|ar|zh)\d*$/i;

/** The words of a file's name that may be an outlet's: "08-river-valley-digest.txt"; none for hashes and generic names. */
function nameWords(file: string): string[] {
  const stem = (file.split(/[\\/]/).pop() ?? "").replace(/\.\w{2,5}$/, "").replace(/^\d+[-_. ]+/, "");
  const words = stem.split(/[-_ ]+/).filter((word) => word !== "" && !/^live$/i.test(word));
  if (words.length === 0 || words.length > 5 || stem.length < 5) return [];
  if (words.some((word) => /\d{3}|^[0-9a-f]{8,}$|[^\p{L}\p{N}]/iu.test(word))) return [];
  return words.every((word) => genericNames.test(word)) ? [] : words;
}

/** The file's name as the text spells it: "river-valley-digest" is there as "The River & Valley Digest". */
function spelledOut(file: string, text: string, title: string): string | null {
  const words = nameWords(file);
  if (words.length < 2) return null;
  const between = "[\\s&-]{1,3}(?:(?:for|of|and|the|&)\\s){0,2}";
  const found = new RegExp(`(?:The )?${words.join(between)}(?![\\p{L}])`, "iu").exec(text.slice(0, 200_000))?.[0];
  if (found === undefined || title.includes(found)) return null;
  return found.split(/[\s-]+/).every((word) => /^(?:\p{Lu}|&$|for$|of$|and$|the$)/u.test(word))
    ? found.replace(/^the /, "")
    : null;
}

/**
 * "08-river-valley-digest.txt" → "River Valley Digest", an address → its host. Null where the name tells what the
 * article is about: in its title, or in small letters in its text.
 */
function outletOfFile(file: string, title: string, text: string): string | null {
  if (/^https?:/i.test(file)) return hostOf(file);
  const words = nameWords(file);
  const spelled = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" ");
  const about = (test: (word: string) => boolean): boolean => words.filter(test).length > words.length / 2;
  if (words.length === 0 || about((word) => title.toLowerCase().includes(word.toLowerCase()))) return null;
  const prose = new Set(text.slice(0, 200_000).match(/(?<![\p{L}-])\p{Ll}+(?![\p{L}-])/gu));
  const slug = about((word) => prose.has(word.toLowerCase())) && !namesOutlet(spelled);
  return slug ? null : spelled;
}
