import { type LemmaTables, lemmaOf } from "./lemma.js";

/** A joint tag, and its universal and Penn halves. */
export interface JointTag {
  readonly joint: string;
  readonly upos: string;
  readonly xpos: string;
}

/** Features by "UPOS XPOS" and, where a word has its own, by "UPOS XPOS form" in lower case. */
export type FeatureTable = ReadonlyMap<string, string>;

/** What a form is an inflection of, and its features, `Number=Plur|…` or "_". */
export interface Inflection {
  readonly lemma: string;
  readonly feats: string;
}

/** Inflections kept between calls; beyond this the store starts afresh, so that memory stays bounded. */
const maxKept = 50_000;

/** Finds lemmas and features, and remembers them. */
export class Inflections {
  /** By place of the joint tag, then by form. */
  private kept: Map<string, Inflection>[];
  private count = 0;

  constructor(
    private readonly tags: readonly JointTag[],
    private readonly lemmas: LemmaTables,
    private readonly feats: FeatureTable,
  ) {
    this.kept = tags.map(() => new Map());
  }

  /** @param tag the place of the joint tag in the list */
  find(form: string, tag: number): Inflection {
    const known = this.kept[tag]!.get(form);
    if (known !== undefined) return known;
    if (this.count >= maxKept) {
      this.kept = this.tags.map(() => new Map());
      this.count = 0;
    }
    const { joint, xpos } = this.tags[tag]!;
    const feats = this.feats.get(`${joint} ${form.toLowerCase()}`) ?? this.feats.get(joint) ?? "_";
    const inflection = { lemma: lemmaOf(form, xpos, this.lemmas), feats };
    this.kept[tag]!.set(form, inflection);
    this.count++;
    return inflection;
  }
}
