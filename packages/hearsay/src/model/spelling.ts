/** American spellings that are common in the names of bodies and places, in roles and in news, with their British ones. */
const british: ReadonlyMap<string, string> = new Map([
  ["advisor", "adviser"],
  ["center", "centre"],
  ["councilor", "councillor"],
  ["counselor", "counsellor"],
  ["defense", "defence"],
  ["harbor", "harbour"],
  ["labor", "labour"],
  ["organization", "organisation"],
  ["theater", "theatre"],
]);

/** A word in lower case, spelt the British way if it is known to be spelt the American way. */
export const inBritish = (word: string): string => british.get(word) ?? word;
