import type { Sentence, Token } from "@hearsay/english";
import type { Span } from "../../model/index.js";

/** Each article's sentences in text order, with their trees. */
export type Sentences = ReadonlyMap<string, readonly Sentence[]>;

/** The tokens of a place within one sentence; heads index the sentence. */
export interface Wording {
  readonly tokens: readonly Token[];
  /** The first token of the place and the one after its last. */
  readonly from: number;
  readonly to: number;
}

/** The tree over a place; null when it spans sentences or its sentence has no tree. */
export function wordingOf(place: Span, sentences: Sentences): Wording | null {
  const around = sentences.get(place.article)?.find((s) => s.start <= place.start && place.end <= s.end);
  if (around === undefined || around.tokens.length === 0) return null;
  const { tokens } = around;
  const from = tokens.findIndex((t) => t.start >= place.start);
  const after = tokens.findIndex((t) => t.end > place.end);
  return from < 0 ? null : { tokens, from, to: after < 0 ? tokens.length : after };
}

const loose = /^(?:punct|cc|mark|discourse|advmod)/;
const nominal = new Set(["NOUN", "PROPN", "NUM"]);
const pointing = /^(?:this|that|these|those|such|both|another|former|latter)$/i;
const leaning = new Set(["PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "EX"]);

/** A finite clause whose own subject is a noun and that leans on nothing before it: it can be read without its sentence. */
export function standsAlone(wording: Wording): boolean {
  const { tokens, from, to } = wording;
  const first = tokens[from];
  if (first === undefined || leaning.has(first.xpos) || pointing.test(first.form)) return false;
  const tops = topsOf(wording).filter((i) => !loose.test(tokens[i]?.deprel ?? ""));
  const top = tops[0];
  if (tops.length !== 1 || top === undefined || !isFiniteVerb(wording, top)) return false;
  return dependents(wording, top).some((i) => isSubject(tokens[i]) && i >= from && i < to && isNamed(wording, i));
}

/** A finite clause with any subject at all. */
export function holdsClause(wording: Wording): boolean {
  const { tokens, from, to } = wording;
  return range(from, to).some((i) => {
    const head = tokens[i]?.head ?? -1;
    return isSubject(tokens[i]) && head >= from && head < to && isFiniteVerb(wording, head);
  });
}

/** A noun with what belongs to it, and no verb that says something of it. */
export function isNounPhrase({ tokens, from, to }: Wording): boolean {
  const own = tokens.slice(from, to);
  const plain = own.every(
    (t) => !/^(?:ADV|PRON|AUX|SCONJ|CCONJ|INTJ)$/.test(t.upos) && !/^(?:VB[DPZ]?|MD)$/.test(t.xpos),
  );
  return plain && own.some((t) => t.upos === "NOUN") && own[0]?.upos !== "PUNCT";
}

/** Tokens of the place whose head stands outside it. */
const topsOf = ({ tokens, from, to }: Wording): number[] =>
  range(from, to).filter((i) => {
    const head = tokens[i]?.head ?? -1;
    return head < from || head >= to;
  });

const dependents = ({ tokens }: Wording, head: number): number[] =>
  range(0, tokens.length).filter((i) => tokens[i]?.head === head);
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
const isSubject = (token: Token | undefined): boolean => /^nsubj/.test(token?.deprel ?? "");

/** The head itself, or an auxiliary or copula of it inside the place, is finite. */
function isFiniteVerb(wording: Wording, head: number): boolean {
  const { tokens, from, to } = wording;
  const finite = (i: number): boolean => i >= from && i < to && /^(?:VB[DPZ]|MD)$/.test(tokens[i]?.xpos ?? "");
  return (
    finite(head) || dependents(wording, head).some((i) => /^(?:aux|cop)/.test(tokens[i]?.deprel ?? "") && finite(i))
  );
}

/** A noun that is not only pointed at: "the ministry", not "these", "this move", "their plan". */
function isNamed(wording: Wording, i: number): boolean {
  const { tokens } = wording;
  if (!nominal.has(tokens[i]?.upos ?? "")) return false;
  return !dependents(wording, i).some((d) => pointing.test(tokens[d]?.form ?? "") || tokens[d]?.xpos === "PRP$");
}
