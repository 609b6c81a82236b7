/** Runs of work on stories: one at a time each, in the order in which they were asked for. */
export class Turns {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, Promise<void>>();

  /** As `after`; who asks again before it has begun gets the same run. */
  again(story: string, work: () => Promise<void>): Promise<void> {
    const waiting = this.#waiting.get(story);
    if (waiting !== undefined) return waiting;
    const turn = this.after(story, () => {
      this.#waiting.delete(story);
      return work();
    });
    this.#waiting.set(story, turn);
    return turn;
  }

  /** Runs `work` when what runs or waits on the story has ended. */
  after<T>(story: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#running.get(story) ?? Promise.resolve()).then(work);
    const ended = turn.then(
      () => {},
      () => {},
    );
    this.#running.set(story, ended);
    void ended.then(() => {
      if (this.#running.get(story) === ended) this.#running.delete(story);
    });
    return turn;
  }

  /** Whether something runs or waits on a story. */
  isBusy(story: string): boolean {
    return this.#running.has(story);
  }

  /** When everything that runs or waits has ended. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }
}
