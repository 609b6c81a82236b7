import "./reader.css";
import type { ReportDerivation } from "hearsay";
import { useMemo } from "react";
import { setParams, useRoute, viewHref } from "../../app/navigate.js";
import { type MarkedArticle, useArticle, useRows } from "../../data/story.js";
import { sayDate } from "../../parts/dates.js";
import { PickButton } from "../../parts/pick.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { ArticleName } from "../../parts/words.js";
import { EvidenceTable } from "./evidence.js";
import { firstLayers, layersOf, sharedMarks } from "./model.js";
import { OutletRating } from "./rating.js";
import { MarkedText } from "./text.js";

/** An article with everything found in it marked; from any mark to its record and back. */
export default function Reader() {
  const { id } = useRoute();
  const loaded = useArticle(id);
  if (loaded.value !== undefined) return <Read key={id} article={loaded.value} />;
  if (loaded.problem?.status === 404) return <Empty title="No such article in this story" />;
  return loaded.problem ? <Failed problem={loaded.problem} /> : <Loading lines={14} />;
}

/** So many articles that it comes from or that come from it are named; the lineage has them all. */
const mostShown = 60;
const nothing: readonly ReportDerivation[] = [];

function Read({ article }: { readonly article: MarkedArticle }) {
  const { params } = useRoute();
  const derived = useRows("GET /stories/{s}/derivations", { article: article.id }, mostShown);
  const derivations = derived.value ?? nothing;
  const marks = useMemo(() => [...article.marks, ...sharedMarks(article.id, derivations)], [article, derivations]);
  const layers = layersOf(marks);
  const on = new Set(params.layers === undefined ? firstLayers : params.layers.split(" "));
  const toggle = (kind: string): void => {
    const next = on.has(kind) ? [...on].filter((k) => k !== kind) : [...on, kind];
    setParams({ layers: next.length === 0 ? "none" : next.join(" ") }, true);
  };
  const removed = params.removed === "1";
  return (
    <article className="reader">
      <header className="reader-head">
        <p className="soft small">
          <a href={viewHref("articles")}>Articles</a> / {article.label}
        </p>
        <h1>{article.title}</h1>
        <p className="row">
          <b>{article.outlet ?? "no outlet named"}</b>
          {article.outlet !== null && <OutletRating outlet={article.outlet} />}
          {article.authors.length > 0 && <span>{article.authors.join(", ")}</span>}
          <span className="soft">{sayDate(article.published)}</span>
          <PickButton kind="article" id={article.id} words={article.title} />
        </p>
        <Descent article={article} derivations={derivations} more={derived.total - derivations.length} />
        <details className="small">
          <summary>Where title, authors and dates come from</summary>
          <EvidenceTable article={article} />
        </details>
        <div className="chips reader-layers" role="group" aria-label="What is marked">
          {layers.map((l) => (
            <button
              type="button"
              key={l.kind}
              className={`chip layer-chip layer-${l.kind}`}
              aria-pressed={on.has(l.kind)}
              onClick={() => toggle(l.kind)}
            >
              {l.name} <span className="nums">{l.count}</span>
            </button>
          ))}
          {article.removed.length > 0 && (
            <button
              type="button"
              className="chip"
              aria-pressed={removed}
              onClick={() => setParams({ removed: removed ? null : "1" }, true)}
            >
              removed <span className="nums">{article.removed.length}</span>
            </button>
          )}
        </div>
      </header>
      {article.text === "" ? (
        <Empty title="Nothing of this article was prose">
          <p>Everything in it was set aside. “Removed” above shows what, and why.</p>
        </Empty>
      ) : null}
      <MarkedText article={article} marks={marks.filter((m) => on.has(m.kind))} removed={removed} />
    </article>
  );
}

interface DescentProps {
  readonly article: MarkedArticle;
  readonly derivations: readonly ReportDerivation[];
  /** So many more there are. */
  readonly more: number;
}

/** What it comes from, and what comes from it. */
function Descent({ article, derivations, more }: DescentProps) {
  const from = derivations.filter((d) => d.derived === article.id);
  const into = derivations.filter((d) => d.source === article.id);
  if (from.length + into.length === 0) return null;
  return (
    <ul className="descent small">
      {from.map((d) => (
        <li key={`${d.source ?? d.outlet}`}>
          <span className="soft">{d.kind === "cites" ? "cites" : `${d.kind} of`}</span>{" "}
          {d.source === null ? `${d.outlet} (not in the story)` : <ArticleName id={d.source} />}
          {d.source !== null && <a href={viewHref("compare", `${d.source}~${d.derived}`)}>side by side</a>}
        </li>
      ))}
      {into.map((d) => (
        <li key={d.derived}>
          <span className="soft">{d.kind === "cites" ? "cited by" : `its ${d.kind}:`}</span>{" "}
          <ArticleName id={d.derived} />
          <a href={viewHref("compare", `${d.source}~${d.derived}`)}>side by side</a>
        </li>
      ))}
      {more > 0 && (
        <li>
          <a href={viewHref("lineage", null, article.origin === null ? {} : { origin: article.origin })}>
            and {more.toLocaleString("en-GB")} more
          </a>
        </li>
      )}
    </ul>
  );
}
