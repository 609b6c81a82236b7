import { type Candidate, candidatesOf } from "../candidates.js";
import { choiceCapacity } from "../choice.js";
import { choiceFeatures } from "../choice-features.js";
import type { Finders } from "../decode.js";
import { Features } from "../hashing.js";
import type { Page } from "../page.js";
import { RoleScores } from "../role-scores.js";
import { windowOf } from "../window.js";
import type { GoldAttribution, GoldPage } from "./gold.js";
import { meanOf, shuffle } from "./regression.js";

/** The ways to read one gold cue: the features of each, and how good it is. */
export type Choice = readonly { readonly slots: Int32Array; readonly worth: number }[];

/** The ways to read the gold cues of a page, found by models that did not see it. */
export function choicesIn({ page, gold }: GoldPage, finders: Finders, bits: number): Choice[] {
  const scores = new RoleScores(page, finders);
  const features = new Features(bits, choiceCapacity);
  return gold.map((g) => {
    const window = windowOf(page, g.head);
    return candidatesOf(page, window, scores.of(window), finders.transitions).map((candidate) => {
      choiceFeatures(page, window, candidate, features);
      return { slots: features.slots.slice(0, features.count), worth: worthOf(page, candidate, g) };
    });
  });
}

/** 0 to 1.4: wholly right, half right as evals count it, and the share of words in common. */
function worthOf(page: Page, found: Candidate, gold: GoldAttribution): number {
  const shares = [
    overlap(page, found.source, gold.source),
    overlap(page, found.cue, gold.cue),
    overlap(page, found.content, gold.content),
  ] as const;
  const exact = shares.every((share) => share === 1) ? 0.5 : 0;
  const soft = shares[0] >= 0.5 && shares[1] > 0 && shares[2] >= 0.5 ? 0.6 : 0;
  return exact + soft + (0.3 * (shares[0] + shares[1] + shares[2])) / 3;
}

/** Words in common by words in either, marks not counted; 1 where neither has any. */
function overlap(page: Page, found: readonly number[], gold: ReadonlySet<number>): number {
  const words = found.filter((t) => page.word[t] === 1);
  const common = words.filter((t) => gold.has(t)).length;
  const all = words.length + [...gold].filter((t) => page.word[t] === 1).length - common;
  return all === 0 ? 1 : common / all;
}

/** How much a better reading outweighs a worse one. */
const sharpness = 8;
const [rate, decay] = [0.02, 2e-6];

/** Learns to choose: a log-linear model over the ways to read a cue, drawn to those of the greatest worth. */
export function learnChoices(
  choices: readonly Choice[],
  bits: number,
  epochs: number,
  rounds: number,
  random: () => number,
): Float32Array {
  const open = choices.filter((choice) => choice.length > 1);
  return meanOf(rounds, () => [learnOnce(open, 2 ** bits, epochs, random)])[0]!;
}

function learnOnce(choices: readonly Choice[], size: number, epochs: number, random: () => number): Float32Array {
  const order = [...choices];
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(1e-3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const choice of order) learnFrom(choice, weights, squares);
  }
  return weights;
}

function learnFrom(choice: Choice, weights: Float32Array, squares: Float32Array): void {
  const guess = shares(choice.map(({ slots }) => slots.reduce((sum, s) => sum + weights[s]!, 0)));
  const wanted = shares(choice.map(({ worth }) => sharpness * worth));
  const gradients = new Map<number, number>();
  choice.forEach(({ slots }, i) => {
    const difference = guess[i]! - wanted[i]!;
    if (Math.abs(difference) < 1e-4) return;
    for (const s of slots) gradients.set(s, (gradients.get(s) ?? 0) + difference);
  });
  for (const [s, gradient] of gradients) {
    if (gradient === 0) continue;
    const g = gradient + decay * weights[s]!;
    squares[s]! += g * g;
    weights[s]! -= (rate / Math.sqrt(squares[s]!)) * g;
  }
}

/** Numbers as shares of one: their exponentials by the sum of these. */
function shares(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const raised = values.map((v) => Math.exp(v - most));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((v) => v / sum);
}
