import { parseTokens } from "@hearsay/english";

/** A word of a text and where it stands. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** What it is found under: its lemma, case and accents folded. */
  readonly key: string;
}

const pattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const marks = /\p{M}+/gu;
/** What is kept of lemmas between calls; beyond this it starts afresh, so that memory stays bounded. */
const mostKept = 400_000;
const [keys, lemmas] = [new Map<string, string>(), new Map<string, string>()];

/** The words of a text, in order. */
export const wordsIn = (text: string): Word[] => [...wordsOf(text)];

/** The same one by one, for who stops early. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: form, index } of text.matchAll(pattern))
    yield { start: index, end: index + form.length, key: keyOf(form) };
}

/** The keys of the words of a text, in order; cheaper than the words. */
export function* keysIn(text: string): Generator<string> {
  for (const [form] of text.matchAll(pattern)) yield keyOf(form);
}

/**
 * What a word is found under: the lemma of the form by itself, so that "ships" finds "ship" and "said" "say". What is
 * written with a capital is looked up without it; names and numbers are their own lemmas.
 */
export const keyOf = (form: string): string => remembered(keys, form, () => keyOfFolded(fold(form)));

const keyOfFolded = (form: string): string =>
  /^[a-z]{3,24}$/.test(form) ? remembered(lemmas, form, () => fold(lemmaOf(form))) : form;

function remembered(of: Map<string, string>, form: string, make: () => string): string {
  const known = of.get(form);
  if (known !== undefined) return known;
  if (of.size >= mostKept) of.clear();
  const made = make();
  of.set(form, made);
  return made;
}

/** Without case, accents and what belongs to it: "Lindqvist's" is "lindqvist". */
export function fold(form: string): string {
  const plain = form.toLowerCase().normalize("NFKD").replace(marks, "");
  return plain.replace(/['’]s?$/u, "").replaceAll("’", "'");
}

const lemmaOf = (form: string): string => parseTokens([[form]])[0]?.tokens[0]?.lemma ?? form;
