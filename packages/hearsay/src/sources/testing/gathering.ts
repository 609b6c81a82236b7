import { Readable } from "node:stream";
import { afterEach } from "vitest";
import type { Found } from "../../engine/ports.js";
import { type Gathering, gather } from "../gather.js";
import { type Answering, serve, type TestServer, testWorld } from "./server.js";

const servers: TestServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server until the end of the test. */
export const on = async (pages: Readonly<Record<string, Answering>>): Promise<TestServer> => {
  const server = await serve(pages);
  servers.push(server);
  return server;
};
/** Everything that places lead to in a world of test servers. */
export async function all(places: readonly string[], given: Partial<Gathering> = {}): Promise<readonly Found[]> {
  const found: Found[] = [];
  const world = testWorld();
  for await (const one of gather(places, { now: world.now, stdin: Readable.from([]), world, ...given }))
    found.push(one);
  return found;
}
export const captures = (found: readonly Found[]) => found.flatMap(({ capture }) => capture ?? []);
export const paths = (found: readonly Found[]) =>
  captures(found)
    .map(({ place }) => new URL(place).pathname)
    .sort();
/** What was said, each as severity and code, in order. */
export const codes = (found: readonly Found[]) =>
  found.flatMap(({ diagnostics }) => diagnostics.map(({ severity, code }) => `${severity} ${code.slice(7)}`)).sort();
export const textOf = (found: readonly Found[], path: string) =>
  new TextDecoder().decode(captures(found).find(({ place }) => place.endsWith(path))?.bytes);

export const item = (link: string, more = "") => `<item><link>${link}</link>${more}</item>`;
export const rss = (...items: readonly string[]) => `<rss version="2.0"><channel>${items.join("")}</channel></rss>`;
/** Text enough to stand for an article. */
export const long = `The ferry ran aground at dawn. ${"The fog was thick that morning. ".repeat(20)}`;
