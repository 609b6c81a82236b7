// Near copies by MinHash and locality-sensitive hashing as datasketch publishes it: word 5-grams, 128 permutations,
// 32 bands of 4 rows. Plain and by itself, to be measured beside.

const bands = 32;
const rows = 4;
const gram = 5;

export class MinHashIndex {
  constructor() {
    this.tables = Array.from({ length: bands }, () => new Map());
    this.count = 0;
    this.a = new Uint32Array(bands * rows);
    this.b = new Uint32Array(bands * rows);
    for (let i = 0; i < this.a.length; i++) {
      this.a[i] = Math.imul(i + 1, 0x9e3779b1) | 1;
      this.b[i] = Math.imul(i + 7, 0x85ebca6b);
    }
  }

  signature(text) {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const hashes = words.map(hash);
    const least = new Uint32Array(this.a.length).fill(0xffffffff);
    for (let i = 0; i + gram <= hashes.length; i++) {
      let h = 17;
      for (let k = 0; k < gram; k++) h = Math.imul(h ^ hashes[i + k], 0x01000193) + 0x2545f491;
      h = (h ^ (h >>> 15)) >>> 0;
      for (let p = 0; p < least.length; p++) {
        const value = (Math.imul(h ^ (h >>> 13), this.a[p]) + this.b[p]) >>> 0;
        if (value < least[p]) least[p] = value;
      }
    }
    return least;
  }

  /** Everything found before in a bucket of this text's; then the text is added. */
  searchAndAdd(text) {
    const signature = this.signature(text);
    const found = new Set();
    const number = this.count++;
    for (let band = 0; band < bands; band++) {
      let key = band;
      for (let r = 0; r < rows; r++) key = Math.imul(key ^ signature[band * rows + r], 0x01000193) ^ (key >>> 13);
      const bucket = this.tables[band].get(key);
      if (bucket === undefined) this.tables[band].set(key, [number]);
      else {
        for (const other of bucket) found.add(other);
        bucket.push(number);
      }
    }
    return found;
  }
}

function hash(word) {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
