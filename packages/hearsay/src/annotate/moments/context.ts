import { calendarDate, isoYear, parseDay } from "./calendar.js";

/** What was resolved before in the same text, for expressions that lean on it. */
export interface Seen {
  /** The last date resolved: "1998-10", "1998-10-23". */
  anchor: string | null;
  /** The quarter under report, for "a year earlier" in earnings news. */
  quarter: string | null;
}

/** Where an expression stands. */
export interface Place {
  /** The day of publication, or null when it is not known. */
  readonly published: number | null;
  /** Its time, in minutes since midnight: of an entry of a live blog that has one, null elsewhere. */
  readonly minutes: number | null;
  /** The sentence up to the expression, at most some 200 characters. */
  readonly before: string;
  /** The rest of the sentence. */
  readonly after: string;
  /** Whether the clause speaks of what was or of what is to come; null when it does not tell. */
  readonly direction: () => Direction;
  readonly seen: Seen;
}
export type Direction = "past" | "future" | null;

const irregularPast =
  "said|told|was|were|had|did|went|met|came|took|gave|made|held|began|left|sent|fell|rose|won|lost|saw|broke|spoke|led|became|got|found|brought|kept|hit|shot|struck|withdrew|flew|drew|grew|knew|wrote|ran|sold|bought|paid|spent|stood|fought|caught|taught|thought|felt|built|sought|set|drove|chose|swore|threw|quit|sank|shut|overthrew|laid|forbade|put";
const plans =
  "agreed|agrees|plan|plans|planned|planning|expected|expects|expect|scheduled|set|supposed|due|hope|hopes|hoping|prepare|preparing|prepares|intend|intends|vowed|vows|promised|promises|want|wants|ready|likely|about|slated|poised|bound|going|need|needs|ordered|urged|asked";
const modal = "will|won't|shall|'ll|’ll|would|may|might|must|should|can|could|is to|are to|was to|were to";
const beginnings =
  "begin|meet|hold|start|visit|vote|end|take|go|travel|arrive|leave|resume|expire|close|open|make|come|return|sign|acquire|buy|sell|launch|send|give|get";
const future = [
  `(?:${modal})\\b(?: not| \\w+ly| also)?(?: (?:be|have) \\w+)?`,
  "upcoming|payable|effective|expires?|expiring|(?:tomorrow|(?:begin|resume)s?|(?:start|open|end|close)s)\\b|as (?:soon|early) as|no later than",
  "next(?! (?:to|door)\\b)|planned|plans|planning|scheduled|expects",
  "(?:set|slated|due) for|(?:expected|due|slated|is|are) (?:for|in|on|by|to|at|within|early|late|later|this)\\b(?! the (?:wake|face))",
  `(?:${plans}) (?:\\w+ )?to (?!the\\b|an?\\b|its\\b|his\\b|her\\b)(?:be )?\\w+|to be \\w+|to (?:${beginnings})\\b`,
].join("|");
/** Words that end like a past tense and are none, and participles that only describe a noun ("a still unspecified date"). */
const notPast = "need|indeed|speed|feed|proceed|succeed|exceed|hundred|red|bed|breed|seed";
const cues = new RegExp(
  `\\b(?<past>(?:had|have|has) (?:\\w+ )?been (?:${plans}) (?:\\w+ )?to \\w+|${irregularPast})\\b(?! for\\b)|\\b(?<future>${future})|(?<!\\b(?:an?|the|its|their|his|her|these|those|still|newly|yet)\\s)\\b(?<regular>(?!${notPast})[a-z]{2,15}ed)\\b`,
  "gi",
);

type Cue = RegExpMatchArray;
const meaningOf = ({ groups = {} }: Cue): Direction => (groups.future === undefined ? "past" : "future");
/** "United", "Allied": a name is no verb. */
const isName = ({ groups = {}, index = 0 }: Cue): boolean => index > 0 && /^[A-Z]/.test(groups.regular ?? "");

function lastCue(text: string): Direction {
  let found: Direction = null;
  for (const match of text.matchAll(cues)) if (!isName(match)) found = meaningOf(match);
  return found;
}
function firstCue(text: string): Direction {
  for (const match of text.matchAll(cues)) if (!isName(match)) return meaningOf(match);
  return null;
}

/** A clock time may stand between the preposition and the day: "until 9 a.m. EST Tuesday". */
const until =
  /\b(?:until|till|as (?:soon|early|late) as|no later than|ahead of|starting|commencing|effective)\s(?:from\s|on\s)?(?:the\s|early\s|late\s|at\s)?(?:(?:\d[\w.:]*|noon|midnight|[ap]\.?m\.?|[A-Z]{2,4})\s){0,3}(?:on\s)?$/i;
const since = /\b(?:since|ended|as of)\s(?:the\s|early\s|late\s|mid-?\s?|last\s)?$/i;

/**
 * Whether the words around an expression speak of the past or the future: the preposition just before it, else the
 * nearest verb before it, else the first one after.
 */
export function directionNear(before: string, after: string): Direction {
  if (since.test(before)) return "past";
  if (until.test(before)) return /^\W*until\s/i.test(before) && firstCue(after) === "past" ? "past" : "future";
  const verb = lastCue(before) ?? firstCue(after);
  return verb === null && /\bby\s$/i.test(before) ? "future" : verb;
}

/** The day that day-sized expressions ("the same day", "two days later") count from. */
export function anchorDay({ seen, published }: Place): number | null {
  return (seen.anchor === null ? null : parseDay(seen.anchor)) ?? published;
}

/** The year that "that year" and "the following month" count from, with its month when known. */
export function anchorMonth({
  seen,
  published,
}: Place): { readonly year: number; readonly month: number | null } | null {
  const match = /^(\d{4})(?:-(\d{2}))?/.exec(seen.anchor ?? "");
  if (match !== null) return { year: Number(match[1]), month: match[2] === undefined ? null : Number(match[2]) };
  return published === null ? null : calendarDate(published);
}

/** "last" and "next" say it themselves; otherwise the clause does, and news mostly tells what was. */
export function directionOf(which: string | undefined, place: Place): Direction {
  if (which === undefined) return place.direction() ?? "past";
  if (/last|past|previous/i.test(which)) return "past";
  return "future";
}

export const publishedYear = ({ published }: Place): number | null =>
  published === null ? null : calendarDate(published).year;
export const yearOr = (year: number | null): string => (year === null ? "XXXX" : isoYear(year));

/** Capitals before a capital: the end of a name ("Kelsund Today", "News Daily"). */
export const isNamePart = ({ before }: Place): boolean => /\p{Lu}\p{L}*\s$/u.test(before);
