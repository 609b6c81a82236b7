import { expect, test } from "vitest";
import { kernelBytes } from "../packages/english/dist/kernel/kernel-bytes.js";
import { assemble } from "./build-kernel.mjs";

test("the bytes that ship are those of kernel.wat; if not: node scripts/build-kernel.mjs", async () => {
  expect(Buffer.from(await assemble()).toString("base64")).toBe(kernelBytes);
});
