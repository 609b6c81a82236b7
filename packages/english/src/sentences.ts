import { openAbbreviations, sayingVerbs, sentenceOpeners } from "./abbreviations.js";
import { type RawToken, tokenize } from "./tokenize.js";

/** A longer run is cut: no sentence of prose is this long, and later stages need a bound. In tokens. */
export const maxSentenceTokens = 300;

const stop = /^(?:[.!?]+|…+|[。！？؟])$/u;
const closer = /^(?:["”’'»)\]]|'')$/u;
const opener = /^(?:["“‘'«([]|``|[-–—•*])$/u;
const upper = /^[\p{Lu}\p{Lt}\p{Lo}]/u;
const lower = /^\p{Ll}/u;
const dottedAbbreviation = /^(?:\p{L}\.)+$/u;

/** The tokens of `text` grouped by sentence. Lines and paragraphs always end one. */
export function splitSentences(text: string): RawToken[][] {
  return groupSentences(text, tokenize(text));
}

/** Groups the tokens of `text` by sentence. */
export function groupSentences(text: string, tokens: readonly RawToken[]): RawToken[][] {
  const sentences: RawToken[][] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i + 1 - first < maxSentenceTokens && !endsSentence(text, tokens, first, i)) continue;
    sentences.push(tokens.slice(first, i + 1));
    first = i + 1;
  }
  if (first < tokens.length) sentences.push(tokens.slice(first));
  return sentences;
}

/** Whether a sentence that began at token `first` ends with token `i`. */
function endsSentence(text: string, tokens: readonly RawToken[], first: number, i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined) return true;
  const token = tokens[i]!;
  if (next.start > token.end && hasLineBreak(text, token.end, next.start)) return true;
  if (isCitation(tokens, i - 2)) return stop.test(tokens[i - 3]?.form ?? "") || closer.test(tokens[i - 3]?.form ?? "");
  const last = lastBeforeClosers(tokens, first, i);
  if (last < 0 || joinsClosers(tokens, i)) return false;
  const mark = tokens[last]!;
  if (!stop.test(mark.form)) return mark.form.endsWith(".") && abbreviationEnds(mark, tokens, first, last, i);
  return stopEnds(tokens, first, last, i);
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

/** The last token up to `i` that is no closing quote or bracket written straight behind another, or −1. */
function lastBeforeClosers(tokens: readonly RawToken[], first: number, i: number): number {
  let last = i;
  while (last > first && i - last < 4 && closer.test(tokens[last]!.form)) {
    if (tokens[last - 1]!.end !== tokens[last]!.start) break;
    last--;
  }
  return closer.test(tokens[last]!.form) ? -1 : last;
}

/** Whether "[12]" begins at token `i`. */
function isCitation(tokens: readonly RawToken[], i: number): boolean {
  return tokens[i]?.form === "[" && tokens[i + 2]?.form === "]" && /^\d{1,3}$/u.test(tokens[i + 1]!.form);
}

/** Whether a closing quote or bracket still follows without a space. */
function joinsClosers(tokens: readonly RawToken[], i: number): boolean {
  const next = tokens[i + 1]!;
  if (next.start !== tokens[i]!.end || !closer.test(next.form)) return false;
  const after = tokens[i + 2];
  return (
    after === undefined || after.start > next.end || !/^[\p{L}\p{N}]/u.test(after.form) || /[”’»)\]]/u.test(next.form)
  );
}

/** The first word after `i`, opening quotes and brackets skipped. */
function nextWord(tokens: readonly RawToken[], i: number): RawToken {
  let next = i + 1;
  while (next + 1 < tokens.length && next - i < 4 && opener.test(tokens[next]!.form)) next++;
  return tokens[next]!;
}

/** After an abbreviation only a word that opens sentences makes a boundary: "in the U.S. The" but "U.S. President". */
function abbreviationEnds(
  mark: RawToken,
  tokens: readonly RawToken[],
  first: number,
  last: number,
  i: number,
): boolean {
  const bare = mark.form.slice(0, -1).toLowerCase();
  if (!openAbbreviations.has(bare) && !dottedAbbreviation.test(mark.form)) return false;
  if (last === first) return false;
  if (bare.length === 1 || bare === "e.g" || bare === "i.e") return false;
  const word = nextWord(tokens, i);
  return upper.test(word.form) && (i > last || sentenceOpeners.has(word.form.toLowerCase()));
}

function stopEnds(tokens: readonly RawToken[], first: number, last: number, i: number): boolean {
  const mark = tokens[last]!.form;
  const next = tokens[i + 1]!;
  if (isCitation(tokens, i + 1)) return false;
  if (/^[,;:)\]%]/u.test(next.form) || (stop.test(next.form) && next.start === tokens[i]!.end)) return false;
  if (last === first + 1 && mark === "." && /^(?:\d{1,3}|\p{L})$/u.test(tokens[first]!.form)) return false;
  const word = nextWord(tokens, i).form;
  if (lower.test(word)) return lowerCaseFollows(mark, tokens, last, i);
  if (next.start === tokens[i]!.end) return upper.test(next.form) || opener.test(next.form);
  if (i > last && mark !== "." && isAttribution(tokens, i)) return false;
  return true;
}

/** A sentence may open in lower case after a full stop and a space, unless what precedes looks like an abbreviation. */
function lowerCaseFollows(mark: string, tokens: readonly RawToken[], last: number, i: number): boolean {
  if (i > last || tokens[i + 1]!.start === tokens[i]!.end) return false;
  if (mark.length > 1 || mark === "…") return false;
  return mark !== "." || (tokens[last - 1]?.form.length ?? 0) > 3;
}

/** `"Is it over?" Mr. Smith asked`: a verb of saying within four words, no mark between. */
function isAttribution(tokens: readonly RawToken[], i: number): boolean {
  for (let k = i + 1; k <= i + 5 && k < tokens.length; k++) {
    const form = tokens[k]!.form;
    if (sayingVerbs.has(form)) return true;
    if (!/^\p{L}/u.test(form)) return false;
  }
  return false;
}
