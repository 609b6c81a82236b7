import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { refuseSwollen } from "./swollen.js";

const pdf = (...parts: readonly (string | Uint8Array)[]) =>
  Buffer.concat(["%PDF-1.4\n", ...parts].map((part) => Buffer.from(part as Uint8Array)));
const bomb = deflateSync(Buffer.alloc(130 * 1024 * 1024), { level: 1 });

describe("streams of a PDF", () => {
  it("are passed over in time when there are many that nothing ends", () => {
    expect(() => refuseSwollen(pdf("stream\n".repeat(100_000)))).not.toThrow();
    expect(() => refuseSwollen(pdf("stream\n".repeat(100_000), "\nendstream"))).not.toThrow();
  });

  it("are refused when one lies in another, many times over", () => {
    expect(() => refuseSwollen(pdf("stream\nx\u0001".repeat(50_000), "endstream"))).toThrow();
  });

  it("are refused when one is a bomb, also behind the word in a comment", () => {
    expect(() => refuseSwollen(pdf("stream\n", bomb, "\nendstream"))).toThrow();
    expect(() => refuseSwollen(pdf("% stream\n", "stream\n", bomb, "\nendstream"))).toThrow();
    expect(() => refuseSwollen(pdf("stream\n", deflateSync("Seals"), "\nendstream\nstream\n", bomb))).toThrow();
  });
});
