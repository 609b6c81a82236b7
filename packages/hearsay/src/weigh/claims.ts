import {
  type Article,
  type Claim,
  type ClaimRelation,
  isRevision,
  type Judgement,
  quote,
  type Reliability,
  type Support,
} from "../model/index.js";
import type { Joined } from "./join.js";
import { claimId, judgedClaims } from "./judged.js";
import { type Provenance, voices } from "./origins.js";
import type { Proposition } from "./propositions.js";
import { relationsByGroup, takenBackBy } from "./related-claims.js";
import { gradeOf, type Standing, verdictOf } from "./verdict.js";

export interface ClaimInput {
  readonly articles: ReadonlyMap<string, Article>;
  readonly propositions: readonly Proposition[];
  readonly provenance: readonly Provenance[];
  readonly joined: Joined;
  readonly judgements: readonly Judgement[];
  /** Articles that took their words from another: never the best wording of a claim. */
  readonly derived: ReadonlySet<string>;
}

/** A claim before its verdict. */
interface Draft {
  readonly id: string;
  readonly members: readonly number[];
  readonly support: readonly Support[];
  readonly origins: number;
  readonly relations: readonly ClaimRelation[];
  /** Nobody stands by it any more. */
  readonly withdrawn: boolean;
}

/** Turns joined propositions into claims with support, origins, relations, verdict and grade; in order of weight. */
export function makeClaims(input: ClaimInput): Claim[] {
  const judged = judgedClaims(input);
  const groups = judged.groups;
  const groupOf = new Int32Array(input.propositions.length);
  for (const [g, members] of groups.entries()) for (const member of members) groupOf[member] = g;
  const ids = groups.map((members) => claimId(input, members));
  const relations = relationsByGroup(input, groupOf, ids, judged);
  const rejected = new Set(groups.flatMap((_, g) => (judged.isOut(g) ? [ids[g]!] : [])));
  const taken = takenBackBy(input, groupOf);
  const drafts = groups.map((members, g) => draft(input, ids[g]!, members, relations.get(g) ?? [], taken.get(g)));
  const byId = new Map(drafts.filter((d) => !rejected.has(d.id)).map((d) => [d.id, d]));
  const revised = new Set(
    [...byId.values()].flatMap(({ relations }) =>
      relations.flatMap((r) =>
        isRevision(r) && (r.kind !== "withdrawn" || byId.get(r.claim)?.withdrawn) ? [r.claim] : [],
      ),
    ),
  );
  return [...byId.values()]
    .map((d) => finish(input, d, byId, revised.has(d.id)))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

function draft(
  input: ClaimInput,
  id: string,
  members: readonly number[],
  relations: readonly ClaimRelation[],
  taken: ReadonlySet<string> = new Set(),
): Draft {
  const isTaken = (m: number) => taken.has(input.provenance[m]!.origin);
  // Nine claims of ten have one report.
  if (members.length === 1) {
    const [only] = members as [number];
    const support = [supportOf(input, only, { partial: false, takenBack: isTaken(only) }, voice(input, members))];
    return { id, members, support, origins: 1, relations, withdrawn: isTaken(only) };
  }
  const partial = partialMembers(members, input.propositions);
  const full = members.filter((m) => !partial.has(m));
  const standing = full.filter((m) => !isTaken(m));
  const counted = standing.length > 0 ? standing : full;
  const groups = voices(counted.map((m) => input.provenance[m]!)).map((group) => group.map((i) => counted[i]!));
  const names = groups.map((group) => voice(input, group));
  const nameOf = (m: number) => {
    const same = groups.findIndex((g) => g.includes(m) || g.some((o) => sameOrigin(input, o, m)));
    return names[same] ?? voice(input, [m]);
  };
  const support = members.map((m) =>
    supportOf(input, m, { partial: partial.has(m), takenBack: isTaken(m) }, nameOf(m)),
  );
  return { id, members, support, origins: groups.length, relations, withdrawn: standing.length === 0 };
}

const sameOrigin = ({ provenance }: ClaimInput, a: number, b: number): boolean =>
  provenance[a]!.origin === provenance[b]!.origin;

/** One name for one voice: the informant that its reports share, else the origin that they go back to. */
function voice({ provenance }: ClaimInput, group: readonly number[]): string {
  const named = group.flatMap((m) => provenance[m]!.informants.filter((key) => key.startsWith("src:")).slice(0, 1));
  const origins = new Set(group.map((m) => provenance[m]!.origin));
  return origins.size === 1 && named.length < group.length
    ? [...origins][0]!
    : ([...named].sort()[0] ?? [...origins].sort()[0]!);
}

function supportOf(
  { articles, propositions, provenance }: ClaimInput,
  member: number,
  kind: Pick<Support, "partial" | "takenBack">,
  origin: string,
): Support {
  const { assertion: a, statement } = propositions[member]!;
  return {
    article: a.article,
    span: quote(a, articles.get(a.article)!.text),
    origin,
    ...kind,
    statement: a.statement,
    speaker: statement?.speaker.name || statement?.speaker.description || null,
    interested: provenance[member]!.interested,
  };
}

/**
 * Reports that leave out the amount that more than half of a claim's reports give carry only part of it; so does one of
 * an attack that names none of those whom the others, but for those, say it was by. Never all of them.
 */
function partialMembers(members: readonly number[], propositions: readonly Proposition[]): Set<number> {
  const of = (m: number) => propositions[m]!;
  const measured = members.filter((m) => of(m).assertion.amounts.length > 0);
  const exact = measured.length * 2 > members.length ? measured : members;
  const attack = exact.some((m) => of(m).assertion.events.includes("ASSAULT"));
  const blamed = new Set(attack ? exact.flatMap((m) => [...of(m).subject]) : []);
  const blames = (m: number) => of(m).subject.size > 0 || [...of(m).actors].some((entity) => blamed.has(entity));
  const full = new Set(blamed.size > 0 ? exact.filter(blames) : exact);
  return new Set(members.filter((m) => !full.has(m)));
}

function finish(input: ClaimInput, d: Draft, drafts: ReadonlyMap<string, Draft>, revised: boolean): Claim {
  const relations = d.relations.filter((r) => drafts.has(r.claim)).sort((a, b) => (a.claim < b.claim ? -1 : 1));
  const conflicts = relations.filter((r) => !isRevision(r)).map((r) => r.claim);
  const standing: Standing = {
    origins: d.origins,
    revised,
    rivals: conflicts.map((id) => drafts.get(id)!.origins),
    firmer:
      conflicts.length > 0 &&
      isFirmer(
        d,
        conflicts.map((id) => drafts.get(id)!),
      ),
  };
  const members = d.members.map((m) => input.propositions[m]!);
  const articles = new Set(d.support.map((s) => s.article)).size;
  const claim = {
    id: d.id,
    proposition: clearest(d.support, input.derived),
    kind: kindOf(members),
    support: d.support,
    origins: d.origins,
    verdict: verdictOf(standing),
    conflicts,
    revises: relations.filter(isRevision).map((r) => r.claim),
    relations,
    grade: gradeOf(
      standing,
      d.support,
      members.every((m) => m.statement?.speaker.anonymous === true),
      ratings(input, d.support),
    ),
    looksCorroborated: articles >= 2 && d.origins === 1,
  };
  return { ...claim, weight: weightOf(claim, articles, members) };
}

/** Told by an article in its own name, against what is only somebody's word. */
const isFirmer = (own: Draft, rivals: readonly Draft[]): boolean =>
  own.support.some((s) => isOwnWord(s) && !s.partial) &&
  rivals.every(({ support }) => support.every((s) => !isOwnWord(s)));

/** Not somebody else's word: "our own estimate puts it at 350" is the article's. */
const isOwnWord = ({ statement, speaker }: Support): boolean =>
  statement === null || /^(?:our|my)\b/i.test(speaker ?? "");

function ratings({ articles, judgements }: ClaimInput, support: readonly Support[]): Reliability[] {
  const rated = judgements.filter((j) => j.kind === "rate");
  if (rated.length === 0) return [];
  const outlets = new Set(support.map((s) => articles.get(s.article)!.outlet));
  const latest = new Map(rated.map((j) => [j.subjects[0] ?? "", j.value]));
  return [...latest].flatMap(([outlet, value]) =>
    outlets.has(outlet) && /^[A-F]$/.test(value ?? "") ? [value as Reliability] : [],
  );
}

/**
 * A report's own wording before a copy's, spun or translated; then one that stands by itself (no leading pronoun,
 * neither a stub nor a paragraph); then the longest, then the first.
 */
function clearest(support: readonly Support[], derived: ReadonlySet<string>): string {
  if (support.length === 1) return support[0]!.span.text;
  const stands = (text: string) =>
    (/^(he|she|it|they|this|that|these|those|who|which)\b/i.test(text) ? 0 : 2) +
    (text.length >= 40 && text.length <= 220 ? 1 : 0);
  const best = [...support].sort(
    (a, b) =>
      Number(a.partial) - Number(b.partial) ||
      Number(derived.has(a.article)) - Number(derived.has(b.article)) ||
      stands(b.span.text) - stands(a.span.text) ||
      b.span.text.length - a.span.text.length ||
      (a.span.text < b.span.text ? -1 : 1),
  );
  return best[0]!.span.text;
}

function kindOf(members: readonly Proposition[]): Claim["kind"] {
  const most = (test: (p: Proposition) => boolean) => members.filter(test).length * 2 >= members.length;
  if (most((p) => p.assertion.amounts.length > 0)) return "figure";
  if (most((p) => p.assertion.events.length > 0)) return "event";
  return most((p) => p.statement !== null) ? "statement" : "state";
}

/** Spread first, dispute next, then what can be checked (a figure, an event, a day). Squashed into 0–1. */
function weightOf(
  claim: Pick<Claim, "origins" | "conflicts" | "revises">,
  articles: number,
  members: readonly Proposition[],
): number {
  const checkable = members.some((p) => p.assertion.events.length > 0) ? 0.5 : 0;
  const measured = members.some((p) => p.assertion.amounts.length > 0) ? 0.5 : 0;
  const raw =
    articles +
    1.5 * (claim.origins - 1) +
    2 * Math.min(1, claim.conflicts.length) +
    Math.min(1, claim.revises.length) +
    checkable +
    measured;
  return Number((1 - Math.exp(-raw / 6)).toFixed(4));
}
