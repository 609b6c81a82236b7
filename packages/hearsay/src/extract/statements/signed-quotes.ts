import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

/**
 * Roe said the port was open. “We never closed it,” she said.: a quotation that its own sentence signs belongs to that
 * speaker, and to nobody who spoke in the sentence before.
 */
export function withSignedQuotes(page: Page, found: readonly Attribution[]): Attribution[] {
  const owner = new Map<number, Attribution>();
  for (const a of found) {
    const quote = signedBy(page, a);
    if (quote > 0 && !owner.has(quote)) owner.set(quote, a);
  }
  if (owner.size === 0) return [...found];
  const isOthers = (a: Attribution, t: number): boolean => {
    const by = owner.get(page.quote[t]!);
    return by !== undefined && by !== a && page.sentence[a.head] !== page.sentence[by.head];
  };
  const taken = new Set(found.flatMap((a) => a.content.filter((t) => isOthers(a, t))));
  const own = (a: Attribution) => [...taken].filter((t) => owner.get(page.quote[t]!) === a);
  return found
    .map((a) => {
      const kept = a.content.filter((t) => !isOthers(a, t));
      const content = [...new Set([...kept, ...own(a)])].sort((x, y) => x - y);
      return content.length === a.content.length && own(a).length === 0 ? a : { ...a, content };
    })
    .filter((a) => a.content.length > 0);
}

/** The number of the quotation that ends in a comma right before source and cue; 0 for none. */
function signedBy(page: Page, a: Attribution): number {
  const start = Math.min(a.head, ...a.cue, ...a.source.filter((t) => t < a.head && t > a.head - 20));
  const mark = start - 1;
  const quote = page.quote[mark] ?? 0;
  if (quote === 0 || quote === page.quote[a.head] || page.sentence[mark] !== page.sentence[a.head]) return 0;
  const inner = page.word[mark] === 0 && page.lower[mark] !== "," ? mark - 1 : mark;
  return /^[,?!]$/.test(page.lower[inner] ?? "") ? quote : 0;
}
