import type { Room } from "./room.js";

/** Something that happened in a story. */
export interface Happening {
  readonly event: "revision" | "progress" | "judgement" | "diagnostic";
  readonly data: unknown;
}
type Listener = (happening: Happening) => void;

/** Tells everybody who looks at a story what changes in it, also what other processes change. */
export class Live {
  readonly #rooms = new Map<Room, Watch>();

  /** @param every how often a story that is looked at is asked for its revision, in milliseconds */
  constructor(readonly every = 1000) {}

  /** Tells a listener from now on, first what the revision is now; until what is returned is called. */
  listen(room: Room, listener: Listener): () => void {
    const watch = this.#rooms.get(room) ?? new Watch(room, this.every);
    this.#rooms.set(room, watch);
    watch.add(listener);
    return () => {
      watch.delete(listener);
      if (watch.isIdle && this.#rooms.get(room) === watch) this.#rooms.delete(room);
    };
  }

  /** Whether somebody listens to a story. */
  isHeard(room: Room): boolean {
    return this.#rooms.has(room);
  }

  tell(room: Room, happening: Happening): void {
    this.#rooms.get(room)?.tell(happening);
  }

  /** Looks at once, not at the next tick: something has just been written. */
  look(room: Room): void {
    void this.#rooms.get(room)?.look();
  }

  /** How many are listening. */
  get size(): number {
    return [...this.#rooms.values()].reduce((sum, { size }) => sum + size, 0);
  }

  close(): void {
    for (const watch of this.#rooms.values()) watch.close();
    this.#rooms.clear();
  }
}

class Watch {
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | null = null;
  /** What was told last. */
  #told = "";

  constructor(
    readonly room: Room,
    readonly every: number,
  ) {}

  get size(): number {
    return this.#listeners.size;
  }
  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.look(), this.every).unref();
    this.#told = "";
    void this.look();
  }

  delete(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.isIdle) this.close();
  }

  tell(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
  }

  /** Tells the revision if it is another than before. A story that cannot be opened just now is asked again. */
  async look(): Promise<void> {
    try {
      const data = { revision: await this.room.revision(), behind: await this.room.isBehind() };
      const now = JSON.stringify(data);
      if (now === this.#told) return;
      this.#told = now;
      this.tell({ event: "revision", data });
    } catch {
      // The file may be missing for a moment, while it is made anew.
    }
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
