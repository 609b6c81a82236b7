import type { Sentence } from "@hearsay/english";
import { type Article, type Entity, type Mention, span } from "../model/index.js";
import type { Draft } from "./mentions/cast.js";
import { type Casting, castNames, isAdjective } from "./mentions/casting.js";
import { isPronoun, pronounReferent, type Reading, referent, type Seen } from "./mentions/coref.js";
import { type Description, descriptionsOf } from "./mentions/descriptions.js";
import { settleKinds } from "./mentions/kinds.js";
import { type NameFind, namesOf } from "./mentions/names.js";
import { capitalsOf } from "./mentions/runs.js";
import { ownStates } from "./mentions/states.js";
import { type Word, wordsOf } from "./mentions/words.js";

/**
 * Who and what an article speaks of: names with the roles said of them, descriptions, unnamed sources, pronouns.
 * Mentions and entities are in text order; an entity's id is `ARTICLE/eN`.
 * Names are joined over the whole article first, so that a surname in the first line finds the full name in the
 * third; descriptions and pronouns are then resolved from left to right.
 */
export function findMentions(
  article: Article,
  sentences: readonly Sentence[],
): { mentions: readonly Mention[]; entities: readonly Entity[] } {
  const words = wordsOf(article.text, sentences);
  const capitals = capitalsOf(words);
  const finds = words.flatMap((sentence) => namesOf(sentence, capitals));
  const states = ownStates(words, finds);
  for (const f of finds)
    if (f.kind === null && (states.names.has(f.name) || states.adjectives.has(f.name.toLowerCase()))) f.kind = "state";
  settleKinds(words, sentences, finds);
  const casting = castNames(article.text, words, finds, states);
  const seen = readThrough(article.text, sentences, casting, finds);
  return records(article.id, seen);
}

interface Item {
  readonly start: number;
  readonly take: (reading: Reading) => Seen;
}

/** All mentions from left to right, each resolved by what came before. */
function readThrough(
  text: string,
  sentences: readonly Sentence[],
  c: Casting,
  finds: readonly NameFind[],
): readonly Seen[] {
  const reading: Reading = { seen: [], bySentence: sentences.map(() => []) };
  const bySentence = sentences.map((): NameFind[] => []);
  for (const f of finds) bySentence[f.words[0]!.sentence]!.push(f);
  sentences.forEach((sentence, number) => {
    const own = bySentence[number]!;
    const items = [
      ...own.filter((f) => f.form !== "title").map((f) => nameItem(c, f)),
      ...others(text, sentence, c, number, own),
    ];
    for (const item of items.sort((a, b) => a.start - b.start)) note(reading, item.take(reading));
  });
  return reading.seen;
}

function note(reading: Reading, seen: Seen): void {
  reading.seen.push(seen);
  reading.bySentence[seen.sentence]!.push(seen);
}

function others(text: string, sentence: Sentence, c: Casting, number: number, own: readonly NameFind[]): Item[] {
  const words = c.sentences[number]!;
  const taken = new Set(c.roleWords.get(number));
  for (const f of own) if (f.form === "name") for (const w of f.words) taken.add(w.at);
  const descriptions = descriptionsOf(text, sentence, words, taken);
  const pronouns = words.filter(isPronoun);
  return [...descriptions.map((d) => descriptionItem(text, c, d)), ...pronouns.map((w) => pronounItem(w))];
}

function nameItem(c: Casting, f: NameFind): Item {
  const [first, last] = [f.words[0]!, f.words.at(-1)!];
  const place = { start: first.start, end: last.end, sentence: first.sentence, at: first.at };
  return {
    start: first.start,
    take: () => ({ ...place, form: "name", draft: c.of.get(f) ?? null, weak: isAdjective(c, f) }),
  };
}

function descriptionItem(text: string, c: Casting, d: Description): Item {
  const words = c.sentences[d.sentence]!;
  const [first, last] = [words[d.from]!, words[d.to]!];
  const place = { start: first.start, end: last.end, sentence: d.sentence, at: d.head };
  const name = text.slice(first.start, last.end).replace(/\s+/g, " ");
  const bare =
    d.sort === "body" || d.reference === "definite" ? name.replace(/^(?:the|this|that|these|those)\s/i, "") : name;
  return {
    start: first.start,
    take: (reading) => ({ ...place, form: "description", draft: referent(c, reading, d, bare), weak: false }),
  };
}

function pronounItem(word: Word): Item {
  const place = { start: word.start, end: word.end, sentence: word.sentence, at: word.at };
  return {
    start: word.start,
    take: (reading) => ({ ...place, form: "pronoun", draft: pronounReferent(reading, word), weak: true }),
  };
}

function records(article: string, seen: readonly Seen[]): { mentions: Mention[]; entities: Entity[] } {
  const ids = new Map<Draft, string>();
  for (const { draft } of seen) if (draft && !ids.has(draft)) ids.set(draft, `${article}/e${ids.size + 1}`);
  const mentions = seen.map((s) => ({
    ...span(article, s.start, s.end),
    form: s.form,
    entity: s.draft ? ids.get(s.draft)! : null,
  }));
  return { mentions, entities: [...ids].map(([d, id]) => entity(d, id)) };
}

function entity(d: Draft, id: string): Entity {
  const { kind, name, role, affiliation, country, gender, anonymous } = d;
  const aliases = [...d.aliases].filter((a) => a !== name).sort();
  return { id, kind, name, aliases, role, affiliation, country, gender, anonymous };
}
