import { writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { sentenceFeatures } from "../features.js";
import { type Models, sharesOf } from "../rank.js";
import { pack } from "../weights.js";
import { type GoldSentence, readGold } from "./gold.js";
import { type Case, learnRanker, learnSentence, shuffled } from "./learn.js";

/**
 * Trains the weights of findCauses: `node …/train/main.js cnc-train.jsonl OUT.bin [HELD-OUT-SHARE]`.
 * With a share, that part of the texts (by a fixed shuffle) is left out and their line numbers are printed.
 */
const [source, target, share] = process.argv.slice(2);
if (source === undefined || target === undefined) {
  console.error("usage: main.js TRAIN.jsonl OUT.bin [HELD-OUT-SHARE]");
  process.exit(2);
}

const bits = { ranker: 20, sentence: 18 };
const epochs = { ranker: 5, sentence: 8 };
/** The sentence model learns from scores that the ranker gives to texts it has not seen. */
const folds = 4;

const all = readGold(source);
const texts = 1 + Math.max(...all.map((s) => s.text));
const heldOut = new Set(shuffled(texts, 7).slice(0, Math.floor(texts * Number(share ?? 0))));
if (share !== undefined) console.log([...heldOut].sort((a, b) => a - b).join("\n"));
const bytes = brotliCompressSync(pack(learn(all.filter((s) => !heldOut.has(s.text)))), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
writeFileSync(target, bytes);
console.error(`${bytes.length} bytes`);

function learn(sentences: readonly GoldSentence[]): Models {
  const cases = Array.from({ length: folds }, (_, k) => {
    const ranker = rankerOf(sentences.filter((s) => s.text % folds !== k));
    return sentences
      .filter((s) => s.text % folds === k)
      .map(({ tree, candidates, causal }): Case => {
        return { features: sentenceFeatures(tree, candidates, sharesOf(tree, candidates, ranker)), causal };
      });
  });
  return {
    ranker: rankerOf(sentences),
    sentence: learnSentence(cases.flat(), bits.sentence, epochs.sentence),
  };
}

function rankerOf(sentences: readonly GoldSentence[]) {
  const choices = sentences.map(({ features, quality }) => ({ options: features, quality }));
  return learnRanker(choices, bits.ranker, epochs.ranker);
}
