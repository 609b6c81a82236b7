import {
  type Annotation,
  type Article,
  type Commitment,
  type CommitmentStatus,
  type Event,
  overlaps,
  type Statement,
  stableId,
} from "../model/index.js";
import { bySentence } from "./by-sentence.js";
import { conditionOf, objectSpan, wordsOf } from "./commitments/parts.js";
import { spokenIn } from "./commitments/spoken.js";
import { commitmentNouns, forcePhrases, statusWords, stepsOfType, unmetWords } from "./commitments/tables.js";
import { type Scene, sceneOf } from "./events/actors.js";
import { mendedTree } from "./events/found.js";
import { modeAt } from "./events/mode.js";
import { dependents, formAt, lemmaAt, preposition, subtree, type Tree } from "./events/tree.js";
import { saysNo } from "./events/triggers.js";
import { keysAt, objectOf, subjectOf, voiceIsPassive } from "./events/voice.js";

/**
 * Steps in the life of agreements, offers, requests, promises, threats and deliveries, in text order: from events
 * whose words say which step it is, and from sentences that say what became of one ("took effect", "went unmet").
 */
export function findCommitments(
  article: Article,
  annotation: Annotation,
  statements: readonly Statement[],
  events: readonly Event[],
  scene: Scene = sceneOf(article, annotation),
): readonly Commitment[] {
  const triggered = bySentence(annotation.sentences, events, ({ trigger }) => [trigger]);
  return annotation.sentences.flatMap((sentence, i) => {
    const tree = mendedTree(scene, sentence);
    const here = triggered[i]!.filter(
      (event) => event.trigger.start >= sentence.start && event.trigger.end <= sentence.end,
    );
    const told = here.flatMap((event) => fromEvent(article, tree, event));
    const fates = fatesIn(article, tree, statements, here);
    const known = [
      ...told,
      ...fates.filter((fate) => !told.some((other) => overlaps(other, fate) && other.status === fate.status)),
    ];
    const spoken = spokenIn(article, tree, statements).filter((one) => !known.some((other) => overlaps(other, one)));
    return distinct([...known, ...spoken]);
  });
}

const sets = new Map(
  (Object.entries(statusWords) as [CommitmentStatus, string][]).map(([status, list]) => [status, setOf(list)]),
);
const nouns = setOf(commitmentNouns);
const unmet = setOf(unmetWords);

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** The step an event is, if its type and its words make it one. */
function fromEvent(article: Article, tree: Tree, event: Event): readonly Commitment[] {
  const at = tree.tokens.findIndex((token) => token.start >= event.trigger.start);
  if (at < 0) return [];
  const last = tree.tokens.findLastIndex((token) => token.end <= event.trigger.end);
  const status = statusOf(tree, event, [at, last]);
  if (status === null || isOther(tree, at, last, status)) return [];
  const made = fromParts(article, tree, at, status, event);
  // "than promised": somebody, something.
  return made.by === null && made.object === null ? [] : [made];
}

/** Words of a step that are none here: a forecast, a denial of facts, pressure, an appointment cancelled. */
function isOther(tree: Tree, at: number, last: number, status: CommitmentStatus): boolean {
  const keys = [...keysAt(tree, at), ...keysAt(tree, last)];
  const clause = dependents(tree, at, "ccomp")[0];
  if (status === "threatened" && keys.includes("warn")) {
    const subject = clause === undefined ? undefined : dependents(tree, clause, "nsubj")[0];
    return voiceIsPassive(tree, at)
      ? clause === undefined
      : subject !== undefined && !isSelf.has(formAt(tree, subject));
  }
  if (status === "requested" || status === "denied") return keys.some((key) => noRequests.has(key));
  if (status === "broken") return !keys.includes("violate") && !speaksOfAgreement(tree, at);
  const object = objectOf(tree, at);
  if (status === "delivered") return isHabit(tree, at);
  if (status === "refused" && object !== null && hearsay.has(lemmaAt(tree, object))) return true;
  return status === "refused" && keys.includes("deny") && !(object !== null && granted.has(lemmaAt(tree, object)));
}

/** "has supplied arms selectively", "rarely sends help": what somebody does as a rule is no delivery. */
const isHabit = (tree: Tree, at: number): boolean =>
  dependents(tree, at, "advmod").some((kid) => habits.has(formAt(tree, kid)));
const habits = setOf(`
  selectively sparingly rarely seldom occasionally regularly routinely often usually always traditionally historically
  frequently typically generally long hardly barely scarcely never`);
/** One rejects it as untrue. */
const hearsay = setOf(
  "report claim allegation accusation suggestion rumour rumor charge assertion notion idea criticism",
);
const isSelf = setOf("it he she they we i");
const noRequests = setOf("pressure pressurize oblige require invoke tell");
const granted = setOf("request entry access visa permission permit appeal application right passage");
const speaksOfAgreement = (tree: Tree, at: number): boolean =>
  subtree(tree, at).some((kid) => nouns.has(lemmaAt(tree, kid)));

function statusOf(tree: Tree, event: Event, ends: readonly number[]): CommitmentStatus | null {
  const steps = stepsOfType[event.type];
  const keys = ends.flatMap((i) => keysAt(tree, i));
  const said = steps?.steps.find((step) => keys.some((key) => sets.get(step)?.has(key)));
  if (event.mode === "denied") return deniedStep(event.type);
  if (event.mode === "planned") return announcedStep(tree, event, ends[0] ?? 0);
  if (event.mode === "hypothetical" || event.mode === "demanded") return null;
  if (said === "signed" || said === "announced")
    return keys.some((key) => nouns.has(key)) || event.type === "AGREE" ? said : null;
  if (event.type === "REJECT" && ends.some((i) => saysNo(tree, i))) return "refused";
  return said ?? steps?.otherwise ?? null;
}

/** What did not happen: no request was made; no aid was given. Whether it was refused is not said. */
function deniedStep(type: Event["type"]): CommitmentStatus | null {
  if (type === "REQUEST" || type === "AGREE") return "denied";
  return type === "AID" ? "denied" : null;
}

/** "Norland will reopen one gate": announced, when the clause itself says will; what was agreed or asked to be done is told there. */
function announcedStep(tree: Tree, event: Event, at: number): CommitmentStatus | null {
  const will = dependents(tree, at, "aux").some((kid) => ["will", "'ll", "’ll", "would"].includes(formAt(tree, kid)));
  return will &&
    event.who !== null &&
    ["AID", "RETREAT", "CONCEDE", "COOPERATE", "SUPPORT", "CONSULT", "AGREE"].includes(event.type)
    ? "announced"
    : null;
}

function fromParts(article: Article, tree: Tree, at: number, status: CommitmentStatus, event: Event): Commitment {
  return {
    article: article.id,
    start: event.start,
    end: event.end,
    id: stableId("commitment", article.id, event.trigger.start, event.trigger.end, status),
    status,
    by: event.who?.name ?? null,
    to: event.whom?.name ?? null,
    object: objectSpan(article.id, tree, at, recipient(event)),
    condition: conditionOf(article.id, tree, at),
    when: event.when,
    statement: event.statement,
    score: event.score,
  };
}

/** Who it is given to or asked of; of a refusal nobody, for what is refused is often named by its owner. */
const recipient = (event: Event): Event["whom"] =>
  event.type === "REJECT" || event.type === "SUPPORT" ? null : event.whom;

/** What a sentence says has become of an agreement, request or promise. */
function fatesIn(
  article: Article,
  tree: Tree,
  statements: readonly Statement[],
  events: readonly Event[],
): readonly Commitment[] {
  if (!tree.lemmas.some((lemma) => nouns.has(lemma))) return [];
  return tree.tokens.flatMap((_, i) => {
    const status = fateAt(tree, i);
    return status === null ? [] : [fate(article, tree, i, status, statements, events)];
  });
}

function fateAt(tree: Tree, i: number): CommitmentStatus | null {
  const subject = objectOf(tree, i) ?? dependents(tree, i, "nsubj")[0] ?? null;
  const speaksOfOne = subject !== null && nouns.has(lemmaAt(tree, subject));
  if (!speaksOfOne || modeAt(tree, i) !== null) return null;
  const keys = keysAt(tree, i);
  if (keys.some((key) => sets.get("expired")?.has(key))) return "expired";
  if (entersForce(tree, i)) return "in-force";
  const below = [i, ...(tree.children[i] ?? [])];
  return below.some((at) => unmet.has(formAt(tree, at))) ? "refused" : null;
}

function entersForce(tree: Tree, i: number): boolean {
  const below = (tree.children[i] ?? []).filter((kid) =>
    ["obl", "obj", "compound"].includes(tree.tokens[kid]?.deprel ?? ""),
  );
  return forcePhrases.some(
    ([verb, noun]) =>
      lemmaAt(tree, i) === verb &&
      below.some((kid) => lemmaAt(tree, kid) === noun && ["into", ""].includes(preposition(tree, kid))),
  );
}

function fate(
  article: Article,
  tree: Tree,
  i: number,
  status: CommitmentStatus,
  statements: readonly Statement[],
  events: readonly Event[],
): Commitment {
  const words = wordsOf(article.id, tree, i);
  const subject = objectOf(tree, i) ?? subjectOf(tree, i);
  const holder = statements.find((statement) => statement.content.some((part) => overlaps(part, words)));
  return {
    ...words,
    id: stableId("commitment", article.id, words.start, words.end, status),
    status,
    by: null,
    to: null,
    object: subject === null ? null : wordsOf(article.id, tree, subject),
    condition: conditionOf(article.id, tree, i),
    when: events.find((event) => overlaps(event, words))?.when ?? null,
    statement: holder?.id ?? null,
    score: 0.7,
  };
}

/** One of those with the same words and step. */
function distinct(found: readonly Commitment[]): readonly Commitment[] {
  const key = (one: Commitment): string => `${one.status} ${one.start} ${one.end}`;
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}
