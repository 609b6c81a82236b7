import "./figures.css";
import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { useLineage, useRows } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { stacked } from "../../parts/picture.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { useSize } from "../../parts/use-size.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { FigureChart } from "./chart.js";
import { unitOf } from "./model.js";
import { Sources } from "./sources.js";

/** Numbers over time, each value with its origin. */
export default function Figures() {
  const { params } = useRoute();
  const q = params.q ?? "";
  const single = params.all === "1";
  const asked = { of: useDeferredValue(q), several: !single, sort: "spread" };
  const loaded = useRows("GET /stories/{s}/figures", asked, 40);
  const lineage = useLineage();
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const numbers = useMemo(() => new Map((lineage.value?.origins ?? []).map((o) => [o.id, o.number])), [lineage.value]);
  const origin = useCallback((id: string) => numbers.get(id) ?? null, [numbers]);
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
        <ExportMenu table="figures" filters={{ q }} picture={{ name: "figures", svg: figuresSvg }} />
      </header>
      <div className="view-fill card" ref={box}>
        {loaded.value === undefined ? (
          loaded.problem ? (
            <Failed problem={loaded.problem} />
          ) : (
            <Loading lines={10} />
          )
        ) : loaded.value.length === 0 ? (
          <Empty title={q === "" ? "No number comes twice in this story" : "No figure is of that"} />
        ) : (
          <VirtualList
            rows={loaded.value}
            more={loaded.more}
            keyOf={(f) => f.id}
            height={170}
            label="Figures"
            render={(f) => (
              <div className="figure-row">
                <a className="serif figure-of" href={openHref(f.id)}>
                  {f.of}
                  {unitOf(f) !== null && <span className="soft"> · {unitOf(f)}</span>}
                </a>
                <FigureChart figure={f} width={Math.max(240, Math.min(1000, width - 36))} origin={origin} />
                <Sources figure={f} />
              </div>
            )}
          />
        )}
      </div>
    </>
  );
}

/** The figures that are on screen, under one another. */
function figuresSvg(): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>(".figure-row")].flatMap((row) => {
    const svg = row.querySelector<SVGSVGElement>(".figure-chart");
    return svg === null ? [] : [{ title: row.querySelector(".figure-of")?.textContent ?? "", svg }];
  });
  return rows.length === 0 ? null : stacked(rows);
}
