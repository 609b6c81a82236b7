import type { RemovalReason } from "../model/index.js";
import { withoutDates } from "./bylines.js";
import { isCaption } from "./cues.js";
import { findDates, usable } from "./dates.js";
import type { Measured } from "./measured.js";
import { authorsOf, looksLikeOutlet, looksLikePerson, namesOutlet, tidy } from "./names.js";
import type { Wording } from "./wording.js";

/** What a line of names, places, a date or a time says. */
export interface Line {
  readonly reason: RemovalReason;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly outlet: string | null;
  /** Nothing but a name says that this is a by-line. */
  readonly bare?: boolean;
}

const agencyWords =
  /\b(?:staff|agencies|agency|newsroom|desk|correspondents?|reporters?|redaktion|redacción|rédaction)\b/i;
const whenWords =
  /^(?:posted|published|updated|last updated|first published|veröffentlicht|stand|publié|publicado)\b|\b(?:\d+|an?|one|two|three) (?:minutes?|hours?|days?) ago$/i;
const byWords =
  /^(?:(?:written|posted|published|reported|story|words)\s+)?(?:by|von|par|por|di)\b\s*[:-]?\s*(?=\p{Lu}|\p{Ll}{3,15}\b\s?(?:$|[|·]))/iu;
const days = /^(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?$/i;

/** The author's signature below the text: `Ana Novak, "Ferry Post"`. */
export const signature = /^(\p{Lu}[^,"“«]{3,40}),\s["“«„]([^"“”»]{2,40})["”»“]$/u;

/** A line of names, places, a date or a time and nothing else; null when it says more. */
export function bylineOf(item: Measured, beside: boolean): Line | null {
  const { text, wording } = item;
  const cue = wording.cue?.reason;
  if (wording.words > 24 || (cue !== undefined && cue !== "author-note") || isCaption(text)) return null;
  const signed = signature.exec(text);
  if (signed !== null && looksLikePerson(signed[1]!))
    return { reason: "byline", authors: [signed[1]!], published: null, outlet: signed[2]! };
  const [date] = findDates(text);
  const rest = date === undefined ? text : withoutDates(text);
  if (byWords.test(text) && wording.words <= 20 && wording.ending !== 1)
    return {
      reason: "byline",
      authors: authorsOf(rest.replace(/\b\d+ min(?:ute)?s? read\b/i, "")),
      published: usable(date),
      outlet: null,
    };
  if (whenWords.test(text) && wording.words <= 14)
    return { reason: "dateline", authors: [], published: usable(date), outlet: null };
  const segments = segmentsOf(rest);
  if (date !== undefined) return dated(rest, usable(date), beside, wording);
  return beside && wording.words <= 12 && wording.ending !== 1 ? undated(text, segments, wording.words) : null;
}

const segmentsOf = (text: string): string[] =>
  text
    .split(/\s*(?:[|·•—–/]|\s-\s|,(?=\s))\s*/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part) && !days.test(part));

function dated(text: string, published: string | null, beside: boolean, { words, ending }: Wording): Line | null {
  const segments = segmentsOf(text);
  const rest = segments.join(" ").split(/\s+/).length;
  if (words > 22 || rest > (beside ? 12 : 8)) return null;
  const people = segments.filter(looksLikePerson).map(tidy);
  // "Talks resume on 4 March 2031." is prose.
  if (people.length === 0 && ending === 1 && !segments.every(looksLikeOutlet)) return null;
  const agencies = segments.filter((part) => agencyWords.test(part));
  const [first] = segments;
  const outlet =
    first !== undefined &&
    segments.length > 1 &&
    !looksLikePerson(first) &&
    !agencyWords.test(first) &&
    /^\p{Lu}/u.test(first) &&
    first.split(" ").length <= 4 &&
    // "Tolm, Vesmara, 4 March 2031" names places.
    (/[|·•—–/]/.test(text.slice(first.length)) || namesOutlet(first))
      ? first
      : null;
  return {
    reason: people.length + agencies.length > 0 ? "byline" : "dateline",
    authors: people.length > 0 ? people : agencies,
    published,
    outlet,
  };
}

/** "Ana Novak, Ferry Broadcasting, Tolm": a name first, then perhaps outlet and place. */
function undated(text: string, segments: readonly string[], words: number): Line | null {
  const first = segments[0] ?? "";
  if (
    looksLikePerson(first) &&
    first.split(" ").length <= 3 &&
    (segments.length > 1 ? segments.length <= 4 : words <= 3)
  )
    return {
      reason: "byline",
      authors: [tidy(first)],
      published: null,
      outlet: segments.length === 3 ? segments[1]! : null,
      bare: segments.length < 3,
    };
  return agencyWords.test(text) && words <= 5
    ? { reason: "byline", authors: [text], published: null, outlet: null }
    : null;
}
