import type { Token } from "@hearsay/english";
import { tokenWith } from "../../annotate/index.js";
import type { Span } from "../../model/index.js";

/** The last word of a name is a noun, whatever it is elsewhere ("the Lowmoor Pact"). */
export function retagged(tokens: readonly Token[], names: readonly Span[]): readonly Token[] {
  if (names.length === 0) return tokens;
  const lasts = new Set(names.map((name) => name.end));
  return tokens.map((token) =>
    lasts.has(token.end) &&
    ["ADJ", "VERB", "ADV", "X", "INTJ"].includes(token.upos) &&
    /^\p{Lu}/u.test(token.form) &&
    !isAdjectival(token, tokens)
      ? tokenWith(token, { upos: "PROPN" })
      : token,
  );
}

/** "will station missiles", "demanded that Norland free them": after a modal, or between subject and object, stands a verb. */
export function asVerbs(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    if (token.xpos !== "NN" && token.upos !== "ADJ") return token;
    const kids = tokens.filter((kid) => kid.head === i).map(({ deprel, xpos }) => ({ deprel, xpos }));
    if (kids.some(({ deprel }) => ["cop", "det", "case", "amod", "nmod:poss"].includes(deprel))) return token;
    const has = (relation: string): boolean => kids.some(({ deprel }) => deprel === relation);
    const modal = kids.some(({ deprel, xpos }) => deprel === "aux" && xpos === "MD");
    return has("obj") && has("nsubj") && (modal || (has("mark") && token.upos === "ADJ"))
      ? tokenWith(token, { upos: "VERB", xpos: "VB" })
      : token;
  });
}

/** "Turkish" in "a Turkish court" is a name's adjective, and stays one. */
function isAdjectival(token: Token, tokens: readonly Token[]): boolean {
  const head = tokens[token.head];
  return (
    token.upos === "ADJ" && head !== undefined && head.start > token.end && ["amod", "compound"].includes(token.deprel)
  );
}
