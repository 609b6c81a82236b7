import { roundUp } from "../kernel/kernel.js";
import { distanceClass } from "../network.js";
import type { LearntMatrix, Shape } from "../weights.js";
import { addBias, addRows, clearPadding, crossEntropy, type Doubt, type Losses } from "./losses.js";
import type { Random } from "./random.js";
import { recur, recurBack, softsign } from "./recurrence.js";
import { type Matrix, Parameter, Workspace } from "./tensors.js";

/** A sentence to learn from. `heads` holds the sentence's length for the root. */
export interface Example {
  /** Rows of the embedding table, a list a word; the word's own row first, where it has one. */
  readonly features: readonly Int32Array[];
  /** How likely the word's own row is hidden, so that the network learns to do without. */
  readonly hide: Float32Array;
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** How unsure each of the three is, in what teachers said. */
  readonly doubts?: { readonly tags: Doubt; readonly heads: Doubt; readonly labels: Doubt };
}

export interface Dropout {
  readonly embedding: number;
  readonly hidden: number;
  readonly heads: number;
}

/** Areas of work, a row a word of the batch; those with d hold gradients. */
type Buffers = Readonly<
  Record<
    | "x"
    | "xMask"
    | "wide"
    | "dWide"
    | "pre"
    | "dPre"
    | "tag"
    | "read"
    | "dRead"
    | "readMask"
    | "dep"
    | "dDep"
    | "g"
    | "dG"
    | "dist"
    | "dDist"
    | "pairs"
    | "dPairs"
    | "label",
    Matrix
  >
>;

/**
 * Embeddings of words and of their parts, gated recurrent layers in both directions, and three readers: tags, heads
 * (biaffine, Dozat & Manning 2017) and relations. The gates depend on the input alone ("minimal" gated units), so that
 * nearly all work is products of matrices.
 */
export class Network {
  readonly parameters: Parameter[] = [];
  private readonly ws: Workspace;
  private readonly embedding: Parameter;
  private readonly layers: { readonly weights: Parameter; readonly bias: Parameter }[] = [];
  private readonly tagWeights: Parameter;
  private readonly tagBias: Parameter;
  private readonly readers: Parameter;
  private readonly readerBias: Parameter;
  private readonly roots: Parameter;
  private readonly arcs: Parameter;
  private readonly headBias: Parameter;
  private readonly distances: Parameter;
  private readonly labelWeights: Parameter;
  private readonly labelBias: Parameter;
  private readonly touched = new Set<number>();
  private clock = 0;
  private readonly buffers: Buffers;
  private readonly squares: Record<"heads" | "dHeads" | "mine" | "dMine" | "scores", Matrix>;
  private readonly outs: Matrix[] = [];
  private readonly dOuts: Matrix[] = [];
  private readonly remembered: Matrix[] = [];
  private readonly gates: Matrix[] = [];
  private readonly ins: Matrix[] = [];
  private readonly masks: Matrix[] = [];

  constructor(
    readonly sizes: Shape,
    readonly rows: number,
    readonly tagCount: number,
    readonly labelCount: number,
    readonly maxWords: number,
    private readonly random: Random,
    private readonly dropout: Dropout,
  ) {
    const { embedding: d, hidden: h, layers, arc: a, label: b } = sizes;
    const tags = roundUp(tagCount, 8);
    const labels = roundUp(labelCount, 8);
    const widest = Math.max(3 * d, 4 * h, 2 * a + 2 * b, labels, tags, 3 * b);
    this.ws = new Workspace(900, Math.max(maxWords * widest, widest * widest));
    const add = (name: string, r: number, c: number, spread = Math.sqrt(6 / (r + c))) => {
      const parameter = new Parameter(this.ws, name, r, c, random, spread);
      this.parameters.push(parameter);
      return parameter;
    };
    this.embedding = add("embedding", rows, d, 0.1);
    for (let l = 0; l < layers; l++)
      this.layers.push({
        weights: add(`layer${l}`, l === 0 ? 3 * d : 2 * h, 4 * h),
        bias: add(`layer${l}Bias`, 1, 4 * h, 0),
      });
    this.tagWeights = add("tags", 2 * h, tags);
    this.tagBias = add("tagBias", 1, tags, 0);
    this.readers = add("readers", 2 * h, 2 * a + 2 * b);
    this.readerBias = add("readerBias", 1, 2 * a + 2 * b, 0);
    this.roots = add("roots", 1, a + b, 0.1);
    this.arcs = add("arcs", a, a);
    this.headBias = add("headBias", 1, a, 0);
    this.distances = add("distances", a, 16, 0);
    this.labelWeights = add("labels", 3 * b, labels);
    this.labelBias = add("labelBias", 1, labels, 0);
    const buffer = (cols: number) => this.ws.matrix(maxWords, cols);
    const read = 2 * a + 2 * b;
    this.buffers = {
      x: buffer(d),
      xMask: buffer(d),
      wide: buffer(3 * d),
      dWide: buffer(3 * d),
      pre: buffer(4 * h),
      dPre: buffer(4 * h),
      tag: buffer(tags),
      read: buffer(read),
      dRead: buffer(read),
      readMask: buffer(read),
      dep: buffer(a),
      dDep: buffer(a),
      g: buffer(a),
      dG: buffer(a),
      dist: buffer(16),
      dDist: buffer(16),
      pairs: buffer(3 * b),
      dPairs: buffer(3 * b),
      label: buffer(labels),
    };
    const longest = roundUp(maxWords + 1, 8);
    this.squares = {
      heads: this.ws.matrix(longest, a),
      dHeads: this.ws.matrix(longest, a),
      mine: this.ws.matrix(longest, a),
      dMine: this.ws.matrix(longest, a),
      scores: this.ws.matrix(longest, longest),
    };
    for (let l = 0; l < layers; l++) {
      this.outs.push(this.ws.matrix(maxWords, 2 * h));
      this.dOuts.push(this.ws.matrix(maxWords, 2 * h));
      this.remembered.push(this.ws.matrix(maxWords, 2 * h));
      this.gates.push(this.ws.matrix(maxWords, 4 * h));
      this.ins.push(this.ws.matrix(maxWords, 2 * h));
      this.masks.push(this.ws.matrix(maxWords, 2 * h));
    }
  }

  /** Columns of the tag matrix, padding included. */
  get tagColumns(): number {
    return this.tagWeights.cols;
  }

  get labelColumns(): number {
    return this.labelWeights.cols;
  }

  /** All matrices, in the order in which the model file has them. */
  learnt(): LearntMatrix[] {
    return this.parameters.map(({ rows, cols, value }) => ({ rows, cols, data: value.data.subarray(0, rows * cols) }));
  }

  /** Learns from one batch; the parameters move by `rate`. */
  learn(batch: readonly Example[], rate: number, losses: Losses): void {
    this.step(rate, this.gradients(batch, losses));
  }

  /** Adds a batch's gradients to the parameters' and gives its number of words. */
  gradients(batch: readonly Example[], losses: Losses): number {
    const T = this.forward(batch);
    for (const d of this.dOuts) d.data.fill(0, 0, roundUp(T, 4) * d.cols);
    this.readTags(batch, T, losses);
    this.readTrees(batch, T, losses);
    this.backward(batch, T);
    return T;
  }

  private step(rate: number, words: number): void {
    this.clock++;
    let norm = 0;
    for (const p of this.parameters) norm += p.norm(p === this.embedding ? this.touched : undefined);
    const length = Math.sqrt(norm) / words;
    const scale = (length > 0.5 ? 0.5 / length : 1) / words;
    for (const p of this.parameters)
      p.step({ rate, scale, clock: this.clock }, p === this.embedding ? this.touched : undefined);
    this.touched.clear();
  }

  // Embeddings and layers.

  private forward(batch: readonly Example[]): number {
    const T = this.embed(batch);
    const lengths = batch.map(({ features }) => features.length);
    const { hidden: h, layers } = this.sizes;
    const { wide, pre } = this.buffers;
    for (let l = 0; l < layers; l++) {
      const input = l === 0 ? wide : this.ins[l]!;
      if (l > 0) this.dropped(this.outs[l - 1]!, input, this.masks[l]!, batch, this.dropout.hidden);
      const { weights, bias } = this.layers[l]!;
      this.ws.multiply(input, weights.value, pre, T);
      const memory = this.remembered[l]!.data;
      recur({ pre: pre.data, bias: bias.value.data, gates: this.gates[l]!.data, memory }, lengths, h);
      const to = this.outs[l]!.data;
      if (l === 0) to.set(memory.subarray(0, T * 2 * h));
      else {
        const from = this.outs[l - 1]!.data;
        for (let i = 0; i < T * 2 * h; i++) to[i] = memory[i]! + from[i]!;
      }
    }
    return T;
  }

  private embed(batch: readonly Example[]): number {
    const d = this.sizes.embedding;
    const table = this.embedding.value.data;
    const { x, xMask, wide } = this.buffers;
    const keep = 1 - this.dropout.embedding;
    let t = 0;
    wide.data.fill(0);
    for (const { features, hide } of batch) {
      const first = t;
      for (let i = 0; i < features.length; i++, t++) {
        const at = t * d;
        x.data.fill(0, at, at + d);
        const rows = features[i]!;
        this.hidden[t] = hide[i]! > 0 && this.random() < hide[i]! ? 1 : 0;
        for (let f = this.hidden[t]!; f < rows.length; f++) {
          const row = rows[f]! * d;
          for (let c = 0; c < d; c++) x.data[at + c]! += table[row + c]!;
        }
        for (let c = 0; c < d; c++) {
          const mask = this.random() < keep ? 1 / keep : 0;
          xMask.data[at + c] = mask;
          x.data[at + c]! *= mask;
        }
      }
      for (let i = first; i < t; i++)
        for (let o = -1; o <= 1; o++)
          if (i + o >= first && i + o < t)
            wide.data.set(x.data.subarray((i + o) * d, (i + o + 1) * d), i * 3 * d + (o + 1) * d);
    }
    return t;
  }

  private readonly hidden = new Uint8Array(4096);

  /** `to` = `from` with a mask that is the same for all words of a sentence. */
  private dropped(from: Matrix, to: Matrix, mask: Matrix, batch: readonly Example[], rate: number): void {
    const n = from.cols;
    const keep = 1 - rate;
    let t = 0;
    for (const { features } of batch) {
      const first = t * n;
      for (let c = 0; c < n; c++) mask.data[first + c] = rate === 0 || this.random() < keep ? 1 / keep : 0;
      for (let i = 0; i < features.length; i++, t++)
        for (let c = 0; c < n; c++) {
          const m = mask.data[first + c]!;
          mask.data[t * n + c] = m;
          to.data[t * n + c] = from.data[t * n + c]! * m;
        }
    }
  }

  private backward(batch: readonly Example[], T: number): void {
    const { hidden: h, layers, embedding: d } = this.sizes;
    const { dPre, wide, dWide, xMask } = this.buffers;
    const lengths = batch.map(({ features }) => features.length);
    for (let l = layers - 1; l >= 0; l--) {
      const { weights, bias } = this.layers[l]!;
      const [gates, memory] = [this.gates[l]!.data, this.remembered[l]!.data];
      recurBack({ dPre: dPre.data, dOut: this.dOuts[l]!.data, gates, memory }, lengths, h);
      for (let t = 0; t < T; t++) for (let c = 0; c < 4 * h; c++) bias.gradient.data[c]! += dPre.data[t * 4 * h + c]!;
      const input = l === 0 ? wide : this.ins[l]!;
      this.ws.multiplyTransposed(input, dPre, weights.gradient, T);
      if (l === 0) this.ws.multiplyByTransposed(dPre, weights.value, dWide, T);
      else {
        const dIn = this.ins[l]!;
        this.ws.multiplyByTransposed(dPre, weights.value, dIn, T);
        const below = this.dOuts[l - 1]!.data;
        const above = this.dOuts[l]!.data;
        const mask = this.masks[l]!.data;
        for (let i = 0; i < T * 2 * h; i++) below[i]! += above[i]! + dIn.data[i]! * mask[i]!;
      }
    }
    const table = this.embedding.gradient.data;
    let first = 0;
    for (const { features } of batch) {
      const n = features.length;
      for (let i = 0; i < n; i++) {
        const t = first + i;
        const rows = features[i]!;
        for (let c = 0; c < d; c++) {
          let g = dWide.data[t * 3 * d + d + c]!;
          if (i > 0) g += dWide.data[(t - 1) * 3 * d + 2 * d + c]!;
          if (i < n - 1) g += dWide.data[(t + 1) * 3 * d + c]!;
          g *= xMask.data[t * d + c]!;
          if (g === 0) continue;
          for (let f = this.hidden[t]!; f < rows.length; f++) table[rows[f]! * d + c]! += g;
        }
        for (let f = this.hidden[t]!; f < rows.length; f++) this.touched.add(rows[f]!);
      }
      first += n;
    }
  }

  // Tags.

  private readTags(batch: readonly Example[], T: number, losses: Losses): void {
    const tag = this.buffers.tag;
    const from = this.outs[this.sizes.tagLayer]!;
    this.ws.multiply(from, this.tagWeights.value, tag, T);
    addBias(tag, this.tagBias.value.data, T);
    let t = 0;
    for (const { tags, doubts } of batch)
      for (let i = 0; i < tags.length; i++, t++)
        losses.tag += crossEntropy(tag.data, t * tag.cols, this.tagCount, tags[i]!, ...shares(doubts?.tags, i));
    clearPadding(tag, this.tagCount, T);
    losses.words += T;
    addRows(tag, this.tagBias.gradient.data, T);
    this.ws.multiplyTransposed(from, tag, this.tagWeights.gradient, T);
    this.ws.multiplyByTransposed(tag, this.tagWeights.value, this.dOuts[this.sizes.tagLayer]!, T, true);
  }

  // Heads and relations.

  private readTrees(batch: readonly Example[], T: number, losses: Losses): void {
    const { arc: a, label: b, layers } = this.sizes;
    const { read, dRead, readMask, dep, dDep, g, dG, dist, dDist } = this.buffers;
    const width = 2 * a + 2 * b;
    const top = this.outs[layers - 1]!;
    this.ws.multiply(top, this.readers.value, read, T);
    addBias(read, this.readerBias.value.data, T);
    for (let i = 0; i < T * width; i++) read.data[i] = softsign(read.data[i]!);
    // Slopes of softsign, kept with the dropout mask.
    const keep = 1 - this.dropout.heads;
    let s = 0;
    for (const { features } of batch) {
      const masks = Array.from({ length: width }, () => (keep === 1 || this.random() < keep ? 1 / keep : 0));
      for (let i = 0; i < features.length; i++, s++)
        for (let c = 0; c < width; c++) {
          const y = read.data[s * width + c]!;
          readMask.data[s * width + c] = masks[c]! * (1 - Math.abs(y)) ** 2;
          read.data[s * width + c] = y * masks[c]!;
        }
    }
    for (let t = 0; t < T; t++) dep.data.set(read.data.subarray(t * width, t * width + a), t * a);
    this.ws.multiply(dep, this.arcs.value, g, T);
    this.ws.multiply(dep, this.distances.value, dist, T);
    dRead.data.fill(0, 0, roundUp(T, 4) * width);
    dDist.data.fill(0, 0, roundUp(T, 4) * 16);
    let first = 0;
    for (const { heads, doubts } of batch) {
      this.sentenceArcs(heads, doubts?.heads, first, losses);
      first += heads.length;
    }
    this.ws.multiplyTransposed(dep, dG, this.arcs.gradient, T);
    this.ws.multiplyTransposed(dep, dDist, this.distances.gradient, T);
    this.ws.multiplyByTransposed(dG, this.arcs.value, dDep, T);
    this.ws.multiplyByTransposed(dDist, this.distances.value, dDep, T, true);
    for (let t = 0; t < T; t++) for (let c = 0; c < a; c++) dRead.data[t * width + c] = dDep.data[t * a + c]!;
    this.readLabels(batch, T, losses);
    for (let i = 0; i < T * width; i++) dRead.data[i]! *= readMask.data[i]!;
    addRows(dRead, this.readerBias.gradient.data, T);
    this.ws.multiplyTransposed(top, dRead, this.readers.gradient, T);
    this.ws.multiplyByTransposed(dRead, this.readers.value, this.dOuts[layers - 1]!, T, true);
  }

  /** The heads of one sentence: scores of all pairs, and what they should have been, into the gradients. */
  private sentenceArcs(gold: Int32Array, doubt: Doubt | undefined, first: number, losses: Losses): void {
    const { arc: a, label: b } = this.sizes;
    const { read, dRead, g, dG, dist, dDist } = this.buffers;
    const n = gold.length;
    const width = 2 * a + 2 * b;
    const columns = roundUp(n + 1, 8);
    const heads = view(this.squares.heads, columns, a);
    const dHeads = view(this.squares.dHeads, columns, a);
    const mine = view(this.squares.mine, n, a);
    const dMine = view(this.squares.dMine, n, a);
    const scores = view(this.squares.scores, n, columns);
    const bias = this.headBias.value.data;
    heads.data.fill(0, 0, columns * a);
    dHeads.data.fill(0, 0, columns * a);
    for (let i = 0; i < n; i++) {
      const from = (first + i) * width + a;
      heads.data.set(read.data.subarray(from, from + a), i * a);
      for (let c = 0; c < a; c++) mine.data[i * a + c] = g.data[(first + i) * a + c]! + bias[c]!;
    }
    heads.data.set(this.roots.value.data.subarray(0, a), n * a);
    this.ws.multiplyByTransposed(mine, heads, scores, n);
    for (let i = 0; i < n; i++) {
      const row = i * columns;
      const near = (first + i) * 16;
      for (let j = 0; j < n; j++) if (j !== i) scores.data[row + j]! += dist.data[near + distanceClass(j - i)]!;
      scores.data[row + i] = -1e9;
      losses.arc += crossEntropy(scores.data, row, n + 1, gold[i]!, ...shares(doubt, i));
      scores.data.fill(0, row + n + 1, row + columns);
      for (let j = 0; j < n; j++) if (j !== i) dDist.data[near + distanceClass(j - i)]! += scores.data[row + j]!;
    }
    this.ws.multiply(scores, heads, dMine, n);
    this.ws.multiplyTransposed(scores, mine, dHeads, n);
    const dBias = this.headBias.gradient.data;
    const dRoots = this.roots.gradient.data;
    for (let i = 0; i < n; i++)
      for (let c = 0; c < a; c++) {
        const d = dMine.data[i * a + c]!;
        dG.data[(first + i) * a + c] = d;
        dBias[c]! += d;
        dRead.data[(first + i) * width + a + c] = dHeads.data[i * a + c]!;
      }
    for (let c = 0; c < a; c++) dRoots[c]! += dHeads.data[n * a + c]!;
  }

  /** Relations of the gold arcs, from the two words and their product. */
  private readLabels(batch: readonly Example[], T: number, losses: Losses): void {
    const { arc: a, label: b } = this.sizes;
    const { pairs, dPairs, label, read, dRead } = this.buffers;
    const width = 2 * a + 2 * b;
    const roots = this.roots.value.data;
    const dRoots = this.roots.gradient.data;
    const each = (visit: (t: number, heads: number, fromRoot: boolean, i: number, example: Example) => void) => {
      let first = 0;
      for (const example of batch) {
        const n = example.heads.length;
        for (let i = 0; i < n; i++) {
          const head = example.heads[i]!;
          visit(first + i, head === n ? a : (first + head) * width + 2 * a + b, head === n, i, example);
        }
        first += n;
      }
    };
    each((t, head, fromRoot) => {
      const source = fromRoot ? roots : read.data;
      for (let c = 0; c < b; c++) {
        const x = read.data[t * width + 2 * a + c]!;
        const y = source[head + c]!;
        pairs.data[t * 3 * b + c] = x;
        pairs.data[t * 3 * b + b + c] = y;
        pairs.data[t * 3 * b + 2 * b + c] = x * y;
      }
    });
    this.ws.multiply(pairs, this.labelWeights.value, label, T);
    addBias(label, this.labelBias.value.data, T);
    each((t, _head, _root, i, { labels, doubts }) => {
      const at = t * label.cols;
      losses.label += crossEntropy(label.data, at, this.labelCount, labels[i]!, ...shares(doubts?.labels, i));
    });
    clearPadding(label, this.labelCount, T);
    addRows(label, this.labelBias.gradient.data, T);
    this.ws.multiplyTransposed(pairs, label, this.labelWeights.gradient, T);
    this.ws.multiplyByTransposed(label, this.labelWeights.value, dPairs, T);
    each((t, head, fromRoot) => {
      const source = fromRoot ? roots : read.data;
      const to = fromRoot ? dRoots : dRead.data;
      for (let c = 0; c < b; c++) {
        const at = t * 3 * b + c;
        const x = read.data[t * width + 2 * a + c]!;
        const y = source[head + c]!;
        dRead.data[t * width + 2 * a + c]! += dPairs.data[at]! + dPairs.data[at + 2 * b]! * y;
        to[head + c]! += dPairs.data[at + b]! + dPairs.data[at + 2 * b]! * x;
      }
    });
  }
}

/** The last arguments of `crossEntropy` for word i. */
const shares = (doubt: Doubt | undefined, i: number): [] | [number, number] =>
  doubt === undefined ? [] : [doubt.second[i]!, doubt.sure[i]!];

/** The first cells of a matrix as one of another size. */
function view({ at, data }: Matrix, rows: number, cols: number): Matrix {
  return { at, rows, cols, data };
}
