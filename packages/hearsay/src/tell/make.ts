import type { Interval, Story } from "../model/index.js";
import { causal } from "./brief/causal.js";
import { changed, contradicted } from "./brief/disagreement.js";
import { gaps, summary } from "./brief/frame.js";
import { happenings } from "./brief/happenings.js";
import { commitments, figures } from "./brief/ledger.js";
import { sources } from "./brief/lineage.js";
import { movements } from "./brief/movements.js";
import { type Records, type Telling, telling } from "./brief/parts.js";
import { echoes, established, single } from "./brief/standing.js";
import { voices } from "./brief/voices.js";
import type { Brief } from "./brief.js";
import {
  compare,
  cutter,
  reportArticles,
  reportCause,
  reportCommitment,
  reportEvent,
  reportFigure,
  reportOrigins,
  reportPosition,
  reportStatement,
} from "./records.js";
import { remarks } from "./remarks.js";
import type { Report, ReportArticle, Summary } from "./report.js";
import { timeline } from "./timeline.js";

/** The sections in reading order; references are numbered in this order. One with nothing to tell can stay away. */
const sections: readonly ((t: Telling) => Brief["sections"][number] | null)[] = [
  summary,
  established,
  contradicted,
  changed,
  echoes,
  single,
  voices,
  happenings,
  commitments,
  movements,
  figures,
  causal,
  sources,
  gaps,
];

/**
 * The report of a story: its records in their public shape, and the brief written from them.
 * A record whose words are not where it says they are is left out with a `tell.span` diagnostic.
 */
export function makeReport(story: Story): Report {
  const records = makeRecords(story);
  const t = telling(records, new Map(story.annotations.map((a) => [a.article, a.sentences])));
  const shown = records.articles.length === 0 ? [summary, gaps] : sections;
  const brief = { sections: shown.flatMap((make) => make(t) ?? []) };
  return { ...records, brief, references: t.references };
}

function makeRecords(story: Story): Records {
  const articles = reportArticles(story);
  const { cut, each, diagnostics } = cutter(story.articles);
  const { claims, entities, entityOf, figures: counted, positions } = story.weighing;
  const { derivations, circles } = story.lineage;
  const all = [...story.extractions].sort((a, b) => compare(a.article, b.article));
  const events = each(
    all.flatMap((x) => x.events),
    (e) => reportEvent(e, cut, entityOf),
  );
  const found = {
    statements: each(
      all.flatMap((x) => x.statements),
      (s) => reportStatement(s, cut, entityOf),
    ),
    commitments: each(
      all.flatMap((x) => x.commitments),
      (c) => reportCommitment(c, cut),
    ),
    causes: each(
      all.flatMap((x) => x.causes),
      (c) => reportCause(c, cut),
    ),
    figures: each(counted, (f) => reportFigure(f, cut)),
    positions: each(positions, (p) => reportPosition(p, cut)),
  };
  const origins = reportOrigins(story.lineage.origins, articles);
  return {
    format: "hearsay-report",
    version: 1,
    story: { name: story.name },
    summary: summarise(articles, origins.length, claims),
    articles,
    versions: story.versions,
    derivations,
    origins,
    circles,
    entities,
    events,
    timeline: timeline({ events, claims, articles, derivations }),
    claims,
    ...found,
    remarks: remarks({ statements: found.statements, articles, derivations }),
    judgements: story.judgements,
    diagnostics: [...story.diagnostics, ...diagnostics],
  };
}

function summarise(articles: readonly ReportArticle[], origins: number, claims: Report["claims"]): Summary {
  const having = (verdict: string): number => claims.filter((c) => c.verdict === verdict).length;
  const removed = articles.flatMap((a) => a.removed);
  return {
    articles: articles.length,
    outlets: new Set(articles.flatMap((a) => a.outlet ?? [])).size,
    origins,
    period: period(articles),
    corroborated: having("corroborated"),
    contradicted: having("contradicted"),
    revised: having("revised"),
    echoed: claims.filter((c) => c.looksCorroborated).length,
    singleOrigin: claims.filter((c) => c.verdict === "single-origin" && !c.looksCorroborated).length,
    removedPassages: removed.length,
    removedCharacters: removed.reduce((sum, r) => sum + r.text.length, 0),
  };
}

/** By day; from the earliest to the latest stated date of publication. */
function period(articles: readonly ReportArticle[]): Interval | null {
  const days = articles.flatMap((a) => (a.published === null ? [] : [a.published.slice(0, 10)])).sort(compare);
  const [earliest, latest] = [days[0], days.at(-1)];
  return earliest === undefined || latest === undefined ? null : { earliest, latest };
}
