import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { arcKey, relationFilter, type SeenRelations } from "./arcs.js";
import type { FeatureTable } from "./feats.js";
import type { LemmaRule, LemmaTables } from "./lemma.js";
import { Lemmatizer } from "./lemmatizer.js";
import { readSections } from "./model-file.js";
import { PackedClasses, PackedMoves } from "./packed.js";
import { Parser } from "./parser.js";
import { Tagger } from "./tagger.js";
import type { LexiconEntry } from "./words.js";

/** Everything learnt, ready to use. */
export interface Model {
  readonly tagger: Tagger;
  readonly parser: Parser;
  /** Universal and Penn tag of each joint tag. */
  readonly tags: readonly { readonly joint: string; readonly upos: string; readonly xpos: string }[];
  readonly relations: readonly string[];
  readonly lemmatizer: Lemmatizer;
  readonly feats: FeatureTable;
}

/** The text part of a model file, as JSON. Tags and relations are places in their lists. */
export interface ModelTables {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly openTags: readonly number[];
  /** "word tag tag …", a "!" before words that take no other tag. */
  readonly lexicon: readonly string[];
  /** [head tag, child tag, side, relations …] */
  readonly arcs: readonly (readonly number[])[];
  /** "xpos ending cut added" */
  readonly lemmaRules: readonly string[];
  /** [key, lemma] */
  readonly lemmaExceptions: readonly (readonly [string, string])[];
  readonly feats: readonly (readonly [string, string])[];
  /** How many points of score make e times the probability: see `Parser`. */
  readonly temperature: number;
}

/** Section names. */
export const sectionNames = { tables: "tables", tagger: "tagger", moves: "moves", relations: "relations" } as const;

const location = new URL("../model/english.bin", import.meta.url);
let loaded: Model | undefined;

/** The model beside the package, read at the first call. */
export function model(): Model {
  loaded ??= readModel(brotliDecompressSync(readFileSync(location)));
  return loaded;
}

/** Builds the model from the bytes of an unpacked model file. */
export function readModel(file: Uint8Array): Model {
  const sections = readSections(file);
  const tables = JSON.parse(new TextDecoder().decode(section(sections, sectionNames.tables))) as ModelTables;
  const tags = tables.tags.map((joint) => {
    const [upos, xpos] = joint.split(" ");
    return { joint, upos: upos!, xpos: xpos! };
  });
  const parser = new Parser({
    moves: new PackedMoves(section(sections, sectionNames.moves)),
    relations: new PackedClasses(section(sections, sectionNames.relations)),
    relationCount: tables.relations.length,
    allowedRelations: relationFilter(readArcs(tables.arcs)),
    rootRelation: tables.relations.indexOf("root"),
    temperature: tables.temperature,
  });
  const scorer = new PackedClasses(section(sections, sectionNames.tagger));
  const tagger = new Tagger(scorer, tags.length, readLexicon(tables.lexicon), tables.openTags);
  return {
    tagger,
    parser,
    tags,
    relations: tables.relations,
    lemmatizer: new Lemmatizer(readLemmas(tables)),
    feats: new Map(tables.feats),
  };
}

function section(sections: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (bytes === undefined) throw new Error(`the model has no section "${name}"`);
  return bytes;
}

function readLexicon(lines: readonly string[]): Map<string, LexiconEntry> {
  const lexicon = new Map<string, LexiconEntry>();
  for (const line of lines) {
    const [word, ...tags] = line.split(" ");
    const closed = word!.startsWith("!") && word!.length > 1;
    lexicon.set(closed ? word!.slice(1) : word!, { tags: tags.map(Number), closed });
  }
  return lexicon;
}

/** Relation 0 stands for rare ones and is never given. */
function readArcs(arcs: ModelTables["arcs"]): SeenRelations {
  const seen = new Map<number, readonly number[]>();
  for (const [head, child, side, ...relations] of arcs) {
    const named = relations.filter((relation) => relation > 0);
    if (named.length > 0) seen.set(arcKey(head!, child!, side!), named);
  }
  return seen;
}

function readLemmas(tables: ModelTables): LemmaTables {
  const rules = tables.lemmaRules.map((line): [string, LemmaRule] => {
    const [xpos, ending, cut, add] = line.split(" ");
    return [`${xpos} ${ending}`, { cut: Number(cut), add: add! }];
  });
  return { rules: new Map(rules), exceptions: new Map(tables.lemmaExceptions) };
}
