import { type Article, type Judgement, stableId, Union } from "../model/index.js";
import type { Joined } from "./join.js";
import type { Proposition } from "./propositions.js";

/** What claims are made of, and what analysts decided about them. */
interface Claimed {
  readonly articles: ReadonlyMap<string, Article>;
  readonly propositions: readonly Proposition[];
  readonly joined: Joined;
  readonly judgements: readonly Judgement[];
}

/** Claims as analysts left them. */
export interface JudgedClaims {
  readonly groups: Joined["groups"];
  /** Rejected: left out of the story. */
  readonly isOut: (group: number) => boolean;
  /** An analyst said that the two do not contradict one another. */
  readonly isAgreed: (a: number, b: number) => boolean;
}

/**
 * A claim goes by its first report, the earliest published: so its id stays when more articles report it, and what was
 * decided about it holds for whichever claim that report has become part of.
 */
export const claimId = (input: Pick<Claimed, "articles" | "propositions">, members: readonly number[]): string =>
  idOf(input, first(input, members));

const idOf = ({ propositions }: Pick<Claimed, "propositions">, member: number): string =>
  stableId("claim", propositions[member]!.assertion.id);

function first({ articles, propositions }: Pick<Claimed, "articles" | "propositions">, members: readonly number[]) {
  const key = (member: number): string => {
    const { article, id } = propositions[member]!.assertion;
    const { published, publishedWithin } = articles.get(article)!;
    return `${published ?? publishedWithin?.latest ?? "~"} ${id}`;
  };
  const keyed = members.map((member) => [key(member), member] as const);
  return keyed.reduce((least, one) => (one[0] < least[0] ? one : least))[1];
}

/** Applies merges and splits of claims, then finds which claims and conflicts were rejected. */
export function judgedClaims(input: Claimed): JudgedClaims {
  const about = input.judgements.filter(({ subjects }) => subjects.some((one) => one.startsWith("claim-")));
  if (about.length === 0) return { groups: input.joined.groups, isOut: () => false, isAgreed: () => false };
  const byId = new Map(input.propositions.map((_, member) => [idOf(input, member), member]));
  const groups = regrouped(input, about, byId);
  const groupOf = new Map(groups.flatMap((members, g) => members.map((member) => [member, g] as const)));
  const groupNamed = (id: string): number => groupOf.get(byId.get(id) ?? -1) ?? -1;
  const rejected = about.filter(({ kind }) => kind === "reject").flatMap(({ subjects }) => subjects);
  const pair = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const out = new Set(rejected.map(groupNamed));
  const agreed = new Set(
    rejected.flatMap((subject) => {
      const [a, b] = subject.split("~").map(groupNamed);
      return a === undefined || b === undefined ? [] : [pair(a, b)];
    }),
  );
  return { groups, isOut: (g) => out.has(g), isAgreed: (a, b) => agreed.has(pair(a, b)) };
}

/** Claims merged become one; `split CLAIM ARTICLE…` takes what those articles report out of it, as a claim of its own. */
function regrouped(input: Claimed, about: readonly Judgement[], byId: ReadonlyMap<string, number>): number[][] {
  const union = new Union(input.propositions.length);
  for (const members of input.joined.groups) for (const member of members) union.join(members[0]!, member);
  for (const { kind, subjects } of about)
    if (kind === "merge") {
      const [one, ...others] = subjects.flatMap((id) => byId.get(id) ?? []);
      for (const other of others) union.join(one!, other);
    }
  let groups = union.groups().map((members) => [...members]);
  for (const { kind, subjects } of about) {
    const member = byId.get(subjects[0] ?? "");
    if (kind === "split" && member !== undefined) groups = split(input, groups, member, new Set(subjects.slice(1)));
  }
  return groups;
}

function split(input: Claimed, groups: number[][], member: number, articles: ReadonlySet<string>): number[][] {
  const isOut = (one: number): boolean => articles.has(input.propositions[one]!.assertion.article);
  return groups.flatMap((members) => {
    if (!members.includes(member) || !members.some(isOut) || members.every(isOut)) return [members];
    return [members.filter((one) => !isOut(one)), members.filter(isOut)];
  });
}
