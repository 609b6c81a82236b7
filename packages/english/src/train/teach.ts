import { relationsOf, tagsOf } from "../analyse.js";
import { treeOf } from "../decode.js";
import { batches, type Part } from "../form-store.js";
import type { Model } from "../model.js";
import type { Scores } from "../network.js";
import type { Doubt } from "./losses.js";

/** What teachers say of a sentence; heads hold its length for the root. */
export interface Lesson {
  readonly forms: readonly string[];
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly doubts: { readonly tags: Doubt; readonly heads: Doubt; readonly labels: Doubt };
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
      const heads = treeOf(arcs.numbers, n, arcs.columns);
      const labelScores = mean((model, own) => model.network.labelScores(own, heads), rules.count);
      const joint = tagsOf(part.words, tagScores, tags.length);
      const labels = relationsOf(labelScores, heads, rules);
      const doubts = {
        tags: doubtOf(joint, tagScores, tags.length),
        heads: doubtOf(heads, arcs, n + 1),
        labels: doubtOf(labels, labelScores, rules.count),
      };
      lessons.push({ forms: sentences[lessons.length]!, tags: joint, heads, labels, doubts });
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

/** Each answer's strongest rival, by the logarithms of their chances in the first `count` columns. */
function doubtOf(answers: Int32Array, { numbers, columns }: Scores, count: number): Doubt {
  const second = answers.slice();
  const sure = new Float32Array(answers.length).fill(1);
  answers.forEach((answer, i) => {
    const row = numbers.subarray(i * columns, i * columns + count);
    let rival = answer === 0 ? 1 : 0;
    for (let c = 0; c < count; c++) if (c !== answer && row[c]! > row[rival]!) rival = c;
    second[i] = rival;
    sure[i] = 1 / (1 + Math.exp(row[rival]! - row[answer]!));
  });
  return { second, sure };
}

/** The logarithm of the mean of probabilities. */
function together(all: readonly Scores[]): Scores {
  const { columns } = all[0]!;
  const numbers = all[0]!.numbers.map((_, i) =>
    Math.log(1e-9 + all.reduce((sum, { numbers: own }) => sum + own[i]!, 0) / all.length),
  );
  return { numbers, columns };
}
