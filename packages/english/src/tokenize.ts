import {
  capitalOnly,
  dottedEndings,
  hyphenPrefixes,
  numberAbbreviations,
  openAbbreviations,
  titleAbbreviations,
} from "./abbreviations.js";

/** A token before tagging: half-open UTF-16 offsets into the text and the slice between them. */
export interface RawToken {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/**
 * What a token can look like besides a plain word, tried in this order at each position. Sticky; every repetition
 * is bounded or cannot be re-entered at the next character, so that the whole scan is linear.
 */
const shapes: readonly RegExp[] = [
  // web addresses, mail addresses, handles and hashtags
  /(?:https?|ftp):\/\/[^\s<>"“”]{1,2000}(?<![.,;:!?)\]'’])|www\.[^\s<>"“”]{3,2000}(?<![.,;:!?)\]'’])/iuy,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/uy,
  /[@#][\p{L}_][\p{L}\p{M}\p{N}_]{0,139}/uy,
  // emoticons
  /[:;=]['-]?[)(DPp](?![\p{L}\p{N}])|<3(?!\d)|\^_\^/uy,
  // ellipses and runs of one mark
  /\.{2,200}|…+|[!?]{2,200}|-{2,200}|={2,200}|_{2,200}|\*{2,200}|~{2,200}|#{2,200}|\+{2,200}|<{2,200}|>{2,200}/uy,
  // '90s, 'em
  /['’‘](?:\d0s|em|til|tis|twas|cause|cos|bout)(?![\p{L}\p{N}])/iuy,
  // dates, telephone numbers, times, fractions, decimals, thousands (Indian ones too), ordinals and units glued on behind
  /\d{1,4}-\d{1,2}-\d{1,4}(?![\d-])|(?:\d{1,3}-)?\d{3}-(?:\d{3}-)?\d{4}(?![\d-])/uy,
  /(?:\d{1,3}(?:,\d{3}){1,12}|\d{1,2}(?:,\d{2}){1,8},\d{3})(?:\.\d{1,30})?(?![\d])/uy,
  /\d{1,40}(?:[.:/]\d{1,40}){1,6}(?:st|nd|rd|th|s)?(?![\p{L}\p{N}])/iuy,
  /\d{1,40}(?:\.\d{1,20})?(?=(?:am|pm|km|kg|cm|mm|mi|lb|lbs|ft|mph|kph|kmh|hz|khz|mhz|ghz|mb|gb|tb|bn|mn|tn|mw|gw|kw|kwh|hrs?|mins?|secs?|m|k|b)(?![\p{L}\p{N}]))/iuy,
  /\d{1,40}[.:]\d{1,40}|\.\d{1,40}(?![\p{L}\p{N}])/uy,
  // U.S., e.g., a.m., Ph.D., U.S without the last stop; US$, AT&T
  /(?:\p{L}\.){2,8}(?![\p{Ll}])|(?:\p{L}\.){1,8}\p{L}(?![\p{L}\p{N}'’])|Ph\.D\.?|LL\.[BM]\.?|[BM]\.Sc\.?/uy,
  /(?:US|AU|CA|NZ|HK|A|C|R|S)\$|\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}\p{N}])/uy,
  // emoji with their modifiers
  /\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier}|\p{Extended_Pictographic}){0,12}|\p{Regional_Indicator}{2}/uy,
];

/** Letters, digits and marks, with apostrophes inside: "O'Rourke", "don't", "AK47s". */
const word = /[\p{L}\p{N}\p{M}_]+(?:[\u00AD\u200B-\u200D\u2060]{1,4}[\p{L}\p{N}\p{M}_]+)*(?:['’`´][\p{L}]+)*/uy;
const single = /[\s\S]/uy;
const space = /\s/u;
const dotted = /(?:\.[\p{L}\p{N}_-]{1,63}){1,6}/uy;
const hyphenated = /[-‐‑][\p{L}\p{N}]+(?:['’][\p{L}]+)?/uy;

/** The clitic at the end of a word: "Moscow|'s", "do|n't", "they|'ve". */
const clitic = /(?:n['’`´]t|['’`´](?:s|re|ve|ll|d|m))$/iu;

/** Two words written as one: where the second begins. */
const fused: Readonly<Record<string, number>> = {
  cannot: 3,
  gonna: 3,
  gotta: 3,
  wanna: 3,
  gimme: 3,
  lemme: 3,
  dunno: 2,
  dont: 2,
  doesnt: 4,
  didnt: 3,
  isnt: 2,
  wasnt: 3,
  arent: 3,
  werent: 4,
  couldnt: 5,
  wouldnt: 5,
  shouldnt: 6,
  havent: 4,
  hasnt: 3,
  hadnt: 3,
  cant: 2,
  im: 1,
  ive: 1,
  youre: 3,
  theyre: 4,
  thats: 4,
  whats: 4,
  alot: 1,
};

/**
 * Splits text into syntactic words as Universal Dependencies does for English: clitics apart ("do|n't", "Iran|'s"),
 * hyphens apart except after prefixes, abbreviations with their full stop, marks by themselves.
 * Tokens are in order, never overlap, and cover every character that is not white space. Linear in the text.
 */
export function tokenize(text: string): RawToken[] {
  const tokens: RawToken[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code, text, at)) {
      at++;
      continue;
    }
    at = readToken(text, at, code, tokens);
  }
  return tokens;
}

function isSpace(code: number, text: string, at: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && space.test(text[at]!);
}

/** Reads one written word or mark at `at`, pushes its tokens, returns where it ends. */
function readToken(text: string, at: number, code: number, tokens: RawToken[]): number {
  const plain = plainWordEnd(text, at);
  if (plain > at) return pushWord(text, at, plain, tokens);
  if (!isLowerAscii(code)) {
    const end = shapedEnd(text, at);
    if (end > at) return push(text, at, end, tokens);
  } else {
    const end = matchEnd(shapes[1]!, text, at) || matchEnd(shapes[0]!, text, at) || matchEnd(shapes[11]!, text, at);
    if (end > at) return push(text, at, end, tokens);
  }
  const wordEnd = matchEnd(word, text, at);
  if (wordEnd > at) return readWord(text, at, wordEnd, tokens);
  return push(text, at, matchEnd(single, text, at), tokens);
}

/** The end of a run of a–z that stands between spaces or before a comma, or `at` when it is anything else. */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  while (isLowerAscii(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  return next === 32 || next === 44 || next === 10 ? end : at;
}

function isLowerAscii(code: number): boolean {
  return code >= 97 && code <= 122;
}

function shapedEnd(text: string, at: number): number {
  for (const shape of shapes) {
    const end = matchEnd(shape, text, at);
    if (end > at) return end;
  }
  return 0;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** A word from `at` to `end`, which may go on with a full stop, a dotted ending or a hyphen. */
function readWord(text: string, at: number, end: number, tokens: RawToken[]): number {
  const next = text[end];
  if (next === ".") {
    const dottedEnd = matchEnd(dotted, text, end);
    if (dottedEnd > 0 && endsLikeAFile(text.slice(end, dottedEnd))) return push(text, at, dottedEnd, tokens);
    if (isAbbreviation(text, at, end)) return push(text, at, end + 1, tokens);
  } else if (next === "-" && hyphenPrefixes.has(text.slice(at, end).toLowerCase())) {
    const joined = matchEnd(hyphenated, text, end);
    if (joined > 0) return pushWord(text, at, joined, tokens);
  }
  return pushWord(text, at, end, tokens);
}

function endsLikeAFile(rest: string): boolean {
  const last = rest.slice(rest.lastIndexOf(".") + 1);
  return dottedEndings.has(last.toLowerCase()) && (last === last.toLowerCase() || last === last.toUpperCase());
}

/** Whether the word from `at` to `end` keeps the full stop that follows it. */
function isAbbreviation(text: string, at: number, end: number): boolean {
  if (end - at > 6) return false;
  const form = text.slice(at, end);
  const lower = form.toLowerCase();
  const capital = form !== lower;
  if (end - at === 1)
    return capital ? form !== "I" && isInitial(text, at, end) : /^\. ?\d/u.test(text.slice(end, end + 3));
  if (numberAbbreviations.has(lower)) return capital && /^ ?\d|^,/u.test(text.slice(end + 1, end + 3));
  if (capitalOnly.has(lower) && !capital) return false;
  return titleAbbreviations.has(lower) || openAbbreviations.has(lower);
}

/** "J." in "J. Smith" or "George W. Bush": a capitalised word follows; a name, a mark or nothing goes before. */
function isInitial(text: string, at: number, end: number): boolean {
  if (!/^\.[ \u00A0]?\p{Lu}/u.test(text.slice(end, end + 4))) return false;
  if (/^\.[ \u00A0]?\p{Lu}\./u.test(text.slice(end, end + 5))) return true;
  const before = text.slice(Math.max(0, at - 24), at);
  return !/\p{Ll}[ \u00A0]$/u.test(before) || /\p{Lu}[\p{L}.'’-]{1,20}[ \u00A0]$/u.test(before);
}

function push(text: string, start: number, end: number, tokens: RawToken[]): number {
  tokens.push({ start, end, form: text.slice(start, end) });
  return end;
}

/** Pushes a written word as one or two syntactic words. */
function pushWord(text: string, start: number, end: number, tokens: RawToken[]): number {
  const form = text.slice(start, end);
  const cut = cliticStart(form);
  if (cut > 0) push(text, start, start + cut, tokens);
  tokens.push({ start: start + cut, end, form: cut > 0 ? form.slice(cut) : form });
  return end;
}

function cliticStart(form: string): number {
  if (form.length < 3 || form.length > 60) return 0;
  const split = clitic.exec(form)?.index ?? 0;
  if (split > 0) return split;
  const lower = form.toLowerCase();
  return Object.hasOwn(fused, lower) ? fused[lower]! : 0;
}
