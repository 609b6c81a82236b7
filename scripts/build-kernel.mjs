// Assembles packages/english/src/kernel/kernel.wat into kernel-bytes.ts, so that the package needs no assembler to run.
import { readFileSync, writeFileSync } from "node:fs";
import wabt from "wabt";

const folder = new URL("../packages/english/src/kernel/", import.meta.url);

/** The module as bytes. */
export async function assemble() {
  const { parseWat } = await wabt();
  const module = parseWat("kernel.wat", readFileSync(new URL("kernel.wat", folder), "utf8"), { simd: true });
  return module.toBinary({}).buffer;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const text = Buffer.from(await assemble()).toString("base64");
  const lines = text.match(/.{1,100}/g).map((line) => `  "${line}",`);
  const source = `/** kernel.wat, assembled by scripts/build-kernel.mjs. */\nexport const kernelBytes: string = [\n${lines.join("\n")}\n].join("");\n`;
  writeFileSync(new URL("kernel-bytes.ts", folder), source);
}
