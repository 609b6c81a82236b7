import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Room } from "../room.js";
import { makeStory } from "../testing/ask.js";
import type { Writer } from "../writer/writer.js";
import type { Question } from "./answerer.js";
import { threadAnswerer } from "./thread.js";

const home = mkdtempSync(join(tmpdir(), "hearsay-answerer-"));
afterAll(() => rmSync(home, { recursive: true }));

const refreshed: string[] = [];
const writer = {
  refresh: async (path: string) => {
    refreshed.push(path);
    if (path === "/broken") throw new Error("The disk is full.");
  },
} as unknown as Writer;

/** An answering thread that does this with an order. */
function doing(name: string, script: string) {
  const file = join(home, `${name}.mjs`);
  const end = 'if (order.do === "end") return parentPort.close();';
  const head =
    'import { parentPort } from "node:worker_threads";\nconst say = (word) => parentPort.postMessage(word);\n';
  writeFileSync(file, `${head}parentPort.on("message", (order) => { ${end} ${script} });`);
  const faults: unknown[] = [];
  const stories = { home, besides: [] };
  const answerer = threadAnswerer(stories, writer, (error) => faults.push(error), pathToFileURL(file));
  return { answerer, faults };
}

const room = (revision: string | null = null) =>
  ({ name: "ferry", path: "/ferry.hearsay", revision: async () => revision }) as unknown as Room;
const question: Question = { name: "GET /stories/{s}/graph", path: {}, query: {}, body: undefined, gzip: false };
const counting = `globalThis.n = (globalThis.n ?? 0) + 1;
  say({ number: order.number, done: { type: "", body: new Uint8Array([n]), revision: order.question.query.of ?? "r1" } });`;

describe("an answering thread", () => {
  it("is not asked again what it has answered, as long as the story's revision is the same", async () => {
    const { answerer } = doing("counting", counting);
    const ask = async (revision: string | null, own: Partial<Question> = {}) =>
      (await answerer.answer(room(revision), { ...question, ...own })).body[0];
    expect([await ask("r1"), await ask("r1"), await ask("r2")]).toEqual([1, 1, 2]);
    expect([await ask(null), await ask("r1", { gzip: true }), await ask("r1", { query: { of: "r1" } })]).toEqual([
      3, 4, 5,
    ]);
    const review: Partial<Question> = { name: "GET /stories/{s}/review" };
    expect([await ask("r1", review), await ask("r1", review)]).toEqual([6, 7]);
    await answerer.close();
  });
  it("says of a story that is gone nothing of the others that there are", async () => {
    await makeStory(join(home, "secret.hearsay"), {});
    const built = new URL("../../../dist/server/answerer/program.js", import.meta.url);
    const answerer = threadAnswerer({ home, besides: [] }, writer, () => {}, built);
    const refused = await answerer.answer(room(), question).catch((error: Error) => error);
    expect(refused).toMatchObject({ status: 404, code: "story.unknown" });
    expect((refused as Error).message).not.toContain("secret");
    await answerer.close();
  });
  it("tells problems as problems, and of faults of ours where they came from", async () => {
    const failed = '{ status: 404, code: "claim.unknown", detail: "No such claim.", errors: [], stack: null }';
    const fault = '{ status: 500, code: "server.failed", detail: "It failed.", errors: [], stack: "at the claims" }';
    const one = doing("refusing", `say({ number: order.number, failed: ${failed} })`).answerer;
    await expect(one.answer(room(), question)).rejects.toMatchObject({ status: 404, code: "claim.unknown" });
    const other = doing("failing", `say({ number: order.number, failed: ${fault} })`).answerer;
    const failure = await other.judgement(room(), { kind: "note", subjects: [] }, "Ada", "").catch((e: unknown) => e);
    expect(failure).toMatchObject({ stack: "at the claims" });
    expect(failure).not.toHaveProperty("status");
    await Promise.all([one.close(), other.close()]);
  });
  it("that dies refuses what it was asked, and the next question starts another", async () => {
    const script = `if (order.question.query.die) process.exit(1); ${counting}`;
    const { answerer } = doing("dying", script);
    const dying = answerer.answer(room(), { ...question, query: { die: true } });
    await expect(dying).rejects.toMatchObject({ status: 503, code: "answerer.died" });
    expect((await answerer.answer(room(), question)).body[0]).toBe(1);
    await answerer.close();
    await expect(answerer.answer(room(), question)).rejects.toMatchObject({ code: "answerer.died" });
  });
  it("has a story brought up to date by who writes, and hears when that failed", async () => {
    const script = `
      if (order.do === "refreshed") return say({ number: last, done: { failed: order.failed } });
      globalThis.last = order.number;
      say({ number: 7, refresh: order.given.subjects[0] });`;
    const { answerer } = doing("asking", script);
    const ask = (path: string) => answerer.judgement(room(), { kind: "note", subjects: [path] }, "Ada", "");
    expect(await ask("/whole")).toEqual({ failed: null });
    expect(await ask("/broken")).toEqual({ failed: "The disk is full." });
    expect(refreshed).toEqual(["/whole", "/broken"]);
    await answerer.close();
  });
});
