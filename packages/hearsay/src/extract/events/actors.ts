import type { Sentence } from "@hearsay/english";
import type { Actor, Annotation, Article, Entity, Mention } from "../../model/index.js";
import { countryIn } from "./country.js";
import { isActorNoun, isObjectNoun, isThing, nominalizedVerb, nounType } from "./lexicon.js";
import {
  baseRelation,
  dependents,
  formAt,
  isNominal,
  isTimeWord,
  lemmaAt,
  membersOf,
  posAt,
  preposition,
  relationAt,
  subtree,
  type Tree,
} from "./tree.js";

/** What the finders of one article share: its text and who is mentioned where. */
export interface Scene {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly entities: ReadonlyMap<string, Entity>;
  /** Mentions that begin at or after an offset are found by bisection in this list, in text order. */
  readonly mentions: readonly Mention[];
  /** Trees of its sentences, mended, made when first asked for. */
  readonly trees: Map<Sentence, Tree>;
}

export function sceneOf(article: Article, annotation: Annotation): Scene {
  const entities = new Map(annotation.entities.map((entity) => [entity.id, entity]));
  const mentions = [...annotation.mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  return { article, annotation, entities, mentions, trees: new Map() };
}

/** Names within a sentence, in text order. */
export function namesIn(scene: Scene, { start, end }: { start: number; end: number }): readonly Mention[] {
  return mentionsIn(scene, start, end).filter(
    (mention) => mention.form === "name" && mention.start >= start && mention.end <= end,
  );
}

/** Mentions that lie within or overlap [start, end). */
export function mentionsIn(scene: Scene, start: number, end: number): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = firstFrom(scene.mentions, start - longestMention); at < scene.mentions.length; at++) {
    const mention = scene.mentions[at]!;
    if (mention.start >= end) break;
    if (mention.end > start) found.push(mention);
  }
  return found;
}

/** No name is longer; bounds how far back an overlapping mention can begin. */
const longestMention = 400;

function firstFrom(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Parts of a noun phrase that do not belong to its name. */
const outside = new Set([
  "acl",
  "acl:relcl",
  "appos",
  "parataxis",
  "punct",
  "conj",
  "cc",
  "case",
  "advcl",
  "mark",
  "advmod",
  "dep",
  "list",
]);

/** The noun phrase headed by `i`, without prepositions, clauses and what is coordinated with it: first and last token. */
export function phrase(tree: Tree, i: number): readonly [number, number] {
  const skip = (kid: number): boolean =>
    (isTimeWord(lemmaAt(tree, kid)) && ["nmod", "compound"].includes(baseRelation(tree, kid))) ||
    (outside.has(relationAt(tree, kid)) && !(relationAt(tree, kid) === "case" && formAt(tree, kid).endsWith("s")));
  const all = contiguous(subtree(tree, i, skip), i);
  return [all[0] ?? i, all.at(-1) ?? i];
}

/** Tokens around `i` with gaps of at most two (a hyphen, a comma and a quote mark): the parser's far strays are left out. */
function contiguous(all: readonly number[], i: number): readonly number[] {
  const at = all.indexOf(i);
  let low = at;
  let high = at;
  while (low > 0 && all[low]! - all[low - 1]! <= 3) low--;
  while (high < all.length - 1 && all[high + 1]! - all[high]! <= 3) high++;
  return all.slice(low, high + 1);
}

/** Something is done to it: an object, or the subject of a passive. */
const isUndergoer = (tree: Tree, i: number): boolean => /^(?:obj|nsubj:pass)$/.test(relationAt(tree, i));

/** Who the noun phrase at `i` names: a known mention, a name, or a description with a human, state or military head. */
export function isActor(scene: Scene, tree: Tree, i: number): boolean {
  const token = tree.tokens[i];
  if (token === undefined || !isNominal(tree, i)) return false;
  // A person or body stood for by a pronoun acts, or is acted on, also where it is left open who it is.
  if (posAt(tree, i) === "PRON")
    return (
      nobody.has(formAt(tree, i)) ||
      mentionsIn(scene, token.start, token.end).some((m) => m.entity !== null || isUndergoer(tree, i))
    );
  if (posAt(tree, i) === "PROPN") return !isTimeWord(lemmaAt(tree, i));
  const lemma = lemmaAt(tree, i);
  if (nounType(lemma) !== null && !isActorNoun(lemma)) return false;
  return (
    isActorNoun(lemma) ||
    mentionsIn(scene, token.start, token.end).some((m) => m.form !== "pronoun" && isParty(scene, m))
  );
}

/** Denied of all. */
const nobody = new Set(["nobody", "none", "neither"]);

function isParty(scene: Scene, mention: Mention): boolean {
  const entity = mention.entity === null ? undefined : scene.entities.get(mention.entity);
  return entity !== undefined && entity.kind !== "other";
}

/** An actor, a thing that can be hit or held, or a phrase that holds an actor ("Vesmara's offer"). */
export function canBeTarget(scene: Scene, tree: Tree, i: number): boolean {
  if (!isNominal(tree, i) || isTimeWord(lemmaAt(tree, i))) return false;
  return isActor(scene, tree, i) || isObjectNoun(lemmaAt(tree, i)) || innerActor(scene, tree, i) !== null;
}

/** The actor inside a noun phrase that is no actor itself: its possessor, what it is of or by, its demonym. */
export function innerActor(scene: Scene, tree: Tree, i: number): number | null {
  const order = ["nmod:poss", "nmod", "compound", "amod"];
  const kids = [...(tree.children[i] ?? [])]
    .filter((kid) => order.includes(relationAt(tree, kid)))
    .sort((a, b) => order.indexOf(relationAt(tree, a)) - order.indexOf(relationAt(tree, b)));
  for (const kid of kids) {
    const inside = relationAt(tree, kid) === "compound" && posAt(tree, kid) === "NOUN" && isThing(lemmaAt(tree, kid));
    if (!inside && (isActor(scene, tree, kid) || isDemonym(scene, tree, kid))) return kid;
    const deeper = relationAt(tree, kid).startsWith("nmod") ? innerActor(scene, tree, kid) : null;
    if (deeper !== null) return deeper;
  }
  return null;
}

/** "Norlander" in "Norlander artillery": an adjective that stands for a state or people. */
export function isDemonym(scene: Scene, tree: Tree, i: number): boolean {
  const token = tree.tokens[i];
  if (token === undefined || !/^\p{Lu}/u.test(token.form)) return false;
  if (mentionsIn(scene, token.start, token.end).some((mention) => mention.entity !== null)) return true;
  if (posAt(tree, i) === "PROPN") return !isTimeWord(lemmaAt(tree, i));
  return posAt(tree, i) === "ADJ" && i > 0;
}

/** The actor record for a noun phrase, coordinated ones together: "Moscow and Tehran" is one side. */
export function actorAt(scene: Scene, tree: Tree, i: number, together = true): Actor {
  const heads = together ? membersOf(tree, i) : [i];
  const parts = heads.map((head) => named(scene, tree, head));
  const first = parts[0]!;
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  return { ...first, start, end, name: parts.map((part) => part.name).join("; ") };
}

function named(scene: Scene, tree: Tree, i: number): Actor {
  const token = tree.tokens[i]!;
  const earlier = posAt(tree, i) === "PRON" ? antecedent(scene, token.start) : null;
  if (earlier !== null) return earlier;
  const [from, to] = phrase(tree, i);
  const span = { article: scene.article.id, start: tree.tokens[from]!.start, end: tree.tokens[to]!.end };
  const own = mentionsIn(scene, token.start, token.end)[0];
  const within = mentionsIn(scene, span.start, span.end).find((mention) => mention.entity !== null);
  const entity = entityOf(scene, own) ?? null;
  const holder = entity ?? entityOf(scene, within) ?? null;
  const text = scene.article.text.slice(span.start, span.end);
  const byEntity = posAt(tree, i) === "PRON" || (posAt(tree, i) === "ADJ" && entity?.kind === "state");
  const name = byEntity && entity !== null ? entity.name : bareName(text);
  return {
    ...span,
    entity: entity?.id ?? holder?.id ?? null,
    name,
    country: entity?.country ?? holder?.country ?? countryIn(text),
  };
}

/** How many mentions back a pronoun's name is looked for. */
const memory = 300;

/** The last words before a pronoun that name the one it stands for. */
function antecedent(scene: Scene, pronoun: number): Actor | null {
  const own = mentionsIn(scene, pronoun, pronoun + 1)[0];
  const entity = entityOf(scene, own);
  if (entity === undefined) return null;
  const at = firstFrom(scene.mentions, pronoun);
  const before = scene.mentions.slice(Math.max(0, at - memory), at);
  const named = before.findLast((mention) => mention.entity === entity.id && mention.form !== "pronoun");
  if (named === undefined) return null;
  const { article, start, end } = named;
  return { article, start, end, entity: entity.id, name: entity.name, country: entity.country };
}

function entityOf(scene: Scene, mention: Mention | undefined): Entity | undefined {
  return mention === undefined || mention.entity === null ? undefined : scene.entities.get(mention.entity);
}

/** Without article or "'s", and with one space where the text breaks a line. */
function bareName(text: string): string {
  const bare = text
    .replace(/\s+/g, " ")
    .replace(/^(?:the|a|an|no|neither)\s+/i, "")
    .replace(/(?<=\p{L})['’]s$|(?<=s)['’]$/u, "");
  return bare === "" ? text : bare;
}

/** The nouns an object consists of, its head first: "a round of talks" gives round, talk; "peace talks" talk, peace. */
export function objectNouns(tree: Tree, i: number): readonly string[] {
  const nouns = [lemmaAt(tree, i)];
  for (const kid of dependents(tree, i, "compound"))
    nouns.push(lemmaAt(tree, kid), `${lemmaAt(tree, kid)}-${nouns[0]}`);
  const of = dependents(tree, i, "nmod").find((kid) => preposition(tree, kid) === "of");
  const partitive = of !== undefined && (isMeasure(lemmaAt(tree, i)) || nominalizedVerb(lemmaAt(tree, i)) !== null);
  return partitive ? [...nouns, ...objectNouns(tree, of)] : nouns;
}

const measures = new Set(
  "round series number package set batch part most lot dozen hundred thousand million billion ton tonne shipment consignment load wave string spate couple variety range group kind type amount percent member bulk rest all some many first last one two three five ten barrage campaign".split(
    " ",
  ),
);
const isMeasure = (lemma: string): boolean => measures.has(lemma);
