import type { Found } from "../engine/ports.js";
import { fromPath, fromStdin } from "./files.js";

/** What gathering takes from the world around it. */
export interface Gathering {
  readonly now: () => string;
  readonly stdin: NodeJS.ReadableStream;
}

/** Everything that paths, patterns, addresses and `-` lead to, in the order given: captures, or why there is none. */
export async function* gather(places: readonly string[], { now, stdin }: Gathering): AsyncGenerator<Found> {
  for (const place of places) {
    if (place === "-") yield* fromStdin(stdin, now);
    else if (/^https?:\/\//i.test(place)) yield await (await import("./web.js")).fromWeb(place, now);
    else yield* fromPath(place, now);
  }
}
