import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

/**
 * Quotations are said whole: a quotation that an attribution took most of becomes all of its content, and one that goes
 * on behind the cue ("…," he said, "and …") belongs to it too. Only content marks move; source and cue stay.
 */
export function withWholeQuotes(page: Page, found: readonly Attribution[]): Attribution[] {
  const extents = extentsOf(page);
  const taken = new Uint8Array(page.size);
  const take = (tokens: readonly number[]) => {
    for (const t of tokens) taken[t] = 1;
  };
  for (const { content, cue, source } of found) for (const tokens of [content, cue, source]) take(tokens);
  return found.map((a) => {
    const added = [restOf, behindCue, beforeCue]
      .flatMap((rule) => rule(page, a, extents))
      .filter((t) => taken[t] === 0);
    take(added);
    return added.length === 0 ? a : { ...a, content: [...new Set([...a.content, ...added])].sort((x, y) => x - y) };
  });
}

/** First and last token of every quotation, by its number. */
function extentsOf(page: Page): Map<number, [number, number]> {
  const extents = new Map<number, [number, number]>();
  for (let t = 0; t < page.size; t++) {
    const q = page.quote[t]!;
    if (q === 0) continue;
    const extent = extents.get(q);
    if (extent === undefined) extents.set(q, [t, t]);
    else extent[1] = t;
  }
  return extents;
}

function restOf(page: Page, a: Attribution, extents: ReadonlyMap<number, [number, number]>): number[] {
  const quotes = new Set<number>();
  for (const t of a.content) if (page.quote[t]! > 0 && page.quote[t] !== page.quote[a.head]) quotes.add(page.quote[t]!);
  if (quotes.size === 0) return [];
  const own = new Set(a.content);
  const out: number[] = [];
  for (const q of quotes) {
    const [first, last] = extents.get(q)!;
    const missing = range(first, last).filter((t) => !own.has(t));
    if (missing.length * 2 < last - first + 1) out.push(...missing);
  }
  return out;
}

/** After cue and source a comma, then a quotation that goes on in small letters or ends the same sentence. */
function behindCue(page: Page, a: Attribution, extents: ReadonlyMap<number, [number, number]>): number[] {
  if (a.content.length === 0 || page.quote[a.content[0]!] === 0 || a.content.at(-1)! > a.head) return [];
  const end = Math.max(a.head, ...a.cue, ...a.source.filter((t) => t < a.head + 20));
  if (page.lower[end + 1] !== "," || (page.quote[end + 2] ?? 0) === 0) return [];
  const [first, last] = extents.get(page.quote[end + 2]!)!;
  return first === end + 2 ? range(first, last) : [];
}

/** The mirror of it: content behind the cue, and a quotation that ends in a comma right before source and cue. */
function beforeCue(page: Page, a: Attribution, extents: ReadonlyMap<number, [number, number]>): number[] {
  if (a.content.length === 0 || page.quote[a.content[0]!] === 0 || a.content[0]! < a.head) return [];
  const start = Math.min(a.head, ...a.cue, ...a.source.filter((t) => t > a.head - 20));
  const q = page.quote[start - 1] ?? 0;
  if (q === 0 || q === page.quote[a.head] || page.sentence[start - 1] !== page.sentence[a.head]) return [];
  const [first, last] = extents.get(q)!;
  const comma = page.lower[last] === "," || page.lower[last - 1] === ",";
  return last === start - 1 && comma ? range(first, last) : [];
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
