import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { RelationRules } from "./analyse.js";
import { type KnownNames, knownNames } from "./consistency.js";
import { formKeys } from "./features.js";
import type { NetworkWord } from "./form-store.js";
import { Inflections, type JointTag } from "./inflections.js";
import type { LemmaRule, LemmaTables } from "./lemma.js";
import { readSections } from "./model-file.js";
import { Network } from "./network.js";
import { maxSentenceTokens } from "./sentences.js";
import { readWeights } from "./weights.js";
import { normalise } from "./words.js";

/** Everything learnt, ready to use. */
export interface Model {
  readonly network: Network;
  readonly rules: RelationRules;
  readonly names: KnownNames;
  readonly words: WordStore;
  readonly tags: readonly JointTag[];
  readonly relations: readonly string[];
  readonly inflections: Inflections;
}

/** The text part of a model file, as JSON. Tags and relations are places in their lists. */
export interface ModelTables {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Keys of the rows of the embedding table, each less the one before it. */
  readonly keys: readonly number[];
  /** "word tag tag …": words that take no other tag. */
  readonly lexicon: readonly string[];
  /** "xpos ending cut added" */
  readonly lemmaRules: readonly string[];
  /** [key, lemma] */
  readonly lemmaExceptions: readonly (readonly [string, string])[];
  readonly feats: readonly (readonly [string, string])[];
}

/** Section names. */
export const sectionNames = { tables: "tables", weights: "weights" } as const;

const location = new URL("../model/english.bin", import.meta.url);
let loaded: Model | undefined;

/** The model beside the package, read at the first call. */
export function model(): Model {
  loaded ??= readModel(readFileSync(location));
  return loaded;
}

/** Builds the model from the bytes of a model file. */
export function readModel(file: Uint8Array): Model {
  const sections = readSections(file);
  const packed = brotliDecompressSync(section(sections, sectionNames.tables));
  const tables = JSON.parse(new TextDecoder().decode(packed)) as ModelTables;
  const { relations } = tables;
  const weights = readWeights(section(sections, sectionNames.weights));
  const tags = tables.tags.map((joint): JointTag => {
    const [upos, xpos] = joint.split(" ");
    return { joint, upos: upos!, xpos: xpos! };
  });
  const at = (relation: string) => relations.indexOf(relation);
  return {
    network: new Network(weights, maxSentenceTokens),
    rules: {
      root: at("root"),
      count: relations.length,
      single: [[at("nsubj"), at("nsubj:pass")], [at("obj")]],
      never: [at("nsubj:pass"), at("obj")],
    },
    names: knownNames(tables.tags, relations),
    words: new WordStore(rowsByKey(tables.keys), readLexicon(tables.lexicon)),
    tags,
    relations,
    inflections: new Inflections(tags, readLemmas(tables), new Map(tables.feats)),
  };
}

/** Forms whose facts are kept between calls; beyond this the store starts afresh, so that memory stays bounded. */
const maxKept = 20_000;

/** What the network needs to know of written forms, found once a form. */
export class WordStore {
  private readonly kept = new Map<string, NetworkWord>();

  constructor(
    private readonly rows: ReadonlyMap<number, number>,
    private readonly lexicon: ReadonlyMap<string, readonly number[]>,
  ) {}

  find(form: string): NetworkWord {
    const known = this.kept.get(form);
    if (known !== undefined) return known;
    if (this.kept.size >= maxKept) this.kept.clear();
    const rows = formKeys(form).flatMap((key) => this.rows.get(key) ?? []);
    const word: NetworkWord = { rows, tags: this.lexicon.get(normalise(form)), slot: -1, generation: -1 };
    this.kept.set(form, word);
    return word;
  }
}

function section(sections: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (bytes === undefined) throw new Error(`the model has no section "${name}"`);
  return bytes;
}

function rowsByKey(distances: readonly number[]): Map<number, number> {
  const rows = new Map<number, number>();
  let key = 0;
  distances.forEach((distance, row) => {
    key += distance;
    rows.set(key | 0, row);
  });
  return rows;
}

function readLexicon(lines: readonly string[]): Map<string, readonly number[]> {
  return new Map(
    lines.map((line) => {
      const [word, ...tags] = line.split(" ");
      return [word!, tags.map(Number)];
    }),
  );
}

function readLemmas(tables: ModelTables): LemmaTables {
  const rules = tables.lemmaRules.map((line): [string, LemmaRule] => {
    const [xpos, ending, cut, add] = line.split(" ");
    return [`${xpos} ${ending}`, { cut: Number(cut), add: add! }];
  });
  return { rules: new Map(rules), exceptions: new Map(tables.lemmaExceptions) };
}
