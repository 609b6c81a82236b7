import { claimLine, standing } from "./brief/claims.js";
import { memory } from "./brief/distinct.js";
import { bounded, counted, joined, line, name, phrase, published, type Telling, telling } from "./brief/parts.js";
import { section } from "./brief/section.js";
import { rewritten } from "./brief/versions.js";
import { byProminence, saying, utterances } from "./brief/voices.js";
import type { Line, Part, Section } from "./brief.js";
import type { Phrase } from "./phrases.js";
import type { Report, ReportArticle, ReportClaim } from "./report.js";

/**
 * The report with a section of what articles published at or after a date brought: claims that are new, gained an
 * origin, are contradicted or replace others, and who said what; and which articles were found changed since then.
 * Articles without a date count as old.
 * @param since ISO 8601 date or date-time; compared by the digits that both sides have
 */
export function withNews(report: Report, since: string): Report {
  const t = telling(report, new Map(), report.references);
  const fresh = report.articles.filter((a) => isSince(a, since));
  const [opening, ...rest] = report.brief.sections;
  if (opening === undefined) return report;
  return { ...report, brief: { sections: [opening, news(t, fresh, since), ...rest] }, references: t.references };
}

function isSince({ published: stated, publishedWithin }: ReportArticle, since: string): boolean {
  const iso = stated ?? publishedWithin?.latest ?? "";
  return iso !== "" && isFrom(iso, since);
}

function isFrom(iso: string, since: string): boolean {
  const digits = Math.min(iso.length, since.length);
  return iso.slice(0, digits) >= since.slice(0, digits);
}

const shownClaims = 12;
const shownSayings = 6;
const shownChanged = 8;

function news(t: Telling, fresh: readonly ReportArticle[], since: string): Section {
  const ids = new Set(fresh.map((a) => a.id));
  const claims = t.records.claims.filter((c) => kindOfNews(c, ids) !== null).sort((a, b) => b.weight - a.weight);
  const seen = memory();
  const { shown, left } = bounded(
    claims.filter((c) => !seen(c.proposition)),
    shownClaims,
  );
  const said = utterances(t)
    .filter(({ best, copies }) => [best, ...copies].every((s) => ids.has(s.article)))
    .sort((a, b) => byProminence(t, a, b));
  const changed = rewritten(t, (version) => isFrom(version.since, since));
  const lines = [
    ...(fresh.length === 0 ? [] : [articlesLine(t, fresh)]),
    ...(changed.length === 0 ? [] : [changedLine(changed)]),
    ...shown.map((c) => claimLine(t, c, [...kind(c, ids), ...standing(c)], 2)),
    ...said
      .slice(0, shownSayings)
      .map((u) => ({ ...saying(t, u), lead: [name(u.best.speaker.name ?? u.best.speaker.description)] })),
  ];
  return section("new", "What is new", {
    note: [phrase("From articles of the date asked for or later; those without a date count as old.")],
    lines,
    left,
    command: "hearsay claims",
  });
}

function changedLine(changed: readonly Line[]): Line {
  const { shown, left } = bounded(changed, shownChanged);
  const more = left === 0 ? [] : [phrase(" and "), ...counted(left, " more", " more")];
  return line(null, counted(changed.length, " changed article", " changed articles"), more, shown);
}

const kind = (claim: ReportClaim, ids: ReadonlySet<string>): Part[] => {
  const told = kindOfNews(claim, ids);
  return told === null ? [] : [phrase(told), phrase(" · ")];
};

/** Why a claim is news: what it became through the new articles; null for one that only they alone carry without dispute, or that they leave as it was. */
function kindOfNews(claim: ReportClaim, ids: ReadonlySet<string>): Phrase | null {
  const whole = claim.support.filter((s) => !s.partial);
  const origins = (of: typeof whole): number => new Set(of.map((s) => s.origin)).size;
  const old = whole.filter((s) => !ids.has(s.article));
  if (old.length === whole.length) return null;
  if (claim.verdict === "contradicted") return old.length === 0 ? "newly contradicting" : null;
  if (claim.revises.length > 0 && old.length === 0) return "replaces an earlier report";
  if (claim.verdict === "corroborated" && origins(old) < 2) return "newly established";
  return null;
}

function articlesLine(t: Telling, fresh: readonly ReportArticle[]): Line {
  const { shown, left } = bounded(fresh, 8);
  const list = shown.map((a) => published(t, a.id));
  const more = left === 0 ? [] : [phrase(" and "), ...counted(left, " more", " more")];
  return line(null, counted(fresh.length, " new article", " new articles"), [
    phrase(": "),
    ...joined(list, "; "),
    ...more,
  ]);
}
