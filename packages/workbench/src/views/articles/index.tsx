import "./articles.css";
import { useMemo } from "react";
import { setParams, useRoute, viewHref } from "../../app/navigate.js";
import { type ArticleRow, useHead, useLineage } from "../../data/story.js";
import { sayShort } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { useLastVisit } from "../overview/visit.js";
import { filterArticles, sortArticles } from "./model.js";

const nothing: readonly string[] = [];

/** Every article: where it comes from, and the way into its words. */
export default function Articles() {
  const { story, params } = useRoute();
  const lineage = useLineage();
  const before = useLastVisit(story ?? "", nothing);
  const { q = "", since = "", until = "", outlet = "" } = params;
  const rows = useMemo(
    () =>
      sortArticles(
        filterArticles(lineage.value?.articles ?? [], {
          q,
          since,
          until,
          outlet,
          fresh: params.new === "1" ? before : null,
        }),
        params.sort,
      ),
    [lineage.value, q, since, until, outlet, params.new, params.sort, before],
  );
  const how = useMemo(
    () => new Map((lineage.value?.derivations ?? []).filter((d) => d.kind !== "cites").map((d) => [d.derived, d.kind])),
    [lineage.value],
  );
  const versions = useHead().value?.versions.length ?? 0;
  const filtered = q !== "" || since !== "" || until !== "" || outlet !== "" || params.new === "1";
  return (
    <>
      <header className="view-head">
        <h1>Articles</h1>
        {versions > 0 && <span className="soft small">{versions} earlier versions kept</span>}
        <ExportMenu table="articles" filters={{ q, since, until, outlet }} />
      </header>
      <div className="view-body toolbar">
        <input
          type="search"
          className="field"
          aria-label="Title or outlet"
          placeholder="Title or outlet"
          value={q}
          onChange={(event) => setParams({ q: event.target.value }, true)}
        />
        <select
          className="field"
          aria-label="Order"
          value={params.sort ?? ""}
          onChange={(event) => setParams({ sort: event.target.value })}
        >
          <option value="">newest first</option>
          <option value="oldest">oldest first</option>
          <option value="outlet">by outlet</option>
        </select>
        {(since !== "" || until !== "") && (
          <button
            type="button"
            className="chip"
            aria-pressed="true"
            onClick={() => setParams({ since: null, until: null })}
          >
            {since === until ? sayShort(since) : `${sayShort(since)} – ${sayShort(until)}`} ✕
          </button>
        )}
        {params.new === "1" && (
          <button type="button" className="chip" aria-pressed="true" onClick={() => setParams({ new: null })}>
            new since the last visit ✕
          </button>
        )}
        <span className="soft small">
          {lineage.value !== undefined &&
            `${rows.length.toLocaleString("en-GB")} of ${lineage.value.articles.length.toLocaleString("en-GB")}`}
        </span>
      </div>
      <div className="view-fill card">
        {lineage.value === undefined ? (
          lineage.problem ? (
            <Failed problem={lineage.problem} />
          ) : (
            <Loading lines={12} />
          )
        ) : rows.length === 0 ? (
          <Empty title={filtered ? "No article is like that" : "No articles yet"}>
            {filtered ? (
              <button
                type="button"
                className="button"
                onClick={() => setParams({ q: null, since: null, until: null, outlet: null, new: null })}
              >
                Take all filters away
              </button>
            ) : (
              <a className="button main" href={viewHref("add")}>
                Add articles
              </a>
            )}
          </Empty>
        ) : (
          <VirtualList
            rows={rows}
            keyOf={(a) => a.id}
            height={58}
            label="Articles"
            render={(a) => <Row article={a} kind={how.get(a.id)} />}
          />
        )}
      </div>
    </>
  );
}

function Row({ article, kind }: { readonly article: ArticleRow; readonly kind: string | undefined }) {
  return (
    <div className="article-row">
      <a className="serif one-line" href={viewHref("article", article.id)}>
        {article.title || article.file}
      </a>
      <span className={`badge ${kind === undefined ? "" : "echoed"}`}>{kind ?? "origin"}</span>
      <span className="soft small one-line">
        {article.label}
        {article.authors.length > 0 && ` · ${article.authors.join(", ")}`}
        {article.agency !== null && ` · ${article.agency}`}
      </span>
      <span className="soft small nums">{sayShort(article.published)}</span>
    </div>
  );
}
