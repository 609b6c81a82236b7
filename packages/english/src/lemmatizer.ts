import { type LemmaTables, lemmaOf } from "./lemma.js";

/** Lemmas kept between calls; beyond this the store starts afresh, so that memory stays bounded. */
const maxKept = 50_000;

/** Finds lemmas and remembers them. */
export class Lemmatizer {
  /** By Penn tag, then by form. */
  private readonly kept = new Map<string, Map<string, string>>();
  private count = 0;

  constructor(private readonly tables: LemmaTables) {}

  find(form: string, xpos: string): string {
    const known = this.kept.get(xpos)?.get(form);
    if (known !== undefined) return known;
    if (this.count >= maxKept) {
      this.kept.clear();
      this.count = 0;
    }
    const lemma = lemmaOf(form, xpos, this.tables);
    const forms = this.kept.get(xpos) ?? new Map<string, string>();
    this.kept.set(xpos, forms.set(form, lemma));
    this.count++;
    return lemma;
  }
}
