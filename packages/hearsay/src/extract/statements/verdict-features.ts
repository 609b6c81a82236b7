import { cueFeatures } from "./cue-features.js";
import type { Attribution } from "./decode.js";
import { Features, mix } from "./hashing.js";
import type { Page } from "./page.js";

/** How sure a cue is, in steps of its log odds. */
const step = (score: number): number => {
  const odds = Math.log(Math.max(1e-6, score) / Math.max(1e-6, 1 - score));
  return Math.max(-4, Math.min(4, Math.round(odds)));
};
const size = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 13 ? 5 : n < 25 ? 6 : 7);

/** What is around one reading among all the article's: which others contain it, which it contains. */
export interface Surroundings {
  /** Attributions by the tokens of their contents and cues. */
  readonly contentOf: ReadonlyMap<number, readonly Attribution[]>;
  readonly heads: ReadonlyMap<number, Attribution>;
}

export function surroundingsOf(all: readonly Attribution[]): Surroundings {
  const contentOf = new Map<number, Attribution[]>();
  for (const a of all)
    for (const t of a.content) {
      const list = contentOf.get(t);
      if (list === undefined) contentOf.set(t, [a]);
      else if (list.length < 8) list.push(a);
    }
  return { contentOf, heads: new Map(all.map((a) => [a.head, a])) };
}

/** Collects what tells whether a cue read together with its source and content is an attribution of its own. */
export class VerdictFeatures {
  private readonly all: Features;
  private readonly cue = new Features(20);

  constructor(bits: number) {
    this.all = new Features(bits, 1024);
  }

  /** The features of a reading; they are overwritten by the next. */
  of(page: Page, a: Attribution, around: Surroundings): Features {
    const f = this.all;
    f.clear();
    const own = step(a.score);
    const lemma = page.lemmaHash[a.head]!;
    f.add(0);
    f.add(1, own);
    f.add(2, own, page.relHash[a.head]!);
    f.add(3, lemma, Math.sign(own));
    f.add(4, page.xposHash[a.head]!, own);
    certainty(a, f);
    parts(page, a, own, lemma, f);
    words(page, a, lemma, f);
    nesting(page, a, around, own, f);
    neighbours(a, around, own, f);
    this.cueAgain(page, a);
    return f;
  }

  /** All that was asked of the cue alone, now beside its source and content. */
  private cueAgain(page: Page, a: Attribution): void {
    cueFeatures(page, a.head, this.cue);
    for (let i = 0; i < this.cue.count; i++) this.all.add(500, this.cue.slots[i]!);
  }
}

/** The log odds of the cue in half steps, each counted with all below it. */
function certainty({ score }: Attribution, f: Features): void {
  const odds = Math.log(Math.max(1e-6, score) / Math.max(1e-6, 1 - score));
  for (let k = -4; k <= 8; k++) if (odds > k * 0.5) f.add(50, k);
}

/** Which words speak, which begin the content, and which the cue has beside its own. */
function words(page: Page, a: Attribution, lemma: number, f: Features): void {
  const top = a.source.find((t) => !a.source.includes(page.head[t]!));
  if (top !== undefined) {
    const speaker = page.lemmaHash[top]!;
    f.add(51, speaker);
    f.add(52, speaker, lemma);
    f.add(53, page.xposHash[top]!, lemma);
    f.add(54, page.relHash[a.source.at(-1)!]!, page.relHash[a.head]!);
  }
  const below = a.source.find((t) => page.head[t] === a.head);
  f.add(55, below === undefined ? 0 : page.relHash[below]!, lemma);
  const [last, first] = [a.source.at(-1), a.content[0]];
  f.add(56, lemma, last === undefined ? 0 : page.uposHash[last]!, first === undefined ? 0 : page.xposHash[first]!);
  for (const t of a.cue) if (t !== a.head) f.add(57, page.lemmaHash[t]!, lemma);
  f.add(
    58,
    a.cue.reduce((hash, t) => mix(hash, page.lemmaHash[t]!), 17),
  );
}

function parts(page: Page, a: Attribution, own: number, lemma: number, f: Features): void {
  const quoted = a.content.filter((t) => page.quote[t]! > 0).length;
  const share = a.content.length === 0 ? 3 : quoted === 0 ? 0 : quoted === a.content.length ? 2 : 1;
  const [source, content] = [size(a.source.length), size(a.content.length)];
  f.add(10, source, own);
  f.add(11, content, own);
  f.add(12, share, own);
  f.add(13, source, content, share);
  f.add(14, share, lemma);
  f.add(15, source === 0 ? 0 : 1, lemma);
  f.add(16, content, lemma);
  f.add(17, size(a.cue.length), own);
  const first = a.source[0];
  const last = a.source.at(-1);
  if (first !== undefined && last !== undefined) {
    f.add(18, page.lowerHash[first]!, a.source.length);
    f.add(19, page.xposHash[last]!, own);
    f.add(20, page.lemmaHash[last]!);
    f.add(21, last < a.head ? 1 : 2, content);
  }
  const opener = a.content[0];
  if (opener !== undefined) {
    f.add(22, page.lowerHash[opener]!);
    f.add(23, page.lowerHash[opener]!, lemma);
    f.add(24, page.xposHash[opener]!, opener < a.head ? 1 : 2);
  }
  f.add(25, page.quote[a.head]! > 0 ? 1 : 0, own);
  f.add(26, page.classes[a.head]! === 0 ? 0 : 1, content, own);
}

/** Inside the content of others, and how sure those are; and what of its own content holds cues. */
function nesting(page: Page, a: Attribution, around: Surroundings, own: number, f: Features): void {
  const holders = around.contentOf.get(a.head) ?? [];
  const outer = holders.filter((b) => b !== a && !a.content.includes(b.head));
  f.add(28, Math.min(3, holders.length), page.quote[a.head]! > 0 ? 1 : 0);
  f.add(29, page.lemmaHash[a.head]!, outer.some((b) => b.score > 0.5) ? 1 : 0);
  const surest = outer.reduce<Attribution | null>((x, y) => (x === null || y.score > x.score ? y : x), null);
  const over = surest === null ? -9 : step(surest.score);
  f.add(30, over);
  f.add(31, over, own);
  f.add(32, over, page.quote[a.head]! > 0 ? 1 : 0);
  if (surest !== null) {
    f.add(33, page.lemmaHash[surest.head]!, page.lemmaHash[a.head]!);
    f.add(34, page.lemmaHash[surest.head]!, over);
    f.add(35, size(surest.content.length), size(a.content.length), Math.sign(over));
    f.add(36, Math.min(6, Math.abs(surest.head - a.head)), over, own);
  }
  const inner = a.content
    .flatMap((t) => around.heads.get(t) ?? [])
    .filter((b) => b !== a && !b.content.includes(a.head));
  const deepest = inner.reduce((x, b) => Math.max(x, step(b.score)), -9);
  f.add(37, deepest, own);
  f.add(38, Math.min(inner.length, 3), own);
  const mutual = (around.contentOf.get(a.head) ?? []).filter((b) => b !== a && a.content.includes(b.head));
  f.add(
    39,
    mutual.reduce((x, b) => Math.max(x, step(b.score)), -9),
    own,
  );
}

/** Other cues right beside this one. */
function neighbours(a: Attribution, around: Surroundings, own: number, f: Features): void {
  for (let d = 1; d <= 6; d++)
    for (const side of [-1, 1]) {
      const b = around.heads.get(a.head + d * side);
      if (b) f.add(40, d * side, step(b.score), own);
    }
  const shared = a.cue.some((t) => t !== a.head && around.heads.has(t)) ? 1 : 0;
  f.add(41, shared, own);
}
