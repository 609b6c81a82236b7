import type { ConlluSentence } from "../conllu.js";
import { jointTag, tally } from "./vocabulary.js";

/** A feature is given where at least this share of the training words with that key have it. */
const share = 0.8;

/** The features that nearly all words with the same tag have, and those of frequent words that differ from their tag's. */
export function learnFeats(sentences: readonly ConlluSentence[]): Map<string, string> {
  const byTag = new Map<string, string[]>();
  const byWord = new Map<string, string[]>();
  for (const { words } of sentences)
    for (const word of words) {
      append(byTag, jointTag(word), word.feats);
      append(byWord, `${jointTag(word)} ${word.form.toLowerCase()}`, word.feats);
    }
  const table = new Map([...byTag].map(([key, feats]) => [key, common(feats)]));
  for (const [key, feats] of byWord) {
    const own = common(feats);
    const tag = key.split(" ").slice(0, 2).join(" ");
    if (feats.length >= 4 && own !== table.get(tag)) table.set(key, own);
  }
  return table;
}

function append(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function common(feats: readonly string[]): string {
  const counts = tally(feats.flatMap((f) => (f === "_" ? [] : f.split("|"))));
  const kept = [...counts].filter(
    ([name, n]) => n >= feats.length * share && !/^(?:Typo|Abbr|Style|ExtPos)=/u.test(name),
  );
  return (
    kept
      .map(([name]) => name)
      .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
      .join("|") || "_"
  );
}
