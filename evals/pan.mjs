// PAN 2013 text alignment, made into what `hearsay stage trace` takes: pools of passages for the pairs, and documents
// rebuilt around the marked passages for the passages. The corpus holds only the passages, not the text between them.
import { corpus, readLines } from "./lib.mjs";

const passagesPath = corpus("trace/pan13-train-passages.jsonl");
const pairsPath = corpus("trace/pan13-train-pairs.jsonl");
export const panFiles = [passagesPath, pairsPath];
export const panKinds = ["no-obfuscation", "random-obfuscation", "translation-obfuscation", "summary-obfuscation"];

/**
 * One pool per kind: every passage and every source, and which belong together. Two texts made from the same source
 * document are left out of scoring unless gold has them: they overlap.
 */
export function panPool(kind, step = 1) {
  const rows = readLines(passagesPath).filter((row, i) => row.kind === kind && i % step === 0);
  const sources = new Map();
  for (const { source, src } of rows)
    if (!sources.has(source)) sources.set(source, { id: `r${sources.size}`, text: source, src });
  const spun = rows.map((row, i) => ({ id: `s${i}`, text: row.spun, src: row.src, of: sources.get(row.source).id }));
  const all = [...sources.values(), ...spun];
  const gold = [];
  for (const group of grouped(all).values())
    for (const [i, x] of group.entries())
      for (const y of group.slice(i + 1))
        gold.push({ a: x.id, b: y.id, label: x.of === y.id || y.of === x.id ? 1 : null });
  return { records: all.map(({ id, text, src }) => ({ id, text, src })), gold };
}

function grouped(docs) {
  const groups = new Map();
  for (const doc of docs) groups.set(doc.src, [...(groups.get(doc.src) ?? []), doc]);
  return groups;
}

/**
 * Pairs of documents with the marked passages at their places and unrelated passages of the corpus between them, every
 * `step`-th pair from the `from`-th on. Offsets are those of the rebuilt texts, code points as the scorer wants them.
 */
export function panDocuments(step = 1, from = 0) {
  const rows = new Map(readLines(passagesPath).map((row) => [row.id, row]));
  const all = [...rows.values()];
  const pairs = readLines(pairsPath).filter((_, i) => i % step === from);
  let turn = 7;
  /** A passage of a document that neither of the two has anything of yet. */
  const filler = (used) => {
    for (;;) {
      turn = (turn * 1103515 + 12345) % 2147483648;
      const row = all[turn % all.length];
      if (row.kind === "summary-obfuscation" || used.has(row.src)) continue;
      used.add(row.src);
      return row.source;
    }
  };
  const gold = [];
  const documents = [];
  for (const { susp, src, kind, spans } of pairs) {
    const marked = spans.map((span, i) => ({ ...span, row: rows.get(`${susp}-${src}-${i}`) })).filter(({ row }) => row);
    if (marked.length < spans.length) continue;
    const used = new Set([src]);
    const side = (offset, field) => build(marked, offset, field, () => filler(used));
    const [derived, source] = [side("this_offset", "spun"), side("source_offset", "source")];
    documents.push({ susp, src, derived: derived.text, source: source.text });
    gold.push({
      susp,
      src,
      kind,
      spans: marked.map((m) => ({
        this_offset: derived.at.get(m),
        this_length: [...m.row.spun].length,
        source_offset: source.at.get(m),
        source_length: [...m.row.source].length,
      })),
    });
  }
  return { documents, gold };
}

/** Longest stretch of filler put before a passage, and what follows the last one, code points. */
const mostFiller = 5000;
const tail = 1500;

function build(marked, offset, field, filler) {
  const at = new Map();
  let [text, length, shift] = ["", 0, 0];
  const pad = (to) => {
    while (length < to) {
      const piece = `${filler()}\n`;
      text += piece;
      length += [...piece].length;
    }
  };
  for (const m of [...marked].sort((x, y) => x[offset] - y[offset])) {
    pad(length + Math.min(mostFiller, Math.max(0, m[offset] + shift - length)));
    at.set(m, length);
    shift = length - m[offset];
    text += `${m.row[field]}\n`;
    length += [...m.row[field]].length + 1;
  }
  const whole = field === "source" && marked.some((m) => m.row.kind === "summary-obfuscation");
  if (!whole) pad(Math.max(length + tail, 3000));
  return { text, at };
}
