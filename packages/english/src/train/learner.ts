import type { Scorer } from "../scorer.js";
import { KeyTable } from "./key-table.js";

/** A feature and its weights: pairs of class and weight, by class. */
export interface LearnedRow {
  readonly key: number;
  readonly cells: readonly (readonly [number, number])[];
}

/** Features are learnt when met this often in the first pass. */
const minCount = 2;

/**
 * An averaged perceptron over hashed features. Weights are Float32 rows of `classes` numbers for few classes
 * (`DenseLearner`) or chains of cells for many (`SparseLearner`).
 */
export abstract class Learner implements Scorer {
  protected step = 1;
  protected weight = new Float32Array(1 << 20);
  protected total = new Float64Array(1 << 20);
  protected abstract readonly table: KeyTable;

  constructor(readonly classes: number) {}

  abstract score(keys: Int32Array, count: number, scores: Float64Array): void;
  protected abstract add(slot: number, klass: number, by: number): void;
  protected abstract cellsOf(value: number): [number, number][];

  /** Notes that the features were met: called once for each decision in the first pass over the data. */
  meet(keys: Int32Array, count: number): void {
    for (let k = 0; k < count; k++) this.table.meet(keys[k]!);
  }

  /** Moves `good` up and `bad` down by one. */
  update(keys: Int32Array, count: number, good: number, bad: number): void {
    for (let k = 0; k < count; k++) {
      const slot = this.table.slot(keys[k]!);
      if (this.table.at(slot) <= 0) continue;
      this.add(slot, good, 1);
      this.add(slot, bad, -1);
    }
  }

  /** Counts one decision; averaging runs over decisions. */
  tick(): void {
    this.step++;
  }

  /** Replaces every weight by its average over all decisions so far and returns a function that puts them back. */
  average(): () => void {
    const live = this.weight.slice();
    for (let c = 0; c < this.weight.length; c++) this.weight[c]! -= this.total[c]! / this.step;
    return () => this.weight.set(live);
  }

  /** The rows with any weight, in order of key. */
  rows(): LearnedRow[] {
    return this.table
      .entries()
      .map(([key, value]) => ({ key, cells: this.cellsOf(value).filter(([, weight]) => weight !== 0) }))
      .filter(({ cells }) => cells.length > 0);
  }

  protected reserve(size: number): void {
    if (size <= this.weight.length) return;
    const { weight, total } = this;
    this.weight = new Float32Array(weight.length * 2);
    this.weight.set(weight);
    this.total = new Float64Array(total.length * 2);
    this.total.set(total);
  }
}

/** For a handful of classes: the number of a key is its row. */
export class DenseLearner extends Learner {
  private used = 0;
  protected readonly table = new KeyTable(minCount, () => {
    this.reserve((this.used + 2) * this.classes);
    return ++this.used;
  });

  score(keys: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0);
    const { weight, classes, table } = this;
    for (let k = 0; k < count; k++) {
      const row = table.get(keys[k]!);
      if (row > 0) for (let c = 0; c < classes; c++) scores[c]! += weight[row * classes + c]!;
    }
  }

  protected add(slot: number, klass: number, by: number): void {
    const cell = this.table.at(slot) * this.classes + klass;
    this.weight[cell]! += by;
    this.total[cell]! += by * this.step;
  }

  protected cellsOf(row: number): [number, number][] {
    return Array.from({ length: this.classes }, (_, c) => [c, this.weight[row * this.classes + c]!]);
  }
}

/** For many classes: the number of a key is the first of its chain of cells, so that classes never updated cost nothing. */
export class SparseLearner extends Learner {
  /** The class in the low byte, the next cell above it; cell 0 ends every chain, cell 1 is the empty chain. */
  private links = new Int32Array(1 << 20);
  private cells = 2;
  protected readonly table = new KeyTable(minCount, () => 1);

  score(keys: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0);
    const { weight, links, table } = this;
    for (let k = 0; k < count; k++)
      for (let cell = table.get(keys[k]!); cell > 1; ) {
        const link = links[cell]!;
        scores[link & 255]! += weight[cell]!;
        cell = link >>> 8;
      }
  }

  protected add(slot: number, klass: number, by: number): void {
    let cell = this.table.at(slot);
    while (cell > 1 && (this.links[cell]! & 255) !== klass) cell = this.links[cell]! >>> 8;
    if (cell <= 1) cell = this.newCell(slot, klass);
    this.weight[cell]! += by;
    this.total[cell]! += by * this.step;
  }

  private newCell(slot: number, klass: number): number {
    const cell = this.cells++;
    this.reserve(this.cells);
    if (this.cells > this.links.length) {
      const links = this.links;
      this.links = new Int32Array(links.length * 2);
      this.links.set(links);
    }
    const next = this.table.at(slot);
    this.links[cell] = klass | ((next > 1 ? next : 0) << 8);
    this.table.set(slot, cell);
    return cell;
  }

  protected cellsOf(first: number): [number, number][] {
    const found: [number, number][] = [];
    for (let cell = first; cell > 1; cell = this.links[cell]! >>> 8)
      found.push([this.links[cell]! & 255, this.weight[cell]!]);
    return found.sort((a, b) => a[0] - b[0]);
  }
}
