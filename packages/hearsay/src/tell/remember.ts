/** A text longer than this, in UTF-16 units, is not remembered: it is not asked for often, and would take the room of many. */
const longest = 1000;

/**
 * A pure function of a text that remembers its last answers, at most so many: a story says the same few thousand words
 * over and over.
 */
export function remembering<T>(make: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return make(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
