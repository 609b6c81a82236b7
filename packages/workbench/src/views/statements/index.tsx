import "./statements.css";
import type { ReportStatement } from "hearsay";
import { useDeferredValue } from "react";
import { openHref, setParams, useRoute, viewHref } from "../../app/navigate.js";
import { useRows, useStory } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty } from "../../parts/state.js";
import { PagedList } from "../../parts/virtual-list.js";
import { ArticleName } from "../../parts/words.js";
import { sayAffiliation, sayTone, speakerName } from "./model.js";

const kinds = ["direct", "indirect", "mixed"] as const;

/** Who said what, each in its own words. */
export default function Statements() {
  const { params } = useRoute();
  const { side = "", type = "", since = "", until = "" } = params;
  const late = useDeferredValue(params);
  const { who = "", affiliation = "", q = "", outlet = "" } = late;
  const query = { who, affiliation, side, q, type, since, until, outlet };
  const sides = useStory("GET /stories/{s}/sides").value ?? [];
  const paged = useRows("GET /stories/{s}/statements", query);
  const filtered = Object.values(query).some((v) => v !== "");
  const field = (name: string, label: string) => (
    <input
      type="search"
      className="field"
      aria-label={label}
      placeholder={label}
      value={params[name] ?? ""}
      onChange={(event) => setParams({ [name]: event.target.value }, true)}
    />
  );
  const day = (name: string, label: string) => (
    <label className="row small soft">
      {label}
      <input
        type="date"
        className="field day"
        value={params[name] ?? ""}
        onChange={(event) => setParams({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <>
      <header className="view-head">
        <h1>Statements</h1>
        <span className="soft small" aria-live="polite">
          {paged.value !== undefined && `${paged.total.toLocaleString("en-GB")} ${filtered ? "found" : "in all"}`}
        </span>
        <ExportMenu table="statements" filters={query} />
      </header>
      <div className="view-body toolbar statement-bar">
        {field("who", "Who or role")}
        {field("affiliation", "Speaks for")}
        <select
          className="field"
          aria-label="Side"
          value={side}
          onChange={(event) => setParams({ side: event.target.value })}
        >
          <option value="">every side</option>
          {side !== "" && sides.every(({ name }) => name !== side) && <option>{side}</option>}
          {sides.map(({ name, statements }) => (
            <option key={name} value={name}>
              {name} ({statements})
            </option>
          ))}
        </select>
        {field("q", "Words")}
        {field("outlet", "Outlet")}
        <select
          className="field"
          aria-label="Kind"
          value={type}
          onChange={(event) => setParams({ type: event.target.value })}
        >
          <option value="">every kind</option>
          {kinds.map((k) => (
            <option key={k}>{k}</option>
          ))}
        </select>
        {day("since", "from")}
        {day("until", "to")}
      </div>
      <div className="view-fill card">
        <PagedList
          paged={paged}
          keyOf={(s) => s.id}
          height={92}
          label="Statements"
          render={(s) => <StatementRow statement={s} />}
          empty={
            <Empty title={filtered ? "Nobody said anything like that" : "Nobody is quoted in this story yet"}>
              {filtered && (
                <button
                  type="button"
                  className="button"
                  onClick={() => setParams(Object.fromEntries(Object.keys(query).map((name) => [name, null])))}
                >
                  Take all filters away
                </button>
              )}
            </Empty>
          }
        />
      </div>
    </>
  );
}

/** A statement as lists have it; `bare` where it is said already whose it is. */
export function StatementRow({
  statement: s,
  bare = false,
}: {
  readonly statement: ReportStatement;
  readonly bare?: boolean;
}) {
  const open = `${s.article}/${s.id}`;
  const selected = useRoute().params.open === open;
  return (
    <div className={selected ? "statement selected" : "statement"}>
      <p className="row">
        {!bare && (
          <>
            {s.speaker.entity !== null ? (
              <a href={viewHref("actor", s.speaker.entity)}>{speakerName(s.speaker)}</a>
            ) : (
              <b>{speakerName(s.speaker)}</b>
            )}
            <span className="soft small">{sayAffiliation(s.speaker)}</span>
          </>
        )}
        <span className="badge">{s.kind}</span>
        {sayTone(s).map((tone) => (
          <span key={tone} className="badge revised">
            {tone}
          </span>
        ))}
      </p>
      <a className="words quote-link" href={openHref(open)}>
        {s.kind === "direct" ? `“${s.content.text}”` : s.content.text}
      </a>
      <p className="small">
        <ArticleName id={s.article} />
        {s.addressee !== null && <span className="soft"> · to {s.addressee}</span>}
        {s.venue !== null && <span className="soft"> · {s.venue}</span>}
      </p>
    </div>
  );
}
