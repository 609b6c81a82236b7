/** The three moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez & Satta 2011), the root at the end. */
export const shift = 0;
/** The top of the stack becomes a child of the next word. */
export const attachLeft = 1;
/** The top of the stack becomes a child of the word beneath it. */
export const attachRight = 2;

/**
 * A sentence half parsed: a stack, the next word, and the arcs made. Words are 0 … length−1, the artificial root is
 * `length`, and `none` stands for a place that is empty. One state is used again for sentence after sentence.
 */
export class ParserState {
  length = 0;
  next = 0;
  stackSize = 0;
  none = 0;
  words = new Int32Array(0);
  tags = new Int32Array(0);
  heads = new Int32Array(0);
  labels = new Int32Array(0);
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Hashes of the labels attached so far on each side. */
  leftSet = new Int32Array(0);
  rightSet = new Int32Array(0);
  private stack = new Int32Array(0);

  /** Prepares for a sentence: a hash and a joint tag for each word. */
  reset(words: Int32Array, tags: Int32Array): void {
    const { length } = words;
    this.reserve(length + 2);
    this.length = length;
    this.none = length + 1;
    this.next = 0;
    this.stackSize = 0;
    this.heads.fill(-1, 0, length + 2);
    this.labels.fill(0, 0, length + 2);
    for (const child of [this.left1, this.left2, this.right1, this.right2]) child.fill(length + 1, 0, length + 2);
    for (const tally of [this.leftCount, this.rightCount, this.leftSet, this.rightSet]) tally.fill(0, 0, length + 2);
    this.words.set(words);
    this.tags.set(tags);
    this.words[length] = 0x5eed;
    this.tags[length] = rootTag;
    this.words[length + 1] = 0x1dea;
    this.tags[length + 1] = noTag;
  }

  private reserve(size: number): void {
    if (this.words.length >= size) return;
    const room = Math.max(512, size * 2);
    for (const name of columns) this[name] = new Int32Array(room);
    this.stack = new Int32Array(room);
  }

  /** Becomes equal to `other`. */
  copy(other: ParserState): void {
    const size = other.length + 2;
    this.reserve(size);
    this.length = other.length;
    this.none = other.none;
    this.next = other.next;
    this.stackSize = other.stackSize;
    for (const name of columns) this[name].set(other[name].subarray(0, size));
    this.stack.set(other.stack.subarray(0, other.stackSize));
  }

  /** The word at `depth` from the top of the stack, or `none`. */
  stackAt(depth: number): number {
    return depth < this.stackSize ? this.stack[this.stackSize - 1 - depth]! : this.none;
  }

  get finished(): boolean {
    return this.next === this.length && this.stackSize === 0;
  }

  /** Whether `move` keeps one tree with one root reachable. */
  allows(move: number): boolean {
    if (move === shift) return this.next < this.length;
    if (move === attachRight) return this.stackSize > 1;
    return this.stackSize > 0 && (this.next < this.length || this.stackSize === 1);
  }

  /** The arc `move` would make. */
  headFor(move: number): number {
    return move === attachLeft ? this.next : this.stackAt(1);
  }

  push(): void {
    this.stack[this.stackSize++] = this.next++;
  }

  /** Takes the top of the stack off as a child of `head`. */
  attach(head: number, label: number): void {
    const child = this.stack[--this.stackSize]!;
    this.heads[child] = head;
    this.labels[child] = label;
    if (child < head) this.addLeft(head, child, label);
    else this.addRight(head, child, label);
  }

  private addLeft(head: number, child: number, label: number): void {
    this.left2[head] = this.left1[head]!;
    this.left1[head] = child;
    if (this.leftCount[head]! < 7) this.leftCount[head]!++;
    this.leftSet[head] = Math.imul(this.leftSet[head]! + label + 1, 0x01000193);
  }

  private addRight(head: number, child: number, label: number): void {
    this.right2[head] = this.right1[head]!;
    this.right1[head] = child;
    if (this.rightCount[head]! < 7) this.rightCount[head]!++;
    this.rightSet[head] = Math.imul(this.rightSet[head]! + label + 1, 0x01000193);
  }
}

/** Tags of the artificial root and of an empty place; real tags are below these. */
export const rootTag = 254;
export const noTag = 255;

const columns = [
  "words",
  "tags",
  "heads",
  "labels",
  "left1",
  "left2",
  "right1",
  "right2",
  "leftCount",
  "rightCount",
  "leftSet",
  "rightSet",
] as const;
