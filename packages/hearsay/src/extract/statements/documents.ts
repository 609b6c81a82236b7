import type { Attribution } from "./decode.js";
import type { Page } from "./page.js";

const documents = new Set(
  "statement declaration communique communiqué text document plan note letter order decree agreement deal accord protocol".split(
    " ",
  ),
);
const given = new Set("read issue release publish present announce circulate sign".split(" "));
/** The document with what is said of it stands within so many words, and who it is by within so many more. */
const REACH = 8;
const LONGEST = 12;
/** Rare in what the weights learnt from, and certain in form. */
const SURE = 0.8;

/**
 * "Under a statement read out by Roe, the port will open": what follows the comma is what the document says, by the word of
 * the one who gave it.
 */
export function withDocuments(page: Page, found: readonly Attribution[]): Attribution[] {
  const made: Attribution[] = [];
  for (let s = 0; s + 1 < page.first.length; s++) {
    const attribution = documentIn(page, page.first[s]!, page.first[s + 1]!);
    if (attribution !== null) made.push(attribution);
  }
  const own = new Set(made.flatMap(({ cue, source, content }) => [...cue, ...source, ...content]));
  return [...found.filter((a) => !own.has(a.head)), ...made].sort((a, b) => a.head - b.head);
}

function documentIn(page: Page, from: number, to: number): Attribution | null {
  if (page.lower[from] !== "under") return null;
  const head = range(from + 1, Math.min(to, from + 1 + REACH)).find(
    (t) => /^V/.test(page.xpos[t]!) && given.has(page.lemma[t]!) && documents.has(page.lemma[t - 1]!),
  );
  if (head === undefined) return null;
  const by = [head + 1, head + 2].find((t) => page.lower[t] === "by");
  const comma =
    by === undefined ? -1 : range(by + 2, Math.min(to, by + 2 + LONGEST)).find((t) => page.lower[t] === ",");
  if (by === undefined || comma === undefined || comma < 0) return null;
  const content = range(comma + 1, to).filter((t) => t < to - 1 || page.word[t] === 1);
  if (content.length < 3) return null;
  return { head, source: range(by + 1, comma), cue: range(head, by + 1), content, score: SURE };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
