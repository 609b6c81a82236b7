import { FormStore, type Part } from "./form-store.js";
import { roundUp } from "./kernel/kernel.js";
import { columnsOf, unpacked } from "./layout.js";
import type { Shape, Weights } from "./weights.js";
import { type Ready, Workspace } from "./workspace.js";

/** Distances between a word and its head, in classes: eight to the left, eight to the right. */
export function distanceClass(distance: number): number {
  const size = Math.abs(distance);
  const step = size <= 4 ? size - 1 : size <= 6 ? 4 : size <= 9 ? 5 : size <= 14 ? 6 : 7;
  return distance < 0 ? step : step + 8;
}

/** Fixed-point steps in one unit: outputs of layers reach ±4, readers ±2. */
const fine = { layer: 8192, reader: 16384 } as const;

/** Numbers in rows; a view that the next call overwrites. */
export interface Scores {
  readonly numbers: Float32Array;
  readonly columns: number;
}

/**
 * The network at work: integers in the large products, all numbers in the kernel's memory. A batch of sentences is
 * encoded; then scores can be asked for each.
 */
export class Network {
  private readonly shape: Shape;
  private readonly space: Workspace;
  // Weights.
  private readonly layers: readonly Ready[];
  private readonly tags: Ready;
  private readonly dependentReaders: Ready;
  private readonly otherReaders: Ready;
  private readonly arcs: Ready;
  private readonly labels: Ready;
  private readonly distances: number;
  private readonly roots: number;
  // Areas of work, `maxWords` rows each.
  private readonly input: number;
  private readonly pre: number;
  private readonly out: number;
  private readonly tagRows: number;
  private readonly dependents: number;
  private readonly others: number;
  private readonly asked: number;
  private readonly near: number;
  private readonly heads: number;
  private readonly scores: number;
  private readonly forms: FormStore;

  /**
   * @param maxWords the most words a batch, and so a sentence, may have
   */
  constructor(
    weights: Weights,
    readonly maxWords: number,
  ) {
    const { shape, layers, tags, readers, arcs, labels, tagBias, readerBias } = weights;
    const { embedding: d, hidden: h, arc: a, label: b } = shape;
    const rows = roundUp(maxWords, 4);
    const columns = roundUp(maxWords + 1, 8);
    const widest = Math.max(12 * h, tags.cols, labels.cols);
    const deepest = Math.max(d, 2 * h, 3 * b);
    const matrices = [...layers.slice(1).map((layer) => layer.weights), tags, readers, arcs, labels];
    const learnt = matrices.reduce((sum, matrix) => sum + matrix.rows * matrix.cols + 4 * matrix.cols, 32 * a + b);
    const work = rows * (deepest + widest + 2 * h + tags.cols + readers.cols + a + 16) + (rows + a) * columns;
    const space = new Workspace(4 * (learnt + work) + FormStore.bytes(weights) + 8192);
    this.shape = shape;
    this.space = space;
    this.layers = layers.slice(1).map((layer) => space.ready(layer.weights, fine.layer, layer.bias));
    this.tags = space.ready(tags, fine.layer, tagBias);
    this.dependentReaders = space.ready(columnsOf(readers, 0, a), fine.layer, readerBias.subarray(0, a));
    this.otherReaders = space.ready(columnsOf(readers, a, readers.cols), fine.layer, readerBias.subarray(a));
    this.arcs = space.ready(arcs, fine.reader, weights.headBias);
    this.labels = space.ready(labels, fine.reader, weights.labelBias);
    this.distances = space.place(unpacked(weights.distances));
    this.roots = space.place(weights.roots);
    this.input = space.take(2 * rows * deepest);
    this.pre = space.take(4 * rows * widest);
    this.out = space.take(4 * rows * 2 * h);
    this.tagRows = space.take(4 * rows * tags.cols);
    this.dependents = space.take(4 * rows * a);
    this.others = space.take(4 * rows * this.otherReaders.n);
    this.asked = space.take(4 * rows * a);
    this.near = space.take(4 * rows * 16);
    this.heads = space.take(4 * a * columns);
    this.scores = space.take(4 * rows * columns);
    this.forms = new FormStore(weights, space, this.input, this.pre);
  }

  /**
   * Reads sentences of at most `maxWords` words in all; what they score can be asked for until the next call.
   * @throws RangeError when there are more words
   */
  encode(batch: readonly Part[]): void {
    const count = batch.reduce((sum, { words }) => sum + words.length, 0);
    if (count > this.maxWords) throw new RangeError(`${count} words at once; at most ${this.maxWords} will do`);
    if (count === 0) return;
    const { hidden: h, tagLayer } = this.shape;
    this.forms.read(batch);
    this.space.floats.fill(0, this.out / 4, this.out / 4 + count * 2 * h);
    this.recur(batch);
    if (tagLayer === 0) this.multiply(this.tags, count, this.tagRows);
    for (const [l, layer] of this.layers.entries()) {
      this.multiply(layer, count, this.pre);
      this.recur(batch);
      if (tagLayer === l + 1) this.multiply(this.tags, count, this.tagRows);
    }
    this.readWords(count);
  }

  private multiply(by: Ready, count: number, to: number): void {
    this.space.multiply(this.input, by, count, to);
  }

  /** What each word is as a dependent, as a head, and on either side of a relation. */
  private readWords(count: number): void {
    const { kernel } = this.space;
    const { arc } = this.shape;
    this.multiply(this.dependentReaders, count, this.dependents);
    this.multiply(this.otherReaders, count, this.others);
    kernel.squash(this.dependents, count * arc);
    kernel.squash(this.others, count * this.otherReaders.n);
    kernel.gemm_f32(this.dependents, this.distances, this.near, roundUp(count, 4), arc, 16, 0);
    kernel.quantise(this.dependents, this.input, count * arc, fine.reader);
    this.multiply(this.arcs, count, this.asked);
  }

  /** Adds to the output what both directions of a layer remember, and makes it the next input. */
  private recur(batch: readonly Part[]): void {
    const { kernel } = this.space;
    const h = this.shape.hidden;
    const [step, outStep] = [16 * h, 8 * h];
    let rows = 0;
    for (const { words, first } of batch) {
      const n = words.length;
      if (n === 0) continue;
      const last = first + n - 1;
      rows = last + 1;
      kernel.recur(this.pre + first * step, this.out + first * outStep, n, h, step, outStep);
      kernel.recur(this.pre + 8 * h + last * step, this.out + 4 * h + last * outStep, n, h, -step, -outStep);
    }
    kernel.quantise(this.out, this.input, rows * 2 * h, fine.layer);
  }

  /** For each word how well each tag would do. */
  tagScores({ words, first }: Part): Scores {
    const columns = this.tags.n;
    const at = this.tagRows / 4 + first * columns;
    return { numbers: this.space.floats.subarray(at, at + words.length * columns), columns };
  }

  /** For each word how well each word, and in column n the root, would do as its head. */
  arcScores({ words, first }: Part): Scores {
    const n = words.length;
    const { arc: a } = this.shape;
    const { floats, kernel } = this.space;
    const width = 4 * this.otherReaders.n;
    const columns = roundUp(n + 1, 8);
    kernel.turn(this.others + first * width, width, this.heads, 4 * columns, n, a);
    kernel.turn(this.roots, 4 * a, this.heads + 4 * n, 4 * columns, 1, a);
    kernel.gemm_f32(this.asked + 4 * first * a, this.heads, this.scores, roundUp(n, 4), a, columns, 0);
    for (let i = 0; i < n; i++) {
      const row = this.scores / 4 + i * columns;
      const near = this.near / 4 + (first + i) * 16;
      for (let j = 0; j < n; j++) floats[row + j]! += floats[near + classes[j - i + maxSpan]!]!;
      floats[row + i] = -Infinity;
    }
    return { numbers: floats.subarray(this.scores / 4, this.scores / 4 + n * columns), columns };
  }

  /** For each word how well each relation to the head given would do, from the two words and their product. */
  labelScores({ first }: Part, heads: Int32Array): Scores {
    const { arc: a, label: b } = this.shape;
    const { floats, kernel } = this.space;
    const n = heads.length;
    const width = 4 * this.otherReaders.n;
    const word = (t: number) => this.others + (first + t) * width + 4 * a;
    for (let t = 0; t < n; t++) {
      const head = heads[t]!;
      const other = head === n ? this.roots + 4 * a : word(head) + 4 * b;
      kernel.pair(word(t), other, this.input + 6 * b * t, b, fine.reader);
    }
    this.multiply(this.labels, n, this.pre);
    const columns = this.labels.n;
    return { numbers: floats.subarray(this.pre / 4, this.pre / 4 + n * columns), columns };
  }
}

/** The widest sentence distances are looked up for. */
const maxSpan = 512;

/** `distanceClass` by distance plus `maxSpan`. */
const classes = Uint8Array.from({ length: 2 * maxSpan + 1 }, (_, i) =>
  i === maxSpan ? 0 : distanceClass(i - maxSpan),
);
