import type { CommitmentStatus } from "../../model/index.js";
import type { Line, Section } from "../brief.js";
import { append } from "../copies.js";
import { type LedgerStep, ledgerOf } from "../ledger.js";
import type { Phrase } from "../phrases.js";
import { compare } from "../records.js";
import type { ReportFigure, ReportFigureReport } from "../report.js";
import { foldWords } from "../words.js";
import { isToldCommitment } from "../worth.js";
import { alsoIn, onePerArticle } from "./claims.js";
import { firstNew } from "./distinct.js";
import {
  bounded,
  counted,
  date,
  day,
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
import { section } from "./section.js";
import { isNounPhrase } from "./syntax.js";

/** How far a commitment has come, as it is printed. */
export const statuses: Readonly<Record<CommitmentStatus, Phrase>> = {
  requested: "requested",
  demanded: "demanded",
  offered: "offered",
  promised: "promised",
  threatened: "threatened",
  announced: "announced",
  signed: "signed",
  "in-force": "in force",
  delivered: "delivered",
  refused: "refused",
  broken: "broken",
  expired: "expired",
  denied: "denied",
};

type Step = LedgerStep;

/** Commitments, each with its steps in the order of time. */
export function commitments(t: Telling): Section {
  const all = ledgerOf(t.records, t.party, (c) => isToldCommitment(c, t.party)).map(({ steps }) => steps);
  const ledgers = all
    .map((list) => ({ list, first: list[0]?.at.id ?? "", heft: heft(t, list) }))
    .sort((a, b) => b.heft - a.heft || compare(a.first, b.first))
    .map(({ list }) => list);
  const shown = firstNew(ledgers, (list) => list.map((s) => standalone(t, s.at.span).text).join(" "), 6);
  const told = shown.reduce((sum, list) => sum + list.length, 0);
  return section("commitments", "Commitments", {
    note: [phrase("What was asked, offered, promised, signed, delivered or refused, and how it went on.")],
    lines: shown.map((list) => ledger(t, list)),
    left: t.records.commitments.length - told,
    command: "hearsay commitments",
  });
}

/** Named parties before unnamed ones, then how far it went on and how many origins tell of it. */
function heft(t: Telling, list: readonly Step[]): number {
  const reports = list.flatMap((s) => [s.at, ...s.copies]);
  const known = Math.max(...reports.map((c) => Number(c.by !== null) * 2 + Number(c.to !== null)));
  const origins = new Set(reports.map((c) => t.originOf(c.article))).size;
  return known * 3 + Math.min(list.length, 6) + origins * 2;
}

/** Several steps of the same parties under their names; a single step by itself. */
function ledger(t: Telling, list: readonly Step[]): Line {
  const order = list;
  const { shown, left } = bounded(order, 3);
  const first = order[0]?.at;
  const acting = new Set(order.map((s) => t.party(s.at.by)));
  const lines = shown.map((s) => stepLine(t, s, acting.size > 1));
  if (lines.length === 1 && lines[0] !== undefined) return lines[0];
  const by = first?.by == null ? [phrase("someone unnamed")] : [name(first.by)];
  const to = first?.to == null ? [] : [phrase(acting.size > 1 ? " and " : " → "), name(first.to)];
  const course = [...new Set(order.map((s) => s.at.status))].map((s) => [phrase(statuses[s])]);
  const rest = left === 0 ? [] : [line(null, [], [phrase("and "), ...counted(left, " more step", " more steps")])];
  return line(null, [...by, ...to], joined(course, " → "), [...lines, ...rest]);
}

function stepLine(t: Telling, { at, copies }: Step, mutual: boolean): Line {
  const when = at.when === null ? [] : [date(at.when), phrase(" · ")];
  const others = onePerArticle(copies.filter((c) => c.article !== at.article));
  const place = standalone(t, at.span);
  const apart = at.condition !== null && !(place.start <= at.condition.start && at.condition.end <= place.end);
  const condition = apart && at.condition !== null ? [phrase("; on condition: "), ...quoted(t, at.condition, 120)] : [];
  const parts = [
    phrase(": "),
    ...quoted(t, place, 170, at.span.start),
    ...condition,
    phrase(" — "),
    ...published(t, at.span),
    ...alsoIn(t, others),
  ];
  const told = ` ${foldWords(place.text)} `;
  const named = at.by !== null && (mutual || !told.includes(` ${foldWords(at.by)} `));
  const by = named && at.by !== null ? [phrase(", by "), name(at.by)] : [];
  return line(at.id, [...when, phrase(statuses[at.status]), ...by], parts);
}

/** Quantities as they were reported over time; those that several origins give or that have several values. */
export function figures(t: Telling): Section {
  const values = (f: ReportFigure): number => new Set(f.reports.map((r) => `${r.min} ${r.max}`)).size;
  const origins = (f: ReportFigure): number => new Set(f.reports.map((r) => r.origin)).size;
  const list = t.records.figures
    .filter((f) => isTelling(f) && isNamed(t, f))
    .sort((a, b) => values(b) - values(a) || origins(b) - origins(a) || compare(a.id, b.id));
  const several = list.filter((f) => values(f) > 1 || origins(f) > 1);
  const { shown } = bounded(several.length > 0 ? several : list, 4);
  return section("figures", "Figures over time", {
    note: [phrase("Each value with the day it is given for and the outlet that first gave it.")],
    lines: shown.map((f) => figureLine(t, f)),
    left: t.records.figures.length - shown.length,
    command: "hearsay figures",
  });
}

/** "One gate" and "two countries" are seldom what a reader looks for. */
const isTelling = (f: ReportFigure): boolean =>
  f.unit !== null || f.reports.some((r) => r.exact && (r.max === null || r.max > 2)) || spread(f) > 1;

/** How many articles give it with different values. */
const spread = (f: ReportFigure): number =>
  new Set(f.reports.map((r) => `${r.min} ${r.max}`)).size > 1 ? new Set(f.reports.map((r) => r.article)).size : 1;

/** What is counted has a name: a noun with what belongs to it, and not the unit alone. */
function isNamed(t: Telling, { of, unit, reports }: ReportFigure): boolean {
  if (of === unit || !/^\p{L}|^\p{N}/u.test(of) || foldWords(of).split(" ").length > 6) return false;
  for (const { span } of reports) {
    const sentence = t.sentenceOf(span);
    const at = sentence.text.indexOf(of);
    if (at < 0) continue;
    const start = sentence.start + at;
    const wording = t.wording({ article: span.article, start, end: start + of.length, text: of });
    if (wording !== null) return isNounPhrase(wording);
  }
  return true;
}

function figureLine(t: Telling, figure: ReportFigure): Line {
  const byValue = new Map<string, ReportFigureReport[]>();
  const printedOn = (r: ReportFigureReport): string => publishedKey(t, r.span);
  const asOf = (r: ReportFigureReport): string => r.asOf ?? printedOn(r);
  const reports = [...figure.reports].sort(
    (a, b) =>
      compare(asOf(a), asOf(b)) ||
      compare(printedOn(a), printedOn(b)) ||
      compare(a.article, b.article) ||
      a.span.start - b.span.start,
  );
  for (const report of reports) append(byValue, `${report.min} ${report.max}`, report);
  const { shown, left } = bounded([...byValue.values()], 5);
  const lines = shown.flatMap((group) => (group[0] === undefined ? [] : [valueLine(t, group[0], group.slice(1))]));
  const rest = left === 0 ? [] : [line(null, [], [phrase("and "), ...counted(left, " more value", " more values")])];
  const unit = figure.unit === null ? [] : [phrase(" ("), name(figure.unit), phrase(")")];
  return line(figure.id, [name(figure.of), ...unit], [], [...lines, ...rest]);
}

function valueLine(t: Telling, first: ReportFigureReport, later: readonly ReportFigureReport[]): Line {
  const when = first.asOf === null ? [] : [day(first.asOf), phrase(": ")];
  const origins = new Set([first, ...later].map((r) => r.origin)).size;
  const others = onePerArticle(later.filter((r) => r.article !== first.article));
  const count = [phrase(" ("), ...counted(origins, " origin", " origins"), phrase(")")];
  return line(null, when, [
    ...quoted(t, first.span, 80),
    phrase(" — "),
    ...published(t, first.span),
    ...count,
    ...alsoIn(t, others),
  ]);
}
