import { kernelBytes } from "./kernel-bytes.js";

/** Vector arithmetic over one memory; addresses are bytes. See kernel.wat for layouts and padding. */
export interface Kernel {
  /** C[m×n] = A[m×k] · B · worth + bias, 16-bit integers into floats, B as `packColumns` lays it out. */
  readonly gemm_i16: (
    a: number,
    b: number,
    c: number,
    m: number,
    k: number,
    n: number,
    worth: number,
    bias: number,
  ) => void;
  /** C[m×n] = A[m×k] · B[k×n], or added to C where `keep` is 1. */
  readonly gemm_f32: (a: number, b: number, c: number, m: number, k: number, n: number, keep: number) => void;
  /** to = (before + own + after) / steps, 16-bit integers into floats. */
  readonly blend: (before: number, own: number, after: number, to: number, count: number, steps: number) => void;
  /** The transpose of a part of a matrix of floats. */
  readonly turn: (from: number, step: number, to: number, toStep: number, rows: number, cols: number) => void;
  /** x, y and x·y side by side, times `steps`, rounded, as 16-bit integers. */
  readonly pair: (x: number, y: number, to: number, count: number, steps: number) => void;
  /** Softsign in place. */
  readonly squash: (at: number, count: number) => void;
  /** Floats times `steps`, rounded, as 16-bit integers. */
  readonly quantise: (from: number, to: number, count: number, steps: number) => void;
  /** One direction of a gated layer, added to `out`. */
  readonly recur: (pre: number, out: number, n: number, h: number, step: number, outStep: number) => void;
}

/** A memory and the products on it. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  readonly kernel: Kernel;
}

/** What is used of WebAssembly; the compiler knows it only together with a browser's types. */
interface WebAssemblyParts {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyParts }).WebAssembly;
let compiled: object | undefined;

/** A new memory of at least `bytes` bytes. */
export function kernelMemory(bytes: number): KernelMemory {
  compiled ??= new Module(Uint8Array.from(atob(kernelBytes), (char) => char.charCodeAt(0)));
  const memory = new Memory({ initial: Math.ceil(bytes / 65_536) });
  return { buffer: memory.buffer, kernel: new Instance(compiled, { env: { memory } }).exports as Kernel };
}

/** `count` rounded up to a multiple of `step`. */
export const roundUp = (count: number, step: number): number => Math.ceil(count / step) * step;
