import type { Candidate } from "./candidates.js";
import { branches, edges, extent, gap, isMark, labelAt, type Reading, runsOf, size } from "./choice-parts.js";
import { type Features, mix } from "./hashing.js";
import { capital, type Page } from "./page.js";
import { CONTENT, CUE, cueShape, OUTSIDE, SOURCE, type Window } from "./window.js";

/** What tells whether a way to read source, cue and content is the right one among several: whole parts, not single words. */
export function choiceFeatures(page: Page, window: Window, candidate: Candidate, f: Features): void {
  f.clear();
  const cue = candidate.head;
  const own = page.sentence[cue]!;
  const shape = cueShape(page, cue, page.first[own]!, page.first[own + 1]!);
  const r: Reading = {
    page,
    candidate,
    window,
    shape,
    lemma: page.lemmaHash[cue]!,
    labels: labelsOf(window, candidate),
  };
  likelihood(r, f);
  for (const part of [SOURCE, CONTENT] as const) {
    const tokens = part === SOURCE ? candidate.source : candidate.content;
    const runs = runsOf(tokens);
    extent(r, part, tokens, runs.length, f);
    branches(r, part, tokens, runs.length, f);
    runs.forEach(([first, last], k) => {
      edges(r, part, first, last, k, runs.length, f);
      if (k > 0) gap(r, part, runs[k - 1]![1] + 1, first - 1, f);
    });
  }
  cueWords(r, f);
  cueBranches(r, f);
  leftOver(r, f);
  together(r, f);
}

function labelsOf({ from, to }: Window, { source, content, cue }: Candidate): Uint8Array {
  const labels = new Uint8Array(to - from);
  for (const t of source) labels[t - from] = SOURCE;
  for (const t of content) labels[t - from] = CONTENT;
  for (const t of cue) labels[t - from] = CUE;
  return labels;
}

/** Steps of the margin; the sums of the labels' scores differ by up to some hundreds between likely readings. */
const step = 60;

function likelihood({ candidate, shape }: Reading, f: Features): void {
  const margin = Math.min(12, Math.floor(candidate.margin / step));
  f.add(1, margin);
  f.add(2, margin, shape);
  f.add(3, candidate.rank);
  for (let k = 0; k <= margin; k++) f.add(4, k);
}

function cueWords(r: Reading, f: Features): void {
  const { page, candidate, lemma } = r;
  const { cue, head } = candidate;
  f.add(
    60,
    cue.reduce((hash, t) => mix(hash, page.lowerHash[t]!), 17),
  );
  f.add(61, Math.min(cue.length, 6), lemma);
  f.add(62, Math.min(cue.length, 6), page.xposHash[head]!);
  for (const t of cue) {
    if (t === head) continue;
    f.add(63, page.relHash[t]!, page.head[t] === head ? 1 : 0, page.uposHash[t]!);
    f.add(64, page.lemmaHash[t]!, Math.max(-4, Math.min(4, t - head)));
    f.add(65, page.lemmaHash[t]!, lemma);
  }
  const [first, last] = [cue[0] ?? head, cue.at(-1) ?? head];
  const [before, after] = [first - 1, last + 1 < page.size ? last + 1 : -1];
  f.add(69, runsOf(cue).length);
  f.add(70, page.lowerHash[last]!, after < 0 ? 1 : page.lowerHash[after]!);
  f.add(71, page.xposHash[last]!, after < 0 ? 1 : page.xposHash[after]!, labelAt(r, last + 1));
  f.add(72, before < 0 ? 1 : page.xposHash[before]!, page.xposHash[first]!, labelAt(r, before));
}

/** What becomes of each branch below the cue. */
function cueBranches(r: Reading, f: Features): void {
  const { page, candidate, lemma } = r;
  for (const child of page.children[candidate.head]!) {
    if (isMark(page, child)) continue;
    const [rel, label] = [page.relHash[child]!, labelAt(r, child)];
    f.add(66, rel, label, child < candidate.head ? 1 : 2);
    f.add(67, mix(rel, label), lemma);
    f.add(68, mix(rel, label), page.lemmaHash[child]!);
  }
}

/** The words of the sentence that no part takes up. */
function leftOver(r: Reading, f: Features): void {
  const { page, candidate, lemma } = r;
  const own = page.sentence[candidate.head]!;
  let [before, after, verbs, first] = [0, 0, 0, -1];
  for (let t = page.first[own]!; t < page.first[own + 1]!; t++) {
    if (labelAt(r, t) !== OUTSIDE || t === candidate.head || isMark(page, t)) continue;
    if (t < candidate.head) before++;
    else {
      if (after++ === 0) first = t;
      if (page.upos[t] === "VERB") verbs++;
    }
  }
  f.add(75, size(after), Math.min(verbs, 2));
  f.add(76, size(before));
  f.add(77, size(after), lemma);
  if (first < 0) return;
  f.add(78, page.lowerHash[first]!);
  f.add(79, page.relHash[first]!, labelAt(r, first - 1));
}

function together(r: Reading, f: Features): void {
  const { page, candidate, lemma } = r;
  const { source, content, head } = candidate;
  const place = (tokens: readonly number[], edge: number | undefined) =>
    tokens.length === 0 ? 0 : edge! < head ? 1 : 2;
  const [said, spoken] = [source.length > 0 ? 1 : 0, content.length > 0 ? 1 : 0];
  f.add(85, place(source, source.at(-1)), place(content, content[0]), r.shape);
  f.add(86, said, spoken, lemma);
  const subject = page.children[head]!.find((c) => page.deprel[c]!.startsWith("nsubj"));
  f.add(87, subject === undefined ? 0 : 1 + labelAt(r, subject), said, page.xposHash[head]!);
  if (source.length === 0) return;
  f.add(88, page.lowerHash[source[0]!]!, source.length);
  f.add(89, page.xposHash[source.at(-1)!]!, capital(page, source[0]!), Math.min(source.length, 3));
}
