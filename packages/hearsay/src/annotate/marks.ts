/** Two single marks that stand for one double: ''So,'' or ``So''; but 6'2'' is a height. */
const doubled = /(?<!'|\b\d{1,2}(?:\.\d)?)''(?!')|``/g;
const opensAfter = /[\s([{—–-]/;

/**
 * The text with doubled single marks as straight double ones, and a space on the outer side: of the same length, so every
 * other character keeps its place.
 */
export const withPlainMarks = (text: string): string =>
  isDoubled(text)
    ? text.replace(doubled, (_, at: number) => (at === 0 || opensAfter.test(text[at - 1]!) ? ' "' : '" '))
    : text;

const isDoubled = (text: string): boolean => text.includes("''") || text.includes("``");
