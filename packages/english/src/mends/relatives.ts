import type { Token } from "../token.js";

/**
 * Mends "A pilot, who asked not to be named, said …" where the relative clause's verb was taken for the main one, or the
 * main one for a part of the clause. The noun becomes the subject of its own verb and the head of the relative clause.
 * Nothing else changes.
 */
export function mendRelatives(tokens: readonly Token[]): readonly Token[] {
  const teller = tellerOf(tokens) ?? behindClause(tokens);
  return teller === null ? mendClause(tokens) : retold(tokens, teller);
}

interface Teller {
  readonly noun: number;
  readonly verb: number;
}

/**
 * "An aide who did not wish to be quoted said the talks had failed" read as a noun without a verb: the noun that is the
 * root, and the verb of saying inside its relative clause that has neither subject nor mark. Null if there is none.
 */
function tellerOf(tokens: readonly Token[]): Teller | null {
  const noun = tokens.findIndex(({ head }) => head < 0);
  if (!/^(?:NOUN|PROPN|PRON)$/.test(tokens[noun]?.upos ?? "")) return null;
  const verb = tokens.findIndex((token, i) => i > noun && tells(token) && loose(tokens, i) && inRelative(tokens, i));
  const nominal = !tokens.some(({ head, deprel }) => head === noun && /^(?:cop|case|nsubj)/.test(deprel));
  return verb < 0 || !nominal ? null : { noun, verb };
}

/**
 * "The bank, whose owners had fled, closed." read as a noun without a verb: the noun that is the root, and right behind
 * the comma that ends its relative clause a verb without subject or mark. Only in sentences with a full stop: headlines
 * may well have no verb. Null if there is none.
 */
function behindClause(tokens: readonly Token[]): Teller | null {
  const noun = tokens.findIndex(({ head }) => head < 0);
  if (tokens.at(-1)?.form !== "." || !/^(?:NOUN|PROPN|PRON)$/.test(tokens[noun]?.upos ?? "")) return null;
  if (tokens.some(({ head, deprel }) => head === noun && /^(?:cop|case|nsubj|csubj|expl|aux)/.test(deprel)))
    return null;
  const clause = tokens.findIndex(({ head, deprel }) => head === noun && deprel === "acl:relcl");
  const verb =
    clause < 0
      ? -1
      : tokens.findIndex(
          (token, i) => i > clause && (token.head === noun || token.head === clause) && isPredicate(tokens, i),
        );
  return verb < 0 ? null : { noun, verb };
}

/** A verb form that can be finite, the first of its own words right behind a comma. */
function isPredicate(tokens: readonly Token[], verb: number): boolean {
  const { xpos, deprel } = tokens[verb]!;
  const below = tokens.filter(({ head }) => head === verb);
  if (!/^VB[DNZP]$/.test(xpos) || !/^(?:advcl|acl|parataxis|conj|ccomp|xcomp|appos|list)$/.test(deprel)) return false;
  if (below.some((t) => /^(?:[nc]subj|expl|mark|cc|obl:agent)/.test(t.deprel))) return false;
  const first = Math.min(
    verb,
    ...tokens.flatMap(({ head, upos }, i) => (head === verb && upos !== "PUNCT" ? [i] : [])),
  );
  return tokens[first - 1]?.form === ",";
}

const tells = ({ form, xpos }: Token): boolean =>
  /^(?:said|says|told|added|warned)$/.test(form) && /^VB[DNZ]$/.test(xpos);

/** Hung on another verb, with nothing of its own before it. */
const loose = (tokens: readonly Token[], verb: number): boolean =>
  /^(?:xcomp|ccomp|conj|parataxis|advcl)$/.test(tokens[verb]!.deprel) &&
  tokens[verb]!.head < verb &&
  !tokens.some(({ head }, i) => head === verb && i < verb);

function inRelative(tokens: readonly Token[], verb: number): boolean {
  let at = tokens[verb]!.head;
  for (let steps = 0; at >= 0 && steps <= tokens.length; steps++, at = tokens[at]!.head)
    if (tokens[at]!.deprel === "acl:relcl") return tokens.some((t) => t.head === at && isRelative(t));
  return false;
}

function retold(tokens: readonly Token[], { noun, verb }: Teller): readonly Token[] {
  const { deprel } = tokens[noun]!;
  return tokens.map((token, i): Token => {
    if (i === verb) return { ...token, xpos: token.xpos === "VBN" ? "VBD" : token.xpos, head: -1, deprel };
    if (i === noun) return { ...token, head: verb, deprel: "nsubj" };
    return token.head === noun && i > verb ? { ...token, head: verb } : token;
  });
}

/** A noun without preposition hangs on the verb whose subject is the "who" after it, and the noun's own verb hangs behind. */
function mendClause(tokens: readonly Token[]): readonly Token[] {
  const clause = tokens.findIndex((token, i) => isRelative(token) && tokens[i - 1]?.form === ",");
  if (clause < 0) return tokens;
  const relative = tokens[clause]!.head;
  const noun = antecedentOf(tokens, clause);
  const main = mainVerbOf(tokens, relative);
  if (noun >= 0 && main >= 0) return raised(tokens, { noun, relative, main });
  const before = besideClause(tokens, clause);
  return before < 0
    ? tokens
    : tokens.map((token, i) => (i === relative ? { ...token, head: before, deprel: "acl:relcl" } : token));
}

/** The subject right before the comma, on the same verb as the clause whose "who" is its own; −1 if there is none. */
function besideClause(tokens: readonly Token[], clause: number): number {
  const { head: main, deprel } = tokens[tokens[clause]!.head]!;
  if (main < 0 || !/^(?:ccomp|advcl|parataxis|conj)$/.test(deprel)) return -1;
  const noun = tokens.findIndex((t, i) => i < clause && t.head === main && /^nsubj/.test(t.deprel));
  return noun >= 0 && tokens.slice(noun, clause - 1).every((_, i) => hangsOn(tokens, noun + i, noun)) ? noun : -1;
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
