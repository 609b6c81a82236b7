import { causalMap } from "../concepts/index.js";
import { HearsayError, type Judgement, judgementKinds, stableId } from "../model/index.js";
import type { Report } from "../tell/report.js";
import { findArticle } from "./find.js";

/** A judgement as an analyst puts it: what is meant may go by name. */
export interface Verdict {
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly value?: string | null;
  readonly why?: string | null;
}

/** What judgements are checked against: what there is, and what was judged before and may be gone because of it. */
export interface Ground {
  readonly report: Report;
  readonly judgements: readonly Judgement[];
}

/** How many subjects each kind has at least. */
const least: Readonly<Record<Judgement["kind"], number>> = {
  ...{ accept: 1, reject: 1, rate: 1, merge: 2, split: 1, note: 1, withdraw: 1 },
};
const grades = /^[A-F]$/;

/**
 * The judgement that is meant, with the ids of what it concerns.
 * @param when ISO 8601, UTC
 * @throws HearsayError `usage.judge` for one that makes no sense, `judgement.unknown` for one about what does not
 * exist, `usage.article`
 */
export function judgementOf(given: Verdict, { report, judgements }: Ground, who: string, when: string): Judgement {
  const kind = judgementKinds.find((one) => one === given.kind);
  if (kind === undefined) throw wrong(`There is no judgement "${given.kind}": use ${judgementKinds.join(", ")}.`);
  const { value = null, why = null } = given;
  if (given.subjects.length < least[kind])
    throw wrong(`${kind} needs ${least[kind]} ${least[kind] === 1 ? "thing" : "things"} to be about.`);
  if (kind === "rate" && !grades.test(value ?? ""))
    throw wrong(`"${value ?? ""}" is no grade: use A (reliable) to E, or F (cannot be judged).`);
  if (kind === "note" && (value ?? "").trim() === "") throw wrong("note needs the words to note.");
  const find = finder(kind, report, judgements);
  const subjects = [...new Set(given.subjects.map(find))];
  if (subjects.length < least[kind]) throw wrong(`${kind} needs ${least[kind]} different things to be about.`);
  if (kind === "merge" || kind === "split") checkParts(kind, subjects);
  const id = stableId("judgement", kind, ...subjects, value ?? "", who, when);
  return { id, kind, subjects, value, who, when, why };
}

/** Finds what a subject of a kind of judgement means. */
function finder(kind: Judgement["kind"], report: Report, judgements: readonly Judgement[]): (name: string) => string {
  if (kind === "rate") return (name) => outletOf(report, name);
  if (kind === "withdraw")
    return (name) => known(name, new Set(judgements.map(({ id }) => id)), "judgement", "hearsay judgements");
  const before = judgements.flatMap(({ kind: own, subjects }) =>
    own === "withdraw" || own === "rate" ? [] : subjects,
  );
  if (kind === "merge" || kind === "split") return joiner(kind, report, before);
  const all = new Set([...recordIds(report), ...before]);
  return (name) => {
    if (name.startsWith("concept-")) return knownConcept(name, report, before);
    const pair = name.startsWith("claim-") && name.includes("~") ? name.split("~").sort().join("~") : name;
    if (all.has(pair)) return pair;
    if (/^[a-z]+-(?:event-)?[0-9a-f]{12}(?:~|$)/.test(name) && !name.startsWith("a-"))
      return known(name, all, "record", "hearsay claims --format json");
    return findArticle(report, name).id;
  };
}

/** By the id of a concept or of any of its wordings; also of one that no article has any more. */
function knownConcept(name: string, report: Report, before: readonly string[]): string {
  const ids = causalMap(report).concepts.flatMap(({ wordings }) => wordings.map(({ id }) => id));
  const old = before.filter((id) => id.startsWith("concept-"));
  return known(name, new Set([...ids, ...old]), "concept", "hearsay causes --concepts");
}

/** What can be joined or taken apart: actors, claims, concepts; and, to take apart, a descent, or what some articles say of one. */
function joiner(kind: "merge" | "split", report: Report, before: readonly string[]): (name: string) => string {
  const old = (start: string): string[] => before.filter((id) => id.startsWith(start));
  const entities = new Set([...report.entities.map(({ id }) => id), ...old("entity-")]);
  const claims = new Set([...report.claims.map(({ id }) => id), ...old("claim-")]);
  const descents = new Set([...report.derivations.flatMap(descentId), ...before.filter((id) => id.includes("~"))]);
  return (name) => {
    if (name.startsWith("claim-")) return known(name, claims, "claim", "hearsay claims --format json");
    if (name.startsWith("concept-")) return knownConcept(name, report, before);
    if (name.startsWith("entity-") || kind === "merge") return known(name, entities, "actor", "hearsay actors");
    return name.includes("~") ? known(name, descents, "descent", "hearsay lineage") : findArticle(report, name).id;
  };
}

/** Whether the subjects of a merging or splitting go together. @throws HearsayError `usage.judge` */
function checkParts(kind: "merge" | "split", subjects: readonly string[]): void {
  const sort = (id: string): string => (id.includes("~") ? "descent" : id.slice(0, id.indexOf("-")));
  const [first = "", ...others] = subjects;
  const same = others.every((one) => sort(one) === sort(first));
  if (kind === "merge" && !same) throw wrong("merge takes actors, claims or concepts, all of one sort.");
  const [own, rest] = [sort(first), new Set(others.map(sort))];
  const articles = rest.size === 1 && rest.has("a");
  const fits =
    (own === "concept" && same) ||
    (own === "entity" && (same || articles)) ||
    (own === "claim" && articles) ||
    (own === "descent" && same);
  if (kind === "split" && !fits)
    throw wrong("split takes actors; concepts; an actor or a claim, and the articles that mean another; or a descent.");
}

function known(name: string, ids: ReadonlySet<string>, what: string, where: string): string {
  if (ids.has(name)) return name;
  const some = [...ids].slice(0, 3).join(", ");
  const there = some === "" ? `There is no ${what} to judge.` : `There are ${ids.size}, such as ${some}: see ${where}.`;
  throw new HearsayError("judgement.unknown", `There is no ${what} "${name}". ${there}`);
}

/** The ids of everything in a report that can be judged; a descent goes by both its articles, `derived~source`, a conflict by both its claims. */
export function recordIds(report: Report): readonly string[] {
  const { articles, claims, statements, events, timeline, commitments, figures, causes, entities, origins } = report;
  const lists = [articles, claims, statements, events, timeline, commitments, figures, causes, entities, origins];
  const pairs = claims.flatMap(({ id, conflicts }) => conflicts.map((other) => pairId(id, other)));
  return [...lists.flatMap((list) => list.map(({ id }) => id)), ...report.derivations.flatMap(descentId), ...pairs];
}

/** The id of two claims that conflict, as judgements name it. */
export const pairId = (a: string, b: string): string => (a < b ? `${a}~${b}` : `${b}~${a}`);

/** The id of a descent, as judgements name it. */
export const descentId = ({ derived, source }: Report["derivations"][number]): readonly string[] =>
  source === null ? [] : [`${derived}~${source}`];

function outletOf({ articles }: Report, name: string): string {
  const outlets = [...new Set(articles.flatMap(({ outlet }) => outlet ?? []))].sort();
  const found = outlets.find((outlet) => outlet.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const there = outlets.length === 0 ? "Its articles name none." : `There are: ${outlets.join(", ")}.`;
  throw new HearsayError("judgement.unknown", `There is no outlet "${name}" in this story. ${there}`);
}

const wrong = (message: string): HearsayError => new HearsayError("usage.judge", message);
