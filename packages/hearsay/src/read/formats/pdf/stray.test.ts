import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isStray } from "./stray.js";

const named = (name: string) => Object.assign(new Error("End of file inside array."), { name });

test("only what the parser rejects is let go", () => {
  expect(isStray(named("ParserEOFException"))).toBe(true);
  expect([isStray(named("TypeError")), isStray("ParserEOFException"), isStray(null)]).toEqual([false, false, false]);
});

test.each([
  ["ParserEOFException", 0],
  ["TypeError", 1],
])("a promise that nobody waits for and that is rejected with %s ends a process with %i", (name, status) => {
  const module = JSON.stringify(fileURLToPath(new URL("../../../../dist/read/formats/pdf/stray.js", import.meta.url)));
  const program = `import(${module}).then(({ guardStray }) => { guardStray(); guardStray();
    Promise.reject(Object.assign(new Error("lost"), { name: "${name}" })); setTimeout(() => {}, 50); });`;
  expect(spawnSync(process.execPath, ["-e", program]).status).toBe(status);
});
