import type { Piece } from "./assemble.js";
import { firstDate } from "./dates.js";
import type { Found } from "./evidence.js";

/** The agency a text names as its own source, and the language it says it was translated from. */
export interface Notes {
  readonly agency: string | null;
  readonly translatedFrom: string | null;
}

const translation =
  /\b(?:(?:automatic(?:ally)?|machine)[\s-]+translat(?:ed|ion)|translat(?:ed|ion)(?: automatically)?)\s+(?:\w+\s+){0,3}from(?: the)?(?: original)? (\p{Lu}\p{L}+)/iu;
const dateline = /^[\p{Lu}][\p{L}\p{M}.,' ’-]{1,50}(?:,\s[^()—–]{3,30})?\s\((\p{Lu}[\p{L}\p{N}. ]{1,40})\)\s?[-–—]/u;
const slashed = /^[\p{Lu}][\p{L}\p{M} ’'-]{1,40},[^/]{3,30}\/(\p{Lu}[\p{L}\p{N} -]{1,30})\//u;
const owner =
  /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?(\p{Lu}[^.|·©]{1,60}?)(?:\.|$|\s\||\sall rights)/iu;
const source = /^source\s?:\s?(\p{Lu}[^.|]{1,50})$/iu;
const agencyName =
  /\b(?:agency|agencies|agence|agentur|press association|associated press|newswire|news service|wire|reuters|afp|tass|xinhua|dpa|ansa|efe|interfax|anadolu)\b/i;

/** Looks for both in an article's pieces: kept openings, removed notes. */
export function notesOf(pieces: readonly Piece[]): Notes {
  const short = pieces.filter((piece) => piece.reason !== null && piece.text.length < 400);
  const opening = pieces.filter((piece) => piece.reason === null).slice(0, 3);
  const translated = short.map((piece) => translation.exec(piece.text)?.[1]).find((name) => name !== undefined);
  const named = opening
    .map((piece) => (dateline.exec(piece.text.slice(0, 200)) ?? slashed.exec(piece.text.slice(0, 200)))?.[1])
    .find((name) => name !== undefined);
  const owned = short.map((piece) => ownerOf(piece.text)).find((name) => name !== null && agencyName.test(name));
  const sourced = short
    .map((piece) => source.exec(piece.text)?.[1]?.trim())
    .find((name) => name !== undefined && !/^link$/i.test(name));
  return { agency: named?.trim() ?? owned ?? sourced ?? null, translatedFrom: translated ?? null };
}

const amendment =
  /\bthis (?:article|story|piece|report|post|page) (?:was|has been) (?:last )?(?:amended|corrected|updated|edited|modified|revised|clarified)(?: and (?:amended|corrected|updated|edited|republished))? (?:on|at) (.{6,60})/iu;

/** When a note says that the text was corrected: "This article was amended on 5 March 2031 to …". */
export function amendmentIn(pieces: readonly Piece[]): Found | null {
  for (const { text } of pieces) {
    const said = text.length < 1_000 ? amendment.exec(text)?.[1] : undefined;
    const date = said === undefined ? null : firstDate(said);
    if (date !== null && date.otherwise === null) return { value: date.value, from: "line", text };
  }
  return null;
}

/** Who a copyright line names: "Copyright 2031 Ferry Press Agency. All rights reserved." */
export function ownerOf(text: string): string | null {
  const bare = /^(?:©|\(c\)|copyright)/iu.test(text) ? text : (/©.*/u.exec(text)?.[0] ?? "");
  return owner.exec(bare.slice(0, 200))?.[1]?.trim() ?? null;
}
