/** One syntactic word in the sense of Universal Dependencies ("don't" is two). Offsets are UTF-16 units of the text given. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  /** Universal POS: NOUN, PROPN, VERB, … */
  readonly upos: string;
  /** Penn Treebank tag: NNP, VBD, … */
  readonly xpos: string;
  /** Universal features, `Number=Plur|…`, or "_" . */
  readonly feats: string;
  /** Index of the head in `Sentence.tokens`; −1 for the root. */
  readonly head: number;
  /** Universal relation, subtypes included: nsubj:pass. */
  readonly deprel: string;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}
