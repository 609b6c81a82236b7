import { type KernelMemory, kernelMemory, roundUp } from "../kernel/kernel.js";
import type { Random } from "./random.js";

/** A row-major matrix in a workspace's memory; `data` views it. */
export interface Matrix {
  readonly at: number;
  readonly rows: number;
  readonly cols: number;
  readonly data: Float32Array;
}

/** One memory from which all matrices of a training run are cut; nothing is given back. */
export class Workspace {
  private readonly memory: KernelMemory;
  private used = 64;
  private readonly scratch: Matrix;
  private readonly scratch2: Matrix;

  constructor(megabytes: number, scratchCells: number) {
    this.memory = kernelMemory(megabytes * 2 ** 20);
    this.scratch = this.matrix(1, scratchCells);
    this.scratch2 = this.matrix(1, scratchCells);
  }

  /** A matrix of zeros; rows are padded to four and columns must be a multiple of eight. */
  matrix(rows: number, cols: number): Matrix {
    const cells = roundUp(rows, 4) * cols;
    const data = new Float32Array(this.memory.buffer, this.used, cells);
    const matrix = { at: this.used, rows, cols, data };
    this.used += roundUp(cells * 4, 64);
    return matrix;
  }

  /** C = A·B over the first `m` rows of A; `keep` adds to C. */
  multiply(a: Matrix, b: Matrix, c: Matrix, m: number, keep = false): void {
    if (m > 0) this.memory.kernel.gemm_f32(a.at, b.at, c.at, roundUp(m, 4), a.cols, b.cols, keep ? 1 : 0);
  }

  /** C += Aᵀ·B over the first `m` rows of both. */
  multiplyTransposed(a: Matrix, b: Matrix, c: Matrix, m: number): void {
    if (m === 0) return;
    transpose(a.data, m, a.cols, this.scratch.data);
    this.memory.kernel.gemm_f32(this.scratch.at, b.at, c.at, a.cols, m, b.cols, 1);
  }

  /** C = A·Bᵀ over the first `m` rows of A; `keep` adds to C. B's rows must be a multiple of eight. */
  multiplyByTransposed(a: Matrix, b: Matrix, c: Matrix, m: number, keep = false): void {
    if (m === 0) return;
    transpose(b.data, b.rows, b.cols, this.scratch2.data);
    this.memory.kernel.gemm_f32(a.at, this.scratch2.at, c.at, roundUp(m, 4), a.cols, b.rows, keep ? 1 : 0);
  }
}

function transpose(from: Float32Array, rows: number, cols: number, to: Float32Array): void {
  for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) to[c * rows + r] = from[r * cols + c]!;
}

/** Numbers to learn, their gradient, and Adam's two running means. */
export class Parameter {
  readonly value: Matrix;
  readonly gradient: Matrix;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(
    workspace: Workspace,
    readonly name: string,
    readonly rows: number,
    readonly cols: number,
    random: Random,
    spread: number,
  ) {
    this.value = workspace.matrix(rows, cols);
    this.gradient = workspace.matrix(rows, cols);
    const cells = rows * cols;
    this.mean = new Float32Array(cells);
    this.square = new Float32Array(cells);
    for (let i = 0; i < cells; i++) this.value.data[i] = (random() * 2 - 1) * spread;
  }

  /** One step of Adam on rows `rows` (all without), after which their gradient is zero. */
  step({ rate, scale, clock }: Step, rows?: Iterable<number>): void {
    if (rows === undefined) this.stepCells(0, this.rows * this.cols, rate, scale, clock);
    else for (const row of rows) this.stepCells(row * this.cols, (row + 1) * this.cols, rate, scale, clock);
  }

  private stepCells(from: number, to: number, rate: number, scale: number, clock: number): void {
    const { mean, square } = this;
    const value = this.value.data;
    const gradient = this.gradient.data;
    const unbiased = rate * (Math.sqrt(1 - decay.square ** clock) / (1 - decay.mean ** clock));
    for (let i = from; i < to; i++) {
      const g = gradient[i]! * scale;
      gradient[i] = 0;
      const m = decay.mean * mean[i]! + (1 - decay.mean) * g;
      const s = decay.square * square[i]! + (1 - decay.square) * g * g;
      mean[i] = m;
      square[i] = s;
      value[i]! -= (unbiased * m) / (Math.sqrt(s) + 1e-8);
    }
  }

  /** The sum of squares of the gradient. */
  norm(rows?: Iterable<number>): number {
    let sum = 0;
    const add = (from: number, to: number) => {
      for (let i = from; i < to; i++) sum += this.gradient.data[i]! ** 2;
    };
    if (rows === undefined) add(0, this.rows * this.cols);
    else for (const row of rows) add(row * this.cols, (row + 1) * this.cols);
    return sum;
  }
}

/** How far one step goes: learning rate, a factor for all gradients, and the number of steps so far. */
export interface Step {
  readonly rate: number;
  readonly scale: number;
  readonly clock: number;
}

const decay = { mean: 0.9, square: 0.98 };
