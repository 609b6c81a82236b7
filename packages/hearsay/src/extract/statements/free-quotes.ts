import type { Quotation } from "../../model/index.js";
import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

/** A quotation shorter than this, or one that is part of a sentence, is a way of speaking and no statement of its own. */
const leastWords = 4;

/**
 * The attributions with the quotations none of them took up. One that follows quoted words in the same paragraph is more
 * of what was said there; any other becomes an attribution without cue, whose score is that of a guess.
 */
export function withFreeQuotes(
  page: Page,
  quotations: readonly Quotation[],
  found: readonly Attribution[],
): Attribution[] {
  const out = [...found].sort((a, b) => endOf(a) - endOf(b));
  const taken = new Set(found.flatMap((a) => a.content));
  for (const q of quotations) {
    const content = tokensOf(page, q);
    if (content.length === 0 || content.some((t) => taken.has(t)) || !standsAlone(page, content)) continue;
    const at = out.findLastIndex((a) => endOf(a) < content[0]!);
    if (at >= 0 && goesOn(page, out[at]!, content))
      out[at] = { ...out[at]!, content: [...out[at]!.content, ...content] };
    else
      out.splice(at + 1, 0, {
        head: content[0]!,
        source: sourceBefore(page, content[0]!),
        cue: [],
        content,
        score: 0.5,
      });
    for (const t of content) taken.add(t);
  }
  return out;
}

const endOf = (a: Attribution): number => Math.max(a.head, a.content.at(-1) ?? a.head);

/** The last words before it in the paragraph were quoted too, by someone with a cue, no more than a sentence ago. */
function goesOn(page: Page, a: Attribution, content: readonly number[]): boolean {
  const first = content[0]!;
  if (a.cue.length === 0 || !a.content.some((t) => page.quote[t]! > 0)) return false;
  return page.paragraph[a.head] === page.paragraph[first] && page.sentence[first]! - page.sentence[endOf(a)]! <= 1;
}

function tokensOf(page: Page, q: Quotation): number[] {
  const out: number[] = [];
  let [lo, hi] = [0, page.size];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (page.end[mid]! <= q.start) lo = mid + 1;
    else hi = mid;
  }
  for (let t = lo; t < page.size && page.start[t]! < q.end; t++) out.push(t);
  return out;
}

/** It begins a sentence or follows a colon, and is long enough to say something. */
function standsAlone(page: Page, content: readonly number[]): boolean {
  const words = content.filter((t) => /[\p{L}\p{N}]/u.test(page.lower[t]!));
  const first = content[0]!;
  if (words.length < leastWords || !/^\p{Lu}/u.test(page.text.slice(page.start[words[0]!]!))) return false;
  return opensSentence(page, first) || page.lower[first - 2] === ":";
}

function opensSentence(page: Page, first: number): boolean {
  const before = first - 1;
  if (before < 0 || page.paragraph[first] !== page.paragraph[before]) return true;
  const mark =
    page.start[first]! - page.end[before]! < 2 && !/[\p{L}\p{N}.!?]/u.test(page.lower[before]!) ? before : first;
  return (
    mark === 0 || page.sentence[mark] !== page.sentence[mark - 1] || page.paragraph[mark] !== page.paragraph[mark - 1]
  );
}

/** "NAME is on the road: “…”": the subject of what the colon ends. */
function sourceBefore(page: Page, first: number): number[] {
  if (page.lower[first - 2] !== ":") return [];
  const colon = first - 2;
  for (let t = page.first[page.sentence[colon]!]!; t < colon; t++)
    if (page.deprel[t]!.startsWith("nsubj")) return subtree(page, t, colon);
  return [];
}

function subtree(page: Page, top: number, before: number): number[] {
  const inside = new Set([top]);
  for (let t = top - 1; t >= 0 && page.sentence[t] === page.sentence[top]; t--)
    if (inside.has(page.head[t]!)) inside.add(t);
  for (let t = top + 1; t < before; t++) if (inside.has(page.head[t]!)) inside.add(t);
  return [...inside].sort((a, b) => a - b);
}
