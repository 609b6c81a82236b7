import type { Attribution } from "./decode.js";
import { ancestry, type Page } from "./page.js";

const tells = new Set(
  `say tell state declare announce report note add explain inform claim allege argue insist maintain admit acknowledge
  concede confirm deny warn caution predict promise vow pledge write believe think know fear hope expect`.split(/\s+/),
);
/** A clause shorter than this says nothing of its own. */
const LEAST = 3;
/** Read from the tree alone, where a sentence is longest and the tree least sure. */
const MOST = 0.7;

/**
 * What somebody is reported to have said within what somebody else said: "Roe said that Venn had told her that …" holds
 * Venn's words too. Read from the trees: a verb of telling with a subject and a clause of its own, all of it in the content of `outer`.
 */
export function nestedIn(page: Page, outer: Attribution): Attribution[] {
  if (outer.cue.length === 0) return [];
  const inside = new Set(outer.content);
  const found: Attribution[] = [];
  for (const head of outer.content) {
    const one = tells.has(page.lemma[head]!) ? attributionAt(page, head, inside) : null;
    if (one !== null) found.push({ ...one, score: Math.min(MOST, outer.score) });
  }
  return found;
}

function attributionAt(page: Page, head: number, inside: ReadonlySet<number>): Attribution | null {
  const children = page.children[head]!;
  const subject = children.find((c) => page.deprel[c] === "nsubj" && c < head);
  const clause = children.find((c) => page.deprel[c] === "ccomp" && c > head);
  if (!/^VB/.test(page.xpos[head]!) || subject === undefined || clause === undefined) return null;
  if (isOpen(page, head) || isSelf(page, subject)) return null;
  const source = phrase(page, subject, inside).filter((t) => t < head);
  const content = phrase(page, clause, inside).filter((t) => t > head);
  const words = content.filter((t) => page.word[t] === 1);
  if (words.length < LEAST || !content.includes(clause) || !source.includes(subject)) return null;
  const cue = [...children.filter((c) => page.deprel[c]!.startsWith("aux") && inside.has(c)), head];
  return { head, source, cue: cue.sort((a, b) => a - b), content, score: MOST };
}

/** "If he says", "did not say", "would say", "Who said": nothing is reported as said. */
const isOpen = (page: Page, head: number): boolean =>
  page.children[head]!.some((c) =>
    page.deprel[c] === "mark"
      ? /^(?:if|whether|unless)$/.test(page.lower[c]!)
      : page.deprel[c] === "aux"
        ? page.xpos[c] === "MD"
        : /^(?:not|n't|n’t|never)$/.test(page.lower[c]!),
  );

/** "I told them" in somebody's words is that somebody; "it is said", "who", "that" are nobody yet. */
const isSelf = (page: Page, subject: number): boolean =>
  /^(?:i|we|you|it|that|this|there)$/.test(page.lower[subject]!) || /^W/.test(page.xpos[subject]!);

/** All that hangs on a token within the given ones, as one stretch around it. */
function phrase(page: Page, top: number, inside: ReadonlySet<number>): number[] {
  const below = (t: number): boolean => inside.has(t) && [...ancestry(page, t)].includes(top);
  let [first, last] = [top, top];
  while (below(first - 1)) first--;
  while (below(last + 1)) last++;
  while (page.word[first] === 0 && page.quote[first] === 0 && first < top) first++;
  while (page.word[last] === 0 && page.quote[last] === 0 && last > top) last--;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
