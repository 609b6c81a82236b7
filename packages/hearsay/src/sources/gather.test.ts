import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Found } from "../engine/ports.js";
import { makeZip } from "../model/testing/zip.js";
import { gather } from "./gather.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-sources-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array = `words of ${name}`): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
};

async function all(places: readonly string[], stdin = ""): Promise<readonly Found[]> {
  const found: Found[] = [];
  const world = { now: () => "2026-03-01T08:00:00Z", stdin: Readable.from([Buffer.from(stdin)]) };
  for await (const one of gather(places, world)) found.push(one);
  return found;
}
const names = (found: readonly Found[]) =>
  found.flatMap(({ capture }) => (capture === null ? [] : capture.place.slice(folder.length + 1)));
const codes = (found: readonly Found[]) =>
  found.flatMap(({ diagnostics }) => diagnostics.map(({ severity, code }) => `${severity} ${code}`));

describe("gathering", () => {
  it("takes a file whatever its name, with the time it was given", async () => {
    const [found] = await all([write("notes.xyz", "grey seals")]);
    expect(found?.capture).toMatchObject({ retrieved: "2026-03-01T08:00:00Z" });
    expect(new TextDecoder().decode(found?.capture?.bytes)).toBe("grey seals");
  });

  it("takes a folder's articles in name order, hidden ones and other types left out with a word", async () => {
    for (const name of ["b.html", "a.txt", "deep/er/c.htm", ".git/x.txt", "style.css", "p.png", "q.png"]) write(name);
    const found = await all([folder]);
    expect(names(found)).toEqual(["a.txt", "b.html", "deep/er/c.htm"]);
    expect(codes(found)).toEqual(["info source.skipped"]);
    expect(found.at(-1)?.diagnostics[0]?.message).toContain("1 .css, 2 .png");
  });

  it("takes a saved feed in a folder, and no other XML", async () => {
    write("feeds/all.xml", "<rss><channel><item><link>ftp://x.example/</link></item></channel></rss>");
    write("feeds/sheet.xml", "<sheet/>");
    const found = await all([folder]);
    expect(codes(found).sort()).toEqual(["info source.skipped", "warning source.feed"]);
    expect(
      found.find(({ diagnostics }) => diagnostics[0]?.code === "source.skipped")?.diagnostics[0]?.message,
    ).toContain("1 .xml");
  });

  it("says when a folder holds no article", async () => {
    write("p.png");
    expect(codes(await all([folder]))).toContain("error source.no-articles");
  });

  it("does not go round in a circle of links", async () => {
    write("sub/a.txt");
    symlinkSync(folder, join(folder, "sub", "loop"));
    expect(names(await all([folder]))).toEqual(["sub/a.txt"]);
  });

  it("expands patterns that the shell left alone", async () => {
    for (const name of ["2.txt", "1.txt", "x/3.txt", "x/4.html"]) write(name);
    expect(names(await all([join(folder, "**/*.txt")])).sort()).toEqual(["1.txt", "2.txt", "x/3.txt"]);
    expect(codes(await all([join(folder, "*.nothing")]))).toEqual(["error source.missing"]);
  });

  it("prefers a file that is named like a pattern", async () => {
    expect(names(await all([write("seals [1].txt")]))).toEqual(["seals [1].txt"]);
  });

  it("reads standard input", async () => {
    const [found] = await all(["-"], "from the pipe");
    expect(found?.capture?.place).toBe("-");
    expect(new TextDecoder().decode(found?.capture?.bytes)).toBe("from the pipe");
  });

  it("names what is missing and goes on", async () => {
    const found = await all([join(folder, "gone.txt"), write("here.txt")]);
    expect(codes(found)).toEqual(["error source.missing"]);
    expect(names(found)).toEqual(["here.txt"]);
  });

  it("says which formats are not read yet, by their first bytes", async () => {
    const old = Buffer.from("d0cf11e0a1b11ae1", "hex");
    expect(codes(await all([write("a.rtf", "{\\rtf1 words}"), write("b.doc", old), write("c.txt", "Rar!…")]))).toEqual(
      Array(3).fill("error source.not-yet"),
    );
    const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(codes(await all([write("report.docx", locked)]))).toEqual(["error source.password"]);
    expect(names(await all([write("page.rtf", "<!doctype html><p>words</p>")]))).toEqual(["page.rtf"]);
  });

  it("opens archives and data files in a folder, and in standard input", async () => {
    write("a.zip", makeZip([{ name: "in.html", content: "words" }]));
    write("b.jsonl", '{"text":"One."}\n{"text":"Two."}\n');
    write("settings.json", "{}");
    const found = await all([folder]);
    expect(names(found)).toEqual(["a.zip/in.html", "b.jsonl#1", "b.jsonl#2"]);
    expect(codes(found)).toEqual(["warning source.no-field"]);
    const piped = await all(["-"], '{"text":"One."}\n{"text":"Two."}\n');
    expect(piped.flatMap(({ capture }) => capture?.place ?? [])).toEqual(["-#1", "-#2"]);
  });

  it("refuses what is larger than any article without reading it", async () => {
    const path = write("huge.txt");
    truncateSync(path, 51 * 1024 * 1024);
    expect(codes(await all([path]))).toEqual(["error source.too-large"]);
  });

  it.skipIf(process.getuid?.() === 0)("says that a file may not be read", async () => {
    const path = write("secret.txt");
    chmodSync(path, 0);
    expect(codes(await all([path]))).toEqual(["error source.unreadable"]);
  });

  it.skipIf(process.platform === "win32")("does not wait for pipes inside a folder", async () => {
    write("a.txt");
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    expect(names(await all([folder]))).toEqual(["a.txt"]);
  });
});
