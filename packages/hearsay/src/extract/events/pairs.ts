import { actorAt, isActor, isDemonym, mentionsIn, phrase, type Scene } from "./actors.js";
import type { Found } from "./found.js";
import { isActorNoun, isObjectNoun, isThing, nominalizedVerb, nounType } from "./lexicon.js";
import { headsOf, isMain } from "./link.js";
import { conjuncts, headAt, isNominal, lemmaAt, posAt, preposition, relationAt, type Tree } from "./tree.js";
import { anchor, type Trigger } from "./triggers.js";
import { voiceIsPassive } from "./voice.js";

/** What is asked, and two words that answer it: looked up one by one, which is faster than as one long word. */
export type Feature = readonly [asked: string, first: string, second: string];

/** One reading of a sentence as an event: a trigger with who and whom. */
export interface Reading<T> {
  readonly found: Found;
  /** What speaks for it: of its trigger, of each side, of both together; shared by the readings that have it in common. */
  readonly parts: readonly T[];
}

/** A sentence with more possible sides is a list: only the first are looked at. */
const mostHeads = 16;
/** Triggers looked at, the first in text order. */
const mostTriggers = 8;

/**
 * Every reading of a sentence: each trigger with any two noun phrases as its sides.
 * @param ruled each trigger with the sides that the rules give it
 * @param weigh what is kept of a list of features: their sum, or in training their numbers
 */
export function readingsOf<T>(
  scene: Scene,
  tree: Tree,
  ruled: readonly Found[],
  weigh: (features: readonly Feature[]) => T,
): readonly Reading<T>[] {
  const heads = headsOf(scene, tree, isNominal).slice(0, mostHeads);
  const extents = heads.map((head) => extentOf(scene, tree, head));
  const around = { tree, heads, sorts: heads.map((head) => sortOf(scene, tree, head)) };
  const nouns = heads.map((head, i) => nounFeatures(scene, tree, head, around.sorts[i]!));
  const asActor = nouns.map((own) => weigh(own.map(([asked, a, b]) => [`s ${asked}`, a, b])));
  const asTarget = nouns.map((own) => weigh(own.map(([asked, a, b]) => [`o ${asked}`, a, b])));
  const agreements = new Map(["ruled", "swapped", "else"].map((one) => [one, weigh([["p", one, ""]])]));
  const apart = heads.flatMap((_, i) =>
    heads.flatMap((_, j) =>
      i === j || overlap(extents[i]!, extents[j]!) ? [] : [{ i, j, shared: weigh(sharedFeatures(around, i, j)) }],
    ),
  );
  return ruled.slice(0, mostTriggers).flatMap((found, nth) => {
    const trigger = weigh(triggerFeatures(tree, found, nth));
    const ways = heads.map((head) => pathOf(tree, anchor(found.trigger), head));
    const acting = heads.map((_, i) => weigh(sideFeatures(around, found, i, ways[i]!, "s")));
    const acted = heads.map((_, i) => weigh(sideFeatures(around, found, i, ways[i]!, "o")));
    const at = anchor(found.trigger);
    return apart.flatMap(({ i, j, shared }) => {
      const [who, whom] = [heads[i]!, heads[j]!];
      if (who === at || whom === at) return [];
      const split = overlap(wide(tree, who), wide(tree, whom));
      const sided = { ...found, roles: { who, whom, split } };
      const both = agreements.get(agreement(found, who, whom))!;
      return [{ found: sided, parts: [trigger, asActor[i]!, asTarget[j]!, acting[i]!, acted[j]!, shared, both] }];
    });
  });
}

/** Sides that are coordinated with one another are each taken alone. */
const wide = (tree: Tree, head: number): Extent => {
  const all = conjuncts(tree, head);
  return [Math.min(...all), Math.max(...all) + 1];
};

type Extent = readonly [number, number];

const extentOf = (scene: Scene, tree: Tree, head: number): Extent => {
  const { start, end } = actorAt(scene, tree, head, false);
  return [start, end];
};
const overlap = (a: Extent, b: Extent): boolean => a[0] < b[1] && b[0] < a[1];

interface Around {
  readonly tree: Tree;
  readonly heads: readonly number[];
  /** What sort of side each head can be. */
  readonly sorts: readonly string[];
}

function triggerFeatures(tree: Tree, { trigger, lexical }: Found, nth: number): readonly Feature[] {
  const main = isMain(tree, trigger) ? "main" : "sub";
  const voice = voiceOf(tree, trigger);
  const type = lexical ? trigger.type : "none";
  const at = anchor(trigger);
  return [
    ["t voice", main, voice],
    ["t", type, ""],
    ["t nth", String(Math.min(nth, 3)), ""],
    ["t type", main, type],
    ["t relation", relationAt(tree, at), voice],
  ];
}

/** What a noun phrase is, whatever it does. */
function nounFeatures(scene: Scene, tree: Tree, head: number, sort: string): readonly Feature[] {
  return [
    ["sort", sort, ""],
    ["relation", relationAt(tree, head), ""],
    ["above", posAt(tree, headAt(tree, head)), relationAt(tree, head)],
    ["lemma", posAt(tree, head) === "PROPN" ? "NAME" : lemmaAt(tree, head), ""],
    ...(hasDemonym(scene, tree, head) ? [["demonym", "", ""] as const] : []),
    ...(conjuncts(tree, head).length > 1 ? [["joined", "", ""] as const] : []),
  ];
}

/** What is asked of a side, for either side its own words. */
const askedOf = { s: asks("s"), o: asks("o") };

function asks(side: string) {
  const of = (what: string): string => `${side} ${what}`;
  return {
    ...{ rule: of("rule"), ruleSort: of("rule sort"), ruleType: of("rule type"), way: of("way") },
    ...{ wayVoice: of("way voice"), wayPrep: of("way prep"), wayType: of("way type"), prepType: of("prep type") },
    ...{ prepVoice: of("prep voice"), sortType: of("sort type"), placeVoice: of("place voice") },
    placeSort: of("place sort"),
  };
}

/** What speaks for a noun phrase as the one who acts ("s") or is acted on ("o"). */
function sideFeatures(
  { tree, heads, sorts }: Around,
  { trigger, roles, lexical }: Found,
  i: number,
  way: string,
  side: "s" | "o",
): readonly Feature[] {
  const head = heads[i]!;
  const asked = askedOf[side];
  const at = anchor(trigger);
  const voice = voiceOf(tree, trigger);
  const prep = preposition(tree, head).split(" ").at(-1) ?? "";
  const type = lexical ? trigger.type : "none";
  const place = placeOf(heads, at, i);
  const sort = sorts[i]!;
  const rule = side === "s" ? ruleOf(tree, head, roles.who, roles.whom) : ruleOf(tree, head, roles.whom, roles.who);
  return [
    [asked.rule, rule, ""],
    [asked.ruleSort, rule, sort],
    [asked.ruleType, rule, type],
    [asked.way, way, ""],
    [asked.wayVoice, way, voice],
    [asked.wayPrep, way, prep],
    [asked.wayType, way, type],
    [asked.prepType, prep, type],
    [asked.prepVoice, prep, voice],
    [asked.sortType, sort, type],
    [asked.placeVoice, place, voice],
    [asked.placeSort, place, sort],
  ];
}

const voiceOf = (tree: Tree, { verb }: Trigger): string =>
  verb === null ? "noun" : voiceIsPassive(tree, verb) ? "passive" : "verb";

/** How the head stands to what the rules took for this side: the same, within it, over it, the other side, nothing taken. */
function ruleOf(tree: Tree, head: number, own: number | null, other: number | null): string {
  if (own === head) return "same";
  if (other === head) return "other";
  if (own === null) return "open";
  const [from, to] = phrase(tree, own);
  if (head >= from && head <= to) return "within";
  return isUnder(tree, head, own) ? "under" : "no";
}

function isUnder(tree: Tree, i: number, top: number): boolean {
  for (let at = i, step = 0; at >= 0 && step < 12; at = headAt(tree, at), step++) if (at === top) return true;
  return false;
}

/** Before or after the trigger, and which one counted from it. */
function placeOf(heads: readonly number[], at: number, i: number): string {
  const head = heads[i]!;
  const before = head < at;
  const between = heads.filter((other) => (before ? other > head && other < at : other < head && other > at)).length;
  return `${before ? "before" : "after"} ${Math.min(between, 3)}${before && i === 0 ? " first" : ""}`;
}

/** Relations from the trigger to a head, up (^) and down; "far" beyond five steps. */
function pathOf(tree: Tree, from: number, to: number): string {
  const above: number[] = [];
  for (let at = from, step = 0; at >= 0 && step < 6; at = headAt(tree, at), step++) above.push(at);
  const down: string[] = [];
  for (let at = to, step = 0; at >= 0 && step < 6; at = headAt(tree, at), step++) {
    const meets = above.indexOf(at);
    if (meets >= 0) {
      const ups = above.slice(0, meets).map((one) => `^${relationAt(tree, one)}`);
      return ups.length + down.length > 5 ? "far" : [...ups, ...down].join(" ");
    }
    down.unshift(relationAt(tree, at));
  }
  return "far";
}

/** What sort of side a noun phrase can be; "+" where its country is known. */
function sortOf(scene: Scene, tree: Tree, i: number): string {
  const token = tree.tokens[i]!;
  const mention = mentionsIn(scene, token.start, token.end)[0];
  const entity = mention?.entity == null ? undefined : scene.entities.get(mention.entity);
  if (posAt(tree, i) === "PRON") return "pronoun";
  if (entity !== undefined) return entity.country === null ? entity.kind : `${entity.kind}+`;
  const lemma = lemmaAt(tree, i);
  if (posAt(tree, i) === "PROPN") return "name";
  if (isThing(lemma)) return "thing";
  if (isActorNoun(lemma)) return "actor";
  if (isObjectNoun(lemma)) return "object";
  if (nounType(lemma) !== null || nominalizedVerb(lemma) !== null) return "event";
  return isActor(scene, tree, i) ? "party" : "other";
}

function hasDemonym(scene: Scene, tree: Tree, i: number): boolean {
  const [from, to] = phrase(tree, i);
  for (let at = from; at <= to; at++) if (at !== i && isDemonym(scene, tree, at)) return true;
  return false;
}

/** What speaks for two noun phrases as the sides of any event. */
function sharedFeatures({ tree, heads, sorts }: Around, i: number, j: number): readonly Feature[] {
  return [
    ["p order", i < j ? "forward" : "back", String(Math.min(Math.abs(i - j), 4))],
    ["p way", pathOf(tree, heads[i]!, heads[j]!), ""],
    ["p sorts", sorts[i]!, sorts[j]!],
  ];
}

function agreement({ roles }: Found, who: number, whom: number): string {
  if (roles.who === who && roles.whom === whom) return "ruled";
  return roles.who === whom && roles.whom === who ? "swapped" : "else";
}
