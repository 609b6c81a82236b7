import type { EventType } from "../../model/index.js";
import { canBeTarget, innerActor, isActor, isDemonym, mentionsIn, type Scene } from "./actors.js";
import { isObjectNoun, nounType } from "./lexicon.js";
import { nounTargets, targets } from "./targets.js";
import {
  baseRelation,
  conjuncts,
  dependents,
  headAt,
  isNominal,
  lemmaAt,
  membersOf,
  posAt,
  preposition,
  relationAt,
  type Tree,
} from "./tree.js";
import { anchor, type Trigger } from "./triggers.js";
import { subjectOf } from "./voice.js";

/** Heads of the two sides; `together` is false when one coordination was split between them ("X and Y met"). */
export interface Roles {
  readonly who: number | null;
  readonly whom: number | null;
  readonly split: boolean;
}

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
