import type { ArticleEvidence, Evidence } from "../model/index.js";
import type { Piece } from "./assemble.js";
import { firstDate } from "./dates.js";
import { evidenceFor, type Found } from "./evidence.js";
import { Gate } from "./gate.js";

/** What a text says of where it comes from. */
export interface Notes {
  /** The agency that it names as its source. */
  readonly agency: Found | null;
  /** The language that it says it was translated from. */
  readonly translatedFrom: Found | null;
  /** The publication that it says it came out in first. */
  readonly firstPublishedIn: Found | null;
}

const translations = new Gate([
  /\b[Tt]ranslat(?:ed|ion)(?: automatically)?\s+(?:\w+\s+){0,3}from(?: the)?(?: original)? (\p{Lu}\p{L}+)/u,
  /\b(?:übersetzt aus dem|übersetzung aus dem|aus dem(?= \p{L}+ (?:übersetzt|von\b))) (\p{Lu}\p{L}+)/iu,
  /\b(?:traduit|traduction) (?:automatique )?(?:de l['’]|du )(\p{Ll}+)/iu,
  /\b(?:traducido|traducción) (?:automática )?del (\p{Ll}+)/iu,
  /\b(?:tradotto|traduzione) (?:automatica )?dal(?:l['’]|lo | )(\p{Ll}+)/iu,
  /\btradu(?:zido|ção) (?:automática )?do (\p{Ll}+)/iu,
  /(?<!\p{L})(?:перевод|переведено) с (\p{Ll}+)/iu,
  /(?<!\p{L})переклад(?:ено)? з (\p{Ll}+)/iu,
]);
const dateline = /^[\p{Lu}][\p{L}\p{M}.,' ’-]{1,50}(?:,\s[^()—–]{3,30})?\s\((\p{Lu}[\p{L}\p{N}. ]{1,40})\)\s?[-–—]/u;
const slashed = /^[\p{Lu}][\p{L}\p{M} ’'-]{1,40},[^/]{3,30}\/(\p{Lu}[\p{L}\p{N} -]{1,30})\//u;
const owner =
  /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?(\p{Lu}[^.|·©]{1,60}?)(?:\.|$|\s\||\sall rights)/iu;
const source = /^source\s?:\s?(\p{Lu}[^.|]{1,50})$/iu;
const agencyName =
  /\b(?:agency|agencies|agence|agentur|agencia|press association|associated press|newswire|news service|wire|reuters|afp|tass|xinhua|dpa|ansa|efe|interfax|anadolu|kyodo|yonhap|ukrinform|tanjug)\b/i;
/** Those whose letters are also words. */
const shortName = /(?<!\p{L})(?:AP|UPI|PAP|ČTK|MTI|APA|STT|NTB|TT|ANP)(?!\p{L})/u;
const isAgency = (text: string): boolean => agencyName.test(text) || shortName.test(text);
/** "Reuters and The Associated Press contributed to this report", "With reporting by dpa", "mit Material von AFP". */
const contributions = new Gate([
  /(?:^|[.(]\s?)(?:[Tt]he )?(\p{Lu}[\p{L} .,&]{1,60}?) (?:also )?contributed (?:reporting )?to this (?:report|story|article)/u,
  /\b(?:[Ww]ith|[Aa]dditional) (?:additional )?(?:reporting|files|material|information|input) (?:by|from) (?:the )?(\p{Lu}[\p{L} .&]{1,50}?|[a-z]{2,5})(?=[.,;)]|$)/u,
  /\bmit material (?:von|der) (?:der )?([\p{L}/ ]{2,40}?)(?=[.,;)]|$)/iu,
  /\b(?:[Aa]vec|[Cc]on información de|[Cc]on materiale) (?:l['’]|la |le )?(\p{Lu}[\p{L} /]{1,40}?)(?=[.,;)]|$)/u,
]);
/** The publication follows, up to a mark; a date or a place in time is none. */
const name = `((?:the )?[\\p{Lu}\\p{Lo}\\d][^.,;:()|"“”\\n]{1,60}?)(?= (?:on|in|at|under|with|and (?:is|was|has)) |[.,;:()|"“”]|$)`;
const firsts = new Gate(
  [
    `\\b(?:was |is )?(?:first|originally|initially) (?:published|appeared|posted|ran|printed) (?:in|on|by|at|with) ${name}`,
    `\\b(?:republished|reprinted|reposted) (?:with permission )?from ${name}`,
    `\\b(?:erschien|erschienen) (?:dieser \\p{L}+ )?(?:zuerst|zunächst|ursprünglich) (?:in|auf|bei|im) (?:der |dem )?${name}`,
    `\\b(?:zuerst|zunächst|ursprünglich) (?:in|auf|bei|im) (?:der |dem )?${name}(?= (?:erschienen|veröffentlicht))`,
    `\\b(?:publié|paru)e? (?:initialement|à l['’]origine|pour la première fois) (?:dans|sur|par) ${name}`,
    `\\bpublicad[oa] (?:originalmente|por primera vez|pela primeira vez) (?:en|em|no|na|por) ${name}`,
    `\\bpubblicato (?:originariamente|originalmente|per la prima volta) (?:su|in|da) ${name}`,
    `(?<!\\p{L})впервые опубликован\\p{L}* (?:в|на) ${name}`,
  ].map((pattern) => new RegExp(pattern, "iu")),
);
const timeNames =
  /^(?:\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:early|late|mid|spring|summer|autumn|fall|winter|this|our|my|their|his|her|print|a|an)\b)/i;
const amendment = new Gate([
  /\bthis (?:article|story|piece|report|post|page) (?:was|has been) (?:last )?(?:amended|corrected|updated|edited|modified|revised|clarified)(?: and (?:amended|corrected|updated|edited|republished))? (?:on|at) (.{6,60})/iu,
]);
const longest = 600;

/** Looks for them in an article's pieces: kept openings and closings, removed notes. `authors` may be agencies. */
export function notesOf(pieces: readonly Piece[], authors: readonly string[] = []): Notes {
  const kept = pieces.filter((piece) => piece.reason === null);
  const short = pieces.filter((piece) => piece.reason !== null && piece.text.length < 400).map(({ text }) => text);
  const opening = kept.slice(0, 3).map(({ text }) => text);
  const ends = [...opening, ...kept.slice(Math.max(3, kept.length - 3)).map(({ text }) => text)];
  const notes = [...short, ...ends.filter((text) => text.length < longest)];
  const agency = (text: string | undefined): string | null =>
    text !== undefined && isAgency(text) ? text.trim() : null;
  return {
    agency:
      firstOf(opening, (text) => {
        const head = text.slice(0, 200);
        return (dateline.exec(head) ?? slashed.exec(head))?.[1]?.trim() ?? null;
      }) ??
      firstOf(short, (text) => agency(ownerOf(text) ?? undefined)) ??
      firstOf(short, (text) => sourceIn(text)) ??
      firstOf(notes, (text) => agency(captured(contributions, text) ?? undefined)) ??
      bylineOf(authors.find((author) => isAgency(author) && author.split(" ").length <= 4)),
    translatedFrom: firstOf(notes, (text) => captured(translations, text)),
    firstPublishedIn: firstOf(notes, publicationIn),
  };
}

const bylineOf = (author: string | undefined): Found | null =>
  author === undefined ? null : { value: author, from: "byline", text: author };

function firstOf(texts: readonly string[], read: (text: string) => string | null): Found | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null) return { value, from: "line", text };
  }
  return null;
}

const captured = (patterns: Gate, text: string): string | null => patterns.exec(text)?.[1]?.trim() ?? null;

function sourceIn(text: string): string | null {
  const found = source.exec(text)?.[1]?.trim() ?? null;
  return found !== null && /^link$/i.test(found) ? null : found;
}

function publicationIn(text: string): string | null {
  const found = captured(firsts, text)?.replace(/^the /, "") ?? null;
  return found === null || timeNames.test(found) || !/^[\p{Lu}\p{Lo}]/u.test(found) ? null : found;
}

/** The values of notes, and their evidence: lines, whose trustworthiness nobody measured. */
export const fieldsOf = (notes: Notes): { readonly [Field in keyof Notes]: string | null } => ({
  agency: notes.agency?.value ?? null,
  translatedFrom: notes.translatedFrom?.value ?? null,
  firstPublishedIn: notes.firstPublishedIn?.value ?? null,
});
export const evidenceOfNotes = (notes: Notes): Pick<ArticleEvidence, keyof Notes> => ({
  agency: said("agency", notes.agency),
  translatedFrom: said("translatedFrom", notes.translatedFrom),
  firstPublishedIn: said("firstPublishedIn", notes.firstPublishedIn),
});
const said = (field: keyof Notes, found: Found | null): Evidence | null => evidenceFor(field, found, [], () => true);

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
  if (!text.includes("©") && !/^[(c]/i.test(text)) return null;
  const bare = /^(?:©|\(c\)|copyright)/iu.test(text) ? text : (/©.*/u.exec(text)?.[0] ?? "");
  return owner.exec(bare.slice(0, 200))?.[1]?.trim() ?? null;
}
