import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

/**
 * "…, army spokesman Tom Arden told reporters in Lorne on Thursday." or "…, the spokesman, Tom Arden, told":
 * what stands before is the content. Parsers fail on just this sentence, with its two verbs side by side, so it is read by position:
 * where nothing was found in the sentence, and where the cue was found with a scrap of the content.
 */
export function withTrailing(page: Page, found: readonly Attribution[]): Attribution[] {
  const taken = new Set<number>();
  for (const { head, content } of found) {
    taken.add(page.sentence[head]!);
    for (const t of content) taken.add(page.sentence[t]!);
  }
  const byHead = new Map(found.map((a) => [a.head, a]));
  const read = new Map<number, Attribution>();
  for (let s = 0; s + 1 < page.first.length; s++) {
    const one = trailing(page, page.first[s]!, page.first[s + 1]!);
    const own = one === null ? undefined : byHead.get(one.head);
    if (one === null || (own === undefined ? taken.has(s) : !isScrap(page, own, one))) continue;
    read.set(one.head, own === undefined ? one : { ...own, source: one.source, content: one.content });
  }
  const inside = new Set([...read.values()].flatMap((a) => a.content));
  const kept = found.filter((a) => !read.has(a.head) && !inside.has(a.head));
  return [...kept, ...read.values()];
}

/** Less than this share of the words before the source is no content but what a broken tree left of one. */
const LEAST_SHARE = 0.5;

function isScrap(page: Page, found: Attribution, whole: Attribution): boolean {
  const words = (tokens: readonly number[]) => tokens.filter((t) => page.word[t] === 1).length;
  const within = found.content.every((t) => t >= whole.content[0]! && t <= whole.source.at(-1)!);
  const quoted = whole.content.some((t) => page.quote[t]! > 0);
  return within && !quoted && words(found.content) < LEAST_SHARE * words(whole.content);
}

const tells = new Set(
  "say tell add announce inform report warn state claim insist confirm note stress explain".split(" "),
);
const nominal = new Set(["NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM", "PRON", "CCONJ"]);
/** A clause shorter than this is no report; a name with its role is no longer than that. */
const LEAST_CONTENT = 5;
const LONGEST_SOURCE = 12;
const LONGEST_TAIL = 24;
/** As sure as a quotation without a cue. */
const SCORE = 0.6;

function trailing(page: Page, from: number, to: number): Attribution | null {
  for (let head = to - 1; head > from + LEAST_CONTENT && to - head <= LONGEST_TAIL; head--) {
    if (!tells.has(page.lemma[head]!) || !/^VB[DZP]$/.test(page.xpos[head]!)) continue;
    if (hasVerb(page, head + 1, to)) continue;
    const comma = sourceComma(page, from, head);
    const [length, source] = [head - comma - 1, range(comma + 1, head)];
    const fits = page.lower[comma] === "," && length > 0 && length <= LONGEST_SOURCE && comma - from >= LEAST_CONTENT;
    return fits && hasVerb(page, from, comma)
      ? { head, source, cue: [head], content: range(from, comma), score: SCORE }
      : null;
  }
  return null;
}

/** The comma before the source of the verb at `head`; a name in apposition stands between two more. */
function sourceComma(page: Page, from: number, head: number): number {
  const before = (at: number) => {
    let comma = at;
    while (comma > from && nominal.has(page.upos[comma]!)) comma--;
    return comma;
  };
  const last = before(head - 1);
  if (last < head - 1 || page.lower[last] !== ",") return last;
  const middle = before(last - 1);
  return page.lower[middle] === "," ? before(middle - 1) : middle;
}

const hasVerb = (page: Page, from: number, to: number): boolean =>
  range(from, to).some((i) => page.upos[i] === "VERB" || page.upos[i] === "AUX");

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
