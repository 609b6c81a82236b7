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
import { actorAt, innerActor, isActor, mentionsIn, namesIn, phrase, type Scene, sceneOf } from "./events/actors.js";
import { isObjectNoun, isThing } from "./events/lexicon.js";
import { completed, isMain, namedAfter } from "./events/link.js";
import { isNegated, modeAt } from "./events/mode.js";
import { repaired } from "./events/repair.js";
import { placeOf, type Roles, rolesOf } from "./events/roles.js";
import { goldsteinOfType, goldsteinOfWord } from "./events/tables/goldstein.js";
import { conjuncts, isNominal, lemmaAt, relationAt, subtree, type Tree, treeOf } from "./events/tree.js";
import { anchor, findTriggers, governed, isHostile, type Trigger } from "./events/triggers.js";
import { voiceIsPassive } from "./events/voice.js";
import { isHistorical, momentsOf, whenOf } from "./events/when.js";

export interface EventSettings {
  /**
   * "clause" records what the tree says of each trigger. "sentence" also links two actors of a sentence by word order
   * where the tree leaves a side open, and keeps only events with two sides where there are any.
   */
  readonly reach: "clause" | "sentence";
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
): readonly Event[] {
  const scene = sceneOf(article, annotation);
  return annotation.sentences.flatMap((sentence) => eventsOfSentence(scene, sentence, statements, settings));
}

function eventsOfSentence(
  scene: Scene,
  sentence: Sentence,
  statements: readonly Statement[],
  settings: EventSettings,
): readonly Event[] {
  if (sentence.tokens.length > longestSentence) return [];
  const tree = treeOf(repaired(sentence, namesIn(scene.annotation, sentence)));
  const moments = momentsOf(scene.annotation, sentence.start, sentence.end);
  const found = findTriggers(tree).map((trigger) => ({ trigger, roles: rolesOf(scene, tree, trigger) }));
  const sure = found.filter(({ trigger, roles }) => isEvent(scene, tree, trigger, roles));
  const kept =
    settings.reach === "clause" ? sure.map((one) => firm(scene, tree, one)) : linked(scene, tree, found, sure);
  return kept.map(({ trigger, roles }) => {
    const when = whenOf(tree, anchor(trigger), moments, trigger.noun);
    return makeEvent(scene, tree, trigger, roles, { when, statements });
  });
}

interface Found {
  readonly trigger: Trigger;
  readonly roles: Roles;
}

/** Only what can be acted on is a second side in a report. */
function firm(scene: Scene, tree: Tree, { trigger, roles }: Found): Found {
  const whom = roles.whom === null ? null : receiver(scene, tree, trigger, roles.whom);
  return { trigger, roles: { ...roles, whom: whom === roles.who ? null : whom } };
}

/** The other side itself: of "Lusanda's offer" Lusanda; of a base that is hit the base. */
function receiver(scene: Scene, tree: Tree, { type }: Trigger, i: number): number | null {
  if (conjuncts(tree, i).some((at) => isActor(scene, tree, at)) && !isThing(lemmaAt(tree, i))) return i;
  if (hitting.has(type) && isObjectNoun(lemmaAt(tree, i))) return i;
  return innerActor(scene, tree, i);
}

const hitting: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "PROTEST"]);

/** A second reading with the nearest name as the other side, where the first reading found a thing and no name. */
function otherwise(scene: Scene, tree: Tree, { trigger, roles }: Found): readonly Found[] {
  const other = roles.whom === null ? null : namedAfter(scene, tree, anchor(trigger), [roles.who, roles.whom]);
  return other === null ? [] : [{ trigger, roles: { ...roles, whom: other } }];
}

const hasBoth = ({ roles }: Found): boolean => roles.who !== null && roles.whom !== null;

/** Two-sided events first; the others with their open sides filled in, those of the main clause before the rest. */
function linked(scene: Scene, tree: Tree, all: readonly Found[], sure: readonly Found[]): readonly Found[] {
  const both = sure.filter(hasBoth);
  const open = all
    .filter((found) => !both.includes(found))
    .map(({ trigger, roles }) => ({ trigger, roles: completed(scene, tree, trigger, roles) }))
    .filter((found) => sure.some((one) => one.trigger === found.trigger) || hasBoth(found));
  const main = open.filter(({ trigger }) => isMain(tree, trigger));
  const told = both.some(({ trigger }) => isMain(tree, trigger));
  const kept =
    both.length > 0
      ? [...both, ...main.slice(0, told ? 0 : 1)]
      : [...main, ...open.filter((found) => !main.includes(found))].slice(0, 2);
  return [...kept, ...(kept.length === 1 ? kept.flatMap((one) => otherwise(scene, tree, one)) : [])];
}

/** A longer "sentence" is a table or a list. */
const longestSentence = 250;

/** Types that need no second party to be worth recording. */
const alone: ReadonlySet<EventType> = new Set([
  "PROTEST",
  "CONCEDE",
  "RETREAT",
  "MOBILIZE",
  "COERCE",
  "AID",
  "THREATEN",
]);

/**
 * Opinion and metaphor are not events ("a heavy blow", "the plan met expectations"): someone must act, and on
 * someone or something that can be acted on; in the passive the one acted on is enough.
 */
function isEvent(scene: Scene, tree: Tree, trigger: Trigger, { who, whom }: Roles): boolean {
  const acts = who !== null;
  const acted = whom !== null && canReceive(scene, tree, whom);
  if (trigger.verb === null) return acts && acted;
  if (acts && acted) return true;
  if (acts) return trigger.noun !== null || alone.has(trigger.type) || saysWhat(tree, trigger);
  return acted && voiceIsPassive(tree, trigger.verb);
}

/** A request, promise or refusal that says what is asked or refused. */
const saysWhat = (tree: Tree, trigger: Trigger): boolean =>
  ["REQUEST", "AGREE", "REJECT", "ACCUSE"].includes(trigger.type) && governed(tree, anchor(trigger)) !== null;

function canReceive(scene: Scene, tree: Tree, i: number): boolean {
  return (
    conjuncts(tree, i).some((at) => isActor(scene, tree, at)) ||
    isObjectNoun(lemmaAt(tree, i)) ||
    holdsName(scene, tree, i)
  );
}

/** Some name within the phrase: "Sulmania's offer", "the resolution on Khadir". */
function holdsName(scene: Scene, tree: Tree, i: number): boolean {
  const [from, to] = phrase(tree, i);
  const inside = mentionsIn(scene, tree.tokens[from]!.start, tree.tokens[to]!.end);
  return (
    inside.some((mention) => mention.entity !== null) ||
    tree.tokens.slice(from, to + 1).some((token) => token.upos === "PROPN")
  );
}

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
  const who = roles.who === null ? null : actorAt(scene, tree, roles.who, !roles.split);
  const whom = roles.whom === null ? null : actorAt(scene, tree, roles.whom, !roles.split);
  const place = placeOf(scene, tree, trigger, [roles.who, roles.whom]);
  return {
    ...whole,
    id: stableId("event", article.id, at.start, at.end, type),
    type,
    mode: mode ?? settledMode(around.when, article.published, statement),
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

function settledMode(when: Event["when"], published: string | null, statement: Statement | null): EventMode {
  if (isHistorical(when, published)) return "historical";
  return statement === null ? "asserted" : "reported";
}

/** "will not release" is a refusal; other negated actions did not take place. */
function typeAndMode(tree: Tree, trigger: Trigger): { type: EventType; mode: EventMode | null } {
  const at = anchor(trigger);
  const mode = modeAt(tree, at);
  const future = mode === "denied" && isNegated(tree, at) && isFuture(tree, at);
  return future && !isHostile(trigger.type) ? { type: "REJECT", mode: null } : { type: trigger.type, mode };
}

const isFuture = (tree: Tree, i: number): boolean =>
  (tree.kids[i] ?? []).some(
    (kid) => relationAt(tree, kid) === "aux" && ["will", "wo", "would"].includes(tree.tokens[kid]!.form.toLowerCase()),
  );

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
