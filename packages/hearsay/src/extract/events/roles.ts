import type { EventType } from "../../model/index.js";
import { canBeTarget, innerActor, isActor, isDemonym, mentionsIn, type Scene } from "./actors.js";
import { hasAttitude, isObjectNoun, isThing, nominalizedVerb, nounType } from "./lexicon.js";
import {
  baseRelation,
  conjuncts,
  dependents,
  formAt,
  headAt,
  isNominal,
  isTimeWord,
  lemmaAt,
  membersOf,
  posAt,
  preposition,
  relationAt,
  type Tree,
} from "./tree.js";
import { anchor, governed, type Trigger } from "./triggers.js";
import { isVerbal, keysAt, objectOf, subjectOf, voiceIsPassive } from "./voice.js";

/** Heads of the two sides; `together` is false when one coordination was split between them ("X and Y met"). */
export interface Roles {
  readonly who: number | null;
  readonly whom: number | null;
  readonly split: boolean;
}

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

/** Types that two sides do together. */
const mutual: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "ASSAULT", "RETREAT"]);

export function rolesOf(scene: Scene, tree: Tree, trigger: Trigger): Roles {
  const candidates = trigger.verb === null ? nounRoles(scene, tree, trigger) : verbRoles(scene, tree, trigger);
  const { who, whom } = trigger.suffered
    ? { who: sufferedFrom(scene, tree, trigger) ?? candidates.whom, whom: candidates.who }
    : candidates;
  return who !== null && areSides(scene, tree, trigger, whom)
    ? splitSides(scene, tree, who, whom)
    : { who, whom, split: false };
}

/** Who did what the subject suffers: "criticism from", "under attack by". */
function sufferedFrom(scene: Scene, tree: Tree, { verb, noun }: Trigger): number | null {
  const around = [verb, noun].flatMap((i) => (i === null ? [] : dependents(tree, i, "obl", "nmod")));
  const named = around.find(
    (kid) => ["from", "by", "of"].includes(preposition(tree, kid)) && isActor(scene, tree, kid),
  );
  const whose = noun === null ? [] : dependents(tree, noun, "nmod:poss", "amod", "compound");
  return named ?? whose.find((kid) => isDemonym(scene, tree, kid)) ?? null;
}

/** Two who act together act on one another, unless the sentence names the other side. */
function areSides(scene: Scene, tree: Tree, { type, noun, verb }: Trigger, whom: number | null): boolean {
  if (!mutual.has(type) || (type === "ASSAULT" && whom !== null)) return false;
  if (whom === null || noun === whom || !canBeTarget(scene, tree, whom)) return true;
  if (type === "SUPPORT" && noun === null) return false;
  const joined = baseRelation(tree, whom) === "obj" || ["with", "to", "against"].includes(preposition(tree, whom));
  return verb !== null && !(joined && isActor(scene, tree, whom));
}

/** "Moscow and Tehran signed": the first and the next. */
function splitSides(scene: Scene, tree: Tree, who: number, whom: number | null): Roles {
  const sides = membersOf(tree, who).filter((side) => isActor(scene, tree, side));
  const [first, second] = sides;
  if (first === undefined || second === undefined) return { who, whom, split: false };
  return { who: first, whom: second, split: true };
}

type Pair = { readonly who: number | null; readonly whom: number | null };

function verbRoles(scene: Scene, tree: Tree, trigger: Trigger): Pair {
  const verb = anchor(trigger);
  const subject = acting(tree, subjectOf(tree, verb));
  const who = subject === null ? ownerOfNoun(scene, tree, trigger.noun) : actingHead(scene, tree, subject);
  const ranked = targets(scene, tree, trigger).filter((target) => target.at !== subject && target.at !== who);
  return { who, whom: ranked[0]?.at ?? null };
}

/** The subject, or the actor inside it: "Norlander guns" acts, and so does Vesmara in "Vesmara's request". */
export function actingHead(scene: Scene, tree: Tree, subject: number): number | null {
  const whose = hitBy(scene, tree, subject) ?? speakerIn(scene, tree, subject);
  if (whose !== null) return whose;
  if (isActor(scene, tree, subject)) return subject;
  if (conjuncts(tree, subject).some((other) => isActor(scene, tree, other))) return subject;
  const inner = innerActor(scene, tree, subject);
  return inner === null ? null : subject;
}

/** Of "being an ally of X, it sent …" who is said to be one, not what it is. */
function acting(tree: Tree, subject: number | null): number | null {
  if (subject === null || dependents(tree, subject, "cop").length === 0) return subject;
  return dependents(tree, subject, "nsubj")[0] ?? null;
}

/** "strikes on the port, which killed ten": whose strikes they were, not the port. */
function hitBy(scene: Scene, tree: Tree, subject: number): number | null {
  const noun = headAt(tree, subject);
  if (noun < 0 || baseRelation(tree, subject) !== "nmod" || !["on", "against"].includes(preposition(tree, subject)))
    return null;
  if (dependents(tree, subject, "acl").length === 0 || nounType(lemmaAt(tree, noun)) !== "ASSAULT") return null;
  return (
    dependents(tree, noun, "nmod:poss", "amod", "compound").find(
      (kid) => isActor(scene, tree, kid) || isDemonym(scene, tree, kid),
    ) ?? noun
  );
}

/** "Comments from the minister", "Vesmara's statement": who speaks, not the words. */
function speakerIn(scene: Scene, tree: Tree, subject: number): number | null {
  if (!/^(?:comment|remark|statement|word|speech|letter|message|note|tweet|announcement)$/.test(lemmaAt(tree, subject)))
    return null;
  return (
    dependents(tree, subject, "nmod").find(
      (kid) =>
        (relationAt(tree, kid) === "nmod:poss" || ["from", "by", "of"].includes(preposition(tree, kid))) &&
        isKnown(scene, tree, kid),
    ) ?? null
  );
}

const isKnown = (scene: Scene, tree: Tree, i: number): boolean =>
  mentionsIn(scene, tree.tokens[i]!.start, tree.tokens[i]!.end).some(({ entity }) => entity !== null);

function ownerOfNoun(scene: Scene, tree: Tree, noun: number | null): number | null {
  if (noun === null) return null;
  const by = dependents(tree, noun, "nmod").find(
    (kid) => relationAt(tree, kid) === "nmod:poss" || preposition(tree, kid) === "by",
  );
  return by !== undefined && isActor(scene, tree, by) ? by : null;
}

interface Target {
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
function nounTargets(
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

/** The sides of a noun phrase: "Norland's raid on Belmar", "talks between X and Y", "the arrest of Y by X". */
function nounRoles(scene: Scene, tree: Tree, trigger: Trigger): Pair {
  const noun = anchor(trigger);
  const kids = dependents(tree, noun, "nmod");
  const between = kids.find((kid) => ["between", "among"].includes(preposition(tree, kid)));
  if (between !== undefined) return betweenSides(scene, tree, between);
  const owner = kids.find((kid) => relationAt(tree, kid) === "nmod:poss" && isNominal(tree, kid));
  const by = kids.find((kid) => ["by", "from"].includes(preposition(tree, kid)) && isActor(scene, tree, kid));
  const adjective = dependents(tree, noun, "amod", "compound").find((kid) => isDemonym(scene, tree, kid));
  const who = by ?? (owner !== undefined && isActor(scene, tree, owner) ? owner : undefined) ?? adjective ?? null;
  const whom = nounTargets(scene, tree, trigger.type, noun, 1)
    .filter((target) => target.at !== who)
    .sort((a, b) => a.cost - b.cost)[0];
  return { who, whom: whom?.at ?? null };
}

function betweenSides(scene: Scene, tree: Tree, between: number): Pair {
  const sides = conjuncts(tree, between).filter((side) => isActor(scene, tree, side));
  return { who: sides[0] ?? null, whom: sides[1] ?? null };
}

/** Where it happened: a place after "in", "at", "near" on the verb or noun. */
export function placeOf(scene: Scene, tree: Tree, trigger: Trigger, taken: readonly (number | null)[]): number | null {
  const at = dependents(tree, anchor(trigger), "obl", "nmod").find(
    (kid) =>
      ["in", "at", "near", "along", "outside", "across", "off", "inside"].includes(preposition(tree, kid)) &&
      !taken.includes(kid) &&
      (posAt(tree, kid) === "PROPN" ? isActor(scene, tree, kid) : isObjectNoun(lemmaAt(tree, kid))),
  );
  return at ?? null;
}
