import { roundUp } from "./kernel/kernel.js";
import { firstBias, sideBySide } from "./layout.js";
import type { Weights } from "./weights.js";
import type { Ready, Workspace } from "./workspace.js";

/** What the network needs of a word: where its form's part of the first layer is kept, and which tags it may take. */
export interface NetworkWord {
  /** Rows of the embedding table. */
  readonly rows: readonly number[];
  /** The tags allowed; all without. */
  readonly tags: readonly number[] | undefined;
  /** Its place in the store of forms, and the generation of the store that place belongs to; -1 before it has one. */
  slot: number;
  generation: number;
}

/** A sentence in a batch: its words and the row of the first one. */
export interface Part {
  readonly words: readonly NetworkWord[];
  readonly first: number;
}

/** Forms whose part of the first layer is kept; beyond this the store starts afresh, so that memory stays bounded. */
const maxForms = 8192;

/** Fixed-point steps in one unit: embeddings reach ±8, forms' parts of the layer ±16. */
const fine = { embedding: 4096, form: 2048 } as const;

/**
 * The first layer. What a form says to the word after it, to itself and to the word before it is the same wherever it
 * stands: it is worked out once and kept.
 */
export class FormStore {
  private readonly weights: Ready;
  /** A row a form, behind one row of nothing. */
  private readonly store: number;
  private stored = 0;
  private generation = 0;

  /** Bytes that the store takes of its workspace. */
  static bytes({ shape: { embedding: d, hidden: h } }: Weights): number {
    return 2 * (maxForms + 1) * 12 * h + 2 * d * 12 * h + 8 * 12 * h + 256;
  }

  /**
   * @param input room for a batch of embeddings in 16-bit integers
   * @param pre room for a batch of 12 × hidden floats
   */
  constructor(
    private readonly model: Weights,
    private readonly space: Workspace,
    private readonly input: number,
    private readonly pre: number,
  ) {
    const { shape, layers } = model;
    const { embedding: d, hidden: h } = shape;
    const [first] = layers;
    this.weights = space.ready(sideBySide(first!.weights, d, 4 * h), fine.embedding, firstBias(first!.bias));
    this.store = space.take(2 * (maxForms + 1) * 12 * h);
  }

  /** Puts the first layer's gates and candidates of each word into `pre`, 4 × hidden floats a row. */
  read(batch: readonly Part[]): void {
    this.remember(batch);
    const { kernel } = this.space;
    const columns = 4 * this.model.shape.hidden;
    const nothing = this.store;
    const part = (word: NetworkWord | undefined, which: number) =>
      word === undefined ? nothing : nothing + 2 * columns * (3 * (1 + word.slot) + which);
    for (const { words, first } of batch)
      for (const [t, word] of words.entries()) {
        const to = this.pre + 4 * columns * (first + t);
        kernel.blend(part(words[t - 1], 0), part(word, 1), part(words[t + 1], 2), to, columns, fine.form);
      }
  }

  private remember(batch: readonly Part[]): void {
    let missing = this.missing(batch);
    if (this.stored + missing.length > maxForms) {
      this.stored = 0;
      this.generation++;
      missing = this.missing(batch);
    }
    if (missing.length === 0) return;
    const d = this.model.shape.embedding;
    for (const [row, word] of missing.entries()) this.embed(word, this.pre / 4 + row * d);
    const { kernel } = this.space;
    kernel.quantise(this.pre, this.input, roundUp(missing.length * d, 8), fine.embedding);
    this.space.multiply(this.input, this.weights, missing.length, this.pre);
    const columns = this.weights.n;
    kernel.quantise(this.pre, this.store + 2 * columns * (1 + this.stored), missing.length * columns, fine.form);
    this.stored += missing.length;
  }

  /** The forms that have no place in the store yet, each once; they are given the next ones. */
  private missing(batch: readonly Part[]): NetworkWord[] {
    const { generation } = this;
    const missing: NetworkWord[] = [];
    for (const { words } of batch)
      for (const word of words) {
        if (word.generation === generation) continue;
        word.generation = generation;
        word.slot = this.stored + missing.length;
        missing.push(word);
      }
    return missing;
  }

  /** The sum of a word's rows. */
  private embed({ rows }: NetworkWord, at: number): void {
    const { bytes, scales, cols: d } = this.model.embedding;
    const { floats } = this.space;
    floats.fill(0, at, at + d);
    for (const row of rows) {
      const scale = scales[row]!;
      for (let c = 0; c < d; c++) floats[at + c]! += bytes[row * d + c]! * scale;
    }
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
