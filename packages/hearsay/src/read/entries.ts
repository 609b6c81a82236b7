import type { Evidence } from "../model/index.js";
import type { Opening, Piece } from "./assemble.js";
import { findDates, machineDate, within } from "./dates.js";
import { timesOf } from "./entry-days.js";
import { headOf } from "./entry-heads.js";
import type { Update } from "./jsonld.js";
import { headsOf, isBare, isCalledLive, type LivePage, mostEntries, type PlacedHead } from "./live.js";
import type { Block, Element } from "./markup.js";
import { squeezed } from "./text.js";

/**
 * The pieces of a page, those marked that open an entry of a live blog: where its data list entries whose words are
 * found, else under lines that begin with a time, one after the other. A line that is only a time, with a name at most, is
 * set aside. Pages that are no live blogs stay as they are.
 */
export function withEntries(pieces: readonly Piece[], live: LivePage): readonly Piece[] {
  const called = isCalledLive(live);
  const heads = withHeadings(headsOf(pieces, live, called || live.updates.length > 0), live.blocks);
  const listed = listedOpenings(pieces, live.updates, heads);
  const openings = new Map([...shownOpenings(pieces, heads, listed, live), ...listed]);
  if (openings.size < 2) return pieces;
  const end = endOf(live.blocks, [...openings.keys()]);
  const bare = new Set(heads.filter(({ rest }) => isBare(rest)).map(({ at }) => at));
  return pieces.map((piece, i) => {
    const opens = i === end ? null : openings.get(i);
    const reason = piece.reason ?? (bare.has(i) ? "dateline" : null);
    return { text: piece.text, reason, ...(opens !== undefined && { opens }) };
  });
}

/** The line over an entry, and the piece that the entry begins with: the line, or the heading above it. */
interface EntryHead extends PlacedHead {
  readonly from: number;
}

const isHeading = (block: Block | undefined): boolean => block !== undefined && /^h[2-6]$/.test(block.kind);

/** Headings of entries stand over their times where they do on most of them, and not below. */
function withHeadings(heads: readonly PlacedHead[], blocks: readonly Block[] | null): readonly EntryHead[] {
  const above = heads.filter(({ at }) => isHeading(blocks?.[at - 1])).length;
  const below = heads.filter(({ at }) => isHeading(blocks?.[at + 1])).length;
  const last = isHeading(blocks?.[(heads.at(-1)?.at ?? 0) + 1]);
  const are = above * 5 >= heads.length * 4 && (above > below || !last);
  return heads.map((head) => ({ ...head, from: are && isHeading(blocks?.[head.at - 1]) ? head.at - 1 : head.at }));
}

/** Entries under lines that begin with a time; those that the page's data list say which day it is. */
function shownOpenings(
  pieces: readonly Piece[],
  heads: readonly EntryHead[],
  listed: ReadonlyMap<number, Opening>,
  live: LivePage,
): Map<number, Opening> {
  const days = daysBetween(pieces, heads, live);
  const times = timesOf(
    heads.map((head, i) => ({ ...head, day: head.day ?? listedDay(head, listed) ?? days[i]! })),
    live.published,
    live.modified,
  );
  return new Map(
    heads.map(({ at, from, rest, words }, i) => {
      const end = heads[i + 1]?.from ?? at + 4;
      const title = from < at ? pieces[from]!.text : titleAt(pieces, live.blocks, at, rest, end);
      return [from, { title, ...times[i]!, evidence: evidence("line", words) }];
    }),
  );
}

/** The day that the data give an entry, where they write its time as the page shows it: other clocks may be a day off. */
function listedDay({ clock, from }: EntryHead, listed: ReadonlyMap<number, Opening>): string | null {
  const time = listed.get(from)?.time ?? null;
  return time !== null && clock !== null && time.slice(11, 16) === clock.slice(1, 6) ? time.slice(0, 10) : null;
}

const evidence = (from: string, text: string): Evidence => ({
  from,
  text: text.slice(0, 200),
  against: [],
  confidence: null,
});

/** The day that the last line which is only a date names for what follows; it counts where the first one stands above all. */
function daysBetween(pieces: readonly Piece[], heads: readonly PlacedHead[], live: LivePage): (string | null)[] {
  const days: (string | null)[] = [];
  let [day, from]: [string | null, number] = [null, Math.max(0, (heads[0]?.at ?? 0) - 3)];
  for (const { at } of heads) {
    for (let i = from; i < at; i++) day = dayAlone(pieces[i]!.text, live) ?? day;
    from = at + 1;
    days.push(day);
  }
  return days;
}

/** "Sunday, 9 March", "9 March 2031": a line that is a date and nothing else. */
function dayAlone(text: string, { published }: LivePage): string | null {
  if (text.length > 30 || !/\d/.test(text)) return null;
  const [full] = findDates(text);
  if (full !== undefined)
    return full.otherwise === null && text.length - (full.end - full.start) < 12 ? full.value.slice(0, 10) : null;
  return published === null
    ? null
    : (headOf(`${text.replace(/^\p{L}+day,?\s/iu, "")} 12:00`, published.slice(0, 4))?.day ?? null);
}

function titleAt(
  pieces: readonly Piece[],
  blocks: readonly Block[] | null,
  at: number,
  rest: string,
  end: number,
): string | null {
  if (!isBare(rest)) return rest.length <= 120 ? rest : null;
  const next = pieces[at + 1];
  if (next === undefined || at + 1 >= end) return null;
  if (blocks !== null) return isHeading(blocks[at + 1]) ? next.text : null;
  const following = at + 2 < end ? (pieces[at + 2]?.text.length ?? 0) : 0;
  return next.text.length <= 120 && following > next.text.length && !/[.!?:…]["”’]?$/.test(next.text)
    ? next.text
    : null;
}

/** Words that stand more often on a page are looked at in so many places. */
const mostPlaces = 50;
/** An entry is looked for in the page by so much of its beginning. */
const keyOf = (text: string): string => squeezed(text.slice(0, 200)).slice(0, 50);

/** The entries that the page's data list, where their headline or their first words stand; in the page's order. */
function listedOpenings(
  pieces: readonly Piece[],
  updates: readonly Update[],
  heads: readonly EntryHead[],
): Map<number, Opening> {
  const found = new Map<number, Opening>();
  if (updates.length === 0) return found;
  const places = new Map<string, number[]>();
  pieces.forEach(({ text }, i) => {
    const key = keyOf(text);
    if (key.length < 4) return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [i]);
    else if (known.length < mostPlaces) known.push(i);
  });
  const begun = new Map(heads.flatMap(({ at, from }) => [[at, from] as const, [from, from] as const]));
  const headOver = (i: number): number | undefined =>
    [i, i - 1, i - 2].map((at) => begun.get(at)).find((from) => from !== undefined && !found.has(from));
  for (const { headline, body, published } of updates.slice(0, mostEntries)) {
    const time = machineDate(published);
    const standing = [headline, body].flatMap((words) => places.get(keyOf(words ?? "")) ?? []);
    const first = standing.find((i) => headOver(i) !== undefined) ?? standing[0];
    if (time === null || first === undefined) continue;
    const at = headOver(first) ?? first;
    const title = headline === null || headline.trim() === "" ? null : headline.trim().slice(0, 300);
    if (!found.has(at))
      found.set(at, { title, time, within: within([time]), evidence: evidence("json-ld", published) });
  }
  return found;
}

/** The first piece behind the innermost element that holds all openings; −1 where the text goes on to its end. */
function endOf(blocks: readonly Block[] | null, openings: readonly number[]): number {
  if (blocks === null) return -1;
  const last = Math.max(...openings);
  const around = ancestorsOf(blocks[Math.min(...openings)]!.element);
  const shared = ancestorsOf(blocks[last]!.element).find((element) => around.includes(element));
  if (shared === undefined) return -1;
  return blocks.findIndex(({ element }, i) => i > last && !ancestorsOf(element).includes(shared));
}

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at !== null && found.length < 60; at = at.parent) found.push(at);
  return found;
}
