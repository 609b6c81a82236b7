import { readFileSync } from "node:fs";
import { sentencesOf } from "../../../annotate/index.js";
import { type Page, pageOf } from "../page.js";

/** An article of the PolNeAR corpus as evals/statements has it. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Record<"source" | "cue" | "content", readonly { start: number; end: number }[]>[];
}

/** A gold attribution as tokens of the page. */
export interface GoldAttribution {
  readonly head: number;
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

export const readGold = (file: string): GoldArticle[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldArticle);

export interface GoldPage {
  readonly page: Page;
  readonly gold: readonly GoldAttribution[];
}

export function goldPage(article: GoldArticle): GoldPage {
  const page = pageOf(article.text, sentencesOf(article.text));
  const gold = article.attributions.map((a): GoldAttribution => {
    const cue = tokensIn(page, a.cue);
    return { cue, head: headOf(page, cue), source: tokensIn(page, a.source), content: tokensIn(page, a.content) };
  });
  return { page, gold: gold.filter((g) => g.head >= 0) };
}

function tokensIn(page: Page, spans: readonly { start: number; end: number }[]): Set<number> {
  const out = new Set<number>();
  for (const { start, end } of spans)
    for (let t = lowerBound(page.end, start + 1); t < page.size && page.start[t]! < end; t++) out.add(t);
  return out;
}

function lowerBound(values: Int32Array, wanted: number): number {
  let [lo, hi] = [0, values.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (values[mid]! < wanted) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** The token a cue turns on: its highest verb, else its highest noun, else its highest token. */
function headOf(page: Page, cue: ReadonlySet<number>): number {
  const depth = (t: number) => {
    let d = 0;
    for (let at = page.head[t]!; at >= 0 && d < 60; at = page.head[at]!) d++;
    return d;
  };
  const rank = (t: number) => {
    const upos = page.upos[t]!;
    return (
      (upos === "VERB" ? 0 : upos === "NOUN" || upos === "ADJ" ? 1 : upos === "PUNCT" ? 4 : upos === "AUX" ? 3 : 2) *
        100 +
      depth(t)
    );
  };
  return [...cue].sort((a, b) => rank(a) - rank(b) || a - b)[0] ?? -1;
}
