import { relationsOf, tagsOf } from "../analyse.js";
import { projectiveTree } from "../decode.js";
import type { Model } from "../model.js";
import { batches, type Part, type Scores } from "../network.js";

/** What teachers say of a sentence; heads hold its length for the root. */
export interface Lesson {
  readonly forms: readonly string[];
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Parses sentences by the mean of what several models think likely. The models must share their tags and relations. */
export function taught(models: readonly Model[], sentences: readonly (readonly string[])[]): Lesson[] {
  const { rules, tags, network } = models[0]!;
  const readings = models.map((model) =>
    batches(
      sentences.map((forms) => forms.map((form) => model.words.find(form))),
      network.maxWords,
    ),
  );
  const lessons: Lesson[] = [];
  for (const b of readings[0]!.keys()) {
    for (const [m, model] of models.entries()) model.network.encode(readings[m]![b]!);
    for (const [s, part] of readings[0]![b]!.entries()) {
      const n = part.words.length;
      const mean = (scores: (model: Model, part: Part) => Scores, count: number): Scores =>
        together(models.map((model, m) => likely(scores(model, readings[m]![b]![s]!), n, count)));
      const tagScores = mean((model, own) => model.network.tagScores(own), tags.length);
      const arcs = mean((model, own) => model.network.arcScores(own), n + 1);
      const heads = projectiveTree(arcs.numbers, n, arcs.columns);
      const labels = mean((model, own) => model.network.labelScores(own, heads), rules.count);
      lessons.push({
        forms: sentences[lessons.length]!,
        tags: tagsOf(part.words, tagScores, tags.length),
        heads,
        labels: relationsOf(labels, heads, rules),
      });
    }
  }
  return lessons;
}

/** Scores as probabilities of the first `count` columns, row by row. */
function likely({ numbers, columns }: Scores, rows: number, count: number): Scores {
  const out = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    const row = numbers.subarray(r * columns, r * columns + count);
    const most = row.reduce((a, b) => Math.max(a, b), -Infinity);
    let sum = 0;
    for (let c = 0; c < count; c++) sum += Math.exp(row[c]! - most);
    for (let c = 0; c < count; c++) out[r * columns + c] = Math.exp(row[c]! - most) / sum;
  }
  return { numbers: out, columns };
}

/** The logarithm of the mean of probabilities. */
function together(all: readonly Scores[]): Scores {
  const { columns } = all[0]!;
  const numbers = all[0]!.numbers.map((_, i) =>
    Math.log(1e-9 + all.reduce((sum, { numbers: own }) => sum + own[i]!, 0) / all.length),
  );
  return { numbers, columns };
}
