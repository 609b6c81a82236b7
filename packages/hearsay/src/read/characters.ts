/** What a character is, as bits: the regular expressions' `\p{L}`, `\p{M}`, `\p{N}` and `\s`. */
export const letter = 1;
export const mark = 2;
export const digit = 4;
export const space = 8;
const known = 16;

const table = new Uint8Array(0x10000);
const beyond = new Map<number, number>();

/**
 * The bits of the character at a place of a text: the regular expression's own judgement, asked once a character,
 * since asking it for every word of a page is what reading would take longest for.
 */
export function classAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  const bits = table[code]!;
  if (bits !== 0) return bits;
  return code >= 0xd800 && code <= 0xdfff ? classBeyond(text.codePointAt(i)!) : classOf(code);
}

function classOf(code: number): number {
  const bits = learn(String.fromCharCode(code));
  table[code] = bits;
  return bits;
}

function classBeyond(point: number): number {
  const bits = beyond.get(point) ?? learn(String.fromCodePoint(point));
  beyond.set(point, bits);
  return bits;
}

const learn = (character: string): number =>
  known |
  (/\p{L}/u.test(character) ? letter : 0) |
  (/\p{M}/u.test(character) ? mark : 0) |
  (/\p{N}/u.test(character) ? digit : 0) |
  (/\s/.test(character) ? space : 0);

/** How many units the character at a place takes: two where it is a surrogate pair. */
export const widthAt = (text: string, i: number): number => {
  const code = text.charCodeAt(i);
  return code >= 0xd800 && code <= 0xdbff && (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
};

/** Where the run of such characters that begins at a place ends; that place where none stands there. */
export function endOfRun(text: string, from: number, wanted: number): number {
  let i = from;
  while (i < text.length && (classAt(text, i) & wanted) !== 0) i += widthAt(text, i);
  return i;
}

/** All runs of such characters: `runsOf(text, letter | digit)` is `text.match(/[\p{L}\p{N}]+/gu)`. */
export function runsOf(text: string, wanted: number): string[] {
  const found: string[] = [];
  for (let i = 0; i < text.length; ) {
    const end = endOfRun(text, i, wanted);
    if (end > i) found.push(text.slice(i, end));
    i = end > i ? end : i + widthAt(text, i);
  }
  return found;
}
