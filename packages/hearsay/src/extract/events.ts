import type { Sentence } from "@hearsay/english";
import {
  type Actor,
  type Annotation,
  type Article,
  contains,
  type Event,
  type EventMode,
  type EventType,
  type Span,
  type Statement,
  span,
  stableId,
} from "../model/index.js";
import { bySentence } from "./by-sentence.js";
import { actorAt, type Scene, sceneOf } from "./events/actors.js";
import { codeOf, typeAndMode } from "./events/codes.js";
import { foundIn, type Reach } from "./events/found.js";
import { isBackground, isSaid } from "./events/mode.js";
import { placeOf, type Roles } from "./events/roles.js";
import { goldsteinOfType, goldsteinOfWord } from "./events/tables/goldstein.js";
import { isNominal, lemmaAt, relationAt, subtree, type Tree } from "./events/tree.js";
import { anchor, type Trigger } from "./events/triggers.js";
import { isHistorical, momentsOf, whenOf } from "./events/when.js";

export interface EventSettings {
  /** In a report "clause"; for single sentences about a pair of actors "sentence", with types as PLOVER codes them. */
  readonly reach: Reach;
}

/**
 * Who did what to whom in an article, in text order. Verbs and event nouns are typed by a lexicon
 * (events/tables); the tree says who and whom; auxiliaries, negation and the words above say in which mode.
 */
export function findEvents(
  article: Article,
  annotation: Annotation,
  statements: readonly Statement[],
  settings: EventSettings = { reach: "clause" },
  scene: Scene = sceneOf(article, annotation),
): readonly Event[] {
  const said = bySentence(annotation.sentences, statements, ({ content }) => content);
  return annotation.sentences.flatMap((sentence, i) => eventsOfSentence(scene, sentence, said[i]!, settings));
}

function eventsOfSentence(
  scene: Scene,
  sentence: Sentence,
  statements: readonly Statement[],
  settings: EventSettings,
): readonly Event[] {
  if (sentence.tokens.length > longestSentence) return [];
  const { tree, found } = foundIn(scene, sentence, settings.reach);
  const moments = momentsOf(scene.annotation, sentence.start, sentence.end);
  return found.flatMap((one) => {
    const when = whenOf(tree, anchor(one.trigger), moments, one.trigger.noun);
    const event = makeEvent(scene, tree, one.trigger, one.roles, { when, statements });
    if (one.trigger.spoken && event.who === null) return [];
    if (settings.reach === "clause" && isEmpty(event)) return [];
    return settings.reach === "clause" ? event : { ...event, type: codeOf(tree, one, event) };
  });
}

/** "The talks": nobody, nowhere, at no time. */
const isEmpty = ({ who, whom, when, where }: Event): boolean => [who, whom, when, where].every((one) => one === null);

/** A longer "sentence" is a table or a list. */
const longestSentence = 250;

interface Circumstances {
  readonly when: Event["when"];
  readonly statements: readonly Statement[];
}

function makeEvent(scene: Scene, tree: Tree, trigger: Trigger, roles: Roles, around: Circumstances): Event {
  const article = scene.article;
  const at = triggerSpan(article.id, tree, trigger);
  const whole = eventSpan(article.id, tree, trigger);
  const statement = statementAround(around.statements, at);
  const { type, mode } = typeAndMode(tree, trigger);
  const said = trigger.spoken && statement !== null ? speakerOf(scene, statement) : null;
  const who = roles.who === null ? said : actorAt(scene, tree, roles.who, !roles.split);
  const whom = roles.whom === null ? null : actorAt(scene, tree, roles.whom, !roles.split);
  const place = placeOf(scene, tree, trigger, [roles.who, roles.whom]);
  return {
    ...whole,
    id: stableId("event", article.id, at.start, at.end, type),
    type,
    mode: mode ?? settledMode(tree, trigger, around.when, article.published, statement),
    trigger: at,
    who,
    whom,
    where: place === null ? null : actorAt(scene, tree, place).name,
    when: around.when,
    statement: statement?.id ?? null,
    goldstein: goldsteinOf(tree, trigger, type),
    score: scoreOf(trigger, who, whom),
  };
}

/** The speaker as the one who acts by saying it. */
function speakerOf(scene: Scene, { source, speaker }: Statement): Actor | null {
  const words = source[0];
  const entity = speaker.entity === null ? undefined : scene.entities.get(speaker.entity);
  if (words === undefined) return null;
  const name = speaker.name ?? speaker.description;
  return {
    ...span(words.article, words.start, words.end),
    entity: speaker.entity,
    name,
    country: entity?.country ?? null,
  };
}

function settledMode(
  tree: Tree,
  trigger: Trigger,
  when: Event["when"],
  published: string | null,
  statement: Statement | null,
): EventMode {
  const at = anchor(trigger);
  const undated = when === null || published === null;
  if (isHistorical(when, published) || (undated && isBackground(tree, at))) return "historical";
  return statement === null && !isSaid(tree, at) ? "asserted" : "reported";
}

function triggerSpan(article: string, tree: Tree, trigger: Trigger): Span {
  const ends = [trigger.verb, trigger.noun].filter((i) => i !== null).map((i) => tree.tokens[i]!);
  const start = Math.min(...ends.map((token) => token.start));
  return span(article, start, Math.max(...ends.map((token) => token.end)));
}

const apart = new Set(["parataxis", "advcl", "conj", "cc", "discourse", "list"]);

/** The clause of a verb, or the phrase of a noun, without clauses that only stand beside it. */
function eventSpan(article: string, tree: Tree, trigger: Trigger): Span {
  const at = anchor(trigger);
  const skip = (kid: number): boolean =>
    tree.tokens[kid]!.head === at && apart.has(relationAt(tree, kid)) && !isNominal(tree, kid);
  const inside = subtree(tree, at, skip).map((i) => tree.tokens[i]!);
  while (inside.length > 1 && isEdge(inside.at(-1)!.upos)) inside.pop();
  while (inside.length > 1 && isEdge(inside[0]!.upos)) inside.shift();
  return span(article, inside[0]!.start, inside.at(-1)!.end);
}

const isEdge = (upos: string): boolean => upos === "PUNCT" || upos === "CCONJ" || upos === "SCONJ";

/** The narrowest statement whose content holds the trigger. */
function statementAround(statements: readonly Statement[], at: Span): Statement | null {
  const width = (statement: Statement): number =>
    statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
  const holding = statements.filter((statement) => statement.content.some((part) => contains(part, at)));
  return holding.sort((a, b) => width(a) - width(b))[0] ?? null;
}

function goldsteinOf(tree: Tree, trigger: Trigger, type: EventType): number {
  const values = [trigger.noun, trigger.verb].map((i) => (i === null ? undefined : goldsteinOfWord[lemmaAt(tree, i)]));
  const own = type === trigger.type ? values.find((value) => value !== undefined) : undefined;
  return own ?? goldsteinOfType[type];
}

/** Higher when both sides are named and when a verb with its object, not a verb alone, carries the type. */
function scoreOf(trigger: Trigger, who: Actor | null, whom: Actor | null): number {
  const sides = who !== null && whom !== null ? 0.15 : 0;
  return (trigger.verb !== null && trigger.noun !== null ? 0.75 : 0.65) + sides;
}
