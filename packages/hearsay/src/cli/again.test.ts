import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { add, type KeptCapture, type StoryStore, tellStory } from "../engine/index.js";
import { fakeStages } from "../engine/testing/stages.js";
import { gather } from "../sources/index.js";
import { serve, type TestServer, testWorld } from "../sources/testing/server.js";
import { openStory } from "../store/index.js";

const words = (hurt: string) => `Ferry aground at dawn. ${hurt} people were hurt. Fog is blamed. The quay is closed.`;
let [day, hurt] = [1, "Two"];
let [folder, server, store]: [string, TestServer, StoryStore] = ["", null!, null!];

beforeEach(async () => {
  [day, hurt] = [1, "Two"];
  folder = mkdtempSync(join(tmpdir(), "hearsay-again-"));
  store = await openStory(join(folder, "ferry.hearsay"), { create: true });
  server = await serve({
    "/rss": "<rss><channel><item><link>/ferry</link><author>Ada Berg</author></item></channel></rss>",
    "/ferry": (request, response) => {
      response.setHeader("etag", `"${hurt}"`);
      if (request.headers["if-none-match"] === `"${hurt}"`) response.writeHead(304).end();
      else response.end(words(hurt));
    },
  });
});
afterEach(async () => {
  server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

async function adding(path: string): Promise<readonly string[]> {
  const world = testWorld({ now: () => `2026-03-0${day++}T08:00:00Z` });
  const lastFound = (place: string) => store.lastFound(place);
  const found = gather([server.at(path)], { now: world.now, stdin: Readable.from([]), world, lastFound });
  const { kept, diagnostics } = await add({ store, stages: fakeStages().stages }, found);
  return [...kept.map(({ status }) => status), ...diagnostics.map(({ message }) => message)];
}

it("a page from a feed, asked for again, changed and changed back is one article all along", async () => {
  expect(await adding("/rss")).toEqual(["new"]);
  expect(await adding("/ferry")).toEqual(["known"]);
  hurt = "Five";
  const told = "It has changed since it was added before: 1 sentence new, 1 gone. Both versions are kept.";
  expect(await adding("/ferry")).toEqual(["changed", told]);
  expect(await adding("/rss")).toEqual(["known"]);
  const { report } = await tellStory({ store, stages: fakeStages().stages });
  expect(report.articles.map(({ text, file }) => [text, file])).toEqual([[words("Five"), server.at("/ferry")]]);
  expect(report.versions.map(({ text }) => text)).toEqual([words("Two")]);
  hurt = "Two";
  expect(await adding("/ferry")).toEqual(["changed", told]);
  const back = await tellStory({ store, stages: fakeStages().stages });
  expect(back.report.articles.map(({ text }) => text)).toEqual([words("Two")]);
  expect(back.report.versions.map(({ text }) => text)).toEqual([words("Five")]);
  const bodies = server.asked.filter((path) => path === "/ferry");
  expect(bodies).toHaveLength(5);
});

it("what a feed says of a page reaches it, though it was there before and has not changed", async () => {
  expect(await adding("/ferry")).toEqual(["new"]);
  expect(await adding("/rss")).toEqual(["known"]);
  const { report } = await tellStory({ store, stages: fakeStages().stages });
  expect(await store.lastFound(server.at("/ferry"))).toMatchObject({
    hints: { feeds: { [server.at("/rss")]: { authors: ["Ada Berg"] } } },
    validators: { etag: '"Two"' },
  });
  expect(report.articles).toHaveLength(1);
  const [{ places }] = (await store.captures()) as [KeptCapture];
  expect(places[0]).toMatchObject({ first: "2026-03-01T08:00:00Z", last: "2026-03-02T08:00:00Z" });
});
