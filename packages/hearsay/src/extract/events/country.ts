import { countryByAdjective, countryByCapital, countryByName } from "../../annotate/mentions/countries.js";
import { bodiesOf, leadersOf, statesOfUsa } from "./tables/lands.js";

const known = new Map<string, string>();
for (const table of [{ USA: statesOfUsa }, leadersOf, bodiesOf])
  for (const [code, list] of Object.entries(table)) for (const name of list.split(",")) known.set(fold(name), code);

function fold(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}

/** Words of one name. */
const longest = 5;

/**
 * The country that the words of a noun phrase stand for, its ISO 3166 code: named itself or by its people or capital, else by
 * one of its bodies, leaders or regions that news knows by name; the first from the left. Null where there is none, or where
 * it only qualifies ("US-backed").
 *
 *     countryIn("a court in Argentina") // "ARG"
 */
export function countryIn(text: string): string | null {
  const words = wordsOf(text);
  return firstOf(words, named) ?? firstOf(words, (name) => known.get(fold(name)) ?? null);
}

const wordsOf = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{N}.’'&-]+/gu) ?? []).map((word) => word.replace(/[’']s?$/, "").replace(/(?<!\.\p{L})\.$/u, ""));

const named = (name: string): string | null =>
  (countryByName(name) ?? countryByAdjective(name) ?? countryByCapital(name))?.code ?? null;

function firstOf(words: readonly string[], codeOf: (name: string) => string | null): string | null {
  for (let from = 0; from < words.length; from++)
    for (let size = Math.min(longest, words.length - from); size > 0; size--) {
      const name = words.slice(from, from + size).join(" ");
      const code = /^\p{Lu}/u.test(name) ? codeOf(name) : null;
      if (code !== null) return code;
    }
  return null;
}
