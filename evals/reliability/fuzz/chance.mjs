// Seeded chance: the same number gives the same choices on any machine.

/** A small generator (mulberry32) with what fuzzing asks of it. */
export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to `most`, without it. */
  below(most) {
    return Math.floor(this.next() * most);
  }

  /** Few mostly, many seldom: from 1 to `most`, evenly over orders of magnitude. */
  size(most) {
    return Math.max(1, Math.floor(most ** this.next()));
  }

  is(share) {
    return this.next() < share;
  }

  of(list) {
    return list[this.below(list.length)];
  }

  /** One of `[thing, weight]`. */
  weighted(list) {
    let at = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [thing, weight] of list) {
      at -= weight;
      if (at < 0) return thing;
    }
    return list.at(-1)[0];
  }
}

/** The choices of one case of a campaign. */
export const chanceOf = (seed, number) =>
  new Chance(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
