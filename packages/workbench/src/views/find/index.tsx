import "./find.css";
import { useDeferredValue } from "react";
import { routeToHit } from "../../app/hit.js";
import { setParams, useRoute, viewHref } from "../../app/navigate.js";
import { formatRoute } from "../../app/route.js";
import { everyRow } from "../../data/api.js";
import { useRows } from "../../data/story.js";
import { sayShort } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty } from "../../parts/state.js";
import { PagedList } from "../../parts/virtual-list.js";
import { layerNames } from "../reader/model.js";
import { type FoundRow, rowOf } from "./model.js";

const kinds = ["article", "claim", "statement", "event", "commitment", "cause"] as const;

/** Full-text search over everything; a found line leads to its words. */
export default function Find() {
  const { story, params } = useRoute();
  const { kind = "", outlet = "", since = "", until = "" } = params;
  const q = useDeferredValue((params.q ?? "").trim());
  const query = { q, kind, outlet, since, until };
  const asked = { name: "GET /stories/{s}/search", path: { s: story ?? "" }, query } as const;
  const paged = useRows(q === "" ? null : asked.name, query);
  return (
    <>
      <header className="view-head">
        <h1>Find</h1>
        <span className="soft small find-count" aria-live="polite">
          {q !== "" && paged.value !== undefined && `${paged.total.toLocaleString("en-GB")} places`}
        </span>
        {q !== "" && (
          <ExportMenu rows={{ name: "found", load: async () => (await everyRow(asked)).map((row) => rowOf(row)) }} />
        )}
      </header>
      <div className="view-body toolbar find-bar">
        <input
          type="search"
          className="field find-field"
          aria-label="Words to find"
          placeholder="Words, or “a phrase” in quotation marks"
          value={params.q ?? ""}
          onChange={(event) => setParams({ q: event.target.value }, true)}
          autoFocus
        />
        <select
          className="field"
          aria-label="What"
          value={kind}
          onChange={(event) => setParams({ kind: event.target.value })}
        >
          <option value="">everything</option>
          {kinds.map((k) => (
            <option key={k} value={k}>
              {k}s
            </option>
          ))}
        </select>
        <input
          type="search"
          className="field"
          aria-label="Outlet"
          placeholder="Outlet"
          value={outlet}
          onChange={(event) => setParams({ outlet: event.target.value }, true)}
        />
        <label className="row small soft">
          from
          <input
            type="date"
            className="field day"
            value={since}
            onChange={(event) => setParams({ since: event.target.value })}
          />
        </label>
        <label className="row small soft">
          to
          <input
            type="date"
            className="field day"
            value={until}
            onChange={(event) => setParams({ until: event.target.value })}
          />
        </label>
      </div>
      {q.length > 1 && kind === "" && <Actors words={q} />}
      <div className="view-fill card">
        {q === "" ? (
          <Empty title="Every word of the story can be found">
            <p>
              Articles, claims, statements, events, promises and causes. Quotation marks keep words together: “power
              cable”.
            </p>
          </Empty>
        ) : (
          <PagedList
            paged={paged}
            keyOf={(r) => `${r.kind} ${r.id} ${r.article} ${r.start}`}
            height={66}
            label="Found"
            empty={
              <Empty title={`Nothing has “${q}”`}>
                <p>Fewer words find more; filters narrow.</p>
              </Empty>
            }
            render={(r) => (
              <a className="found" href={formatRoute(routeToHit(story, r))}>
                <span className="row small">
                  <span className={`badge layer-${r.kind}`}>{layerNames[r.kind] ?? r.kind}</span>
                  <b className="one-line">{r.label}</b>
                  <span className="soft">{sayShort(r.date)}</span>
                </span>
                <span className="words">
                  {r.snippet.map((s, i) => (
                    <Snip key={i} {...s} />
                  ))}
                </span>
              </a>
            )}
          />
        )}
      </div>
    </>
  );
}

/** Whoever has these words in their name: the way to what they said and did. */
function Actors({ words }: { readonly words: string }) {
  const found = useRows("GET /stories/{s}/entities", { who: words.replaceAll('"', "") }, 12);
  if (found.value === undefined || found.value.length === 0) return null;
  const named = [...new Map(found.value.toReversed().map((one) => [one.name, one])).values()].reverse();
  return (
    <p className="view-body row small found-actors">
      <span className="soft">Actors:</span>
      {named.map((one) => (
        <a key={one.id} href={viewHref("actor", one.id)}>
          {one.name}
        </a>
      ))}
    </p>
  );
}

function Snip({ text, hit }: FoundRow["snippet"][number]) {
  return hit ? <mark>{text}</mark> : text;
}
