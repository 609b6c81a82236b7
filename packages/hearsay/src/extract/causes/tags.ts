import { lemma, type Range, type Tree } from "./tree.js";

const saying = new Set(
  `say tell add warn promise note state write argue insist claim announce explain predict vow think complain suggest estimate believe
  report confirm acknowledge admit reply stress recall observe remark declare conclude maintain caution`.split(/\s+/),
);

export const isSaying = (tree: Tree, i: number): boolean =>
  saying.has(lemma(tree, i)) && /^(?:VB[DPZ]?|NNS?)$/.test(tree.tokens[i]?.xpos ?? "");

/** The longest tag, in words: "an engineer of the harbour board told parliament on Monday". */
const longest = 16;

/**
 * Whether a stretch is nothing but who says so: "an engineer told parliament" at the end or set off by commas, "According to the
 * bank". No part of what is said to cause what.
 */
export function isTag(tree: Tree, { from, to }: Range): boolean {
  const { tokens } = tree;
  if (/^according$/i.test(tokens[from]?.form ?? "")) return true;
  if (to - from > longest || from === 0) return false;
  const isSetOff = /^(?:,|''|["”’])$/.test(tokens[from - 1]!.form);
  const verb = Array.from({ length: to - from }, (_, k) => from + k).findLast((i) => isSaying(tree, i));
  if (verb === undefined || !isSetOff) return false;
  const isEnd = tokens.slice(to).every(({ upos }) => upos === "PUNCT") || tokens[to]?.form === ",";
  return isEnd && !tokens.slice(verb + 1, to).some(({ xpos }) => /^(?:VB[DPZN]?|MD|WDT|,)$/.test(xpos));
}

const anonymity =
  /\banonym|\bnot (?:to )?be (?:named|identified)|\bnot authori[sz]ed to|\bname (?:was |is )?(?:not |withheld)/i;

/** What stands right before the reason: "asked not to be named because". */
const whyUnnamed =
  /(?:\bnot (?:to )?be (?:named|identified|quoted)|\banonymity|\banonymously)(?: by name| publicly)?(?: ,)? (?:because|as|since|for)$/i;

/** Why somebody is not named: about the source, not about the world. */
export function isAboutSource({ tokens }: Tree, { from, to }: Range): boolean {
  const words = (start: number, end: number): string =>
    tokens
      .slice(Math.max(0, start), end)
      .map(({ form }) => form)
      .join(" ");
  return anonymity.test(words(from, to)) || whyUnnamed.test(words(from - 10, from));
}

/** Where ", she said" at the end of a stretch begins; its end when there is no such tag. */
export function beforeTag(tree: Tree, from: number, end: number): number {
  for (let i = end - 1; i > from + 1 && i > end - longest; i--)
    if (tree.tokens[i]?.form === "," && tree.tokens.slice(i, end).some((_, k) => isSaying(tree, i + k))) return i;
  return end;
}
