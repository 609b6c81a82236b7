import type { Sentence } from "@hearsay/english";
import type { EventType } from "../../model/index.js";
import { innerActor, isActor, isDemonym, mentionsIn, namesIn, phrase, type Scene } from "./actors.js";
import { chosen } from "./choice.js";
import { isFigure } from "./figures.js";
import { isObjectNoun, isOccurring, isThing } from "./lexicon.js";
import { completed, isMain } from "./link.js";
import { repaired } from "./repair.js";
import { type Roles, rolesOf } from "./roles.js";
import {
  baseRelation,
  conjuncts,
  dependents,
  formAt,
  headAt,
  lemmaAt,
  posAt,
  preposition,
  relationAt,
  Tree,
} from "./tree.js";
import { anchor, findTriggers, governed, saysNo, type Trigger } from "./triggers.js";
import { isVerbal, objectOf, subjectOf, voiceIsPassive } from "./voice.js";

/**
 * How far to look: "clause" takes what the tree says of each trigger; "sentence" chooses the likeliest two actors for any of
 * them (choice.ts), and takes the main verb where the lexicon knows no word of the sentence.
 */
export type Reach = "clause" | "sentence";

/** A trigger with its two sides. */
export interface Found {
  readonly trigger: Trigger;
  readonly roles: Roles;
  /** The lexicon gave the type; false where only a main verb links the two sides. */
  readonly lexical: boolean;
}

/** The sentence's tree, mended. */
export function mendedTree(scene: Scene, sentence: Sentence): Tree {
  let tree = scene.trees.get(sentence);
  if (tree === undefined) {
    tree = new Tree(repaired(sentence, namesIn(scene, sentence)));
    scene.trees.set(sentence, tree);
  }
  return tree;
}

/** The sentence's tree, mended, and the events in it. */
export function foundIn(scene: Scene, sentence: Sentence, reach: Reach): { tree: Tree; found: readonly Found[] } {
  const tree = mendedTree(scene, sentence);
  const all = findTriggers(tree).map((trigger) => ({ trigger, roles: rolesOf(scene, tree, trigger), lexical: true }));
  const sure = all.filter(({ trigger, roles }) => isEvent(scene, tree, trigger, roles));
  if (reach === "clause") {
    const literal = sure.filter(({ trigger, roles }) => !isFigure(scene, tree, trigger, roles));
    return { tree, found: literal.map((one) => firm(scene, tree, one)) };
  }
  const pairs = chosen(scene, tree, ruledOf(scene, tree, all));
  return { tree, found: pairs.length > 0 ? pairs : sure.slice(0, 1) };
}

/** Each trigger of a sentence with the sides that rules and word order give it, and its main verb. */
export function ruledIn(scene: Scene, sentence: Sentence): { tree: Tree; ruled: readonly Found[] } {
  const tree = mendedTree(scene, sentence);
  const all = findTriggers(tree).map((trigger) => ({ trigger, roles: rolesOf(scene, tree, trigger), lexical: true }));
  return { tree, ruled: ruledOf(scene, tree, all) };
}

const ruledOf = (scene: Scene, tree: Tree, all: readonly Found[]): readonly Found[] => [
  ...all.map((one) => ({ ...one, roles: completed(scene, tree, one.trigger, one.roles) })),
  ...mainVerb(scene, tree),
];

/** The sentence's main verb, or its root where it has none, with the actors around it; its type here is a placeholder. */
function mainVerb(scene: Scene, tree: Tree): readonly Found[] {
  const verb = tree.tokens.findIndex(
    (token, i) => isVerbal(tree, i) && token.upos === "VERB" && isMain(tree, plain(i)),
  );
  const trigger = plain(verb >= 0 ? verb : tree.tokens.findIndex(({ head }) => head < 0));
  if (anchor(trigger) < 0) return [];
  return [{ trigger, roles: completed(scene, tree, trigger, rolesOf(scene, tree, trigger)), lexical: false }];
}

const plain = (verb: number): Trigger => ({ type: "CONSULT", verb, noun: null, suffered: false, spoken: false });

/** Only what can be acted on is a second side in a report. */
function firm(scene: Scene, tree: Tree, { trigger, roles, lexical }: Found): Found {
  const open = roles.whom === null || isOpen(scene, tree, roles.whom) || isAskedFor(tree, trigger, roles.whom);
  const whom = open || roles.whom === null ? null : receiver(scene, tree, trigger, roles.whom);
  return { trigger, roles: { ...roles, whom: whom === roles.who ? null : whom }, lexical };
}

/** "Requests for fighter jets": what is asked for is not who is asked. */
const isAskedFor = (tree: Tree, { type, noun }: Trigger, i: number): boolean =>
  type === "REQUEST" &&
  noun !== null &&
  ["for", "such as", "as"].includes(preposition(tree, i)) &&
  posAt(tree, i) === "NOUN";

/** An "it" of which nobody knows what it stands for; people and bodies stay, also where it is left open who they are. */
const isOpen = (scene: Scene, tree: Tree, i: number): boolean =>
  ["it", "itself", "this", "that"].includes(formAt(tree, i)) &&
  !mentionsIn(scene, tree.tokens[i]!.start, tree.tokens[i]!.end).some((m) => m.entity !== null);

/** The other side itself: of "Orrenia's offer" Orrenia; of a base that is hit the base. */
function receiver(scene: Scene, tree: Tree, { type }: Trigger, i: number): number | null {
  if (conjuncts(tree, i).some((at) => isActor(scene, tree, at)) && !isThing(lemmaAt(tree, i))) return i;
  if (hitting.has(type) && isObjectNoun(lemmaAt(tree, i))) return i;
  return ownerActor(scene, tree, i) ?? (type === "ACCUSE" ? null : innerActor(scene, tree, i));
}

/** Whose act is condemned, not whom it hit: "the regime's attack on Belmar". */
function ownerActor(scene: Scene, tree: Tree, i: number): number | null {
  const owners = dependents(tree, i, "nmod:poss", "amod", "compound", "nmod");
  const isOwner = (kid: number): boolean =>
    relationAt(tree, kid) !== "nmod" || ["by", "from"].includes(preposition(tree, kid));
  return owners.find((kid) => isOwner(kid) && (isActor(scene, tree, kid) || isDemonym(scene, tree, kid))) ?? null;
}

const hitting: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "PROTEST"]);

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
  if (trigger.spoken) return true;
  if (trigger.verb === null) return (acts && acted) || happens(tree, anchor(trigger));
  if (!acts && voiceIsPassive(tree, trigger.verb) && subjectOf(tree, trigger.verb) !== null) return false;
  if (acts && acted) return true;
  if (acts)
    return (
      trigger.noun !== null ||
      alone.has(trigger.type) ||
      [saysWhat, judges, turnsDown, doneTogether].some((on) => on(tree, trigger))
    );
  return acted && voiceIsPassive(tree, trigger.verb);
}

/** "Talks will open on Monday": an event noun that a verb of happening says took or will take place. */
function happens(tree: Tree, noun: number): boolean {
  const verb = headAt(tree, noun);
  if (verb < 0 || baseRelation(tree, noun) !== "nsubj" || !isOccurring([lemmaAt(tree, verb)])) return false;
  return dependents(tree, verb, "obl", "advmod").length > 0 && dependents(tree, verb, "obj").length === 0;
}

/** "welcomed the announcement", "condemned the attack". */
const judges = (tree: Tree, { type, verb }: Trigger): boolean =>
  ["SUPPORT", "ACCUSE"].includes(type) && verb !== null && objectOf(tree, verb) !== null;

/** "refused the money", "withdrew from a treaty": what is turned down need not be anybody's. */
const turnsDown = (tree: Tree, { type, verb }: Trigger): boolean =>
  type === "REJECT" &&
  verb !== null &&
  (saysNo(tree, verb) ||
    objectOf(tree, verb) !== null ||
    dependents(tree, verb, "obl").some((kid) => preposition(tree, kid) === "from"));

/** A request, promise or refusal that says what is asked or refused. */
const saysWhat = (tree: Tree, trigger: Trigger): boolean =>
  ["REQUEST", "AGREE", "REJECT", "ACCUSE"].includes(trigger.type) && governed(tree, anchor(trigger)) !== null;

/** "The two leaders discussed trade", "agreed to a truce". */
function doneTogether(tree: Tree, { type, verb }: Trigger): boolean {
  if (verb === null || !["CONSULT", "AGREE"].includes(type)) return false;
  if (type === "AGREE")
    return dependents(tree, verb, "obl").some((kid) => ["to", "on"].includes(preposition(tree, kid)));
  const subject = subjectOf(tree, verb);
  return (
    subject !== null &&
    meeting.has(lemmaAt(tree, verb)) &&
    (tree.tokens[subject]?.xpos === "NNS" || conjuncts(tree, subject).length > 1)
  );
}

const meeting = new Set(["meet", "discuss", "negotiate", "confer", "consult"]);

function canReceive(scene: Scene, tree: Tree, i: number): boolean {
  return (
    conjuncts(tree, i).some((at) => isActor(scene, tree, at)) ||
    isObjectNoun(lemmaAt(tree, i)) ||
    holdsName(scene, tree, i)
  );
}

/** Some name within the phrase: "Vesmara's offer", "the resolution on Belmar". */
function holdsName(scene: Scene, tree: Tree, i: number): boolean {
  const [from, to] = phrase(tree, i);
  const inside = mentionsIn(scene, tree.tokens[from]!.start, tree.tokens[to]!.end);
  return (
    inside.some((mention) => mention.entity !== null) ||
    tree.tokens.slice(from, to + 1).some((token) => token.upos === "PROPN")
  );
}
