import type { EventType } from "../../model/index.js";
import { canBeTarget, innerActor, isActor, type Scene } from "./actors.js";
import { hasAttitude, isObjectNoun, isThing, nominalizedVerb, nounType } from "./lexicon.js";
import { dependents, formAt, isNominal, isTimeWord, lemmaAt, preposition, relationAt, type Tree } from "./tree.js";
import { anchor, governed, type Trigger } from "./triggers.js";
import { isVerbal, keysAt, objectOf, voiceIsPassive } from "./voice.js";

/** How the other side is joined, best first, per type. */
const prepositions: Readonly<Record<EventType, string>> = {
  AGREE: "with to for from in at by",
  CONSULT: "with between among to by in at for",
  SUPPORT: "with for to on of between by in at",
  CONCEDE: "to of from for in by on",
  COOPERATE: "with to between from among in",
  AID: "to for in of on into by along",
  RETREAT: "from to with in of on into between by at",
  REQUEST: "from of to by on with for in",
  ACCUSE: "against on at into of to over by with about in for",
  REJECT: "from by of with to on against for in",
  THREATEN: "to against with on at for in",
  PROTEST: "against outside at over with to on in by of",
  SANCTION: "to from with on against of for between in by",
  MOBILIZE: "to against along on near in into at for around across with",
  COERCE: "on against from of in to over into with at by",
  ASSAULT: "on against at with in into near of between over across to by",
};
const rankOf = new Map(
  Object.entries(prepositions).map(([type, list]) => [type, new Map(list.split(" ").map((word, at) => [word, at]))]),
);

export interface Target {
  readonly at: number;
  /** Lower is better. */
  readonly cost: number;
}

/** Everything a verb's action can be directed at, best first. */
export function targets(scene: Scene, tree: Tree, trigger: Trigger): readonly Target[] {
  const verb = anchor(trigger);
  const found: Target[] = [];
  const object = objectOf(tree, verb);
  if (object !== null) found.push(...objectTargets(scene, tree, trigger, object));
  for (const kid of dependents(tree, verb, "iobj")) if (canBeTarget(scene, tree, kid)) found.push({ at: kid, cost: 0 });
  found.push(...obliqueTargets(scene, tree, trigger.type, verb, 1));
  const inner = governed(tree, verb) ?? (trigger.noun === null ? null : governed(tree, trigger.noun));
  if (inner !== null && isVerbal(tree, inner)) found.push(...innerTargets(scene, tree, trigger, inner));
  return found.sort((a, b) => a.cost - b.cost || a.at - b.at);
}

function objectTargets(scene: Scene, tree: Tree, trigger: Trigger, object: number): readonly Target[] {
  const nested = nounTargets(scene, tree, trigger.type, object, 1.2);
  if (trigger.noun === object) return [...nested, ...ownerTarget(scene, tree, trigger.type, object)];
  const moved = isMoved(tree, trigger.type, object);
  const close = moved || led.has(trigger.type) || !isActor(scene, tree, object);
  const own = isOwn(tree, object) && close ? 4 : moved ? 2.2 : 0;
  if (voiceIsPassive(tree, anchor(trigger)) && !eventful(tree, object)) return [{ at: object, cost: own }, ...nested];
  if (isActor(scene, tree, object))
    return [{ at: object, cost: own + (isGiven(scene, tree, trigger, object) ? 1.5 : 0) }, ...nested];

  if (eventful(tree, object))
    return [
      ...nested,
      ...(turned.has(trigger.type)
        ? [{ at: object, cost: (trigger.type === "REQUEST" ? 1.5 : 0.9) + own }]
        : heldBy(scene, tree, object, 2 + own)),
    ];
  const held = isObjectNoun(lemmaAt(tree, object)) || innerActor(scene, tree, object) !== null;
  const given = isGiven(scene, tree, trigger, object) ? 1.5 : trigger.type === "CONSULT" ? 3 : 0;
  return [{ at: object, cost: (held ? 1 : 3.5) + own + given }, ...nested];
}

const giving = setOf(
  "return give send provide deliver donate supply lend sell transfer ship contribute grant award offer deploy hand hand_over give_back hand_back dispatch lease repatriate",
);

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** "returned the ship to its owner": what is given is not who it is given to. */
function isGiven(scene: Scene, tree: Tree, trigger: Trigger, object: number): boolean {
  if (!keysAt(tree, anchor(trigger)).some((key) => giving.has(key))) return false;
  const receivers = [...dependents(tree, anchor(trigger), "obl"), ...dependents(tree, object, "nmod")];
  return receivers.some((kid) => preposition(tree, kid) === "to" && canBeTarget(scene, tree, kid));
}

const eventful = (tree: Tree, i: number): boolean =>
  nounType(lemmaAt(tree, i)) !== null || nominalizedVerb(lemmaAt(tree, i)) !== null;

/** Types in which one's own people are what is moved, not whom it is done to. */
const led: ReadonlySet<EventType> = new Set(["MOBILIZE", "RETREAT", "AID", "SANCTION"]);

function heldBy(scene: Scene, tree: Tree, object: number, cost: number): readonly Target[] {
  return innerActor(scene, tree, object) === null ? [] : [{ at: object, cost }];
}

const turned: ReadonlySet<EventType> = new Set(["REJECT", "ACCUSE", "SUPPORT", "REQUEST", "CONCEDE"]);

/** "rejected Vesmara's offer", "a ministry call": the one whose offer it is. */
function ownerTarget(scene: Scene, tree: Tree, type: EventType, object: number): readonly Target[] {
  return turned.has(type) ? heldBy(scene, tree, object, 1.1) : [];
}

/** "sent observers to", "pulled troops out of": what is moved is not who it is done to. */
const isMoved = (tree: Tree, type: EventType, object: number): boolean =>
  !["ASSAULT", "COERCE", "ACCUSE"].includes(type) && isThing(lemmaAt(tree, object));

/** "its troops": the subject's own. */
function isOwn(tree: Tree, i: number): boolean {
  return dependents(tree, i, "nmod:poss").some((kid) =>
    ["its", "his", "her", "their", "our", "my"].includes(formAt(tree, kid)),
  );
}

/** What hangs on an event noun: "attack on X", "suspension of aid to X", at most three deep. */
export function nounTargets(
  scene: Scene,
  tree: Tree,
  type: EventType,
  noun: number,
  base: number,
  depth = 0,
): readonly Target[] {
  if (depth > 3) return [];
  return dependents(tree, noun, "nmod", "obl", "acl")
    .filter((kid) => kid > noun)
    .flatMap((kid) => {
      const cost = base + rank(type, preposition(tree, kid)) / 20;
      const deeper = nounTargets(scene, tree, type, kid, base + 0.5, depth + 1);
      if (timely.has(preposition(tree, kid).split(" ")[0] ?? "") || isTie(tree, kid)) return [];
      return [...directed(scene, tree, kid, cost), ...deeper];
    });
}

/** "a supplier with ties to X": what it has besides. */
const isTie = (tree: Tree, i: number): boolean =>
  preposition(tree, i) === "with" && /^(?:tie|link|relation|connection|contact)$/.test(lemmaAt(tree, i));

/** An actor or thing at its cost; any other noun phrase far behind. */
function directed(scene: Scene, tree: Tree, i: number, cost: number): readonly Target[] {
  if (eventful(tree, i) || !isNominal(tree, i) || isTimeWord(lemmaAt(tree, i))) return [];
  const own = isOwn(tree, i) && !isActor(scene, tree, i) ? 3 : 0;
  return [{ at: i, cost: (canBeTarget(scene, tree, i) ? cost : cost + 4) + own }];
}

function rank(type: EventType, preposition: string): number {
  const first = preposition.split(" ").at(-1) ?? "";
  return rankOf.get(type)?.get(first) ?? 14;
}

const timely = new Set([
  "during",
  "after",
  "before",
  "since",
  "until",
  "amid",
  "despite",
  "because",
  "following",
  "as",
  "like",
  "due",
  "according",
]);

function obliqueTargets(scene: Scene, tree: Tree, type: EventType, verb: number, base: number): readonly Target[] {
  return dependents(tree, verb, "obl")
    .filter((kid) => relationAt(tree, kid) !== "obl:tmod" && relationAt(tree, kid) !== "obl:agent")
    .filter((kid) => !(voiceIsPassive(tree, verb) && preposition(tree, kid) === "by"))
    .filter((kid) => !timely.has(preposition(tree, kid).split(" ")[0] ?? "") && preposition(tree, kid) !== "")
    .flatMap((kid) => {
      const cost = base + rank(type, preposition(tree, kid)) / 10;
      const nested = nounTargets(scene, tree, type, kid, cost + 0.4);
      return [...directed(scene, tree, kid, cost), ...nested];
    });
}

/** The target of what is agreed, refused, threatened; for a demand that someone act, the one who should. */
function innerTargets(scene: Scene, tree: Tree, trigger: Trigger, inner: number): readonly Target[] {
  const subject = dependents(tree, inner, "nsubj")[0];
  const asked =
    ["REQUEST", "ACCUSE"].includes(trigger.type) && subject !== undefined && canBeTarget(scene, tree, subject);
  const own: readonly Target[] = asked ? [{ at: subject, cost: 0.5 }] : [];
  if (hasAttitude(keysAt(tree, anchor(trigger)), "say") && !asked) return own;
  const below = targets(scene, tree, { ...trigger, verb: inner, noun: null });
  return [...own, ...below.map((target) => ({ at: target.at, cost: target.cost + 1.5 }))];
}
