import "./commitments.css";
import type { ReportCommitment } from "hearsay";
import { useDeferredValue } from "react";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { useRows } from "../../data/story.js";
import type { Paged } from "../../data/use.js";
import { saySpan } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { ArticleName } from "../../parts/words.js";
import { stages } from "./model.js";

/** So many cards a column has at first. */
const most = 25;

/** What was asked, offered, promised, threatened, agreed, delivered, refused: a column a stage. */
export default function Commitments() {
  const { params } = useRoute();
  const who = params.who ?? "";
  const columns = useColumns(who);
  const waiting = columns.some(({ rows }) => rows.value === undefined);
  const problem = columns.find(({ rows }) => rows.problem !== null)?.rows.problem ?? null;
  const filled = columns.filter(({ rows }) => rows.total > 0);
  return (
    <>
      <header className="view-head">
        <h1>Commitments</h1>
        <input
          type="search"
          className="field board-who"
          aria-label="By or to whom"
          placeholder="By or to whom"
          value={who}
          onChange={(event) => setParams({ who: event.target.value }, true)}
        />
        <ExportMenu table="commitments" filters={{ who }} />
      </header>
      {waiting ? (
        problem === null ? (
          <Loading lines={10} />
        ) : (
          <Failed problem={problem} />
        )
      ) : filled.length === 0 ? (
        <Empty title={who === "" ? "Nothing was promised, asked for or refused" : "Nothing of theirs is on record"} />
      ) : (
        <div className="board" tabIndex={0} role="region" aria-label="Commitments by stage">
          {filled.map(({ name, rows }) => (
            <Column key={name} name={name} rows={rows} />
          ))}
        </div>
      )}
    </>
  );
}

interface BoardColumn {
  readonly name: string;
  readonly rows: Paged<ReportCommitment>;
}

/** A list a stage, each fetched as far as it is looked at. */
function useColumns(who: string): readonly BoardColumn[] {
  const late = useDeferredValue(who);
  return stages.map(([name, type]) => ({
    name,
    // biome-ignore lint/correctness/useHookAtTopLevel: there are always the same stages
    rows: useRows("GET /stories/{s}/commitments", { who: late, type, sort: "when" }, most),
  }));
}

function Column({ name, rows }: BoardColumn) {
  return (
    <section aria-label={name}>
      <h2>
        {name} <span className="soft small nums">{rows.total.toLocaleString("en-GB")}</span>
      </h2>
      <ul>
        {(rows.value ?? []).map((c) => (
          <Card key={c.id} commitment={c} />
        ))}
      </ul>
      {rows.more !== null && (
        <button type="button" className="button" onClick={rows.more}>
          More
        </button>
      )}
    </section>
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
