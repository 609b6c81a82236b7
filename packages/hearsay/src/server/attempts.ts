/** So many wrong passwords for one name in so long a time, in milliseconds, from wherever they come. */
const most = 20;
const within = 10 * 60_000;
/** So many names are remembered; those tried longest ago go first. */
const mostNames = 10_000;

/** Counts wrong passwords by name: who guesses from many addresses is slowed down, too. */
export class Attempts {
  readonly #failed = new Map<string, { count: number; since: number }>();

  /** Whether another attempt may be made. @param now in milliseconds */
  mayTry(name: string, now: number): boolean {
    const failed = this.#failed.get(name);
    if (failed === undefined) return true;
    if (now - failed.since >= within) this.#failed.delete(name);
    return now - failed.since >= within || failed.count < most;
  }

  failed(name: string, now: number): void {
    const before = this.#failed.get(name);
    this.#failed.delete(name);
    this.#failed.set(name, { count: (before?.count ?? 0) + 1, since: before?.since ?? now });
    for (const old of this.#failed.keys()) {
      if (this.#failed.size <= mostNames) break;
      this.#failed.delete(old);
    }
  }

  succeeded(name: string): void {
    this.#failed.delete(name);
  }
}
