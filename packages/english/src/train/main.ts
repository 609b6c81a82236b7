import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { readModel } from "../model.js";
import { read, trainingSentences } from "./corpus.js";
import { scoreModel } from "./evaluate.js";
import { jackknifed } from "./examples.js";
import { learnFeats } from "./learn-feats.js";
import { learnLemmas } from "./learn-lemmas.js";
import { lemmaLines, lexiconLines, packClasses, packModel, packMoves } from "./pack.js";
import { scoreLine } from "./score.js";
import { seenRelations, trainParser } from "./train-parser.js";
import { trainTagger } from "./train-tagger.js";
import { jointTags, relations as relationNames } from "./vocabulary.js";

/** Passes over the data; more brought less than 0.1 points of LAS on EWT dev. */
const defaults = { taggerPasses: 5, foldPasses: 4, parserPasses: 10 };

/** Rows whose weights are all smaller than this are left out of the model file. */
const smallest = { tagger: 0.15, moves: 0.12, relations: 0.12 };

/**
 * Trains tagger, parser, lemmas and features and writes the model file. Same data, same file: all shuffles are seeded.
 * Options: --data FOLDER, --out FILE, --passes N.
 */
export function main(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: "string" }, out: { type: "string" }, passes: { type: "string" } },
  });
  if (values.data === undefined || values.out === undefined)
    throw new Error("usage: --data FOLDER --out FILE [--passes N]");
  train(values.data, values.out, Number(values.passes ?? defaults.parserPasses));
}

function train(data: string, out: string, passes: number): void {
  const say = clock();
  const sentences = trainingSentences(data);
  const tags = jointTags(sentences, 3);
  const relations = relationNames(sentences);
  say(`${sentences.length} sentences, ${sentences.reduce((n, s) => n + s.words.length, 0)} words`);
  const { tagger, learner } = trainTagger(sentences, tags, defaults.taggerPasses, 1);
  say("tagger trained");
  const examples = jackknifed(sentences, tagger, tags, relations, defaults.foldPasses);
  say("training data tagged");
  const settings = { passes, seed: 1, explore: 0.9, margin: 1 };
  const parser = trainParser(examples, relations.list.length, relations.find("root"), settings, (pass) =>
    say(`pass ${pass + 1}`),
  );
  const lemmas = learnLemmas(sentences);
  const tables = {
    tags: tags.list,
    relations: relations.list,
    openTags: tagger.open,
    lexicon: lexiconLines(tagger.lexicon),
    arcs: arcLines(seenRelations(examples)),
    ...lemmaLines(lemmas),
    feats: [...learnFeats(sentences)],
  };
  const file = packModel(
    tables,
    packClasses(learner.rows(smallest.tagger)),
    packMoves(parser.actions.rows(smallest.moves)),
    packClasses(parser.relations.rows(smallest.relations)),
  );
  const packed = brotliCompressSync(file, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, packed);
  say(`${out}: ${(packed.length / 1e6).toFixed(2)} MB, unpacked ${(file.length / 1e6).toFixed(2)} MB`);
  const trained = readModel(file);
  for (const name of ["en_ewt-ud-dev.conllu", "en_gum-ud-dev.conllu"])
    say(`${name}  ${scoreLine(scoreModel(trained, read(data, name)))}`);
}

function arcLines(seen: ReadonlyMap<number, readonly number[]>): number[][] {
  return [...seen]
    .sort(([a], [b]) => a - b)
    .map(([key, relations]) => [key >> 9, (key >> 1) & 255, key & 1, ...relations]);
}

function clock(): (line: string) => void {
  const begun = Date.now();
  return (line) => console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
}
