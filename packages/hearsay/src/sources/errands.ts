import type { Found } from "../engine/ports.js";
import type { Entry, Feed } from "./feeds/index.js";

/** What a feed says of an address, and which feed. */
export interface Said {
  readonly feed: string;
  readonly entry: Entry;
}

/** One address to fetch, or one feed at hand to follow, and what is known of it. */
export interface Errand {
  readonly place: string;
  /** How many lists led to it. */
  readonly depth: number;
  readonly feed?: Feed;
  /** What the feeds say that led to the address, by feed; nothing for one that the user gave, or that a list names. */
  readonly said: readonly Said[];
}

/** What an errand brought, the further lists it led to, and the pages that its feed lists. */
export interface Outcome {
  readonly found: readonly Found[];
  readonly errands: readonly Errand[];
  readonly said: readonly Said[];
}

/** An address without the part that servers never see. */
export const addressOf = (place: string): string => place.replace(/#.*$/s, "");

/** So many hosts are asked at the same time. */
const width = 8;

/** Runs errands and what they lead to, hosts side by side and each one thing at a time; outcomes in no certain order. */
export async function* inTurns(
  errands: Iterable<Errand>,
  run: (errand: Errand) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const queue = new Queue();
  for (const errand of errands) queue.add(errand);
  const running = new Map<string, Promise<{ readonly host: string; readonly outcome: Outcome }>>();
  for (;;) {
    while (running.size < width) {
      const next = queue.take(running);
      if (next === null) break;
      const { host, errand } = next;
      running.set(
        host,
        run(errand).then((outcome) => ({ host, outcome })),
      );
    }
    if (running.size === 0) return;
    const { host, outcome } = await Promise.race(running.values());
    running.delete(host);
    for (const errand of outcome.errands) queue.add(errand);
    yield outcome;
  }
}

/** Errands by host, each address once. */
class Queue {
  readonly #byHost = new Map<string, Errand[]>();
  readonly #seen = new Set<string>();

  add(errand: Errand): void {
    const address = addressOf(errand.place);
    if (errand.feed === undefined && this.#seen.has(address)) return;
    this.#seen.add(address);
    const host = errand.feed === undefined ? hostOf(errand.place) : `feed ${errand.place}`;
    const waiting = this.#byHost.get(host);
    if (waiting === undefined) this.#byHost.set(host, [errand]);
    else waiting.push(errand);
  }

  /** The next errand to a host at which none is running; null when there is none. */
  take(running: { has(host: string): boolean }): { readonly host: string; readonly errand: Errand } | null {
    for (const [host, waiting] of this.#byHost) {
      if (running.has(host)) continue;
      const errand = waiting.shift();
      if (waiting.length === 0) this.#byHost.delete(host);
      if (errand !== undefined) return { host, errand };
    }
    return null;
  }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : "");
