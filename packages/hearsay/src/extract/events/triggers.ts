import type { EventType } from "../../model/index.js";
import { isPlea } from "../plea.js";
import { objectNouns } from "./actors.js";
import {
  frameType,
  hasAttitude,
  isActorNoun,
  isLight,
  isSuffering,
  nominalizedVerb,
  nounType,
  verbType,
} from "./lexicon.js";
import { isNegated } from "./mode.js";
import { typeOfNoun } from "./nouns.js";
import {
  auxiliaries,
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
import { isVerbal, keysAt, objectOf, subjectOf, voiceIsPassive } from "./voice.js";

/** A word or two that carry an event. */
export interface Trigger {
  readonly type: EventType;
  /** The verb (or adjective) that says who; null for a noun phrase that stands by itself. */
  readonly verb: number | null;
  /** The noun that names the event; null when the verb does. */
  readonly noun: number | null;
  /** The subject is the one it happens to: "came under attack", "faces criticism". */
  readonly suffered: boolean;
  /** Nobody is named as acting; it is the one whose statement this is: "There will be no visit". */
  readonly spoken: boolean;
}

/** The word a trigger hangs on in the tree: its verb, else its noun. */
export const anchor = (trigger: Trigger): number => trigger.verb ?? trigger.noun ?? 0;

/** All triggers of one sentence, in text order; a noun used up by a verb is not another one. */
export function findTriggers(tree: Tree): readonly Trigger[] {
  const found: Trigger[] = [];
  const used = new Set<number>();
  for (let i = 0; i < tree.tokens.length; i++) {
    const trigger = isVerbal(tree, i) ? verbTrigger(tree, i) : adjectiveTrigger(tree, i);
    if (trigger === null) continue;
    found.push(trigger);
    if (trigger.noun !== null) used.add(trigger.noun);
  }
  for (let i = 0; i < tree.tokens.length; i++) {
    if (used.has(i) || posAt(tree, i) !== "NOUN") continue;
    const trigger = nounTrigger(tree, i);
    if (trigger !== null) found.push(trigger);
  }
  return found.sort((a, b) => anchor(a) - anchor(b));
}

const byVerb = (type: EventType, verb: number): Trigger => ({ type, verb, noun: null, suffered: false, spoken: false });

function verbTrigger(tree: Tree, i: number): Trigger | null {
  if (relationAt(tree, i) === "amod" || isAside(tree, i) || isPlea(tree.lemmas, i)) return null;
  if (saysNo(tree, i)) return byVerb("REJECT", i);
  const announced = isFuture(tree, i) ? (refusalTrigger(tree, i) ?? ultimatumTrigger(tree, i)) : null;
  if (announced !== null) return announced;
  const keys = keysAt(tree, i);
  const object = objectOf(tree, i);
  const nouns = [...(object === null ? [] : objectNouns(tree, object)), ...objectLike(tree, i)];
  const framed = frameType(keys, nouns, object !== null);
  if (framed === null) return null;
  if (framed !== undefined)
    return { type: framed, verb: i, noun: eventNounOf(tree, object), suffered: false, spoken: false };
  if (isPhoneCall(tree, i, object)) return byVerb("CONSULT", i);
  return (
    lentTrigger(tree, i, keys, object) ??
    contentTrigger(tree, i, keys) ??
    attitudeTrigger(tree, i, keys) ??
    bareTrigger(tree, i, keys)
  );
}

/** "said no to the request". */
export const saysNo = (tree: Tree, i: number): boolean =>
  lemmaAt(tree, i) === "say" &&
  formAt(tree, i + 1) === "no" &&
  headAt(tree, i + 1) === i &&
  !["NOUN", "PROPN", "ADJ", "NUM"].includes(posAt(tree, i + 2));

/** "called his counterpart on Friday"; what is called something, or called on, is another matter. */
function isPhoneCall(tree: Tree, i: number, object: number | null): boolean {
  if (lemmaAt(tree, i) !== "call" || object === null || voiceIsPassive(tree, i) || keysAt(tree, i).length > 2)
    return false;
  if (dependents(tree, i, "xcomp", "ccomp").length > 0 || dependents(tree, i, "obj").length > 1) return false;
  return posAt(tree, object) === "PROPN" || isActorNoun(lemmaAt(tree, object));
}

const futures = new Set(["will", "wo", "'ll", "would", "shall"]);
const isFuture = (tree: Tree, i: number): boolean => auxiliaries(tree, i).some((form) => futures.has(form));

/** "There will be no visit", "not one ship would be sold": refused by whoever says so. */
function refusalTrigger(tree: Tree, i: number): Trigger | null {
  if (!isNegated(tree, i)) return null;
  const existential = dependents(tree, i, "expl").length > 0;
  const noun = existential ? dependents(tree, i, "obj", "nsubj")[0] : undefined;
  if (existential) return noun !== undefined && typeOfNoun(tree, noun) !== null ? refused(i, noun) : null;
  return voiceIsPassive(tree, i) && subjectOf(tree, i) === null ? refused(i, null) : null;
}

const refused = (verb: number, noun: number | null): Trigger => ({
  type: "REJECT",
  verb,
  noun,
  suffered: false,
  spoken: true,
});

/** "If the gates stay shut, X will no longer …", "will hold back the loan unless …". */
function ultimatumTrigger(tree: Tree, i: number): Trigger | null {
  const condition = subtree(tree, i).some(
    (at) => relationAt(tree, at) === "mark" && ["if", "unless"].includes(formAt(tree, at)),
  );
  if (!condition) return null;
  const object = objectOf(tree, i);
  const type =
    frameType(keysAt(tree, i), object === null ? [] : objectNouns(tree, object)) ?? verbType(keysAt(tree, i));
  const threat = isNegated(tree, i) || (type !== null && isHostile(type));
  return threat ? { ...byVerb("THREATEN", i), spoken: subjectOf(tree, i) === null } : null;
}

/** Heads of obliques that work like objects: "agreed on a ceasefire", "called for sanctions", "went on strike". */
function objectLike(tree: Tree, i: number): readonly string[] {
  const obliques = dependents(tree, i, "obl", "iobj")
    .filter((kid) => ["on", "to", "for", "from", "into", "under", "in", "as", ""].includes(preposition(tree, kid)))
    .flatMap((kid) => objectNouns(tree, kid));
  return dependents(tree, i, "obj").length > 0 ? obliques : [...obliques, ...following(tree, i)];
}

/** The next words of a verb without object, in case the tree missed an idiom: "remained on alert". */
function following(tree: Tree, i: number): readonly string[] {
  const next = [i + 1, i + 2, i + 3].filter((at) => at < tree.tokens.length);
  const end = next.findIndex((at) => ["VERB", "PUNCT", "SCONJ"].includes(posAt(tree, at)));
  return (end < 0 ? next : next.slice(0, end)).map((at) => lemmaAt(tree, at));
}

const eventNounOf = (tree: Tree, object: number | null): number | null =>
  object !== null &&
  posAt(tree, object) === "NOUN" &&
  (nounType(lemmaAt(tree, object)) ?? nominalizedVerb(lemmaAt(tree, object))) !== null
    ? object
    : null;

/** "launched an attack", "came under fire": the noun says what, the verb who. */
function lentTrigger(tree: Tree, i: number, keys: readonly string[], object: number | null): Trigger | null {
  if (lemmaAt(tree, i) === "call" && dependents(tree, i, "xcomp").length > 0) return null;
  const light = isLight(keys);
  const suffered = isSuffering(keys);
  if (!light && !suffered) return null;
  const under = dependents(tree, i, "obl").find((kid) => preposition(tree, kid) === "under");
  const noun = suffered && under !== undefined ? under : object;
  if (noun === null || posAt(tree, noun) === "PROPN") return null;
  const type = typeOfNoun(tree, noun);
  return type === null ? null : { type, verb: i, noun, suffered: suffered && !light, spoken: false };
}

const hostile: ReadonlySet<EventType> = new Set([
  "ASSAULT",
  "COERCE",
  "SANCTION",
  "MOBILIZE",
  "PROTEST",
  "THREATEN",
  "ACCUSE",
]);
export const isHostile = (type: EventType): boolean => hostile.has(type);

/** The action an attitude word governs: its infinitive or gerund, or its content clause. */
export function governed(tree: Tree, i: number): number | null {
  return (
    dependents(tree, i, "xcomp")[0] ??
    dependents(tree, i, "ccomp")[0] ??
    dependents(tree, i, "acl", "advcl").find((kid) => kid > i) ??
    null
  );
}

/** Agreeing to, refusing to, threatening to do something is an event of its own; planning to is not. */
function attitudeTrigger(tree: Tree, i: number, keys: readonly string[]): Trigger | null {
  const inner = governed(tree, i);
  if (inner === null || !isVerbal(tree, inner)) return null;
  if (hasAttitude(keys, "refuse")) return byVerb("REJECT", i);
  if (hasAttitude(keys, "threaten")) return byVerb("THREATEN", i);
  if (!hasAttitude(keys, "commit")) return null;
  const type = verbTrigger(tree, inner)?.type;
  const voluntary = hasAttitude(keys, "plan") || /^(?:vow|promise|pledge|swear|commit)$/.test(keys.at(-1) ?? "");
  return byVerb(type !== undefined && voluntary && isHostile(type) ? "THREATEN" : "AGREE", i);
}

const demandCues = new Set(
  "say tell state insist stress reiterate declare add argue note write emphasize emphasise tweet warn".split(" "),
);

/** "said that X must …" asks; "said that X was responsible" accuses. */
function contentTrigger(tree: Tree, i: number, keys: readonly string[]): Trigger | null {
  const inner = dependents(tree, i, "ccomp")[0];
  if (inner === undefined || !hasAttitude(keys, "say")) return null;
  if (auxiliaries(tree, inner).some((form) => ["must", "should"].includes(form)))
    return demandCues.has(lemmaAt(tree, i)) ? byVerb("REQUEST", i) : null;
  return ["responsible", "guilty", "blame", "complicit", "liable"].includes(lemmaAt(tree, inner))
    ? byVerb("ACCUSE", i)
    : null;
}

/** Talk between reporter and source: "when asked by", "asked not to be named". */
function isAside(tree: Tree, i: number): boolean {
  if (lemmaAt(tree, i) !== "ask") return false;
  const inner = governed(tree, i);
  const topic = dependents(tree, i, "obl").some((kid) => ["for", "in", "of"].includes(preposition(tree, kid)));
  if (inner === null) return !topic && voiceIsPassive(tree, i);
  return subtree(tree, inner).some((at) =>
    ["name", "anonymity", "identify", "anonymous", "quote"].includes(lemmaAt(tree, at)),
  );
}

function bareTrigger(tree: Tree, i: number, keys: readonly string[]): Trigger | null {
  if (hasAttitude(keys, "plan", "begin") && dependents(tree, i, "xcomp").length > 0) return null;
  const type = verbType(keys);
  if (type === null) return null;
  return byVerb(type, i);
}

/** "ready to withdraw", "unwilling to talk". */
function adjectiveTrigger(tree: Tree, i: number): Trigger | null {
  if (posAt(tree, i) !== "ADJ") return null;
  const inner = governed(tree, i);
  if (inner === null || !isVerbal(tree, inner)) return null;
  const keys = [lemmaAt(tree, i)];
  if (hasAttitude(keys, "refuse")) return byVerb("REJECT", i);
  if (!hasAttitude(keys, "commit")) return null;
  const type = verbTrigger(tree, inner)?.type;
  // Whoever is ready to take part in an inquiry threatens nobody.
  return type === undefined ? null : byVerb(isHostile(type) && type !== "ACCUSE" ? "THREATEN" : "AGREE", i);
}

/** An event noun by itself: needs to be the subject of a verb of happening, or a phrase that names its parties. */
function nounTrigger(tree: Tree, i: number): Trigger | null {
  if (baseRelation(tree, i) === "compound" || isOffered(tree, i)) return null;
  const type = typeOfNoun(tree, i);
  if (type === null) return null;
  return { type, verb: null, noun: i, suffered: false, spoken: false };
}

/** "the offer of mediation": what is offered or asked for has not taken place. */
export function isOffered(tree: Tree, i: number): boolean {
  const head = headAt(tree, i);
  return (
    head >= 0 &&
    baseRelation(tree, i) === "nmod" &&
    ["of", "for"].includes(preposition(tree, i)) &&
    ["offer", "proposal", "request", "demand", "call", "appeal", "plea", "invitation", "idea"].includes(
      lemmaAt(tree, head),
    )
  );
}
