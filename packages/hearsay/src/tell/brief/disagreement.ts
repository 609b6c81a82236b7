import { type ClaimRelation, type Interval, Union } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";

import type { Phrase } from "../phrases.js";
import { compare } from "../records.js";
import type { ReportClaim } from "../report.js";
import { byWeight, claimLine, standing } from "./claims.js";
import {
  bounded,
  counted,
  date,
  inContext,
  joined,
  line,
  phrase,
  published,
  publishedKey,
  publishedWhen,
  quoted,
  type Telling,
} from "./parts.js";
import { section } from "./section.js";
import { sharedValues } from "./values.js";
import { rewritten } from "./versions.js";

const differs: Readonly<Record<ClaimRelation["kind"], Phrase>> = {
  date: "When",
  number: "How many",
  who: "Who",
  polarity: "Whether it happened",
  denial: "Whether it is so",
  cause: "What caused it",
  grown: "The figure changed",
  fallen: "The figure changed",
  corrected: "Corrected",
  withdrawn: "Taken back",
  fulfilled: "What was to come has come",
};

/** What the relations differ in, each said once. */
const labels = (relations: readonly ClaimRelation[]): Phrase[] =>
  [...new Set(relations.map((r) => differs[r.kind]))].sort(compare);

export function contradicted(t: Telling): Section {
  const groups = clusters(t.records.claims, (c) => c.conflicts).sort((a, b) => heft(b) - heft(a));
  const { shown, left } = bounded(groups, 8);
  return section("contradicted", "What is contradicted", {
    note: [phrase("Both cannot be true. Each side in its own words, with the origins it stands on.")],
    lines: shown.map((group) => dispute(t, group)),
    left,
    command: "hearsay claims --type contradicted",
  });
}

/** Claims linked to one another, directly or through others; the weightier of a group first. */
export function clusters(
  claims: readonly ReportClaim[],
  links: (c: ReportClaim) => readonly string[],
): ReportClaim[][] {
  const index = new Map(claims.map((c, i) => [c.id, i]));
  const linked = new Union(claims.length);
  for (const [i, claim] of claims.entries())
    for (const id of links(claim)) {
      const j = index.get(id);
      if (j !== undefined) linked.join(i, j);
    }
  const groups = linked.groups().filter((g) => g.length > 1);
  return groups.map((g) => g.flatMap((i) => claims[i] ?? []).sort(byWeight));
}

const heft = (group: readonly ReportClaim[]): number => Math.max(...group.map((c) => c.origins + c.weight));

/** A relation that is a conflict, with the claims on both its sides. */
interface Disagreement extends ClaimRelation {
  readonly sides: readonly ReportClaim[];
}

function disagreements(t: Telling, claim: ReportClaim): Disagreement[] {
  return claim.relations
    .filter((r) => claim.conflicts.includes(r.claim))
    .map((r) => ({ ...r, sides: [claim, t.claim(r.claim)].filter((c) => c !== undefined) }));
}

/** One dispute: what it turns on, and each side. */
export function dispute(t: Telling, group: readonly ReportClaim[]): Line {
  const { shown, left } = bounded(group, 4);
  const members = new Set(group.map((c) => c.id));
  const relations = group.flatMap((c) => disagreements(t, c).filter((r) => members.has(r.claim)));
  const lead = joined(
    labels(relations).map((label) => [phrase(label)]),
    ", ",
  );
  const sides = shown.map((claim) => claimLine(t, claim, standing(claim), 2));
  const rest = left === 0 ? [] : [line(null, [], [phrase("and "), ...counted(left, " more side", " more sides")])];
  const head = lead.length > 0 ? lead : [phrase("What happened")];
  return line(null, head, [...at(t, relations[0]), ...since(t, group)], [...sides, ...rest]);
}

/** The words that the dispute turns on: “34” against “at least 50”. */
function at(t: Telling, relation: Disagreement | undefined): Part[] {
  if (relation === undefined) return [];
  const values = sharedValues(t, relation.sides);
  const [mine, theirs] = relation.sides.map((c) => values.get(c.id));
  const words = [mine ?? relation.mine, theirs ?? relation.theirs];
  if (words.some((w) => w.text.length > 60)) return [];
  return joined(
    words.map((w) => quoted(t, w)),
    " against ",
  );
}

/** The dispute begins when its second side is first published. */
function since(t: Telling, group: readonly ReportClaim[]): Part[] {
  const firsts = group.flatMap((c) => firstPublished(t, c) ?? []).sort((a, b) => compare(a.latest, b.latest));
  const begin = firsts[1];
  return begin === undefined ? [] : [phrase(", since "), date(begin)];
}

/** When the earliest of a claim's reports was published, as far as the articles say. */
function firstPublished(t: Telling, claim: ReportClaim): Interval | null {
  const dates = claim.support.flatMap((s) => {
    const article = t.article(s.article);
    return (article === undefined ? null : publishedWhen(article)) ?? [];
  });
  return dates.sort((a, b) => compare(a.latest, b.latest))[0] ?? null;
}

export function changed(t: Telling): Section {
  const groups = clusters(t.records.claims, (c) => c.revises).sort((a, b) => heft(b) - heft(a));
  const { shown, left } = bounded(groups, 8);
  const pages = bounded(rewritten(t), 8);
  return section("changed", "What changed", {
    note: [phrase("Later reports replace earlier ones: no contradiction.")],
    lines: [...shown.map((group) => revision(t, group)), ...pages.shown],
    left: left + pages.left,
    command: "hearsay claims --type revised",
  });
}

/** A chain of revisions, the oldest first: “4” → “7” → “9”, and under it who reported each and when. */
function revision(t: Telling, group: readonly ReportClaim[]): Line {
  const chain = inOrder(t, group);
  const { shown, left } = bounded(chain, 8);
  const kinds = labels(group.flatMap((c) => c.relations.filter((r) => c.revises.includes(r.claim))));
  const lead = kinds.length > 0 ? kinds.map((label) => [phrase(label)]) : [[phrase("Replaced")]];
  const steps = shown.map((claim) => step(t, claim));
  const shared = sharedValues(t, group);
  const values = shown.flatMap((c) => shared.get(c.id) ?? turnsOn(c, group) ?? []);
  const course = values.filter((v, i) => v.text !== values[i - 1]?.text).map((v) => quoted(t, v, 60));
  const rest = left === 0 ? [] : [line(null, [], [phrase("and "), ...counted(left, " more step", " more steps")])];
  return line(null, joined(lead, ", "), joined(course, " → "), [...steps, ...rest]);
}

/** The first report of a claim in its own words. */
function step(t: Telling, claim: ReportClaim): Line {
  const whole = claim.support.filter((s) => !s.partial);
  const first = whole.sort((a, b) => compare(publishedKey(t, a.span), publishedKey(t, b.span)))[0];
  if (first === undefined) return line(claim.id, [], []);
  const count = [phrase(" ("), ...counted(claim.origins, " origin", " origins"), phrase(")")];
  return line(claim.id, published(t, first.span), [...inContext(t, first.span, 120), ...count]);
}

/** Revised before reviser; claims that no revision orders stand by first publication. */
function inOrder(t: Telling, group: readonly ReportClaim[]): ReportClaim[] {
  const depth = new Map<string, number>();
  const byId = new Map(group.map((c) => [c.id, c]));
  const depthOf = (claim: ReportClaim): number => {
    const known = depth.get(claim.id);
    if (known !== undefined) return known;
    depth.set(claim.id, 0);
    const below = claim.revises.flatMap((id) => byId.get(id) ?? []).map((c) => depthOf(c) + 1);
    depth.set(claim.id, Math.max(0, ...below));
    return depth.get(claim.id) ?? 0;
  };
  return [...group].sort(
    (a, b) =>
      depthOf(a) - depthOf(b) ||
      compare(firstPublished(t, a)?.latest ?? "~", firstPublished(t, b)?.latest ?? "~") ||
      compare(a.id, b.id),
  );
}

function turnsOn(claim: ReportClaim, group: readonly ReportClaim[]): ClaimRelation["mine"] | null {
  const own = claim.relations.find((r) => claim.revises.includes(r.claim))?.mine;
  if (own !== undefined) return own;
  for (const later of group) {
    const relation = later.relations.find((r) => r.claim === claim.id && later.revises.includes(claim.id));
    if (relation !== undefined) return relation.theirs;
  }
  return null;
}
