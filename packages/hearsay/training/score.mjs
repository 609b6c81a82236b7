// What a decision on a page's blocks or lines is worth, as the benchmarks measure it, through the rest of the read stage.
import { assemble } from "../dist/read/assemble.js";
import { keep } from "../dist/read/html.js";
import { decide } from "../dist/read/judge.js";
import { folded } from "./corpus.mjs";

/** How often each run of four words stands in a text; a shorter text is one run. */
export function shingles(text) {
  const words = String(text ?? "").match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map();
  for (let i = 0; words.length > 0 && i < Math.max(1, words.length - 3); i++) {
    const run = words.slice(i, i + 4).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Precision, recall and F1 of an answer. Precision is null where nothing was answered: a mean leaves it out. */
export function compared(wanted, answer) {
  const [a, b] = [shingles(wanted), shingles(answer)];
  const size = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [inGold, inAnswer] = [size(a), size(b)];
  let both = 0;
  for (const [run, count] of a) both += Math.min(count, b.get(run) ?? 0);
  return {
    precision: inAnswer === 0 ? null : both / inAnswer,
    recall: inGold === 0 ? null : both / inGold,
    f1: inGold + inAnswer === 0 ? 1 : (2 * both) / (inGold + inAnswer),
  };
}

/** The text that the read stage makes of a page whose blocks or lines have these probabilities. */
export function textOf({ items, titles, plainness, front }, probabilities) {
  const kept = titles ? keep(items, probabilities, titles) : decide(items, probabilities, "flat", plainness);
  const reasons = front?.reasons ?? new Map();
  return assemble(items.map(({ text }, i) => ({ text, reason: reasons.get(i) ?? (kept[i] ? null : "boilerplate") })))
    .text;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const f1 = (precision, recall) => (2 * precision * recall) / (precision + recall || 1);
const percent = (share) => (100 * share).toFixed(2);

/** The measures of both benchmarks in a line, and the pages with a body, worst first. */
export function scored(pages, textFor) {
  const bodies = [];
  let [found, lost, stray] = [0, 0, 0];
  for (const page of pages) {
    const { gold } = page;
    const text = textFor(page);
    if (gold.body !== undefined) bodies.push({ id: gold.id, ...compared(gold.body, text) });
    else {
      const held = (strings) => strings.filter((one) => folded(text).includes(folded(one))).length;
      found += held(gold.with);
      lost += gold.with.length - held(gold.with);
      stray += held(gold.without);
    }
  }
  const of = (field) => mean(bodies.map((page) => page[field]).filter((value) => value !== null));
  const four = [of("precision"), of("recall")];
  const strings = [found / (found + stray || 1), found / (found + lost || 1)];
  const parts = [];
  if (bodies.length > 0)
    parts.push(
      `four words P ${percent(four[0])} R ${percent(four[1])} F1 ${percent(f1(...four))}, mean F1 ${percent(of("f1"))}`,
    );
  if (found > 0) parts.push(`strings P ${percent(strings[0])} R ${percent(strings[1])} F1 ${percent(f1(...strings))}`);
  return { line: parts.join("; "), pages: bodies.sort((a, b) => a.f1 - b.f1) };
}
