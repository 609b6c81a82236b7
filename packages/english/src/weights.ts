/** How large the parts of the network are. */
export interface Shape {
  /** Numbers that stand for a form. */
  readonly embedding: number;
  /** Units of a layer in each direction. */
  readonly hidden: number;
  readonly layers: number;
  /** Numbers that stand for a word as head or as dependent. */
  readonly arc: number;
  /** The same for choosing the relation. */
  readonly label: number;
  /** The layer whose output the tags are read from. */
  readonly tagLayer: number;
}

/** A matrix whose columns are bytes times a scale each. */
export interface PackedMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
}

/** All that was learnt; see `train/network.ts` for what multiplies what. */
export interface Weights {
  readonly shape: Shape;
  /** A row a key; scales are by row. */
  readonly embedding: PackedMatrix;
  readonly layers: readonly { readonly weights: PackedMatrix; readonly bias: Float32Array }[];
  readonly tags: PackedMatrix;
  readonly tagBias: Float32Array;
  readonly readers: PackedMatrix;
  readonly readerBias: Float32Array;
  readonly roots: Float32Array;
  readonly arcs: PackedMatrix;
  readonly headBias: Float32Array;
  readonly distances: PackedMatrix;
  readonly labels: PackedMatrix;
  readonly labelBias: Float32Array;
}

/** A little-endian reader of the bytes that `writeWeights` wrote. */
class Reader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  number(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  floats(count: number): Float32Array {
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) out[i] = this.view.getFloat32(this.at + 4 * i, true);
    this.at += 4 * count;
    return out;
  }

  matrix(rows: number, cols: number, scales: number): PackedMatrix {
    const worth = this.floats(scales);
    const bytes = new Int8Array(this.bytes.buffer, this.bytes.byteOffset + this.at, rows * cols);
    this.at += rows * cols;
    return { rows, cols, bytes, scales: worth };
  }
}

const shapeParts = ["embedding", "hidden", "layers", "arc", "label", "tagLayer"] as const;

/** The weights in a model file's section: six sizes and three counts, then each matrix as its scales and its bytes. */
export function readWeights(section: Uint8Array): Weights {
  const reader = new Reader(section);
  const shape = Object.fromEntries(shapeParts.map((part) => [part, reader.number()])) as unknown as Shape;
  const [rows, tags, labels] = [reader.number(), reader.number(), reader.number()];
  const { embedding: d, hidden: h, arc: a, label: b } = shape;
  const byColumn = (r: number, c: number) => reader.matrix(r, c, c);
  const embedding = reader.matrix(rows, d, rows);
  const layers = Array.from({ length: shape.layers }, (_, l) => ({
    weights: byColumn(l === 0 ? 3 * d : 2 * h, 4 * h),
    bias: reader.floats(4 * h),
  }));
  return {
    shape,
    embedding,
    layers,
    tags: byColumn(2 * h, tags),
    tagBias: reader.floats(tags),
    readers: byColumn(2 * h, 2 * a + 2 * b),
    readerBias: reader.floats(2 * a + 2 * b),
    roots: reader.floats(a + b),
    arcs: byColumn(a, a),
    headBias: reader.floats(a),
    distances: byColumn(a, 16),
    labels: byColumn(3 * b, labels),
    labelBias: reader.floats(labels),
  };
}

/** A matrix as it was learnt. */
export interface LearntMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float32Array;
}

/** Bytes for `readWeights`. `learnt` are the matrices in the order of `Weights`. */
export function writeWeights(shape: Shape, tags: number, labels: number, learnt: readonly LearntMatrix[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const numbers = [...shapeParts.map((part) => shape[part]), learnt[0]!.rows, tags, labels];
  parts.push(new Uint8Array(Uint32Array.from(numbers).buffer));
  learnt.forEach((matrix, i) => {
    if (matrix.rows === 1) parts.push(new Uint8Array(Float32Array.from(matrix.data).buffer));
    else parts.push(...quantised(matrix, i === 0));
  });
  return Buffer.concat(parts);
}

/** Scales, by row or by column, and bytes. */
function quantised({ rows, cols, data }: LearntMatrix, byRow: boolean): Uint8Array[] {
  const scales = new Float32Array(byRow ? rows : cols);
  const place = (r: number, c: number) => (byRow ? r : c);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++)
      scales[place(r, c)] = Math.max(scales[place(r, c)]!, Math.abs(data[r * cols + c]!) / 127);
  const bytes = new Int8Array(rows * cols);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < cols; c++) bytes[r * cols + c] = Math.round(data[r * cols + c]! / (scales[place(r, c)]! || 1));
  return [new Uint8Array(scales.buffer), new Uint8Array(bytes.buffer)];
}
