#!/usr/bin/env node
// Trains the model: `npx tsc -b packages/english && node packages/english/train/train.mjs --data FOLDER [--out FILE]`.
// FOLDER holds the Universal Dependencies files named in model/MODEL_CARD.md.
import { fileURLToPath } from "node:url";
import { main } from "../dist/train/main.js";

const out = fileURLToPath(new URL("../model/english.bin", import.meta.url));
main(["--out", out, ...process.argv.slice(2)]);
