import type { Token } from "./token.js";

/**
 * Mends "A pilot, who asked not to be named, said …" where the relative clause's verb was taken for the main one: a
 * noun without preposition hangs on the verb whose subject is the "who" after it, and the noun's own verb hangs behind.
 * The noun becomes the subject of its own verb and the head of the relative clause. Nothing else changes.
 */
export function mendRelatives(tokens: readonly Token[]): readonly Token[] {
  const clause = tokens.findIndex((token, i) => isRelative(token) && tokens[i - 1]?.form === ",");
  if (clause < 0) return tokens;
  const relative = tokens[clause]!.head;
  const noun = antecedentOf(tokens, clause);
  const main = mainVerbOf(tokens, relative);
  return noun < 0 || main < 0 ? tokens : raised(tokens, { noun, relative, main });
}

/** A "who" or "which" that is the subject of a verb behind it. */
const isRelative = (token: Token): boolean => /^W(?:P|DT)$/.test(token.xpos) && token.deprel.startsWith("nsubj");

/** The noun before the comma, if it hangs on the relative clause's verb; −1 otherwise. */
function antecedentOf(tokens: readonly Token[], clause: number): number {
  const { head } = tokens[clause]!;
  if (head < clause) return -1;
  const noun = tokens.findLastIndex(
    (t, i) => i < clause - 1 && t.head === head && /^(?:NOUN|PROPN|PRON)$/.test(t.upos),
  );
  const between = tokens.slice(noun + 1, clause - 1).every((_, i) => hangsOn(tokens, noun + 1 + i, noun));
  const free = !tokens.some((t) => t.head === noun && /^(?:case|mark|cc)$/.test(t.deprel));
  return noun >= 0 && between && free ? noun : -1;
}

function hangsOn(tokens: readonly Token[], from: number, noun: number): boolean {
  let at = from;
  for (let steps = 0; at >= 0 && at !== noun && steps <= tokens.length; steps++) at = tokens[at]!.head;
  return at === noun;
}

/** A finite verb without a subject of its own, hung on the relative clause's verb across a comma; −1 if there is none. */
function mainVerbOf(tokens: readonly Token[], relative: number): number {
  return tokens.findIndex((token, i) => {
    if (i <= relative || token.head !== relative || !/^(?:parataxis|conj|ccomp|advcl)$/.test(token.deprel))
      return false;
    const below = tokens.filter((t) => t.head === i);
    const comma = tokens.slice(relative, i).some((t) => t.form === ",");
    return comma && finite([token, ...below]) && !below.some((t) => /^(?:[nc]subj|expl)|^(?:cc|mark)$/.test(t.deprel));
  });
}

const finite = ([verb, ...below]: readonly Token[]): boolean =>
  /^VB[DZP]$/.test(verb!.xpos) || below.some((t) => /^(?:aux|cop)/.test(t.deprel) && /^(?:VB[DZP]|MD)$/.test(t.xpos));

interface Clause {
  readonly noun: number;
  readonly relative: number;
  readonly main: number;
}

function raised(tokens: readonly Token[], { noun, relative, main }: Clause): readonly Token[] {
  const { head, deprel } = tokens[relative]!;
  const passive = tokens.some((t) => t.head === main && t.deprel === "aux:pass");
  return tokens.map((token, i): Token => {
    if (i === main) return { ...token, head, deprel };
    if (i === noun) return { ...token, head: main, deprel: passive ? "nsubj:pass" : "nsubj" };
    if (i === relative) return { ...token, head: noun, deprel: "acl:relcl" };
    const outside = token.head === relative && (i < noun || i > main);
    return outside ? { ...token, head: main } : token;
  });
}
