import { type Article, type Judgement, stableId } from "../model/index.js";
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

/**
 * In the order in which it was decided: claims merged become one; `split CLAIM ARTICLE…` takes what those articles report out
 * of it, as a claim of its own.
 */
function regrouped(input: Claimed, about: readonly Judgement[], byId: ReadonlyMap<string, number>): Joined["groups"] {
  const groups = about.reduce<Joined["groups"]>((all, { kind, subjects }) => {
    const holding = (id: string) => all.find((members) => members.includes(byId.get(id) ?? -1));
    if (kind === "merge") {
      const meant = new Set(subjects.flatMap((id) => [holding(id) ?? []]));
      const [one, ...others] = [...meant].filter((members) => members.length > 0);
      if (one === undefined || others.length === 0) return all;
      return all.flatMap((members) =>
        members === one ? [[one, ...others].flat()] : meant.has(members) ? [] : [members],
      );
    }
    const [claim = "", ...articles] = subjects;
    const own = kind === "split" ? holding(claim) : undefined;
    return own === undefined
      ? all
      : all.flatMap((members) => (members === own ? split(input, own, articles) : [members]));
  }, input.joined.groups);
  // Whatever was decided, the same story has its claims in the same order.
  return groups.map((members) => [...members].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}

function split({ propositions }: Claimed, members: readonly number[], articles: readonly string[]) {
  const isOut = (one: number): boolean => articles.includes(propositions[one]!.assertion.article);
  const [own, out] = [members.filter((one) => !isOut(one)), members.filter(isOut)];
  return own.length === 0 || out.length === 0 ? [members] : [own, out];
}
