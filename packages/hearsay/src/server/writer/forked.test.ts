import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { forkedWriter } from "./forked.js";

const home = mkdtempSync(join(tmpdir(), "hearsay-forked-"));
afterAll(() => rmSync(home, { recursive: true }));

/** A writing process that does this with an order. */
function doing(name: string, script: string): string {
  const file = join(home, `${name}.mjs`);
  writeFileSync(
    file,
    `process.on("disconnect", () => process.exit());\nprocess.on("message", (order) => {${script}});`,
  );
  return file;
}
const parcel = { files: [], urls: [] };
const begin = (file: string, grace?: number) => {
  const writer = forkedWriter(file, grace);
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { code: string }) => error.code,
    );
  const add = () => refused(writer.add("/a", parcel, () => {}, new AbortController().signal));
  return { writer, add, refresh: () => refused(writer.refresh("/a")) };
};

describe("a writing process", () => {
  it("that does not end in time is ended, and what waits does not start another", async () => {
    const { writer, add, refresh } = begin(doing("deaf", "for (;;);"), 300);
    const asked = [add(), refresh()];
    const began = performance.now();
    await writer.close();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await Promise.all(asked)).toEqual(["writer.died", "writer.died"]);
  });
  it("is let end what it has been asked to add", async () => {
    const answer = "setTimeout(() => process.send({ number: order.number, done: { kept: [], diagnostics: [] } }), 300)";
    const { writer, add } = begin(doing("slow", answer));
    const added = add();
    await writer.close();
    expect(await added).toBeNull();
  });
  it("says where what failed came from", async () => {
    const failed = '{ code: "store.failed", message: "The disk is full.", stack: "at the disk" }';
    const writer = forkedWriter(doing("failing", `process.send({ number: order.number, failed: ${failed} })`));
    await expect(writer.refresh("/a")).rejects.toMatchObject({ code: "store.failed", stack: "at the disk" });
    await writer.close();
  });
});
