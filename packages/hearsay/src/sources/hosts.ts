/** What waiting takes from the world: milliseconds that only go forward, and sleep. */
export interface Clock {
  readonly ticks: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** So many times in a row may a host fail before it is left alone for the rest of a run. */
const strikes = 3;

/** Takes turns at hosts: at each host one request at a time, with a pause after it; different hosts side by side. */
export class Hosts {
  readonly #clock: Clock;
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #ended = new Map<string, number>();
  readonly #failures = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Runs `work` when it is its turn at the host, `pause` milliseconds after the last one there ended at the earliest.
   * With no pause at all, as for a robots.txt, it does not make the next one wait either.
   */
  turn<T>(host: string, pause: number, work: () => Promise<T>): Promise<T> {
    const mine = async (): Promise<T> => {
      const since = this.#clock.ticks() - (this.#ended.get(host) ?? Number.NEGATIVE_INFINITY);
      if (since < pause) await this.#clock.wait(pause - since);
      try {
        return await work();
      } finally {
        if (pause > 0) this.#ended.set(host, this.#clock.ticks());
      }
    };
    const turn = (this.#tails.get(host) ?? Promise.resolve()).then(mine, mine);
    this.#tails.set(host, turn);
    return turn;
  }

  /** Remembers how a host did: whether it answered at all, without turning us away as too many. */
  did(host: string, answered: boolean): void {
    this.#failures.set(host, answered ? 0 : (this.#failures.get(host) ?? 0) + 1);
  }

  /** Whether a host has failed so often in a row that asking on would be of no use to anybody. */
  isSpent(host: string): boolean {
    return (this.#failures.get(host) ?? 0) >= strikes;
  }
}
