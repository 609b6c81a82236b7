import "./overview.css";
import type { SectionId } from "hearsay";
import { useMemo } from "react";
import { useRoute, viewHref } from "../../app/navigate.js";
import { type StoryHead, useHead, useLineage } from "../../data/story.js";
import { BriefLine } from "../../parts/brief-line.js";
import { saySpan } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { CoverageChart } from "./coverage.js";
import { coverage, sectionOf, seenIds } from "./model.js";
import { useLastVisit } from "./visit.js";

/** The story at a glance; every line is a door to its words. */
export default function Overview() {
  const head = useHead();
  if (head.value === undefined) return head.problem ? <Failed problem={head.problem} /> : <Loading lines={10} />;
  if (head.value.summary.articles === 0) {
    return (
      <Empty title="This story has no articles yet">
        <p>Add what has been reported about it: files, addresses, or pasted text.</p>
        <a className="button main" href={viewHref("add")}>
          Add articles
        </a>
      </Empty>
    );
  }
  return <Filled head={head.value} />;
}

function Filled({ head }: { readonly head: StoryHead }) {
  const story = useRoute().story ?? "";
  const lineage = useLineage();
  const articles = lineage.value?.articles;
  const ids = useMemo(() => (articles === undefined ? [] : seenIds(articles, head.brief)), [articles, head.brief]);
  const before = useLastVisit(story, ids);
  const covered = useMemo(() => coverage(articles ?? [], lineage.value?.origins ?? []), [articles, lineage.value]);
  const { summary } = head;
  return (
    <>
      <header className="view-head overview-head">
        <h1>{head.name}</h1>
        <p className="soft">
          {summary.articles.toLocaleString("en-GB")} {summary.articles === 1 ? "article" : "articles"} from{" "}
          {summary.outlets} named {summary.outlets === 1 ? "outlet" : "outlets"} ·{" "}
          <b>
            {summary.origins} independent {summary.origins === 1 ? "origin" : "origins"}
          </b>
          {summary.period !== null && ` · ${saySpan(summary.period)}`}
        </p>
      </header>
      <div className="view-body">
        <Tallies summary={summary} />
        <div className="overview-grid">
          <div>
            <Section
              head={head}
              id="contradicted"
              title="Contested"
              standing="contradicted"
              before={before}
              most={6}
              deep
            />
            <Section
              head={head}
              id="established"
              title="Established"
              standing="corroborated"
              before={before}
              most={8}
            />
            <Section head={head} id="changed" title="What changed" standing="revised" before={before} most={5} deep />
          </div>
          <div>
            <section className="overview-section">
              <div className="row">
                <h2 className="grow">Coverage over time</h2>
                {covered.bins.length > 0 && (
                  <ExportMenu
                    table="articles"
                    picture={{ name: "coverage", svg: () => document.querySelector<SVGSVGElement>(".chart") }}
                  />
                )}
              </div>
              {lineage.value === undefined ? <div className="coverage-space" /> : <CoverageChart {...covered} />}
            </section>
            <NewOnes before={before} ids={ids} />
            <Section head={head} id="echoes" title="Only echoed" standing="echoed" before={before} most={5} />
            <Section head={head} id="voices" title="Who matters" view="statements" before={before} most={6} />
            <Diagnostics head={head} />
          </div>
        </div>
      </div>
    </>
  );
}

const tallies = [
  ["corroborated", "established", "corroborated"],
  ["contradicted", "contested", "contradicted"],
  ["revised", "revised", "revised"],
  ["echoed", "only echoed", "echoed"],
  ["singleOrigin", "from one report", "single-origin"],
] as const;

function Tallies({ summary }: { readonly summary: StoryHead["summary"] }) {
  return (
    <ul className="tallies">
      {tallies.map(([key, label, standing]) => (
        <li key={key}>
          <a className={`tally ${standing}`} href={viewHref("claims", null, { standing })}>
            <b className="nums">{summary[key].toLocaleString("en-GB")}</b> {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface SectionProps {
  readonly head: StoryHead;
  readonly id: SectionId;
  readonly title: string;
  readonly standing?: string;
  readonly view?: string;
  readonly before: ReadonlySet<string> | null;
  readonly most: number;
  readonly deep?: boolean;
}

function Section({ head, id, title, standing, view = "claims", before, most, deep = false }: SectionProps) {
  const { lines, total } = sectionOf(head.brief, id);
  if (lines.length === 0) return null;
  const href = viewHref(view, null, standing === undefined ? {} : { standing });
  return (
    <section className={`overview-section ${standing ?? ""}`}>
      <h2>
        <a href={href}>{title}</a>
      </h2>
      <ul className="lines">
        {lines.slice(0, most).map((line, i) => (
          <li key={line.about ?? i}>
            <BriefLine
              line={line}
              deep={deep}
              isNew={before !== null && line.about !== null && !before.has(line.about)}
              {...(id === "voices" && {
                head: viewHref("statements", null, { who: line.lead.map((p) => p.text).join("") }),
              })}
            />
          </li>
        ))}
      </ul>
      {total > most && (
        <a className="small more" href={href}>
          All {total}
        </a>
      )}
    </section>
  );
}

function NewOnes({ before, ids }: { readonly before: ReadonlySet<string> | null; readonly ids: readonly string[] }) {
  if (before === null) return null;
  const fresh = ids.filter((id) => !before.has(id));
  const articles = fresh.filter((id) => id.startsWith("a-")).length;
  return (
    <section className="overview-section">
      <h2>Since your last visit</h2>
      {fresh.length === 0 ? (
        <p className="soft">Nothing new.</p>
      ) : (
        <p>
          <a href={viewHref("articles", null, { new: "1" })}>
            {articles} new {articles === 1 ? "article" : "articles"}
          </a>
          , {fresh.length - articles} new lines; they are marked <span className="badge new">new</span>
        </p>
      )}
    </section>
  );
}

function Diagnostics({ head }: { readonly head: StoryHead }) {
  const bad = head.diagnostics.filter((d) => d.severity !== "info");
  if (bad.length === 0) return null;
  return (
    <section className="overview-section">
      <h2>
        <a href={viewHref("add")}>What could not be read</a>
      </h2>
      <ul className="lines">
        {bad.slice(0, 4).map((d) => (
          <li key={`${d.code}${d.file}${d.article}`}>
            <p className="line-lead">{d.file ?? d.article ?? d.stage}</p>
            <p>{d.message}</p>
            {d.remedy !== undefined && <p className="soft">{d.remedy}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
