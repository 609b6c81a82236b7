import { hashText } from "./hash.js";
import { type LemmaTables, lemmaOf } from "./lemma.js";
import { normalise } from "./words.js";

/** A lemma and what the parser sees of the word: the lemma levelled, as a hash. */
export interface Lemma {
  readonly text: string;
  readonly hash: number;
}

/** Lemmas kept between calls; beyond this the store starts afresh, so that memory stays bounded. */
const maxKept = 50_000;

/** Finds lemmas and remembers them. */
export class Lemmatizer {
  private readonly kept = new Map<string, Lemma>();

  constructor(private readonly tables: LemmaTables) {}

  find(form: string, xpos: string): Lemma {
    const key = `${xpos} ${form}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (this.kept.size >= maxKept) this.kept.clear();
    const text = lemmaOf(form, xpos, this.tables);
    const lemma = { text, hash: hashText(normalise(text).slice(0, 80)) };
    this.kept.set(key, lemma);
    return lemma;
  }
}
