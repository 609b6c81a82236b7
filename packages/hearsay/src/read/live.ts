import type { Piece } from "./assemble.js";
import { inOrder } from "./entry-days.js";
import { type Head, headOf } from "./entry-heads.js";
import type { Update } from "./jsonld.js";
import type { Block, Element } from "./markup.js";
import { looksLikePerson } from "./names.js";
import { isAside } from "./shown-dates.js";

/** What is known of a page that may be a live blog. */
export interface LivePage {
  /** The blocks of its pieces, where it has markup. */
  readonly blocks: readonly Block[] | null;
  /** The entries that its data list. */
  readonly updates: readonly Update[];
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  /** The lines that these dates were read from: they head the whole. */
  readonly dateLines: readonly string[];
}

export interface PlacedHead extends Head {
  readonly at: number;
}

/** So many entries make a live blog; without a word that calls it one, so many from the newest down. */
const fewest = { called: 3, uncalled: 5 };
/** So many entries are looked at. */
export const mostEntries = 2_000;
/** An entry has this much prose at least, in characters. */
const prose = 40;

const liveWords =
  /(?<![\p{L}-])(?:live(?![\p{L}-]|\sin\b)|live-?(?:blog|ticker|updates?|coverage|reporting)|newsblog|ticker|as it happened|latest updates|minute by minute|rolling coverage|en direct|en vivo|minuto a minuto|in diretta|ao vivo|na żywo|relacja|онлайн|прямая трансляция|текстовая трансляция|canlı)(?!\p{L})/iu;
const liveNames = /live-?_?(?:blog|ticker|update|coverage|event|feed|post|entry|report)/i;

export const isCalledLive = ({ title, url }: LivePage): boolean =>
  liveWords.test(title) ||
  /[/-](?:live|liveblog|live-?ticker|ticker|newsblog)(?=[/.-]|$)/i.test((url ?? "").slice(0, 500));

/** The lines that head entries: of one make, in order of time, with prose under most of them. */
export function headsOf(pieces: readonly Piece[], live: LivePage, called: boolean): PlacedHead[] {
  const year = (live.published ?? live.modified)?.slice(0, 4) ?? null;
  const groups = new Map<string, PlacedHead[]>();
  const likely = pieces.flatMap(({ text }, at) => (mayHead(text, called) ? at : []));
  if (likely.length < fewest.called) return [];
  for (const at of likely) {
    const { text } = pieces[at]!;
    const block = live.blocks?.[at];
    const head = headOf(text, year);
    if (head === null || live.dateLines.includes(text) || (block !== undefined && isAside(block.element))) continue;
    const inline = !isBare(head.rest) && head.rest.length > 120;
    if (inline && !called) continue;
    const key = `${inline} ${head.minutes === null} ${block === undefined ? "" : makeOf(block.element)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (group.length < mostEntries) group.push({ ...head, at });
  }
  let best: PlacedHead[] = [];
  for (const group of groups.values())
    if (group.length > best.length && isLive(group, pieces, live, called)) best = group;
  return best;
}

/** Digits that may be a time stand among the first characters: what has none need not be read, nor what is long by itself. */
const mayHead = (text: string, called: boolean): boolean =>
  (called || text.length <= longestLine) && clockLike.test(text.slice(0, 60));
const longestLine = 200;
const clockLike = /\d(?:[:h]\d\d|\.\d\d\s?(?:[ap]\.?m|uhr)|\s?[ap]\.?m\b|\s?uhr|\s?(?:m|h)\w*\s)/i;

const makeOf = ({ tag, names }: Element): string => `${tag} ${names.replace(/[\w-]*\d[\w-]*/g, "")}`;

function isLive(
  heads: readonly PlacedHead[],
  pieces: readonly Piece[],
  { blocks }: LivePage,
  called: boolean,
): boolean {
  const filled = heads.filter(({ at, rest }, i) => hasProse(pieces, at, rest, heads[i + 1]?.at ?? at + 60)).length;
  const named = called || heads.some(({ at }) => blocks?.[at] !== undefined && isNamedLive(blocks[at].element));
  if (filled < (named ? fewest.called : fewest.uncalled) || filled * 2 < heads.length) return false;
  const relative = heads[0]!.minutes === null;
  if (relative) return named;
  if (inOrder(heads) < 0.8) return false;
  // Timetables and threads of a forum begin with the oldest; lists of other articles give their headlines.
  return named || (isDescending(heads) && heads.filter(({ rest }) => isBare(rest)).length * 5 >= heads.length * 4);
}

const isDescending = (heads: readonly PlacedHead[]): boolean => {
  let down = 0;
  for (let i = 1; i < heads.length; i++) if (heads[i]!.minutes! < heads[i - 1]!.minutes!) down++;
  return down * 5 >= (heads.length - 1) * 4;
};

function isNamedLive(element: Element): boolean {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < 8; steps++, at = at.parent) if (liveNames.test(at.names)) return true;
  return false;
}

/** A sentence at least, not the headline of another article. */
const isProse = (text: string): boolean => text.length >= prose && /[.!?…。।؟]["”’»)]?$/.test(text);

function hasProse(pieces: readonly Piece[], at: number, rest: string, end: number): boolean {
  if (pieces[at]!.reason === null && isProse(rest)) return true;
  for (let i = at + 1; i < end && i < pieces.length; i++)
    if (pieces[i]!.reason === null && isProse(pieces[i]!.text)) return true;
  return false;
}

/** Nothing beside a time, or who wrote it: "KEY EVENT", "Ana Novak", "By Ana Novak". */
export const isBare = (rest: string): boolean =>
  rest.length <= 40 && (!/\p{Ll}/u.test(rest) || looksLikePerson(rest.replace(/^(?:posted |written )?by\s/i, "")));
