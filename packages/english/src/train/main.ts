import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import type { ConlluSentence } from "../conllu.js";
import { Lemmatizer } from "../lemmatizer.js";
import { type Model, readModel } from "../model.js";
import { read, trainingSentences } from "./corpus.js";
import { scoreModel } from "./evaluate.js";
import { jackknifed, wordHashBy } from "./examples.js";
import { learnFeats } from "./learn-feats.js";
import { learnLemmas } from "./learn-lemmas.js";
import { arcLines, lemmaLines, lexiconLines, packClasses, packModel, packMoves, strongest } from "./pack.js";
import { scoreLine } from "./score.js";
import { meanMargin, type ParserExample, seenRelations, type TrainedParser, trainParser } from "./train-parser.js";
import { type TrainedTagger, trainTagger } from "./train-tagger.js";
import { jointTags, type Names, relations as relationNames } from "./vocabulary.js";

/** Passes over the data. */
const passes = { tagger: 5, fold: 3, parser: 6 };

/** The features with the largest weights that go into the model file: what keeps it under 6 MB. */
const kept = { tagger: 170_000, moves: 800_000, relations: 150_000 };

/** One temperature's worth of score is this share of the mean margin on training sentences; tuned on EWT dev. */
const marginsPerTemperature = 4;

/** From this pass on the model file is written after each pass, so that a run cut short leaves one. */
const firstCheckpoint = 3;

/**
 * Trains tagger, parser, lemmas and features and writes the model file. Same data, same file: all shuffles are seeded.
 * Options: --data FOLDER, --out FILE, --passes N (of the parser).
 */
export function main(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: "string" }, out: { type: "string" }, passes: { type: "string" } },
  });
  if (values.data === undefined || values.out === undefined)
    throw new Error("usage: --data FOLDER --out FILE [--passes N]");
  new Training(values.data, values.out, Number(values.passes ?? passes.parser)).run();
}

/** One training run: what its steps share. */
class Training {
  private readonly begun = Date.now();
  private readonly sentences: readonly ConlluSentence[];
  private readonly tags: Names;
  private readonly relations: Names;

  constructor(
    private readonly data: string,
    private readonly out: string,
    private readonly parserPasses: number,
  ) {
    this.sentences = trainingSentences(data);
    this.tags = jointTags(this.sentences, 3);
    this.relations = relationNames(this.sentences);
  }

  run(): void {
    this.say(`${this.sentences.length} sentences, ${this.sentences.reduce((n, s) => n + s.words.length, 0)} words`);
    const tagger = trainTagger(this.sentences, this.tags, passes.tagger, 1);
    this.say("tagger trained");
    const lemmas = learnLemmas(this.sentences);
    const wordHash = wordHashBy(new Lemmatizer(lemmas), this.tags.list);
    const examples = jackknifed(this.sentences, wordHash, this.tags, this.relations, passes.fold);
    this.say("training data tagged");
    const base = {
      tags: this.tags.list,
      relations: this.relations.list,
      openTags: tagger.tagger.open,
      lexicon: lexiconLines(tagger.tagger.lexicon),
      arcs: arcLines(seenRelations(examples)),
      ...lemmaLines(lemmas),
      feats: [...learnFeats(this.sentences)],
    };
    const settings = { passes: this.parserPasses, seed: 1, explore: 0.9, margin: 60, relationMargin: 15 };
    const root = this.relations.find("root");
    trainParser(examples, this.relations.list.length, root, settings, (pass, parser) => {
      this.say(`parser pass ${pass + 1}`);
      if (pass + 1 >= firstCheckpoint) this.write(base, tagger, parser, examples);
    });
  }

  private write(
    base: Omit<Parameters<typeof packModel>[0], "temperature">,
    tagger: TrainedTagger,
    { actions, relations }: TrainedParser,
    examples: readonly ParserExample[],
  ): void {
    const taggerRows = packClasses(strongest(tagger.learner.rows(), kept.tagger));
    const moves = packMoves(strongest(actions.rows(), kept.moves));
    const names = packClasses(strongest(relations.rows(), kept.relations));
    const untempered = readModel(packModel({ ...base, temperature: 1 }, taggerRows, moves, names));
    const temperature = meanMargin(untempered.parser, examples.slice(0, 400)) / marginsPerTemperature;
    const file = packModel({ ...base, temperature }, taggerRows, moves, names);
    const packed = brotliCompressSync(file, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 22 },
    });
    mkdirSync(dirname(this.out), { recursive: true });
    writeFileSync(this.out, packed);
    this.say(`${(packed.length / 1e6).toFixed(2)} MB, unpacked ${(file.length / 1e6).toFixed(2)} MB`);
    this.report(readModel(file));
  }

  private report(model: Model): void {
    for (const name of ["en_ewt-ud-dev.conllu", "en_gum-ud-dev.conllu"])
      this.say(`${name}  ${scoreLine(scoreModel(model, read(this.data, name)))}`);
  }

  private say(line: string): void {
    console.log(`${((Date.now() - this.begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  }
}
