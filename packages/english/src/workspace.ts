import { type Kernel, type KernelMemory, kernelMemory, roundUp } from "./kernel/kernel.js";
import { packColumns } from "./layout.js";
import type { PackedMatrix } from "./weights.js";

/** A matrix ready for the kernel: where it lies, its size, what one unit of the product is worth, and the bias. */
export interface Ready {
  readonly at: number;
  readonly k: number;
  readonly n: number;
  readonly worth: number;
  readonly bias: number;
}

/** The kernel's memory, handed out piece by piece; addresses are bytes. */
export class Workspace {
  readonly floats: Float32Array;
  private readonly memory: KernelMemory;
  private used = 64;

  /** @param bytes all that will be taken, or more */
  constructor(bytes: number) {
    this.memory = kernelMemory(bytes);
    this.floats = new Float32Array(this.memory.buffer);
  }

  get kernel(): Kernel {
    return this.memory.kernel;
  }

  /** @throws RangeError when nothing is left */
  take(bytes: number): number {
    const at = this.used;
    this.used += roundUp(bytes, 64);
    if (this.used > this.memory.buffer.byteLength) throw new RangeError("the workspace is smaller than what is taken");
    return at;
  }

  place(numbers: Float32Array): number {
    const at = this.take(4 * numbers.length);
    this.floats.set(numbers, at / 4);
    return at;
  }

  /** Lays out a matrix that activations of `steps` steps a unit will be multiplied with. */
  ready({ rows: k, cols: n, bytes, scales }: PackedMatrix, steps: number, bias: Float32Array): Ready {
    const at = this.take(2 * k * n);
    packColumns(bytes, k, n, new Int16Array(this.memory.buffer, at, k * n));
    return { at, k, n, worth: this.place(scales.map((scale) => scale / steps)), bias: this.place(bias) };
  }

  /** Multiplies `rows` rows of 16-bit integers at `from` into `to`; up to three rows more are overwritten there. */
  multiply(from: number, { at, k, n, worth, bias }: Ready, rows: number, to: number): void {
    this.memory.kernel.gemm_i16(from, at, to, roundUp(rows, 4), k, n, worth, bias);
  }
}
