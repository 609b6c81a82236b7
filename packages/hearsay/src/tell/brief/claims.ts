import type { Quote } from "../../model/index.js";
import type { Line, Part } from "../brief.js";
import { append } from "../copies.js";
import { compare } from "../records.js";
import type { ReportClaim, ReportSupport } from "../report.js";
import { foldWords } from "../words.js";
import { isSomebody } from "../worth.js";
import {
  bounded,
  counted,
  grade,
  inContext,
  joined,
  line,
  name,
  phrase,
  published,
  publishedKey,
  quoted,
  standalone,
  type Telling,
} from "./parts.js";

/** The clearest wording with its place: found in one of the reports that support the claim. */
export function proposition(t: Telling, claim: ReportClaim): Quote | null {
  for (const { article, span } of claim.support) {
    if (span.text === claim.proposition) return span;
    const text = t.article(article)?.text ?? "";
    const near = text.indexOf(claim.proposition, Math.max(0, span.start - claim.proposition.length));
    if (near >= 0) return { article, start: near, end: near + claim.proposition.length, text: claim.proposition };
  }
  return claim.support[0]?.span ?? null;
}

/** How many articles carry it whole. */
export const articlesOf = (claim: ReportClaim): number =>
  new Set(claim.support.filter((s) => !s.partial).map((s) => s.article)).size;

/** "2 origins · 5 articles · F2". */
export function standing(claim: ReportClaim): Part[] {
  return joined(
    [
      counted(claim.origins, " origin", " origins"),
      counted(articlesOf(claim), " article", " articles"),
      [phrase("grade "), grade(claim.grade)],
    ],
    " · ",
  );
}

export const byWeight = (a: ReportClaim, b: ReportClaim): number =>
  b.origins - a.origins || b.weight - a.weight || compare(a.id, b.id);

/** A claim's words and what it rests on: in the line itself when that is one origin, else in lines under it. */
export function told(t: Telling, claim: ReportClaim, limit: number): Pick<Line, "parts" | "lines"> {
  const place = proposition(t, claim);
  const parts = place === null ? [] : inContext(t, place);
  const lines = backing(t, claim, limit);
  const only = lines.length === 1 ? lines[0] : undefined;
  return only === undefined ? { parts, lines } : { parts: [...parts, phrase(" — "), ...only.parts], lines: [] };
}

/** What a claim rests on, one line per origin: who reports it, on whose word, and in which other articles it stands. */
function backing(t: Telling, claim: ReportClaim, limit: number): Line[] {
  const shownQuote = proposition(t, claim);
  const byOrigin = new Map<string, ReportSupport[]>();
  for (const support of [...claim.support].sort((a, b) => order(t, a, b))) append(byOrigin, support.origin, support);
  const { shown, left } = bounded([...byOrigin], limit);
  const lines = shown.map(([origin, supports]) => voice(t, origin, supports, shownQuote));
  return left === 0
    ? lines
    : [...lines, line(null, [], [phrase("and "), ...counted(left, " more origin", " more origins")])];
}

function order(t: Telling, a: ReportSupport, b: ReportSupport): number {
  const when = (s: ReportSupport): string => publishedKey(t, s.span);
  return (
    Number(a.partial) - Number(b.partial) ||
    compare(when(a), when(b)) ||
    compare(a.article, b.article) ||
    a.span.start - b.span.start
  );
}

function voice(t: Telling, origin: string, supports: readonly ReportSupport[], shownQuote: Quote | null): Line {
  const first = supports.find((s) => s.article === shownQuote?.article && sameWords(s.span, shownQuote)) ?? supports[0];
  if (first === undefined) return line(null, [], []);
  const others = onePerArticle(supports.filter((s) => s.article !== first.article));
  const said = sameWords(first.span, shownQuote)
    ? [t.cite(first.span)]
    : [phrase(": "), ...likest(t, first.span, shownQuote, 120)];
  const parts = [
    ...published(t, first.span),
    ...onWord(t, origin, first),
    ...partly(first),
    ...(first.takenBack ? [phrase(" (taken back since)")] : []),
    ...said,
    ...alsoIn(t, others),
  ];
  return line(null, [], parts);
}

/** Of a report in other words, the part that has most of the claim's words: a long clause may begin with something else. */
function likest(t: Telling, span: Quote, claim: Quote | null, limit: number): Part[] {
  const wanted = new Set(foldWords(claim?.text ?? "").split(" "));
  const all = span.text.length > limit ? [...span.text.matchAll(/[\p{L}\p{N}]+/gu)] : [];
  const found = all.filter(([word]) => wanted.has(foldWords(word)));
  const near = (from: number): number =>
    new Set(found.flatMap(({ 0: word, index }) => (index >= from && index < from + limit * 0.8 ? [word] : []))).size;
  const begin = found.reduce((best, { index }) => (near(index) > near(best) ? index : best), 0);
  const place = standalone(t, span);
  // What would not be reached from the beginning of its sentence is begun with.
  const isFar = span.start + begin > place.start && span.end - place.start > limit;
  return quoted(t, place, limit, isFar ? span.start + begin + limit / 2 - 1 : span.start);
}

/** The same text, or one holds the other in the same place. */
function sameWords(a: Quote, b: Quote | null): boolean {
  if (b === null || a.text === b.text) return b !== null;
  const inside = (x: Quote, y: Quote): boolean => x.start <= y.start && y.end <= x.end;
  return a.article === b.article && (inside(a, b) || inside(b, a));
}

/** On whose word: the speaker it is reported from, or the informant that several articles share. */
function onWord(t: Telling, origin: string, support: ReportSupport): Part[] {
  const who = support.speaker ?? t.informant(origin) ?? null;
  if (who === null && support.statement !== null) return [phrase(", citing someone unnamed")];
  if (who === null || !isSomebody(who)) return [];
  return [phrase(", citing "), name(who), ...(support.interested ? [phrase(" (interested party)")] : [])];
}

const partly = (s: ReportSupport): Part[] => (s.partial ? [phrase(" (in part)")] : []);

export function onePerArticle<T extends { readonly article: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter((s) => !seen.has(s.article) && seen.add(s.article));
}

/** "; also in A [3], B [4] and 2 more". */
export function alsoIn(
  t: Telling,
  others: readonly { readonly article: string; readonly span: Quote }[],
  limit = 2,
): Part[] {
  const { shown, left } = bounded(others, limit);
  if (shown.length === 0) return [];
  const list = shown.map((s) => [name(t.article(s.article)?.label ?? s.article, s.article), t.cite(s.span)]);
  return [
    phrase("; also in "),
    ...joined(list, ", "),
    ...(left > 0 ? [phrase(" and "), ...counted(left, " more", " more")] : []),
  ];
}

/** A claim: how well it stands, in which words, on what it rests. */
export function claimLine(t: Telling, claim: ReportClaim, lead: readonly Part[], limit = 3): Line {
  const { parts, lines } = told(t, claim, limit);
  return line(claim.id, lead, parts, lines);
}
