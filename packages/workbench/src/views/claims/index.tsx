import "./claims.css";
import { useDeferredValue, useMemo } from "react";
import { setParams, useRoute } from "../../app/navigate.js";
import { useHead, useRows, useStory } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { type Standing, standingNames } from "../../parts/standing.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { ClaimGrid } from "./grid.js";
import { cellsOf, columnsOf, filterClaims } from "./model.js";
import { matrixSvg } from "./picture.js";

const standings = ["contradicted", "corroborated", "revised", "echoed", "single-origin"] as const;
const counted = {
  contradicted: "contradicted",
  corroborated: "corroborated",
  revised: "revised",
  echoed: "echoed",
  "single-origin": "singleOrigin",
} as const;
const kinds = ["event", "figure", "state", "statement"] as const;

/** Claims by independent origins: who carries what, who says otherwise, who is silent. */
export default function Claims() {
  const { params } = useRoute();
  const standing = (params.standing ?? "") as Standing | "";
  const [kind = "", q = ""] = [params.kind, params.q];
  const matrix = useStory("GET /stories/{s}/matrix");
  const deferred = useDeferredValue(q);
  // What stands in one article alone is no row of the matrix: that list is long, and fetched as it is scrolled.
  const alone = standing === "single-origin";
  const paged = useRows(alone ? "GET /stories/{s}/lone" : null, { kind, q: deferred });
  const rows = useMemo(
    () =>
      alone
        ? (paged.value ?? []).map(({ claim }) => claim)
        : filterClaims(matrix.value?.claims ?? [], standing, kind, deferred),
    [alone, paged.value, matrix.value, standing, kind, deferred],
  );
  const all = useMemo(() => cellsOf(matrix.value?.cells ?? []), [matrix.value]);
  const cells = useMemo(
    () => (alone ? cellsOf((paged.value ?? []).map(({ claim, origin }) => [claim.id, origin, "supports"])) : all),
    [alone, paged.value, all],
  );
  const columns = useMemo(() => columnsOf(rows, cells, matrix.value?.origins ?? []), [rows, cells, matrix.value]);
  const source = alone ? paged : matrix;
  return (
    <>
      <header className="view-head">
        <h1>Claims by origins</h1>
        <ExportMenu
          table="claims"
          filters={{ q }}
          picture={{ name: "claims", svg: () => matrixSvg(rows, columns, cells) }}
        />
      </header>
      <div className="view-body">
        <Filters standing={standing} kind={kind} q={q} />
      </div>
      <div className="view-fill card">
        {source.value === undefined || matrix.value === undefined ? (
          (source.problem ?? matrix.problem) ? (
            <Failed problem={(source.problem ?? matrix.problem)!} />
          ) : (
            <Loading lines={12} />
          )
        ) : rows.length === 0 ? (
          <Empty title="No claim is like that">
            <p>
              {q !== "" || kind !== "" || standing !== ""
                ? "Take a filter away."
                : "No claim of this story is in two articles yet. Claims that stand in one article alone are under “one report”."}
            </p>
            <button
              type="button"
              className="button"
              onClick={() => setParams({ q: null, kind: null, standing: standing === "" ? "single-origin" : null })}
            >
              {standing === "" && q === "" && kind === "" ? "Show one report" : "Take all filters away"}
            </button>
          </Empty>
        ) : (
          <ClaimGrid claims={rows} columns={columns} cells={cells} more={alone ? paged.more : null} />
        )}
      </div>
    </>
  );
}

function Filters({ standing, kind, q }: { readonly standing: string; readonly kind: string; readonly q: string }) {
  const summary = useHead().value?.summary;
  return (
    <div className="toolbar">
      <div className="chips" role="group" aria-label="Standing">
        <button
          type="button"
          className="chip"
          aria-pressed={standing === ""}
          onClick={() => setParams({ standing: null })}
        >
          worth a row
        </button>
        {standings.map((s) => (
          <button
            type="button"
            key={s}
            className="chip"
            aria-pressed={standing === s}
            onClick={() => setParams({ standing: standing === s ? null : s })}
          >
            {standingNames[s]} <span className="nums">{summary?.[counted[s]].toLocaleString("en-GB")}</span>
          </button>
        ))}
      </div>
      <select
        className="field"
        aria-label="Kind"
        value={kind}
        onChange={(event) => setParams({ kind: event.target.value })}
      >
        <option value="">every kind</option>
        {kinds.map((k) => (
          <option key={k}>{k}</option>
        ))}
      </select>
      <input
        type="search"
        className="field"
        aria-label="Words"
        placeholder="Words"
        value={q}
        onChange={(event) => setParams({ q: event.target.value }, true)}
      />
    </div>
  );
}
