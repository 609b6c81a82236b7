import type { EventType } from "../../model/index.js";
import { isActor, mentionsIn, objectNouns, type Scene } from "./actors.js";
import { hasAttitude, isActorNoun, isEmptyFrame, isObjectNoun, isThing, nominalizedVerb, nounType } from "./lexicon.js";
import type { Roles } from "./roles.js";
import { isHelpedAlong, isNaming, isOccasion, isOtherwiseMeant, isSpeaking, isTalkedOf, modifiers } from "./senses.js";
import * as tables from "./tables/figures.js";
import {
  baseRelation,
  dependents,
  formAt,
  headAt,
  lemmaAt,
  posAt,
  preposition,
  relationAt,
  subtree,
  type Tree,
} from "./tree.js";
import { anchor, governed, isOffered, type Trigger } from "./triggers.js";
import { isVerbal, keysAt, objectOf, subjectOf, voiceIsPassive } from "./voice.js";

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));
const contests = setOf(tables.contestWords);
const violent = setOf(tables.violentWords);
const peaceful = setOf(tables.peacefulModifiers);
const wordyNames = setOf(tables.wordyModifiers);
const forceful = setOf(tables.forcefulModifiers);
const complements = setOf(tables.figureComplements);
const accidents = setOf(tables.accidents);
const unacting = setOf(tables.unacting);
const opinions = setOf(tables.opinionVerbs);
const needy = setOf(tables.needObject);
const intangible = setOf(tables.intangible);
const caring = setOf(tables.caringVerbs);
const wordy = setOf(tables.wordyForce);
const weapons = setOf(tables.weaponNouns);
const firing = setOf(tables.weaponVerbs);
const otherwise = setOf(tables.otherParticles);
const foretold = setOf(tables.foretold);
const answers = setOf(tables.answers);
const coerceAlone = setOf(tables.coerceAlone);

/**
 * The words are used in a sense in which nothing is done between actors: metaphor ("destroying its reputation"), sport and
 * elections, accident, what a rule requires, an opinion held, what one does to oneself. Measured in docs/events.md.
 */
export function isFigure(scene: Scene, tree: Tree, trigger: Trigger, roles: Roles): boolean {
  const at = anchor(trigger);
  if (baseRelation(tree, at) === "csubj" || isSpeaking(tree, trigger) || isHelpedAlong(tree, trigger)) return true;
  if (trigger.noun !== null && (isOffered(tree, trigger.noun) || isOccasion(tree, trigger.noun))) return true;
  if (trigger.type === "AID" && trigger.verb !== null && lemmaAt(tree, trigger.verb) === "have") return true;
  const byNoun = trigger.noun !== null && isPeacefulNoun(tree, trigger, trigger.noun);
  if (byNoun || isContest(tree, trigger) || isAccident(tree, trigger)) return true;
  return trigger.verb !== null && isFigureOfVerb(scene, tree, trigger, roles);
}

function isFigureOfVerb(scene: Scene, tree: Tree, trigger: Trigger, roles: Roles): boolean {
  const verb = anchor(trigger);
  const object = objectOf(tree, verb);
  if (isNaming(tree, trigger, object) || isTalkedOf(tree, trigger) || isOtherwiseMeant(tree, trigger)) return true;
  if (object !== null && reflexive.has(formAt(tree, object)) && !undertakings.has(trigger.type)) return true;
  if (
    trigger.noun === null &&
    (object === null ? lacksObject(tree, trigger, roles) : isOutOfReach(scene, tree, trigger, object))
  )
    return true;
  if (object !== null && isEmptyFrame(keysAt(tree, verb), objectNouns(tree, object))) return true;
  if (otherwise.has(keysAt(tree, verb)[0] ?? "") && (tree.children[verb] ?? []).some((kid) => kid === verb + 1))
    return true;
  if (isOpinion(tree, verb) || isNorm(tree, trigger, roles)) return true;
  if (isSentAway(tree, trigger) || isQuestion(tree, trigger) || isNoRefusal(tree, trigger)) return true;
  return isWordy(scene, tree, trigger, roles) || (!verbal.has(trigger.type) && hasAbstractSubject(tree, verb));
}

/** "were sent home" is no help. */
const isSentAway = (tree: Tree, { type, verb }: Trigger): boolean =>
  type === "AID" &&
  verb !== null &&
  lemmaAt(tree, verb) === "send" &&
  (tree.children[verb] ?? []).some((kid) => ["home", "away", "back", "off"].includes(formAt(tree, kid)));

/** "took over in May", "schools closed", "spoke in a cottage": nobody it is done to, or with. */
function lacksObject(tree: Tree, { type, verb }: Trigger, { whom }: Roles): boolean {
  const keys = keysAt(tree, verb!);
  if (keys.some((key) => needy.has(key))) return true;
  if (type === "CONSULT" && ["speak", "talk", "debate"].includes(lemmaAt(tree, verb!)))
    return !dependents(tree, verb!, "obl").some((kid) => ["with", "to", "by"].includes(preposition(tree, kid)));
  return (
    type === "COERCE" && whom === null && posAt(tree, verb! + 1) !== "NOUN" && !keys.some((key) => coerceAlone.has(key))
  );
}

const wh = setOf("how what why who whether when where which if");

/** "asked how it would end" asks for nothing to be done; nor does "said we should try", which is an opinion. */
function isQuestion(tree: Tree, { type, verb, noun }: Trigger): boolean {
  if (type !== "REQUEST" || verb === null || noun !== null) return false;
  const clause = dependents(tree, verb, "ccomp")[0];
  if (hasAttitude(keysAt(tree, verb), "say")) return clause !== undefined && !asksOthers(tree, clause);
  if (lemmaAt(tree, verb) !== "ask" || dependents(tree, verb, "xcomp", "obl", "advcl").length > 0) return false;
  return clause === undefined
    ? dependents(tree, verb, "parataxis").length > 0
    : subtree(tree, clause).some((at) => wh.has(formAt(tree, at)) && at <= clause);
}

/** "We should" and "there should be" are opinions. */
const asksOthers = (tree: Tree, inner: number): boolean =>
  isVerbal(tree, inner) &&
  !voiceIsPassive(tree, inner) &&
  dependents(tree, inner, "expl").length === 0 &&
  dependents(tree, inner, "nsubj").some(
    (kid) =>
      ["he", "she", "they", "who", "you"].includes(formAt(tree, kid)) ||
      posAt(tree, kid) === "PROPN" ||
      isActorNoun(lemmaAt(tree, kid)),
  );

/** "declined to say", "nothing will be decided". */
function isNoRefusal(tree: Tree, { type, verb, spoken }: Trigger): boolean {
  if (type !== "REJECT" || verb === null) return false;
  if (spoken) return foretold.has(lemmaAt(tree, verb));
  if (!hasAttitude(keysAt(tree, verb), "refuse")) return false;
  const inner = governed(tree, verb) ?? objectOf(tree, verb);
  return inner !== null && answers.has(lemmaAt(tree, inner));
}

/** A named person's "attack" on another where nothing violent is told: words. Likewise employees who were "fired". */
function isWordy(scene: Scene, tree: Tree, { type, verb }: Trigger, { who }: Roles): boolean {
  if (type !== "ASSAULT" || verb === null) return false;
  const object = objectOf(tree, verb);
  if (lemmaAt(tree, verb) === "fire")
    return object !== null && isActorNoun(lemmaAt(tree, object)) && !isThing(lemmaAt(tree, object));
  if (who === null || !wordy.has(lemmaAt(tree, verb)) || isViolent(tree)) return false;
  const token = tree.tokens[who]!;
  return mentionsIn(scene, token.start, token.end).some(
    (mention) => mention.entity !== null && scene.entities.get(mention.entity)?.kind === "person",
  );
}

const isViolent = (tree: Tree): boolean => tree.lemmas.some((lemma) => violent.has(lemma.toLowerCase()));

const verbal = setOf("ACCUSE THREATEN REQUEST SUPPORT REJECT AGREE");

/** "Stronger coordination could bolster": not the act of anyone. */
function hasAbstractSubject(tree: Tree, verb: number): boolean {
  const subject = subjectOf(tree, verb);
  return subject !== null && posAt(tree, subject) === "NOUN" && isAbstract(lemmaAt(tree, subject));
}

const isAbstract = (lemma: string): boolean =>
  !isActorNoun(lemma) &&
  !isThing(lemma) &&
  !isObjectNoun(lemma) &&
  !isEventNoun(lemma) &&
  (intangible.has(lemma) || tables.abstractEndings.test(lemma));

/** One can offer oneself, and no longer consider oneself bound. */
const undertakings: ReadonlySet<EventType> = new Set(["AGREE", "THREATEN", "REJECT"]);
const reflexive = setOf("himself herself itself themselves oneself myself ourselves yourself");

/** Force is used on people, places and things, not on "the reputation of the committee". */
function isOutOfReach(scene: Scene, tree: Tree, { type, verb }: Trigger, object: number): boolean {
  if (posAt(tree, object) !== "NOUN") return false;
  const heads = [lemmaAt(tree, object), ...objectNouns(tree, object)];
  if (heads.some((head) => isActorNoun(head) || isObjectNoun(head) || isThing(head) || isEventNoun(head))) return false;
  const head = lemmaAt(tree, object);
  if (["COERCE", "RETREAT"].includes(type)) return intangible.has(head);
  if (type === "AID") return isAbstract(head) || caring.has(lemmaAt(tree, verb!));
  if (type === "AGREE") return lemmaAt(tree, verb!) === "offer" && intangible.has(head);
  if (type === "CONCEDE") return lemmaAt(tree, verb!) === "yield";
  return ["ASSAULT", "MOBILIZE"].includes(type) && !isActor(scene, tree, object);
}

const isEventNoun = (lemma: string): boolean => nounType(lemma) !== null || nominalizedVerb(lemma) !== null;

/** "agreed with her", "admires him": no promise and no help. */
function isOpinion(tree: Tree, verb: number): boolean {
  const lemma = lemmaAt(tree, verb);
  if (opinions.has(lemma)) return true;
  if (lemma !== "agree") return false;
  const named = dependents(tree, verb, "xcomp", "ccomp", "obj").length > 0;
  const joined = dependents(tree, verb, "obl").map((kid) => preposition(tree, kid));
  return !named && joined.includes("with") && !joined.some((word) => ["on", "to"].includes(word));
}

const normTypes = setOf("REQUEST CONCEDE COERCE THREATEN RETREAT ASSAULT AID");

/** "the law requires", "the drought threatens". */
function isNorm(tree: Tree, { type, verb }: Trigger, { who }: Roles): boolean {
  const subject = verb === null ? null : (subjectOf(tree, verb) ?? who);
  if (subject === null) return false;
  const lemma = lemmaAt(tree, subject).toLowerCase();
  return (
    (normTypes.has(type) && unacting.has(lemma)) || (type === "THREATEN" && isEventNoun(lemma) && !isActorNoun(lemma))
  );
}

function isPeacefulNoun(tree: Tree, { type, verb }: Trigger, noun: number): boolean {
  if (type !== "ASSAULT") return false;
  if (verb !== null && weapons.has(lemmaAt(tree, noun)) && !firing.has(lemmaAt(tree, verb))) return true;
  const around = modifiers(tree, noun);
  if (around.some((word) => isPeaceful(word, lemmaAt(tree, noun)))) return true;
  if (/^(?:campaign|operation|intervention)$/.test(lemmaAt(tree, noun)))
    return !around.some((word) => forceful.has(word));
  return dependents(tree, noun, "nmod").some(
    (kid) => preposition(tree, kid) === "of" && complements.has(lemmaAt(tree, kid)),
  );
}

/** "Heart attack", "trade war"; but a "political assassination" and a "rail attack" are what they say. */
const isPeaceful = (modifier: string, noun: string): boolean =>
  !tables.deadlyNouns.test(noun) && (tables.wordyNouns.test(noun) ? wordyNames : peaceful).has(modifier);

function isContest(tree: Tree, { type }: Trigger): boolean {
  if (type !== "ASSAULT") return false;
  return tree.lemmas.some((lemma, i) => contests.has(lemma.toLowerCase()) && namesContest(tree, i)) && !isViolent(tree);
}

/** Not so "election officials", "a primary school", "a team of inspectors". */
function namesContest(tree: Tree, i: number): boolean {
  if (["amod", "compound", "flat", "nmod:poss"].includes(relationAt(tree, i))) {
    const head = headAt(tree, i);
    return ["obl", "nmod"].includes(baseRelation(tree, head)) && !isSomebody(tree, head);
  }
  return !dependents(tree, i, "nmod").some((kid) => preposition(tree, kid) === "of" && isSomebody(tree, kid));
}

const isSomebody = (tree: Tree, i: number): boolean => isActorNoun(lemmaAt(tree, i)) || isObjectNoun(lemmaAt(tree, i));

/** "were killed in a crash": in the passive, with no one who did it. */
function isAccident(tree: Tree, trigger: Trigger): boolean {
  if (trigger.type !== "ASSAULT" || trigger.verb === null || !voiceIsPassive(tree, trigger.verb)) return false;
  const kids = dependents(tree, trigger.verb, "obl");
  const happened = (kid: number) => accidents.has(lemmaAt(tree, kid));
  return (
    kids.some((kid) => happened(kid) && ["in", "by", "of"].includes(preposition(tree, kid))) &&
    kids.every((kid) => happened(kid) || preposition(tree, kid) !== "by" || posAt(tree, kid) === "NUM")
  );
}
