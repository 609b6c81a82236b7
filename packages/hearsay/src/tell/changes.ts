import { contentHash, type Verdict } from "../model/index.js";
import { byWeight, claimLine, standing } from "./brief/claims.js";
import { clusters, dispute } from "./brief/disagreement.js";
import { memory } from "./brief/distinct.js";
import { circle, descent } from "./brief/lineage.js";
import { counted, line, name, phrase, published, type Telling, telling } from "./brief/parts.js";
import { section } from "./brief/section.js";
import { rewritten } from "./brief/versions.js";
import type { Line, Part, Reference } from "./brief.js";
import { append } from "./copies.js";
import type { Phrase } from "./phrases.js";
import type { Report, ReportArticle, ReportClaim, ReportDerivation } from "./report.js";

/** What a story held when somebody last looked, as far as telling what changed takes. */
export interface Known {
  readonly articles: readonly string[];
  /** Earlier versions of changed articles. */
  readonly versions: readonly string[];
  /** Rings of citation, by a hash of their files. */
  readonly circles: readonly string[];
  /** Of the words that a claim stands on, by a hash of them and their file: its verdict. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Each established claim by the same hashes. */
  readonly established: readonly (readonly string[])[];
}

/** Why something is told, the weightiest first. */
export const changeKinds = [
  "contradicted",
  "established",
  "withdrawn",
  "revised",
  "circle",
  "rewritten",
  "article",
] as const;
export type ChangeKind = (typeof changeKinds)[number];
const every: ReadonlySet<ChangeKind> = new Set(changeKinds);

/** One thing that is other than before. */
export interface Change {
  readonly kind: ChangeKind;
  /** The claim or article it is about; of a circle its first article. */
  readonly id: string;
  readonly line: Line;
}

export interface Changes {
  readonly changes: readonly Change[];
  /** What the numbers in the lines stand for. */
  readonly references: readonly Reference[];
}

/** What a report holds now, for the next look. */
export function knownOf({ articles, versions, circles, claims }: Report): Known {
  const wordsOf = placing(articles);
  const verdicts = claims.flatMap((claim) => wordsOf(claim).map((place) => [place, claim.verdict] as const));
  return {
    articles: articles.map(({ id }) => id),
    versions: versions.map(({ id }) => id),
    circles: circles.map(ringing(articles)),
    verdicts: Object.fromEntries(verdicts),
    established: claims.flatMap((claim) => (claim.verdict === "corroborated" ? [wordsOf(claim)] : [])),
  };
}

/** A ring's articles by their files, whose ids change with each version. */
function ringing(articles: readonly ReportArticle[]): (ring: readonly string[]) => string {
  const files = new Map(articles.map(({ id, file }) => [id, file]));
  return (ring) => contentHash(JSON.stringify([...new Set(ring.map((id) => files.get(id)))].sort())).slice(0, 10);
}

/** A claim's id changes with what supports it, and an article's with each version; its words in its file stay. */
function placing(articles: readonly ReportArticle[]): (claim: ReportClaim) => string[] {
  const files = new Map(articles.map(({ id, file }) => [id, file]));
  return ({ support }) =>
    support
      .filter(({ partial }) => !partial)
      .map(({ article, span }) => contentHash(`${files.get(article)} ${span.text}`).slice(0, 10));
}

/**
 * What is other in a report than it was known: never a claim that merely stands on more articles of one origin.
 * @param kinds what is asked for; all, unless told
 */
export function changesSince(known: Known, report: Report, kinds: ReadonlySet<ChangeKind> = every): Changes {
  const t = telling(report, new Map());
  const wordsOf = placing(report.articles);
  const before = (claim: ReportClaim): ReadonlySet<Verdict> =>
    new Set(wordsOf(claim).flatMap((words) => known.verdicts[words] ?? []));
  const find: Readonly<Record<ChangeKind, () => readonly Change[]>> = {
    contradicted: () => newlyContradicted(t, before),
    established: () => newlyEstablished(t, before),
    withdrawn: () => [...withdrawn(t, before), ...gone(t, known, wordsOf)],
    revised: () => replacing(t, before),
    circle: () => newCircles(t, known),
    rewritten: () => changedArticles(t, known),
    article: () => newArticles(t, known),
  };
  const changes = changeKinds.flatMap((kind) => (kinds.has(kind) ? find[kind]() : []));
  return { changes, references: t.references };
}

/** Some of the changes, their references numbered anew from 1. */
export function someOf({ changes, references }: Changes, isMeant: (change: Change) => boolean): Changes {
  const some = changes.filter(isMeant);
  const numbers = [...new Set(some.flatMap((one) => numbersOf(one.line)))].sort((a, b) => a - b);
  const anew = new Map(numbers.map((old, i) => [old, i + 1]));
  return {
    changes: some.map((one) => ({ ...one, line: renumbered(one.line, anew) })),
    references: numbers.map((old, i) => ({ ...references[old - 1]!, number: i + 1 })),
  };
}

const numbersOf = ({ lead, parts, lines }: Line): number[] => [
  ...[...lead, ...parts].flatMap((part) => (part.kind === "ref" ? [part.ref] : [])),
  ...lines.flatMap(numbersOf),
];

function renumbered({ about, lead, parts, lines }: Line, anew: ReadonlyMap<number, number>): Line {
  const one = (part: Part): Part => {
    const ref = part.kind === "ref" ? anew.get(part.ref) : undefined;
    return ref === undefined ? part : { kind: "ref", text: `[${ref}]`, ref };
  };
  return { about, lead: lead.map(one), parts: parts.map(one), lines: lines.map((below) => renumbered(below, anew)) };
}

/** The report with what changed as its only section: printed and verified as any other. */
export function newsOnly(report: Report, { changes, references }: Changes): Report {
  const filling = { note: [], lines: changes.map((one) => one.line), left: 0, command: "hearsay claims" } as const;
  return { ...report, brief: { sections: [section("new", "What is new", filling)] }, references };
}

type Before = (claim: ReportClaim) => ReadonlySet<Verdict>;

const newlyEstablished = (t: Telling, before: Before): Change[] =>
  told(t, "established", "newly established", (c) => c.verdict === "corroborated" && !before(c).has("corroborated"));

/** What was established and is no more; that it is contradicted now is told as that. */
const withdrawn = (t: Telling, before: Before): Change[] =>
  told(t, "withdrawn", "no longer established", (c) => {
    const other = c.verdict !== "corroborated" && c.verdict !== "contradicted";
    return other && before(c).has("corroborated");
  });

/** What was established and is reported by nobody any more: its words are gone with it, so that only a count can be told. */
function gone(t: Telling, known: Known, wordsOf: (claim: ReportClaim) => readonly string[]): Change[] {
  const now = new Set(t.records.claims.flatMap(wordsOf));
  const lost = known.established.filter((words) => !words.some((one) => now.has(one)));
  if (lost.length === 0) return [];
  const parts = [
    phrase(": "),
    ...counted(lost.length, " claim that nobody reports any more", " claims that nobody reports any more"),
  ];
  return [{ kind: "withdrawn", id: lost[0]?.[0] ?? "", line: line(null, [phrase("no longer established")], parts) }];
}

const replacing = (t: Telling, before: Before): Change[] =>
  told(t, "revised", "replaces an earlier report", (c) => c.revises.length > 0 && before(c).size === 0);

/** A line for each claim of a sort, one wording once. */
function told(t: Telling, kind: ChangeKind, lead: Phrase, isMeant: (claim: ReportClaim) => boolean): Change[] {
  const seen = memory();
  return t.records.claims
    .filter(isMeant)
    .sort(byWeight)
    .filter((c) => !seen(c.proposition))
    .map((c) => ({ kind, id: c.id, line: claimLine(t, c, [phrase(lead), phrase(" · "), ...standing(c)], 2) }));
}

function newlyContradicted(t: Telling, before: Before): Change[] {
  const isNew = (c: ReportClaim): boolean => c.verdict === "contradicted" && !before(c).has("contradicted");
  return clusters(t.records.claims, ({ conflicts }) => conflicts)
    .filter((group) => group.some(isNew))
    .map((group) => {
      const whole = dispute(t, group);
      const lead = [phrase("newly contradicting"), phrase(" · "), ...whole.lead];
      return { kind: "contradicted", id: group.find(isNew)!.id, line: { ...whole, lead } };
    });
}

function newCircles(t: Telling, known: Known): Change[] {
  const keyOf = ringing(t.records.articles);
  return t.records.circles
    .filter((ring) => !known.circles.includes(keyOf(ring)))
    .map((ring) => ({ kind: "circle", id: ring[0] ?? "", line: circle(t, ring) }));
}

function changedArticles(t: Telling, known: Known): Change[] {
  const old = new Set(known.versions);
  return t.records.versions.flatMap((version) =>
    old.has(version.id)
      ? []
      : rewritten(t, ({ id }) => id === version.id).map((one): Change => {
          const lead = [phrase("Changed article"), phrase(" · "), ...one.lead];
          return { kind: "rewritten", id: version.article, line: { ...one, lead } };
        }),
  );
}

function newArticles(t: Telling, known: Known): Change[] {
  const old = new Set([...known.articles, ...t.records.versions.map(({ article }) => article)]);
  const from = new Map<string, ReportDerivation[]>();
  for (const d of t.records.derivations) if (d.source !== null) append(from, d.derived, d);
  return t.records.articles
    .filter(({ id }) => !old.has(id))
    .map((article) => ({ kind: "article", id: article.id, line: articleLine(t, article, from.get(article.id) ?? []) }));
}

function articleLine(t: Telling, { id, title }: ReportArticle, from: readonly ReportDerivation[]): Line {
  const named = title === "" ? [] : [phrase(": "), name(title, id)];
  const origin = from.length === 0 ? [] : [phrase(" — "), ...descent(t, from)];
  const lead = [phrase("New article"), phrase(" · "), ...published(t, id, "time")];
  return line(id, lead, [...named, ...origin]);
}
