import { bestOf, type Scorer } from "./scorer.js";
import { maxTagFeatures, tagFeatures } from "./tag-features.js";
import { factsOf, type LexiconEntry, normalise, type WordFacts } from "./words.js";

/** Forms whose facts are kept between calls; beyond this the store starts afresh, so that memory stays bounded. */
const maxKept = 50_000;

/** Gives each word of a sentence a joint tag, left to right (an averaged perceptron, Collins 2002). */
export class Tagger {
  readonly keys = new Int32Array(maxTagFeatures);
  readonly edge: WordFacts = factsOf("\u0000", undefined);
  private readonly kept = new Map<string, WordFacts>();
  private readonly scores: Float64Array;

  /**
   * @param open the tags a new word can take
   */
  constructor(
    readonly scorer: Scorer,
    classes: number,
    readonly lexicon: ReadonlyMap<string, LexiconEntry>,
    readonly open: readonly number[],
  ) {
    this.scores = new Float64Array(classes);
  }

  /** What is known of a written form. */
  facts(form: string): WordFacts {
    const known = this.kept.get(form);
    if (known !== undefined) return known;
    if (this.kept.size >= maxKept) this.kept.clear();
    const facts = factsOf(form, this.lexicon.get(normalise(form)));
    this.kept.set(form, facts);
    return facts;
  }

  /** The tags `word` may take. */
  candidates(word: WordFacts): readonly number[] {
    return word.closed ? word.tags : this.open;
  }

  /** Joint tags, one a word, into `out`. */
  tag(words: readonly WordFacts[], out: Int32Array): void {
    for (let i = 0; i < words.length; i++) {
      const allowed = this.candidates(words[i]!);
      out[i] = allowed.length === 1 ? allowed[0]! : this.decide(words, i, out, allowed);
    }
  }

  private decide(words: readonly WordFacts[], i: number, out: Int32Array, allowed: readonly number[]): number {
    const before1 = i > 0 ? out[i - 1]! : -1;
    const before2 = i > 1 ? out[i - 2]! : -1;
    const count = tagFeatures(words, i, before1, before2, this.edge, this.keys);
    this.scorer.score(this.keys, count, this.scores);
    return bestOf(this.scores, allowed);
  }
}
