import "./commitments.css";
import type { ReportCommitment } from "hearsay";
import { useMemo } from "react";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { useAll } from "../../data/story.js";
import { saySpan } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { ArticleName } from "../../parts/words.js";
import { boardOf } from "./model.js";

/** What was asked, offered, promised, threatened, agreed, delivered, refused: a column a stage. */
export default function Commitments() {
  const { params } = useRoute();
  const query = { who: params.who };
  const loaded = useAll<ReportCommitment>("/commitments", query, 2000);
  const columns = useMemo(() => boardOf(loaded.value ?? []), [loaded.value]);
  return (
    <>
      <header className="view-head">
        <h1>Commitments</h1>
        <input
          type="search"
          className="field board-who"
          aria-label="By or to whom"
          placeholder="By or to whom"
          value={params.who ?? ""}
          onChange={(event) => setParams({ who: event.target.value }, true)}
        />
        <ExportMenu table="commitments" filters={query} />
      </header>
      {loaded.value === undefined ? (
        loaded.problem ? (
          <Failed problem={loaded.problem} />
        ) : (
          <Loading lines={10} />
        )
      ) : loaded.value.length === 0 ? (
        <Empty title={params.who ? "Nothing of theirs is on record" : "Nothing was promised, asked for or refused"} />
      ) : (
        <div className="board" tabIndex={0} role="region" aria-label="Commitments by stage">
          {columns.map((column) => (
            <section key={column.name} aria-label={column.name}>
              <h2>
                {column.name} <span className="soft small nums">{column.rows.length}</span>
              </h2>
              <ul>
                {column.rows.slice(0, 60).map((c) => (
                  <Card key={c.id} commitment={c} />
                ))}
              </ul>
              {column.rows.length > 60 && (
                <p className="soft small">and {column.rows.length - 60} more: narrow by name</p>
              )}
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function Card({ commitment: c }: { readonly commitment: ReportCommitment }) {
  const open = `${c.article}/${c.id}`;
  const selected = useRoute().params.open === open;
  return (
    <li className={`card board-card${selected ? " selected" : ""}`}>
      <p className="small">
        <b>{c.by ?? "somebody"}</b>
        {c.to !== null && <span className="soft"> → {c.to}</span>}
      </p>
      <a className="words quote-link" href={openHref(open)}>
        {c.span.text}
      </a>
      <p className="small soft">
        {c.status} · {saySpan(c.when)}
        {c.condition !== null && <> · if “{c.condition.text}”</>}
      </p>
      <p className="small">
        <ArticleName id={c.article} />
      </p>
    </li>
  );
}
