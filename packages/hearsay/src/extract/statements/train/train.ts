import type { Finders, Readers } from "../decode.js";
import type { Weights } from "../weights.js";
import type { GoldPage } from "./gold.js";
import { type Choice, choicesIn, learnChoices } from "./learn-choices.js";
import { candidateWords, learnCues } from "./learn-cues.js";
import { learnRoles } from "./learn-roles.js";
import { verdictsIn } from "./learn-verdicts.js";
import { meanOf, regress } from "./regression.js";

const [cueBits, roleBits, choiceBits, verdictBits] = [20, 20, 18, 20];

/** How long to learn. */
export interface Effort {
  /** Runs whose mean is taken. */
  readonly rounds: number;
  /** Parts of the articles: what chooses and judges learns from each part as models of the others read it. */
  readonly folds: number;
  /** How often the labels of all articles are gone through, and those of all parts but one. */
  readonly epochs: number;
  readonly partEpochs: number;
  /** False: the likeliest reading is kept, none is chosen. */
  readonly choose: boolean;
}
export const fullEffort: Effort = { rounds: 4, folds: 4, epochs: 8, partEpochs: 6, choose: true };

/** Weights learnt from marked articles. Same input, same weights. */
export function train(
  pages: readonly GoldPage[],
  { rounds, folds, epochs, partEpochs, choose }: Effort = fullEffort,
): Weights {
  console.error(`${pages.length} articles, ${pages.reduce((n, p) => n + p.gold.length, 0)} attributions`);
  const random = generator(20_16);
  const candidates = candidateWords(pages, 3);
  const finders = (some: readonly GoldPage[], epochs: number, rounds: number): Finders => {
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
      threshold: 0.42,
    };
  };
  const parts = Array.from({ length: folds }, (_, f) =>
    foldOf(pages, f, folds, (rest) => finders(rest, partEpochs, 1)),
  );
  const choices = withChoices(
    parts.flatMap((part) => part.choices),
    choose ? rounds : 0,
    random,
  );
  const examples = parts.flatMap((part) => {
    const others = parts.filter((p) => p !== part).flatMap((p) => p.choices);
    const readers: Readers = { ...part.finders, ...withChoices(others, choose ? 1 : 0, random) };
    return part.pages.flatMap((page) => verdictsIn(page, readers, verdictBits));
  });
  console.error(`verdicts: ${examples.length} readings`);
  const verdicts = quantised(meanOf(rounds, () => [regress(examples, 2 ** verdictBits, 5, random)])[0]!);
  const all = finders(pages, epochs, rounds);
  return { ...all, ...choices, verdictBits, verdicts: verdicts.table, verdictScale: verdicts.scale };
}

interface Fold {
  readonly pages: readonly GoldPage[];
  readonly finders: Finders;
  readonly choices: readonly Choice[];
}

/** One part of the articles, read by models of the others. */
function foldOf(
  pages: readonly GoldPage[],
  fold: number,
  folds: number,
  learn: (rest: readonly GoldPage[]) => Finders,
): Fold {
  const own = pages.filter((_, i) => i % folds === fold);
  const finders = learn(pages.filter((_, i) => i % folds !== fold));
  return { pages: own, finders, choices: own.flatMap((page) => choicesIn(page, finders, choiceBits)) };
}

/** With no round nothing tells readings apart, and the likeliest is kept. */
function withChoices(choices: readonly Choice[], rounds: number, random: () => number) {
  if (rounds === 0) return { choiceBits, choices: new Int8Array(2 ** choiceBits) };
  return { choiceBits, choices: quantised(learnChoices(choices, choiceBits, 5, rounds, random)).table };
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
