import { writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { pack, type Weights } from "../weights.js";
import { type GoldPage, goldPage, readGold } from "./gold.js";
import { candidateWords, learnCues } from "./learn-cues.js";
import { learnRoles } from "./learn-roles.js";
import { learnVerdicts } from "./learn-verdicts.js";

/** The models of cues and roles, before any verdict. */
export type First = Omit<Weights, "verdicts" | "verdictScale" | "verdictBits">;

const [cueBits, roleBits, verdictBits] = [20, 20, 18];
/** Runs whose mean is taken. */
const rounds = 4;
const quality = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 };

/**
 * Trains the weights of findStatements: `node …/train/main.js polnear-train.jsonl OUT.bin [articles]`.
 * Same input, same file.
 */
const [source, target, limit] = process.argv.slice(2);
if (source === undefined || target === undefined) {
  console.error("usage: main.js TRAIN.jsonl OUT.bin [ARTICLES]");
  process.exit(2);
}
const articles = readGold(source).slice(0, limit ? Number(limit) : undefined);
writeFileSync(target, brotliCompressSync(pack(train(articles.map(goldPage))), { params: quality }));

function train(pages: readonly GoldPage[]): Weights {
  console.error(`${pages.length} articles, ${pages.reduce((n, p) => n + p.gold.length, 0)} attributions`);
  const random = generator(20_16);
  const candidates = candidateWords(pages, 3);
  const firstModels = (some: readonly GoldPage[], epochs: number, rounds: number): First => {
    const cues = quantised(learnCues(some, candidates, cueBits, rounds, random));
    const { roles, transitions } = learnRoles(some, roleBits, epochs, rounds, random);
    const roleTable = quantised(roles);
    return {
      cueBits,
      roleBits,
      cues: cues.table,
      cueScale: cues.scale,
      roles: roleTable.table,
      roleScale: roleTable.scale,
      transitions: Array.from(transitions, (x) => Math.round(x * 1000) / 1000),
      candidates,
      threshold: 0.38,
    };
  };
  const verdicts = quantised(learnVerdicts(pages, (some) => firstModels(some, 4, 1), verdictBits, rounds, random));
  return { ...firstModels(pages, 8, rounds), verdictBits, verdicts: verdicts.table, verdictScale: verdicts.scale };
}

/** One byte a weight; the largest one in ten thousand are cut off. */
function quantised(weights: Float32Array): { table: Int8Array; scale: number } {
  const sizes = weights
    .filter((w) => w !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
  const scale = largest / 127;
  return { table: Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale)))), scale };
}

/** A small seeded generator of numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
