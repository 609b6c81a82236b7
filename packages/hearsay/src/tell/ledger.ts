import { type CommitmentStatus, Union } from "../model/index.js";
import { joinCopies } from "./copies.js";
import { general, isOneMatter, type Matter, matterOf } from "./matter.js";
import { compare } from "./records.js";
import type { ReportArticle, ReportCommitment, ReportDerivation } from "./report.js";
import { foldWords } from "./words.js";

/** One step of a commitment and the other reports of the same step. */
export interface LedgerStep {
  readonly at: ReportCommitment;
  readonly copies: readonly ReportCommitment[];
}

/** One commitment of the same parties about the same thing, its steps in the order of time. */
export interface LedgerLine {
  readonly steps: readonly LedgerStep[];
  /** Its last step settles nothing: asked and not answered, promised and not yet kept, in force. */
  readonly open: boolean;
}

interface Input {
  readonly commitments: readonly ReportCommitment[];
  readonly derivations: readonly ReportDerivation[];
  readonly articles: readonly ReportArticle[];
}

/**
 * Commitments over time. Steps join in one line when the parties are the same, or one side is left open, and the object is
 * the same: its words share one that is neither a party nor common, or both speak of one kind of thing (arms, money …);
 * treaties and talks are told apart by what they are on.
 * `party` gives one text for everything a party is called; `told` chooses which reports can stand for a step.
 */
export function ledgerOf(
  { commitments, derivations, articles }: Input,
  partyOf: (called: string | null) => string,
  told: (c: ReportCommitment) => boolean,
): readonly LedgerLine[] {
  const party = (called: string | null): string => partyOf(called?.match(agent)?.[1] ?? called);
  const published = new Map(articles.map((a) => [a.id, a.published ?? a.publishedWithin?.earliest ?? "~"]));
  const when = (c: ReportCommitment): string => c.when?.earliest ?? published.get(c.article) ?? "~";
  const inTime = (a: ReportCommitment, b: ReportCommitment): number =>
    compare(when(a).slice(0, 10), when(b).slice(0, 10)) || rank(a.status) - rank(b.status) || compare(a.id, b.id);
  const steps = stepsOf(commitments, derivations, told, inTime);
  const sides = steps.map(({ at }) => sidesOf(at, party));
  const names = new Set(commitments.flatMap((c) => foldWords(`${c.by ?? ""} ${c.to ?? ""}`).split(" ")));
  const matters = steps.map(({ at, copies }) => matterOf([at, ...copies], names, party));
  const givers = steps.map(({ at }) => giverOf(at, party));
  const same = new Union(steps.length);
  for (const [i, j] of likely(sides, givers, matters))
    if (
      same.find(i) !== same.find(j) &&
      areParties(sides[i]!, sides[j]!) &&
      isOneGiver(givers[i], givers[j]) &&
      isOneMatter(matters[i]!, matters[j]!)
    )
      same.join(i, j);
  for (const [asked, i] of answered(steps, party)) same.join(asked, i);
  return same.groups().map((group) => {
    const list = group.flatMap((i) => steps[i] ?? []).sort((a, b) => inTime(a.at, b.at));
    return { steps: onceEach(list, party), open: !settled.has(list.at(-1)?.at.status ?? "denied") };
  });
}

/** "Lusanda's envoy", "Norland's foreign minister": who acts is whom they act for. */
const agent =
  /^(\p{Lu}[\p{L}\s]*?)['’]s (?:\p{L}+ ){0,2}(?:envoy|ambassador|government|president|minister|ministry|parliament|army|military|delegation|spokes\p{L}+)$/u;

/** "Karvenia said no", "turned the offer down": which offer, the sentences before say. */
const anaphoric =
  /^(?:the|that|this|its|their|his|her)\s+(?:\p{L}+\s+)?(?:offer|proposal|request|invitation|demand|appeal|call)s?$/iu;
/** Characters between an offer and its answer. */
const shortly = 500;

/** Steps that others answer without saying what it was: the last offer or request told shortly before. */
function* answered(
  steps: readonly LedgerStep[],
  party: (called: string | null) => string,
): Generator<readonly [number, number]> {
  const reports = steps.flatMap(({ at, copies }, i) => [at, ...copies].map((c) => ({ c, i })));
  const asked = new Map<string, { c: ReportCommitment; i: number }[]>();
  for (const one of reports)
    if (answerable.has(one.c.status)) asked.set(one.c.article, [...(asked.get(one.c.article) ?? []), one]);
  for (const { c, i } of reports) {
    if (c.status !== "refused" || (c.object !== null && !anaphoric.test(c.object.text))) continue;
    const before = (asked.get(c.article) ?? []).filter((one) => isAnswered(one.c, c, party));
    const last = before.sort((a, b) => b.c.span.end - a.c.span.end || a.i - b.i)[0];
    if (last !== undefined) yield [last.i, i];
  }
}

const isAnswered = (
  asked: ReportCommitment,
  answer: ReportCommitment,
  party: (called: string | null) => string,
): boolean =>
  asked.span.end <= answer.span.start &&
  answer.span.start - asked.span.end < shortly &&
  party(asked.by) !== party(answer.by) &&
  (asked.to === null || party(asked.to) === party(answer.by));

const answerable: ReadonlySet<CommitmentStatus> = new Set(["offered", "requested", "demanded"]);

/**
 * Pairs of steps that have a party in common, and a word or kind of thing. Of those with the same sides, giver and kinds a
 * word joins all, so that one stands for them.
 */
function* likely(
  sides: readonly ReadonlySet<string>[],
  givers: readonly (string | null)[],
  matters: readonly Matter[],
): Generator<readonly [number, number]> {
  const index = new Map<string, Map<string, number>>();
  for (const [j, matter] of matters.entries()) {
    const sort = [[...sides[j]!].sort(), [givers[j] ?? ""], [...matter.kinds].sort()]
      .map((l) => l.join("\t"))
      .join("\n");
    for (const side of sides[j]!)
      for (const feature of featuresOf(matter)) {
        const key = `${side}\n${feature}`;
        const others = index.get(key) ?? new Map<string, number>();
        index.set(key, others);
        for (const i of others.values()) yield [i, j];
        if (!others.has(sort)) others.set(sort, j);
      }
  }
}

/** One of these is common to two steps of one matter. */
function featuresOf({ words, kinds: own }: Matter): readonly string[] {
  const telling = [...own].filter((kind) => words.size === 0 || !general.has(kind));
  return [...words, ...telling.map((kind) => `=${kind}`)];
}

const settled: ReadonlySet<CommitmentStatus> = new Set(["delivered", "refused", "broken", "expired", "denied"]);

/** On one day a request comes before its answer, a signature before what is delivered under it. */
const order: readonly CommitmentStatus[] = [
  "requested",
  "demanded",
  "threatened",
  "offered",
  "promised",
  "announced",
  "signed",
  "in-force",
  "delivered",
  "denied",
  "refused",
  "broken",
  "expired",
];
const rank = (status: CommitmentStatus): number => order.indexOf(status);

function stepsOf(
  list: readonly ReportCommitment[],
  derivations: readonly ReportDerivation[],
  told: (c: ReportCommitment) => boolean,
  inTime: (a: ReportCommitment, b: ReportCommitment) => number,
): readonly LedgerStep[] {
  const same = new Union(list.length);
  const tellings = list.map((c) => ({ at: c.span, words: `${c.status} ${foldWords(c.span.text)}`, sort: c.status }));
  joinCopies(tellings, derivations, same);
  return same.groups().flatMap((group) => {
    const order = group.flatMap((i) => list[i] ?? []).sort(inTime);
    const at = order.find(told);
    return at === undefined ? [] : [{ at, copies: order.filter((c) => c !== at) }];
  });
}

/** A refusal or truce that several tell of in words of their own is one, unless their days differ. */
function onceEach(steps: readonly LedgerStep[], party: (called: string | null) => string): readonly LedgerStep[] {
  const kept: LedgerStep[] = [];
  for (const step of steps) {
    const same = kept.findIndex(({ at }) => once.has(at.status) && isOneAct(at, step.at, party));
    const first = kept[same];
    if (first === undefined) kept.push(step);
    else kept[same] = { at: first.at, copies: [...first.copies, step.at, ...step.copies] };
  }
  return kept;
}

/** What is done once; deliveries are made again and again. */
const once: ReadonlySet<CommitmentStatus> = new Set(["announced", "refused", "denied", "signed", "broken", "expired"]);

const isOneAct = (a: ReportCommitment, b: ReportCommitment, party: (called: string | null) => string): boolean =>
  a.status === b.status &&
  party(a.by) === party(b.by) &&
  (a.to === null || b.to === null || party(a.to) === party(b.to)) &&
  (a.when === null || b.when === null || (a.when.earliest <= b.when.latest && b.when.earliest <= a.when.latest));

const sidesOf = (c: ReportCommitment, party: (called: string | null) => string): ReadonlySet<string> =>
  new Set([c.by, c.to].filter((side) => side !== null).map(party));

/** The same sides whoever acts, or one side named where the other is left open. */
function areParties(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size > 0 && [...few].every((side) => many.has(side));
}

/** Who would do or give it, where the step says: of a request the one asked. */
function giverOf(c: ReportCommitment, party: (called: string | null) => string): string | null {
  if (c.status === "refused" && /\b(?:offers?|proposals?|invitations?)\b/i.test(c.object?.text ?? "")) return null;
  const giver = asking.has(c.status) ? c.to : giving.has(c.status) ? c.by : null;
  return giver === null ? null : party(giver);
}
const asking: ReadonlySet<CommitmentStatus> = new Set(["requested", "demanded"]);
/** What is refused or denied its subject would have given: one refuses what one was asked for. */
const giving: ReadonlySet<CommitmentStatus> = new Set([
  "offered",
  "promised",
  "threatened",
  "delivered",
  "refused",
  "denied",
]);
/** Drones that one side gave the other are not the arms it was given. */
const isOneGiver = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a == null || b == null || a === b;
