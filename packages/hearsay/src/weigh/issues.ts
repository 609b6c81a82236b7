import type { Stance } from "../model/index.js";
import { Union } from "../model/index.js";
import type { Wording } from "./wording.js";

/** What tells which issue a take is on. */
export interface Matter {
  readonly stance: Pick<Stance, "topic" | "details" | "verbal">;
  /** The story's entities in the words of what it is about. */
  readonly named: ReadonlySet<string>;
  /** All others that the clause names. */
  readonly around: ReadonlySet<string>;
  readonly respects: Respects;
}

/** In what respect, by the words after "on fishing", "for the bid", "with the flood", "after the fire"; names and days apart. */
export interface Respects {
  /** What it is on or for: with another one it is another issue, and so it is with none. */
  readonly matters: readonly string[];
  /** The occasion as well, which another clause may leave out. */
  readonly all: readonly string[];
}

/** The takes of one actor, parted into issues; each part and the parts themselves in the order given. */
export function issuesOf<M extends Matter>(takes: readonly M[]): M[][] {
  const union = new Union(takes.length);
  const alike = new Map<string, number>();
  const index = new Map<string, number[]>();
  takes.forEach((take, j) => {
    const same = keyOf(take);
    const first = alike.get(same);
    if (first !== undefined && isOneIssue(takes[first]!, take)) {
      union.join(first, j);
      return;
    }
    if (first === undefined) alike.set(same, j);
    for (const feature of featuresOf(take)) {
      const others = index.get(feature);
      if (others === undefined) index.set(feature, [j]);
      else {
        for (const i of others) if (union.find(i) !== union.find(j) && isOneIssue(takes[i]!, take)) union.join(i, j);
        others.push(j);
      }
    }
  });
  return union.groups().map((group) => group.map((i) => takes[i]!));
}

/** Takes of equal keys are of one issue with the same others. */
const keyOf = ({ stance, named, around, respects }: Matter): string =>
  [
    [stance.topic, String(stance.verbal)],
    [...stance.details].sort(),
    [...named].sort(),
    [...around].sort(),
    respects.matters,
    respects.all,
  ]
    .map((list) => list.join("\t"))
    .join("\n");

/** Two takes of one issue have one of these in common. */
function featuresOf({ stance: { topic, details, verbal }, named, around }: Matter): string[] {
  const words = details.map((word) => `${topic}\tw${word}`);
  if (verbal) return details.length > 0 ? words : [...named].map((one) => `${topic}\tn${one}`);
  const nobody = named.size + around.size === 0 ? [`${topic}\t-`] : [];
  return [...words, ...[...new Set([...named, ...around])].map((one) => `${topic}\te${one}`), ...nobody];
}

/**
 * The same meaning; of a verb also in the same respect; and about the same ones, as far as either names any. Where both say
 * on what, or for, with or after what, that too: talks on fishing are not talks on visas, whoever they are with.
 */
export function isOneIssue(a: Matter, b: Matter): boolean {
  if (a.stance.topic !== b.stance.topic) return false;
  const alike = share(a.stance.details, b.stance.details) || isDoneToOne(a, b);
  if ((a.stance.verbal || b.stance.verbal) && !alike) return false;
  if (!isOneRespect(a, b, alike)) return false;
  if (a.named.size > 0 && b.named.size > 0) return meet(a.named, b.named);
  if (a.named.size > 0 || b.named.size > 0) return meet(a.named, b.around) || meet(b.named, a.around);
  if (a.around.size === 0 && b.around.size === 0) return true;
  return alike || meet(a.around, b.around);
}

/** A verb with nothing but names for what it is done to: "involve the commission". */
const isDoneToOne = (a: Matter, b: Matter): boolean =>
  a.stance.verbal &&
  b.stance.verbal &&
  a.stance.details.length + b.stance.details.length === 0 &&
  meet(a.named, b.named);

function isOneRespect({ respects: a, stance: x }: Matter, { respects: b, stance: y }: Matter, alike: boolean): boolean {
  if (alike || share(a.all, b.all) || share(a.all, y.details) || share(b.all, x.details)) return true;
  if (a.all.length > 0 && b.all.length > 0) return false;
  return a.matters.length === 0 && b.matters.length === 0 && (x.details.length === 0 || y.details.length === 0);
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((word) => b.includes(word));
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const e of a) if (b.has(e)) return true;
  return false;
};

const matter = /^(?:on|for|over|about|regarding|concerning)$/;
const occasion = /^(?:with|after|against|during)$/;
/** Words after which no more is said of what came before. */
const closing =
  /^(?:of|to|in|at|by|from|until|till|since|under|before|if|because|while|when|as|that|which|who|and|but|or|said|says|is|are|was|were|has|have|had|will)$/;
const empty = new Set(
  `the this that these those its his her their our your any all some more most such other another own new first last next
  each both many much very same today tomorrow yesterday week weeks month months year years time times hour hours days day now
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december behalf condition conditions favour favor part purpose example instance grounds`.split(/\s+/),
);

/**
 * The respects that a clause names from its words for what it is about on, which begin `from` of its length, 0 to 1;
 * `names` are the words of names, which tell of whom, not on what.
 */
export function respectsOf(wording: Wording, from: number, names: ReadonlySet<string>): Respects {
  const [matters, all] = [new Set<string>(), new Set<string>()];
  let kind: "matter" | "occasion" | null = null;
  for (const word of wordsFrom(wording, from)) {
    if (matter.test(word)) kind = "matter";
    else if (occasion.test(word)) kind = "occasion";
    else if (closing.test(word) && !(kind === "matter" && word === "to")) kind = null;
    else if (kind !== null && isTelling(word, names)) {
      all.add(stem(word));
      if (kind === "matter") matters.add(stem(word));
    }
  }
  return { matters: [...matters].sort(), all: [...all].sort() };
}

/** Punctuation is not among the words, so that their place is known to a word or so. */
function wordsFrom(wording: Wording, from: number): Wording {
  const whole = wording.join(" ").length;
  let at = 0;
  const first = wording.findIndex((word) => {
    at += word.length + 1;
    return at > from * whole - slack;
  });
  return first < 0 ? [] : wording.slice(first);
}
const slack = 4;

const isTelling = (word: string, names: ReadonlySet<string>): boolean =>
  word.length > 2 && !empty.has(word) && !names.has(word) && !/\d/.test(word);

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s|y|e)$/, "") : word);
