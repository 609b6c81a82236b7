import type { Candidate } from "./candidates.js";
import { effectNouns, nounSigns, plainMarkers, plainVerbMarkers, plainVerbs, stemmingVerbs } from "./lexicon.js";
import { lemma, type Tree } from "./tree.js";

/** Constructions that say cause and effect in plain words, told by lexicon and tree alone. */
export function plainRelations(tree: Tree, found: readonly Candidate[]): Candidate[] {
  return found.filter((c) => isPlain(tree, c));
}

function isPlain(tree: Tree, c: Candidate): boolean {
  const upper = lemma(tree, c.upper);
  if (c.kind === "degree/down" || c.kind === "fronted/up") return true;
  if (c.kind.startsWith("frame:")) return isPlainFrame(c, upper);
  if (c.kind.startsWith("noun/"))
    return c.kind === (effectNouns.has(upper) ? "noun/up" : "noun/down") && isTelling(upper, c.marker);
  return c.kind.endsWith("/up") && /^(?:advcl|obl)\/clause|\/complex/.test(c.kind) && plainMarkers.has(c.marker);
}

function isPlainFrame({ kind, marker }: Candidate, verb: string): boolean {
  const [frame, voice, way] = kind.split("/");
  if (voice === "passive") return way === "up" && frame === "frame:obl" && marker === "by" && plainVerbs.has(verb);
  if (way === "up") return frame === "frame:obl" && marker === "from" && stemmingVerbs.has(verb) && verb !== "come";
  if (frame === "frame:obl") return plainVerbMarkers.get(verb) === marker;
  return frame === "frame:obj" && plainVerbs.has(verb);
}

/** "a threat to X", "the cause of X": nouns that tell with "to" or "of", not "pressure on" or "call for". */
const telling = new Set(
  "cause trigger catalyst blow threat obstacle barrier hindrance impediment deterrent setback boost impetus result consequence outcome key recipe brake danger risk bulwark".split(
    " ",
  ),
);
const isTelling = (noun: string, marker: string): boolean =>
  nounSigns.has(noun) && telling.has(noun) && /^(?:to|of|for)$/.test(marker);
