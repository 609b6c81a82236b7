/** A binary heap: the first of what is in it, by `before`, comes out first. */
export class Heap<T> {
  private readonly items: T[] = [];
  constructor(private readonly before: (x: T, y: T) => boolean) {}

  push(item: T): void {
    let at = this.items.push(item) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.before(item, this.items[up]!); up = (at - 1) >> 1) {
      this.items[at] = this.items[up]!;
      at = up;
    }
    this.items[at] = item;
  }

  pop(): T | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (last !== undefined && this.items.length > 0) this.sink(last);
    return first;
  }

  private sink(item: T): void {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down + 1 < this.items.length && this.before(this.items[down + 1]!, this.items[down]!)) down++;
      if (down >= this.items.length || !this.before(this.items[down]!, item)) break;
      this.items[at] = this.items[down]!;
      at = down;
    }
    this.items[at] = item;
  }
}
