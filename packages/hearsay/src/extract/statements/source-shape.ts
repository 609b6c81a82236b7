import { ancestry, type Page } from "./page.js";

/** A source is one stretch of words: short gaps are filled, of several stretches the likeliest near the cue is kept. */
export function shapedSource(
  page: Page,
  tokens: readonly number[],
  cue: number,
  free: (t: number) => boolean,
): number[] {
  const runs: number[][] = [];
  for (const t of tokens) {
    const run = runs.at(-1);
    const gap = run === undefined ? [] : between(run.at(-1)!, t);
    if (run !== undefined && gap.length <= 3 && gap.every(free)) run.push(...gap, t);
    else runs.push([t]);
  }
  const distance = (run: readonly number[]) => Math.min(Math.abs(run[0]! - cue), Math.abs(run.at(-1)! - cue));
  const rank = (run: readonly number[]) => (isAgent(page, run, cue) ? 0 : isNounPhrase(page, run) ? 1 : 2);
  const best = runs.sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b))[0] ?? [];
  const start = best[0];
  if (start === undefined || isBare(page, best) || isManner(page, best, cue)) return [];
  if (page.upos[start] === "CCONJ") return best.slice(1);
  const subject = subjectAround(page, best, cue);
  if (subject.length > 0 && subject.every((t) => free(t) || tokens.includes(t))) return subject;
  return [...headBefore(page, start, cue, free), ...best];
}

/** "Roe, who said the gates were shut, told them": of a source found inside the subject's clause the subject itself. */
function subjectAround(page: Page, run: readonly number[], cue: number): number[] {
  const subject = page.children[cue]!.find((c) => c < cue && page.deprel[c] === "nsubj");
  const clause = page.children[subject ?? cue]!.find((c) => page.deprel[c] === "acl:relcl");
  if (subject === undefined || clause === undefined) return [];
  const within = (top: number) => (t: number) => [...ancestry(page, t)].includes(top);
  if (!run.every(within(clause))) return [];
  const words = between(page.first[page.sentence[subject]!]! - 1, cue);
  return words.filter((t) => within(subject)(t) && !within(clause)(t) && page.upos[t] !== "PUNCT");
}

/** Only an article or a particle: what is left of a source when the labels go astray. */
const isBare = (page: Page, run: readonly number[]): boolean =>
  run.every((t) => /^(?:ADP|PART|PUNCT|CCONJ)$/.test(page.upos[t]!) || /^(?:the|an?)$/.test(page.lower[t]!));

/** "The last-ditch warning", "a repeated claim": what kind of warning it is, not whose. */
const isManner = (page: Page, run: readonly number[], cue: number): boolean =>
  page.upos[cue] === "NOUN" &&
  run.at(-1)! < cue &&
  manner.test(page.text.slice(page.start[run[0]!], page.start[cue]).trim());

const manner =
  /^(?:(?:the|an?) )?(?:\p{Ll}+(?:-\p{Ll}+)+|new|latest|first|last|final|recent|earlier|initial|repeated|strong|stark)$/iu;

const isAgent = (page: Page, run: readonly number[], cue: number): boolean =>
  page.lower[run[0]!] === "by" && page.xpos[cue] === "VBN";

const isNounPhrase = (page: Page, run: readonly number[]): boolean =>
  !["ADP", "PUNCT", "SCONJ", "CCONJ"].includes(page.upos[run[0]!]!) &&
  run.some((t) => ["NOUN", "PROPN", "PRON", "DET", "NUM"].includes(page.upos[t]!));

const between = (a: number, b: number): number[] => Array.from({ length: b - a - 1 }, (_, i) => a + 1 + i);

const inner = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM"]);

/** "a dispatcher at the relief society": the noun that a preposition hangs the found words on is the one who speaks. */
function headBefore(page: Page, found: number, cue: number, free: (t: number) => boolean): number[] {
  const start = page.upos[found - 1] === "DET" ? found - 1 : found;
  const here = (t: number) => t >= 0 && page.sentence[t] === page.sentence[found];
  if (!here(start - 2) || !/^(?:at|of|for|from|with|inside|near)$/.test(page.lower[start - 1]!)) return [];
  if (page.upos[start - 2] !== "NOUN") return [];
  let first = start - 2;
  while (here(first - 1) && inner.has(page.upos[first - 1]!) && page.upos[first] !== "DET") first--;
  const added = between(first - 1, found);
  const subject = page.head[start - 2] === cue && page.deprel[start - 2] === "nsubj";
  const setOff = page.upos[first] === "DET" && /^[,”"]$/.test(page.lower[first - 1] ?? "");
  return subject || setOff || added.every(free) ? added : [];
}
