import { calendarDate, parseDay } from "./calendar.js";

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
  "said|told|was|were|had|did|went|met|came|took|gave|made|held|began|left|sent|fell|rose|won|lost|saw|broke|spoke|led|became|got|found|brought|kept|hit|shot|struck|withdrew|flew|drew|grew|knew|wrote|ran|sold|bought|paid|spent|stood|fought|caught|taught|thought|felt|built|met|sought|set|drove|chose|swore|threw|won|quit|began|sank|shut|overthrew|laid|forbade|put";
const plans =
  "agreed|agrees|plan|plans|planned|planning|expected|expects|expect|scheduled|set|due|hope|hopes|hoping|prepare|preparing|prepares|intend|intends|vowed|vows|promised|promises|want|wants|ready|likely|about|slated|poised|bound|going|need|needs|ordered|urged|asked";
const modal = "will|won't|shall|'ll|’ll|would|may|might|must|should|can|could|is to|are to|was to|were to";
const cues = new RegExp(
  `\\b(?<past>(?:had|have|has) (?:\\w+ )?been (?:${plans}) (?:\\w+ )?to \\w+|${irregularPast})\\b|\\b(?<future>(?:${modal})\\b(?: not| \\w+ly| also)?(?: (?:be|have) \\w+)?|upcoming|payable|effective|expires?|expiring|begins|starts|opens|as (?:soon|early) as|no later than|next|planned|plans|planning|scheduled|expects|(?:${plans}) (?:\\w+ )?to (?!the\\b|an?\\b|its\\b|his\\b|her\\b)(?:be )?\\w+|to be \\w+|to (?:begin|meet|hold|start|visit|vote|end|take|go|travel|arrive|leave|resume|expire|close|open|make|come|return|sign|acquire|buy|sell|launch|send|give|get)\\b)|\\b(?<regular>(?!need|indeed|speed|feed|proceed|succeed|exceed|hundred|red|bed|breed|seed)[a-z]{2,15}ed)\\b`,
  "gi",
);

function lastCue(text: string): Direction {
  let found: Direction = null;
  for (const match of text.matchAll(cues)) found = match.groups?.future === undefined ? "past" : "future";
  return found;
}
function firstCue(text: string): Direction {
  const match = text.matchAll(cues).next().value;
  if (match === undefined) return null;
  return match.groups?.future === undefined ? "past" : "future";
}

/**
 * Whether the words around an expression speak of the past or the future: the preposition just before it, else the
 * nearest verb before it, else the first one after.
 */
export function directionNear(before: string, after: string): Direction {
  if (/\bended\s$/i.test(before)) return "past";
  const verb = lastCue(before) ?? firstCue(after);
  return verb === null && /\b(?:by|until|till)\s$/i.test(before) ? "future" : verb;
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
