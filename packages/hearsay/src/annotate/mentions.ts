import type { Sentence } from "@hearsay/english";
import { type Article, type Entity, type Mention, span } from "../model/index.js";
import type { Draft } from "./mentions/cast.js";
import { castNames, isAdjective } from "./mentions/casting.js";
import { referent } from "./mentions/coref.js";
import { type Description, descriptionsOf } from "./mentions/descriptions.js";
import { settleKinds } from "./mentions/kinds.js";
import { type NameFind, namesOf } from "./mentions/names.js";
import { farthestThing, isPronoun, mayMeanThing, pronounReferent, standingOf } from "./mentions/pronouns.js";
import type { Reading, Seen } from "./mentions/reading.js";
import type { Casting } from "./mentions/register.js";
import { capitalsOf } from "./mentions/runs.js";
import { ownStates } from "./mentions/states.js";
import { type Thing, thingsOf } from "./mentions/things.js";
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
  const reading: Reading = { seen: [], bySentence: sentences.map(() => []), trees: sentences };
  const bySentence = sentences.map((): NameFind[] => []);
  for (const f of finds) bySentence[f.words[0]!.sentence]!.push(f);
  const meant = reachOfPronouns(c.sentences);
  sentences.forEach((sentence, number) => {
    const own = bySentence[number]!;
    const items = [
      ...own.filter((f) => f.form !== "title").map((f) => nameItem(c, sentence, f)),
      ...others(text, sentence, c, number, own, meant.has(number)),
    ];
    for (const item of items.sort((a, b) => a.start - b.start)) note(reading, item.take(reading));
  });
  return reading.seen;
}

function note(reading: Reading, seen: Seen): void {
  reading.seen.push(seen);
  reading.bySentence[seen.sentence]!.push(seen);
}

/** Descriptions, pronouns and, where they may be `meant`, things of one sentence. */
function others(
  text: string,
  sentence: Sentence,
  c: Casting,
  number: number,
  own: readonly NameFind[],
  meant: boolean,
): Item[] {
  const words = c.sentences[number]!;
  const taken = new Set(c.roleWords.get(number));
  for (const f of own) if (f.form === "name") for (const w of f.words) taken.add(w.at);
  const items: Item[] = [];
  for (const d of descriptionsOf(text, sentence, words, taken)) {
    taken.add(d.head);
    items.push(descriptionItem(text, sentence, c, d));
  }
  for (const w of words) if (isPronoun(w)) items.push(pronounItem(sentence, w));
  if (meant) for (const t of thingsOf(sentence, words, taken)) items.push(thingItem(sentence, t));
  return items;
}

/** The sentences a pronoun for things can reach back to; elsewhere things do not matter. */
function reachOfPronouns(sentences: readonly (readonly Word[])[]): ReadonlySet<number> {
  const out = new Set<number>();
  sentences.forEach((words, number) => {
    if (words.some(mayMeanThing)) for (let back = 0; back <= farthestThing; back++) out.add(number - back);
  });
  return out;
}

type Resolved = Pick<Seen, "form" | "draft" | "weak"> & Partial<Pick<Seen, "thing" | "plural">>;

/** The mention made of the words from `first` to `last`; `head` to `tail` bear its relation. */
function seenAt(sentence: Sentence, first: Word, last: Word, head: Word, tail: Word, what: Resolved): Seen {
  const { relation, governor, head: token } = standingOf(sentence.tokens, head.from, tail.to);
  return {
    start: first.start,
    end: last.end,
    form: what.form,
    draft: what.draft,
    sentence: first.sentence,
    at: head.at,
    weak: what.weak,
    thing: what.thing ?? null,
    plural: what.plural ?? false,
    relation,
    governor,
    head: token,
  };
}

function nameItem(c: Casting, sentence: Sentence, f: NameFind): Item {
  const [first, last] = [f.words[0]!, f.words.at(-1)!];
  const take = () => {
    const what: Resolved = { form: "name", draft: c.of.get(f) ?? null, weak: isAdjective(c, f) };
    return seenAt(sentence, first, last, first, last, what);
  };
  return { start: first.start, take };
}

function descriptionItem(text: string, sentence: Sentence, c: Casting, d: Description): Item {
  const words = c.sentences[d.sentence]!;
  const [first, last, head] = [words[d.from]!, words[d.to]!, words[d.head]!];
  const name = text.slice(first.start, last.end).replace(/\s+/g, " ");
  const bare =
    d.sort === "body" || d.reference === "definite" ? name.replace(/^(?:the|this|that|these|those)\s/i, "") : name;
  const take = (reading: Reading) => {
    const meant = referent(c, reading, d, bare);
    const what: Resolved = { form: meant === null ? "thing" : "description", draft: meant, weak: false };
    return seenAt(sentence, first, last, head, head, what);
  };
  return { start: first.start, take };
}

function pronounItem(sentence: Sentence, word: Word): Item {
  const take = (reading: Reading) => {
    const what: Resolved = { form: "pronoun", draft: pronounReferent(reading, word, reading.trees), weak: true };
    return seenAt(sentence, word, word, word, word, what);
  };
  return { start: word.start, take };
}

function thingItem(sentence: Sentence, { word, plural }: Thing): Item {
  const what: Resolved = { form: "thing", draft: null, weak: true, thing: word.lemma, plural };
  return { start: word.start, take: () => seenAt(sentence, word, word, word, word, what) };
}

function records(article: string, seen: readonly Seen[]): { mentions: Mention[]; entities: Entity[] } {
  const ids = new Map<Draft, string>();
  for (const { draft } of seen) if (draft && !ids.has(draft)) ids.set(draft, `${article}/e${ids.size + 1}`);
  const mentions: Mention[] = [];
  for (const { start, end, form, draft } of seen)
    if (form !== "thing") mentions.push({ ...span(article, start, end), form, entity: draft && ids.get(draft)! });
  return { mentions, entities: [...ids].map(([d, id]) => entity(d, id)) };
}

function entity(d: Draft, id: string): Entity {
  const { kind, name, role, affiliation, country, gender, anonymous } = d;
  const aliases = [...d.aliases].filter((a) => a !== name).sort();
  return { id, kind, name, aliases, role, affiliation, country, gender, anonymous };
}
