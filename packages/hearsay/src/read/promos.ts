import type { RemovalReason } from "../model/index.js";

/** A promotion inside a paragraph: half-open offsets. */
export interface Promo {
  readonly start: number;
  readonly end: number;
  readonly reason: RemovalReason;
}

/** Openings that announce another article and nothing else. A colon (or an arrow) must follow. */
const opening =
  /(?<=^|[.!?…"”’)\]]\s?|\s[([]?)(?:read (?:more|next|also|too|this)|also read|see also|more (?:on this|from \p{Lu}\p{L}+)|more|related(?: (?:stor(?:y|ies)|articles?|news|coverage|reading))?|recommended|don['’]t miss|you (?:may|might) also (?:like|enjoy)|watch(?: (?:also|more|now))?|listen|up next|lesen sie (?:auch|hier|mehr)|mehr dazu|mehr zum thema|siehe auch|(?:à )?lire (?:aussi|également)|à lire|voir aussi|lee también|lea también|leer más|ver también|te puede interesar|leggi anche|leia (?:também|mais)|veja também|lees ook|zobacz też|czytaj (?:też|także|więcej)|читайте также|läs (?:också|även)|les også)\s?(?::|»|→|►|▶)/giu;

/** A kind of article named at a paragraph's end, with its headline and no full stop behind it. */
const label =
  /(?<=[.!?]["”’]?\s)(?:analysis|explainer|explained|opinion|in pictures|video|podcast|background|exclusive|gallery|timeline|profile|quiz|factbox|hintergrund|kommentar|analyse)\s?:\s[^.!?\n]{10,120}\??$/giu;

/** A live ticker's name dropped between sentences: "Flood crisis - live updates". */
const ticker =
  /(?<=[.!?]["”’]?\s)(\p{Lu}[^.!?\n]{3,70}?\s[-–—:|]\s?(?:live(?: updates?| blog| coverage| ticker)?|latest(?: updates?)?|as it happened|follow live))\s(?=\p{Lu})/gu;

const starters =
  "And|But|So|The|A|An|In|On|At|It|Its|He|She|They|We|I|You|This|That|These|Those|There|Here|If|When|While|After|Before|As|For|From|With|By|To|Not|No|Yet|Still|Some|Many|Most|Since|Until|Although|Though|Because|However|Meanwhile|Last|One|Two|His|Her|Their|Our|My|Asked|According|Speaking|Despite|Under|Among|Both|Even|Now|Then|Also|Der|Die|Das|Ein|Eine|Es|Er|Sie|Wir|Und|Aber|Im|In|Le|La|Les|Un|Une|Il|Elle|Ils|Et|Mais|En|El|Los|Las|Y|Pero|Según";
/** Where prose takes up again behind headlines that run into it without a stop. */
const resumption = new RegExp(
  `(?<=[\\p{Ll}\\d?!"”’])\\s(?=(?:${starters})(?:,|\\s+[\\p{Ll}\\d“"‘']|\\s+\\p{Lu}\\p{Ll}))`,
  "gu",
);

const maximum = 400;

/** Finds promotions of other articles inside one paragraph, in order, not overlapping. */
export function findPromos(paragraph: string): Promo[] {
  if (paragraph.length < 25) return [];
  const found: Promo[] = [];
  for (const match of matchesOf(opening, /[:»→►▶]/, paragraph)) {
    const last = found[found.length - 1];
    if (last !== undefined && match.index < last.end) continue;
    const end = endOf(paragraph, match.index, match.index + match[0].length, match[0]);
    if (end !== null) found.push({ start: match.index, end, reason: "teaser" });
  }
  for (const match of matchesOf(ticker, /[-–—:|]/, paragraph)) {
    const end = match.index + match[1]!.length;
    if (!found.some((one) => match.index < one.end && one.start < end))
      found.push({ start: match.index, end, reason: "teaser" });
  }
  for (const match of matchesOf(label, /:/, paragraph)) {
    const end = match.index + match[0].length;
    if (/^\p{Lu}/u.test(match[0]) && !found.some((one) => match.index < one.end))
      found.push({ start: match.index, end, reason: "teaser" });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** All matches of a pattern that holds one of some marks: most paragraphs have none, which is cheaper to see. */
const matchesOf = (pattern: RegExp, marks: RegExp, paragraph: string): Iterable<RegExpExecArray> =>
  marks.test(paragraph) ? paragraph.matchAll(pattern) : [];

/** How far a promotion reaches: to the paragraph's end, or to where prose resumes; null when it is none. */
function endOf(paragraph: string, start: number, from: number, cue: string): number | null {
  // "more:" and "watch:" inside a sentence are prose; at a paragraph's or sentence's start, capitalised, they are not.
  if (!/^\p{Lu}/u.test(cue)) return null;
  if (start > 0 && !/[.!?…"”’)\]]\s?$|[([]$/u.test(paragraph.slice(Math.max(0, start - 2), start))) return null;
  const rest = paragraph.slice(from, from + maximum);
  const lastGlue = Math.max(-1, ...[...rest.matchAll(/[?!.](?=\p{Lu})/gu)].map((match) => match.index));
  const resume = [...rest.matchAll(resumption)].find((match) => match.index > lastGlue && match.index > 8);
  if (resume !== undefined && wordCount(paragraph.slice(from + resume.index)) >= 8) return from + resume.index;
  const stop = /[.!?]["”’)]?(?=\s\p{Lu})/u.exec(rest);
  if (stop !== null && wordCount(paragraph.slice(from + stop.index + 1)) >= 6)
    return from + stop.index + stop[0].length;
  return paragraph.length - from <= maximum && wordCount(rest) <= 40 ? paragraph.length : null;
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
