import { inBritish } from "../model/index.js";

/** Lower case, British, without marks, article, possessive, punctuation and space between initials: what names are compared by. */
export function normalName(name: string): string {
  const known = normalNames.get(name);
  if (known !== undefined) return known;
  if (normalNames.size >= mostNames) normalNames.clear();
  const normal = normalised(name);
  normalNames.set(name, normal);
  return normal;
}

/** Those made last: a story says the same few thousand names over and over. */
const normalNames = new Map<string, string>();
const mostNames = 20_000;

function normalised(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/(?<![\p{L}\p{N}])(\p{L}) (?=\p{L}(?![\p{L}\p{N}]))/gu, "$1")
    .replace(/\p{L}+/gu, (word) => inBritish(word));
}
