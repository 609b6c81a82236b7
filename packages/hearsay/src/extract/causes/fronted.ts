import type { Candidate } from "./candidates.js";
import { lemma, type Tree, trimmed } from "./tree.js";

const fronters = new Set(["if", "unless", "once", "because"]);
const opensClause = /^(?:["“‘:;,—–-]|that|and|but|or|said|says|``)$/i;
const closesClause = /^["”]$|^''$/;

/** "If the pass is shut, nobody comes": told by the marker and the comma, for long conditions mislead a parser. */
export function fronted(tree: Tree, at: number): Candidate | null {
  const marker = lemma(tree, at);
  if (!fronters.has(marker)) return null;
  if (at > 0 && !opensClause.test(tree.tokens[at - 1]?.form ?? "")) return null;
  const comma = tree.tokens.findIndex((t, i) => i > at + 2 && t.form === "," && firstVerb(tree, at, i) >= 0);
  if (comma < 0) return null;
  const stop = tree.tokens.findIndex((t, i) => i > comma && (closesClause.test(t.form) || /^[;:]$/.test(t.form)));
  const end = beforeTag(tree, comma, stop < 0 ? tree.tokens.length : stop);
  const [lower, upper] = [firstVerb(tree, at, comma), firstVerb(tree, comma, end)];
  const cause = trimmed(tree, { from: at + 1, to: comma });
  const effect = trimmed(tree, { from: comma + 1, to: end });
  if (upper < 0 || cause === null || effect === null) return null;
  return { cause, effect, kind: "fronted/up", marker, signal: [at], upper, lower };
}

const speech = /^(?:say|tell|add|warn|promise|note|state|write|argue|insist|claim|announce|explain|predict|vow|think)$/;

/** Where ", she said" at the end of a stretch begins; its end when there is no such tag. */
function beforeTag(tree: Tree, from: number, end: number): number {
  for (let i = end - 1; i > from + 2 && i > end - 12; i--)
    if (tree.tokens[i]?.form === ",") return tree.tokens.slice(i, end).some((t) => speech.test(t.lemma)) ? i : end;
  return end;
}

const firstVerb = ({ tokens }: Tree, from: number, to: number): number =>
  tokens.findIndex((t, i) => i > from && i < to && /^(?:VB[DPZN]?|MD)$/.test(t.xpos));
