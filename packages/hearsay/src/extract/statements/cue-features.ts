import type { Features } from "./hashing.js";
import { capital, type Page } from "./page.js";

const objects = new Set([
  "ccomp",
  "xcomp",
  "parataxis",
  "obj",
  "obl",
  "advcl",
  "nmod",
  "acl",
  "iobj",
  "advmod",
  "conj",
]);
const verbal = new Set(["VERB", "AUX"]);

/** What tells whether token `at` is the cue of an attribution. */
export function cueFeatures(page: Page, at: number, f: Features): void {
  f.clear();
  const lemma = page.lemmaHash[at]!;
  const tag = page.xposHash[at]!;
  f.add(0);
  f.add(1, lemma);
  f.add(2, page.lowerHash[at]!);
  f.add(3, lemma, tag);
  f.add(4, tag, page.relHash[at]!);
  f.add(5, lemma, page.relHash[at]!);
  neighbours(page, at, lemma, f);
  dependents(page, at, lemma, f);
  above(page, at, lemma, f);
  quotes(page, at, lemma, f);
  byClass(page, at, f);
}

/** What is known of the word's kind: the same questions as of the word itself, one feature a class. */
function byClass(page: Page, at: number, f: Features): void {
  const own = page.classes[at]!;
  let [clause, mark, subject] = [0, 0, 0];
  for (const child of page.children[at]!) {
    const rel = page.deprel[child]!;
    if (rel === "ccomp" || rel === "xcomp" || rel === "parataxis") {
      clause = page.relHash[child]!;
      for (const grand of page.children[child]!) if (page.deprel[grand] === "mark") mark = page.lemmaHash[grand]!;
    }
    if (rel.startsWith("nsubj")) subject = page.uposHash[child]! + capital(page, child);
  }
  const place = quoteDistance(page, at, -1) * 8 + quoteDistance(page, at, 1);
  for (let bit = own; bit !== 0; bit &= bit - 1) {
    const one = bit & -bit;
    f.add(90, one, page.xposHash[at]!);
    f.add(91, one, page.relHash[at]!);
    f.add(92, one, clause, mark);
    f.add(93, one, subject, clause);
    f.add(94, one, place);
    f.add(95, one, at + 1 < page.size ? page.lemmaHash[at + 1]! : 0);
  }
  if (own === 0) f.add(96, clause, subject);
  for (let at2 = page.head[at]!, steps = 0; at2 >= 0 && steps < 5; at2 = page.head[at2]!, steps++)
    for (let bit = page.classes[at2]!; bit !== 0; bit &= bit - 1)
      f.add(97, bit & -bit, Math.min(steps, 2), page.relHash[at]!);
}

function neighbours(page: Page, at: number, lemma: number, f: Features): void {
  for (let d = -3; d <= 3; d++) {
    const i = at + d;
    if (d === 0) continue;
    const inside = i >= 0 && i < page.size && page.sentence[i] === page.sentence[at];
    const [word, upos] = inside ? [page.lemmaHash[i]!, page.xposHash[i]!] : [1, 1];
    f.add(10 + d, word);
    f.add(20 + d, upos);
    f.add(30 + d, upos, lemma);
    if (Math.abs(d) === 1) f.add(40 + d, word, lemma);
    if (Math.abs(d) === 2) f.add(40 + d, word, lemma);
  }
}

function dependents(page: Page, at: number, lemma: number, f: Features): void {
  let [subject, clause] = [0, 0];
  for (const child of page.children[at]!) {
    const rel = page.relHash[child]!;
    const side = child < at ? 1 : 2;
    f.add(50, rel, side);
    f.add(51, rel, lemma, side);
    f.add(52, rel, page.uposHash[child]!, side);
    f.add(53, rel, page.lemmaHash[child]!);
    const name = page.deprel[child]!;
    if (name.startsWith("nsubj") || name === "nmod:poss") subject = child + 1;
    if (name === "ccomp" || name === "parataxis" || name === "xcomp") clause = rel;
    if (objects.has(name)) {
      f.add(54, rel, page.lemmaHash[child]!, lemma);
      for (const grand of page.children[child]!) {
        const g = page.deprel[grand]!;
        if (g === "mark" || g === "case") f.add(55, rel, page.lemmaHash[grand]!, lemma);
        if (g === "nsubj") f.add(56, rel, 1, lemma);
      }
    }
  }
  f.add(57, clause, lemma);
  f.add(58, clause, subject > 0 ? page.uposHash[subject - 1]! : 0);
  if (subject > 0) {
    const s = subject - 1;
    f.add(59, page.lemmaHash[s]!);
    f.add(60, page.lemmaHash[s]!, lemma);
    f.add(61, page.xposHash[s]!, lemma);
    f.add(62, capital(page, s), lemma);
    f.add(63, capital(page, s), page.uposHash[s]!, clause);
  } else f.add(64, lemma, page.relHash[at]!);
}

/** The words above: what the verb hangs on, and whether some other verb of saying may hold it. */
function above(page: Page, at: number, lemma: number, f: Features): void {
  const head = page.head[at]!;
  if (head < 0) {
    f.add(70, lemma);
    return;
  }
  const rel = page.relHash[at]!;
  f.add(71, page.lemmaHash[head]!, rel);
  f.add(72, page.lemmaHash[head]!, rel, lemma);
  f.add(73, page.uposHash[head]!, rel, lemma);
  let [child, steps] = [at, 0];
  for (let up = head; up >= 0 && steps < 8; child = up, up = page.head[up]!, steps++) {
    if (!verbal.has(page.upos[up]!)) continue;
    f.add(74, page.lemmaHash[up]!, page.relHash[child]!);
    f.add(75, page.relHash[child]!, Math.min(steps, 3));
    if (steps < 3) f.add(76, page.lemmaHash[up]!, page.relHash[child]!, child < up ? 1 : 2);
  }
}

/** Where quotations stand around the token. */
function quotes(page: Page, at: number, lemma: number, f: Features): void {
  const inside = page.quote[at]! > 0 ? 1 : 0;
  const [before, after] = [quoteDistance(page, at, -1), quoteDistance(page, at, 1)];
  f.add(80, inside);
  f.add(81, inside, lemma);
  f.add(82, before, after);
  f.add(83, before, after, lemma);
  f.add(84, before, page.xposHash[at]!);
  f.add(85, after, page.xposHash[at]!);
  const last = page.first[page.sentence[at]! + 1]!;
  const next =
    last < page.size ? (page.quote[last]! > 0 ? 1 : 0) + (page.paragraph[last] === page.paragraph[at] ? 2 : 0) : 4;
  f.add(86, next, lemma);
  f.add(87, Math.min(at - page.first[page.sentence[at]!]!, 6), lemma);
  f.add(88, Math.min(last - at, 6), lemma);
}

/** Tokens to the nearest quotation in the sentence on one side: 0 inside, 1–4 near, 5 far, 6 none. */
function quoteDistance(page: Page, at: number, step: 1 | -1): number {
  if (page.quote[at]! > 0) return 0;
  for (let d = 1, i = at + step; i >= 0 && i < page.size && page.sentence[i] === page.sentence[at]; d++, i += step)
    if (page.quote[i]! > 0) return Math.min(d, 5);
  return 6;
}
