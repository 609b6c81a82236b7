import "./figures.css";
import type { ReportFigure } from "hearsay";
import { useMemo, useRef } from "react";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { useAll, useLineage } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { useSize } from "../../parts/use-size.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { FigureChart } from "./chart.js";
import { unitOf, worthDrawing } from "./model.js";

/** Numbers over time, each value with its origin. */
export default function Figures() {
  const { params } = useRoute();
  const q = (params.q ?? "").toLowerCase();
  const loaded = useAll<ReportFigure>("/figures", {}, 2000);
  const lineage = useLineage();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const single = params.all === "1";
  const figures = useMemo(() => {
    const all = loaded.value ?? [];
    const worth = worthDrawing(all);
    const rest = single ? all.filter((f) => f.reports.length === 1) : [];
    return [...worth, ...rest].filter((f) => `${f.of} ${f.unit ?? ""}`.toLowerCase().includes(q));
  }, [loaded.value, q, single]);
  const numbers = useMemo(() => new Map((lineage.value?.origins ?? []).map((o) => [o.id, o.number])), [lineage.value]);
  return (
    <>
      <header className="view-head">
        <h1>Figures over time</h1>
        <input
          type="search"
          className="field figure-find"
          aria-label="Of what"
          placeholder="Of what"
          value={params.q ?? ""}
          onChange={(event) => setParams({ q: event.target.value }, true)}
        />
        <button
          type="button"
          className="chip"
          aria-pressed={single}
          onClick={() => setParams({ all: single ? null : "1" })}
        >
          also those with one value
        </button>
        <ExportMenu table="figures" />
      </header>
      <div className="view-fill card" ref={box}>
        {loaded.value === undefined ? (
          loaded.problem ? (
            <Failed problem={loaded.problem} />
          ) : (
            <Loading lines={10} />
          )
        ) : figures.length === 0 ? (
          <Empty title={q === "" ? "No number comes twice in this story" : "No figure is of that"} />
        ) : (
          <VirtualList
            rows={figures}
            keyOf={(f) => f.id}
            height={170}
            label="Figures"
            render={(f) => (
              <div className="figure-row">
                <a className="serif figure-of" href={openHref(f.id)}>
                  {f.of}
                  {unitOf(f) !== null && <span className="soft"> · {unitOf(f)}</span>}
                </a>
                <FigureChart figure={f} width={Math.max(240, width - 36)} origin={(id) => numbers.get(id) ?? null} />
              </div>
            )}
          />
        )}
      </div>
    </>
  );
}
