#!/usr/bin/env node
// Trains the model: `npx tsc -b packages/english && node packages/english/train/train.mjs --data FOLDER --raw FILE,FILE`.
// FOLDER holds the Universal Dependencies files named in model/MODEL_CARD.md, the files plain text in JSON lines. Two
// other networks are trained first, side by side, and parse the text; the one that is shipped learns from both.
// Without --raw it learns from the annotated sentences alone.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const shipped = fileURLToPath(new URL("../model/english.bin", import.meta.url));
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    raw: { type: "string" },
    out: { type: "string", default: shipped },
    work: { type: "string", default: "english-training" },
  },
});
if (values.data === undefined) {
  console.error("usage: train.mjs --data FOLDER [--raw FILE,FILE] [--out FILE] [--work FOLDER]");
  process.exit(2);
}

/** Settings of the two teachers: longer at school than the pupil, or larger, so that they err unlike each other. */
const teachers = [
  { passes: 16, shape: { arc: 64 } },
  { passes: 13, shape: { embedding: 128, hidden: 96, arc: 64 } },
];

/** Runs one training in a process of its own, its lines marked with `name`. */
function train(name, ...args) {
  const program = JSON.stringify(new URL("../dist/train/main.js", import.meta.url).href);
  const code = `import { main } from ${program}; main(process.argv.slice(1));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code, "--", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout.on("data", (text) => process.stdout.write(String(text).replace(/^(?=.)/gm, `${name}  `)));
  return new Promise((resolve, reject) => {
    child.on("exit", (status) => (status === 0 ? resolve() : reject(new Error(`${name}: exit status ${status}`))));
  });
}

const data = ["--data", values.data];
if (values.raw === undefined) await train("model", ...data, "--out", values.out);
else {
  mkdirSync(values.work, { recursive: true });
  const files = teachers.map((_, i) => join(values.work, `teacher-${i + 1}.bin`));
  const lessons = teachers.map((settings, i) =>
    train(`teacher ${i + 1}`, ...data, "--out", files[i], "--set", JSON.stringify(settings)),
  );
  await Promise.all(lessons);
  await train("model", ...data, "--out", values.out, "--teachers", files.join(","), "--raw", values.raw);
}
