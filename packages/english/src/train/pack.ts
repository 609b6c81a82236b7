import { arcParts, type SeenRelations } from "../arcs.js";
import type { LemmaTables } from "../lemma.js";
import { type ModelTables, sectionNames } from "../model.js";
import { writeSections } from "../model-file.js";
import { companded, writeVarint } from "../packed.js";
import type { LexiconEntry } from "../words.js";
import { withoutRepeats } from "./learn-lemmas.js";
import type { LearnedRow } from "./learner.js";

/** The largest weight in size of some rows; weights are kept relative to it. */
function largestOf(rows: readonly LearnedRow[]): number {
  let largest = 0;
  for (const { cells } of rows) for (const [, weight] of cells) largest = Math.max(largest, Math.abs(weight));
  return largest;
}

/** The `count` rows with the largest weights, in order of key. */
export function strongest(rows: readonly LearnedRow[], count: number): LearnedRow[] {
  const strength = ({ cells }: LearnedRow) => cells.reduce((most, [, weight]) => Math.max(most, Math.abs(weight)), 0);
  const strengths = Float64Array.from(rows, strength).sort();
  const least = strengths[Math.max(0, strengths.length - count)] ?? 0;
  return rows.filter((row) => strength(row) >= least);
}

/** Relations by the tags at the ends of an arc and its side, as the model file lists them. */
export function arcLines(seen: SeenRelations): number[][] {
  return [...seen].sort(([a], [b]) => a - b).map(([key, relations]) => [...arcParts(key), ...relations]);
}

/** Rows for `PackedClasses`; weights that round to nothing are dropped. */
export function packClasses(rows: readonly LearnedRow[]): Uint8Array {
  const largest = largestOf(rows);
  const packed = rows
    .map(({ key, cells }) => ({
      key,
      cells: cells.map(([c, w]) => [c, companded(w, largest)] as const).filter(([, q]) => q !== 0),
    }))
    .filter(({ cells }) => cells.length > 0);
  const out: number[] = [];
  writeVarint(packed.length, out);
  writeVarint(
    packed.reduce((sum, { cells }) => sum + cells.length, 0),
    out,
  );
  let before = 0;
  for (const { key, cells } of packed) {
    writeVarint(key - before, out);
    out.push(cells.length);
    for (const [klass, q] of cells) out.push(klass, q);
    before = key;
  }
  return Uint8Array.from(out);
}

/** Rows for `PackedMoves`: the second and third move's weights less the first's. */
export function packMoves(rows: readonly LearnedRow[]): Uint8Array {
  const relative = rows.map(({ key, cells }) => {
    const weights = [0, 0, 0];
    for (const [move, weight] of cells) weights[move] = weight;
    return { key, weights: [weights[1]! - weights[0]!, weights[2]! - weights[0]!] as const };
  });
  let largest = 0;
  for (const { weights } of relative) largest = Math.max(largest, Math.abs(weights[0]), Math.abs(weights[1]));
  const packed = relative
    .map(({ key, weights }) => ({ key, left: companded(weights[0], largest), right: companded(weights[1], largest) }))
    .filter(({ left, right }) => left !== 0 || right !== 0);
  const out: number[] = [];
  writeVarint(packed.length, out);
  let before = 0;
  for (const { key, left, right } of packed) {
    writeVarint(key - before, out);
    out.push(left, right);
    before = key;
  }
  return Uint8Array.from(out);
}

export const lexiconLines = (lexicon: ReadonlyMap<string, LexiconEntry>): string[] =>
  [...lexicon]
    .filter(([word]) => !/\s/u.test(word))
    .map(([word, { tags, closed }]) => `${closed ? "!" : ""}${word} ${tags.join(" ")}`)
    .sort();

export function lemmaLines(lemmas: LemmaTables): Pick<ModelTables, "lemmaRules" | "lemmaExceptions"> {
  const rules = [...withoutRepeats(lemmas.rules)];
  return {
    lemmaRules: rules.map(([key, { cut, add }]) => `${key} ${cut} ${add}`).sort(),
    lemmaExceptions: [...lemmas.exceptions].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** The model file, not yet compressed. */
export function packModel(
  tables: ModelTables,
  tagger: Uint8Array,
  moves: Uint8Array,
  relations: Uint8Array,
): Uint8Array {
  return writeSections(
    new Map([
      [sectionNames.tables, new TextEncoder().encode(JSON.stringify(tables))],
      [sectionNames.tagger, tagger],
      [sectionNames.moves, moves],
      [sectionNames.relations, relations],
    ]),
  );
}
