import type { Candidate } from "./candidates.js";
import { beforeTag } from "./tags.js";
import { type Tree, trimmed } from "./tree.js";

/** Words that open a clause, and those that open a phrase without a verb, as they stand; with what the relation's marker is. */
const fronters: readonly (readonly [words: readonly string[], marker: string, clause: boolean])[] = [
  ...["if", "unless", "once", "because", "provided", "should"].map((w) => [[w], w, true] as const),
  [["provided", "that"], "provided", true],
  [["as", "long", "as"], "as_long_as", true],
  ...["thanks to", "due to", "owing to", "because of", "in response to", "in retaliation for"].map(
    (w) => [w.split(" "), w.replaceAll(" ", "_"), false] as const,
  ),
  ...[
    "on condition that",
    "in the event that",
    "on the off chance that",
    "in case",
    "assuming that",
    "so long as",
    "for as long as",
  ].map((w) => [w.split(" "), w === "so long as" ? "so_long_as" : "provided", true] as const),
  [["as", "a", "result", "of"], "as_a_result_of", false],
  [["as", "a", "consequence", "of"], "as_a_result_of", false],
  [["in", "the", "event", "of"], "in_the_event_of", false],
];
const opensClause = /^(?:["“‘:;,—–-]|that|and|but|or|said|says|``)$/i;
const closesClause = /^["”]$|^''$/;

/** "If the pass is shut, nobody comes": told by the marker and the comma, for long conditions mislead a parser. */
export function fronted(tree: Tree, at: number): Candidate | null {
  const opener = openerAt(tree, at);
  if (opener === null) return null;
  const [words, marker, clause] = opener;
  if (at > 0 && !opensClause.test(tree.tokens[at - 1]?.form ?? "")) return null;
  const comma = tree.tokens.findIndex(
    (t, i) => i > at + 2 && t.form === "," && (!clause || firstVerb(tree, at, i) >= 0),
  );
  if (comma < 0) return null;
  const stop = tree.tokens.findIndex((t, i) => i > comma && (closesClause.test(t.form) || /^[;:]$/.test(t.form)));
  const end = beforeTag(tree, comma, stop < 0 ? tree.tokens.length : stop);
  const from = at + words.length;
  const [lower, upper] = [clause ? firstVerb(tree, at, comma) : from, firstVerb(tree, comma, end)];
  const cause = trimmed(tree, { from, to: comma });
  const effect = trimmed(tree, { from: comma + 1, to: end });
  if (upper < 0 || cause === null || effect === null) return null;
  return { cause, effect, kind: "fronted/up", marker, signal: words.map((_, i) => at + i), upper, lower };
}

/** The longest opener that stands there; "should" only where it opens the sentence or clause ("Should it rain"). */
function openerAt(tree: Tree, at: number): (typeof fronters)[number] | null {
  const form = (i: number): string => tree.tokens[i]?.form.toLowerCase() ?? "";
  const found = fronters.filter(
    ([words]) => words.every((word, i) => form(at + i) === word) && leadsOn(tree, at, words),
  );
  return found.reduce<(typeof fronters)[number] | null>(
    (a, b) => (a !== null && a[0].length >= b[0].length ? a : b),
    null,
  );
}

/** Not so "due to begin on Friday", nor "and should be closed": a base verb stands where the cause or its subject would. */
function leadsOn({ tokens }: Tree, at: number, words: readonly string[]): boolean {
  const next = tokens[at + words.length]?.xpos ?? "";
  if (words[0] === "should") return /^(?:PRP\$?|DT|PDT|EX|CD|JJ[RS]?|NNP?S?|WP)$/.test(next);
  return words.at(-1) !== "to" || next !== "VB";
}

const firstVerb = ({ tokens }: Tree, from: number, to: number): number =>
  tokens.findIndex((t, i) => i > from && i < to && /^(?:VB[DPZN]?|MD)$/.test(t.xpos));
