/** Runs of work on stories: one at a time each, and one that is asked for while another waits is that other. */
export class Turns {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, Promise<void>>();

  /** Runs `work` when what runs on the story has ended; who asks again before it has begun gets the same run. */
  again(story: string, work: () => Promise<void>): Promise<void> {
    const waiting = this.#waiting.get(story);
    if (waiting !== undefined) return waiting;
    const begun = () => {
      this.#waiting.delete(story);
      return work();
    };
    const turn = (this.#running.get(story) ?? Promise.resolve()).then(begun, begun);
    this.#waiting.set(story, turn);
    const ended = turn.catch(() => {});
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
