import { type KernelMemory, kernelMemory, roundUp } from "./kernel/kernel.js";
import { firstBias, packColumns, sideBySide, unpacked } from "./layout.js";
import type { PackedMatrix, Weights } from "./weights.js";

/** Distances between a word and its head, in classes: eight to the left, eight to the right. */
export function distanceClass(distance: number): number {
  const size = Math.abs(distance);
  const step = size <= 4 ? size - 1 : size <= 6 ? 4 : size <= 9 ? 5 : size <= 14 ? 6 : 7;
  return distance < 0 ? step : step + 8;
}

/** Fixed-point steps in one unit of an activation: embeddings reach ±8, outputs of layers ±4, readers ±1. */
const fine = { embedding: 4096, layer: 8192, reader: 16384 } as const;

/** Forms whose part of the first layer is kept; beyond this the store starts afresh, so that memory stays bounded. */
const maxForms = 4096;

/** Weights ready for the kernel: where they lie, their size, what one unit of the product is worth, and the bias. */
interface Ready {
  readonly at: number;
  readonly k: number;
  readonly n: number;
  readonly worth: number;
  readonly bias: number;
}

/** What the network needs of a word: where its form's part of the first layer is kept, and which tags it may take. */
export interface NetworkWord {
  /** Rows of the embedding table. */
  readonly rows: readonly number[];
  /** The tags allowed; all without. */
  readonly tags: readonly number[] | undefined;
  /** Its place in the store of forms, and the generation of the store that place belongs to. */
  slot: number;
  generation: number;
}

/** A sentence in a batch: its words and the row of the first one. */
export interface Part {
  readonly words: readonly NetworkWord[];
  readonly first: number;
}

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
  private readonly memory: KernelMemory;
  private readonly floats: Float32Array;
  private used = 64;
  // Weights.
  private readonly first: Ready;
  private readonly layers: readonly Ready[];
  private readonly tags: Ready;
  private readonly readers: Ready;
  private readonly arcs: Ready;
  private readonly labels: Ready;
  private readonly distances: number;
  // Areas of work, `maxWords` rows each.
  private readonly input: number;
  private readonly product: number;
  private readonly pre: number;
  private readonly out: number;
  private readonly tagRows: number;
  private readonly read: number;
  private readonly dependents: number;
  private readonly near: number;
  private readonly heads: number;
  private readonly scores: number;
  // Forms met: their part of the first layer.
  private readonly store: number;
  private stored = 0;
  private generation = 0;

  /**
   * @param maxWords the most words a batch, and so a sentence, may have
   */
  constructor(
    private readonly weights: Weights,
    readonly maxWords: number,
  ) {
    const { shape, layers } = weights;
    const { embedding: d, hidden: h, arc: a, label: b } = shape;
    const rows = roundUp(maxWords, 4);
    const columns = roundUp(maxWords + 1, 8);
    const widest = Math.max(12 * h, weights.readers.cols, weights.tags.cols, weights.labels.cols);
    const deepest = Math.max(d, 2 * h, 3 * b);
    const readers = [weights.tags, weights.readers, weights.arcs, weights.labels];
    const matrices = [...layers.map((layer) => layer.weights), ...readers];
    const learnt = matrices.reduce((sum, matrix) => sum + matrix.rows * matrix.cols + 4 * matrix.cols, 12 * h);
    const work = rows * (deepest + widest * 3 + 2 * h + weights.tags.cols + 2 * a + 32) + (rows + a) * columns + 16 * a;
    this.memory = kernelMemory(4 * (learnt + work + maxForms * 12 * h) + 65_536);
    this.floats = new Float32Array(this.memory.buffer);
    const firstWeights = sideBySide(layers[0]!.weights, d, 4 * h);
    this.first = this.ready(firstWeights, fine.embedding, firstBias(layers[0]!.bias));
    this.layers = layers.slice(1).map((layer) => this.ready(layer.weights, fine.layer, layer.bias));
    this.tags = this.ready(weights.tags, fine.layer, weights.tagBias);
    this.readers = this.ready(weights.readers, fine.layer, weights.readerBias);
    this.arcs = this.ready(weights.arcs, fine.reader, weights.headBias);
    this.labels = this.ready(weights.labels, fine.reader, weights.labelBias);
    this.distances = this.place(unpacked(weights.distances));
    this.input = this.take(2 * rows * deepest);
    this.product = this.take(4 * rows * widest);
    this.pre = this.take(4 * rows * widest);
    this.out = this.take(4 * rows * 2 * h);
    this.tagRows = this.take(4 * rows * weights.tags.cols);
    this.read = this.take(4 * rows * weights.readers.cols);
    this.dependents = this.take(4 * rows * a);
    this.near = this.take(4 * rows * 16);
    this.heads = this.take(4 * a * columns);
    this.scores = this.take(4 * rows * columns);
    this.store = this.take(4 * maxForms * 12 * h);
  }

  private take(bytes: number): number {
    const at = this.used;
    this.used += roundUp(bytes, 64);
    return at;
  }

  private place(numbers: Float32Array): number {
    const at = this.take(4 * numbers.length);
    this.floats.set(numbers, at / 4);
    return at;
  }

  private ready({ rows: k, cols: n, bytes, scales }: PackedMatrix, steps: number, bias: Float32Array): Ready {
    const at = this.take(2 * k * n);
    packColumns(bytes, k, n, new Int16Array(this.memory.buffer, at, k * n));
    return { at, k, n, worth: this.place(scales.map((scale) => scale / steps)), bias: this.place(bias) };
  }

  /** Multiplies the first `rows` rows of the input area into `to`, as floats. */
  private multiply({ at, k, n, worth, bias }: Ready, rows: number, to: number): void {
    const { kernel } = this.memory;
    kernel.gemm_i16(this.input, at, this.product, roundUp(rows, 4), k, n);
    kernel.scale(this.product, worth, bias, to, rows, n);
  }

  /**
   * Reads sentences of at most `maxWords` words in all; what they score can be asked for until the next call.
   * @throws RangeError when there are more words
   */
  encode(batch: readonly Part[]): void {
    const words = batch.flatMap((part) => part.words);
    if (words.length > this.maxWords)
      throw new RangeError(`${words.length} words at once; at most ${this.maxWords} will do`);
    if (words.length === 0) return;
    this.remember(words);
    this.firstLayer(batch);
    const { tagLayer } = this.weights.shape;
    if (tagLayer === 0) this.multiply(this.tags, words.length, this.tagRows);
    this.layers.forEach((layer, l) => {
      this.multiply(layer, words.length, this.pre);
      this.recur(batch);
      if (tagLayer === l + 1) this.multiply(this.tags, words.length, this.tagRows);
    });
    this.multiply(this.readers, words.length, this.read);
    this.memory.kernel.squash(this.read, words.length * this.readers.n);
  }

  /** Gives every form its part of the first layer: what it says to the word after it, to itself, to the word before. */
  private remember(words: readonly NetworkWord[]): void {
    const fresh = ({ slot, generation }: NetworkWord) => slot < 0 || generation !== this.generation;
    if (!words.some(fresh)) return;
    let missing = [...new Set(words.filter(fresh))];
    if (this.stored + missing.length > maxForms) {
      this.stored = 0;
      this.generation++;
      missing = [...new Set(words)];
    }
    const d = this.weights.shape.embedding;
    missing.forEach((word, row) => {
      word.slot = this.stored + row;
      word.generation = this.generation;
      this.embed(word, this.pre / 4 + row * d);
    });
    this.memory.kernel.quantise(this.pre, this.input, roundUp(missing.length * d, 8), fine.embedding);
    this.multiply(this.first, missing.length, this.store + this.stored * 4 * this.first.n);
    this.stored += missing.length;
  }

  /** The sum of a word's rows. */
  private embed({ rows }: NetworkWord, at: number): void {
    const { bytes, scales, cols: d } = this.weights.embedding;
    const { floats } = this;
    floats.fill(0, at, at + d);
    for (const row of rows) {
      const scale = scales[row]!;
      for (let c = 0; c < d; c++) floats[at + c]! += bytes[row * d + c]! * scale;
    }
  }

  private firstLayer(batch: readonly Part[]): void {
    const { kernel } = this.memory;
    const cols = 4 * this.weights.shape.hidden;
    let last = 0;
    for (const { words, first } of batch) {
      const n = words.length;
      last = first + n;
      const part = (t: number, which: number) => this.store + 4 * cols * (3 * words[t]!.slot + which);
      for (let t = 0; t < n; t++) {
        const to = this.pre + 4 * cols * (first + t);
        const own = part(t, 1) / 4;
        this.floats.copyWithin(to / 4, own, own + cols);
        if (t > 0) kernel.add(part(t - 1, 0), to, cols);
        if (t < n - 1) kernel.add(part(t + 1, 2), to, cols);
      }
    }
    this.floats.fill(0, this.out / 4, this.out / 4 + last * (cols / 2));
    this.recur(batch);
  }

  /** Adds to the output what both directions of a layer remember, and makes it the next input. */
  private recur(batch: readonly Part[]): void {
    const { kernel } = this.memory;
    const h = this.weights.shape.hidden;
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
    return { numbers: this.floats.subarray(at, at + words.length * columns), columns };
  }

  /** For each word how well each word, and in column n the root, would do as its head. */
  arcScores({ words, first }: Part): Scores {
    const n = words.length;
    const { arc: a } = this.weights.shape;
    const { floats, memory } = this;
    const { kernel } = memory;
    const width = this.readers.n;
    const columns = roundUp(n + 1, 8);
    for (let t = 0; t < n; t++) {
      const from = this.read / 4 + (first + t) * width;
      floats.copyWithin(this.dependents / 4 + t * a, from, from + a);
      for (let c = 0; c < a; c++) floats[this.heads / 4 + c * columns + t] = floats[from + a + c]!;
    }
    for (let c = 0; c < a; c++) floats[this.heads / 4 + c * columns + n] = this.weights.roots[c]!;
    kernel.gemm_f32(this.dependents, this.distances, this.near, roundUp(n, 4), a, 16, 0);
    kernel.quantise(this.dependents, this.input, n * a, fine.reader);
    this.multiply(this.arcs, n, this.dependents);
    kernel.gemm_f32(this.dependents, this.heads, this.scores, roundUp(n, 4), a, columns, 0);
    for (let i = 0; i < n; i++) {
      const row = this.scores / 4 + i * columns;
      const near = this.near / 4 + i * 16;
      for (let j = 0; j < n; j++) floats[row + j]! += floats[near + classes[j - i + maxSpan]!]!;
      floats[row + i] = -Infinity;
    }
    return { numbers: floats.subarray(this.scores / 4, this.scores / 4 + n * columns), columns };
  }

  /** For each word how well each relation to the head given would do, from the two words and their product. */
  labelScores({ first }: Part, heads: Int32Array): Scores {
    const { arc: a, label: b } = this.weights.shape;
    const { floats } = this;
    const n = heads.length;
    const width = this.readers.n;
    const { roots } = this.weights;
    for (let t = 0; t < n; t++) {
      const head = heads[t]!;
      const own = this.read / 4 + (first + t) * width + 2 * a;
      const other = this.read / 4 + (first + head) * width + 2 * a + b;
      const to = this.pre / 4 + t * 3 * b;
      for (let c = 0; c < b; c++) {
        const x = floats[own + c]!;
        const y = head === n ? roots[a + c]! : floats[other + c]!;
        floats[to + c] = x;
        floats[to + b + c] = y;
        floats[to + 2 * b + c] = x * y;
      }
    }
    this.memory.kernel.quantise(this.pre, this.input, roundUp(n * 3 * b, 8), fine.reader);
    this.multiply(this.labels, n, this.pre);
    const columns = this.labels.n;
    return { numbers: floats.subarray(this.pre / 4, this.pre / 4 + n * columns), columns };
  }
}

/** Sentences put together into batches of at most `most` words. */
export function batches(sentences: readonly (readonly NetworkWord[])[], most: number): Part[][] {
  const out: Part[][] = [];
  let batch: Part[] = [];
  let first = 0;
  for (const words of sentences) {
    if (first + words.length > most && batch.length > 0) {
      out.push(batch);
      batch = [];
      first = 0;
    }
    batch.push({ words, first });
    first += words.length;
  }
  if (batch.length > 0) out.push(batch);
  return out;
}

/** The widest sentence distances are looked up for. */
const maxSpan = 512;

/** `distanceClass` by distance plus `maxSpan`. */
const classes = Uint8Array.from({ length: 2 * maxSpan + 1 }, (_, i) =>
  i === maxSpan ? 0 : distanceClass(i - maxSpan),
);
