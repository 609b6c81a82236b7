import "./lineage.css";
import { useMemo } from "react";
import { setParams, useRoute } from "../../app/navigate.js";
import { useArticles, useLineage } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { ArticleName } from "../../parts/words.js";
import { LineageDrawing } from "./drawing.js";
import { lineagePicture } from "./model.js";
import { lineageSvg } from "./picture.js";

/** The descent of articles over time: an edge leads to both texts side by side. */
export default function Lineage() {
  const { params } = useRoute();
  const lineage = useLineage();
  const articles = useArticles();
  const root = lineage.value?.origins.find((o) => o.id === params.origin)?.root ?? null;
  // An origin from which nothing comes is only among all of them.
  const descended =
    params.all !== "1" &&
    (root === null || lineage.value!.derivations.some((d) => d.derived === root || d.source === root));
  const picture = useMemo(
    () => (lineage.value === undefined ? null : lineagePicture(lineage.value, descended)),
    [lineage.value, descended],
  );
  const outside = useMemo(
    () =>
      [
        ...new Set((lineage.value?.derivations ?? []).filter((d) => d.source === null).map((d) => d.outlet ?? "")),
      ].sort(),
    [lineage.value],
  );
  const circles = lineage.value?.circles ?? [];
  return (
    <>
      <header className="view-head">
        <h1>Lineage</h1>
        <div className="chips" role="group" aria-label="Which articles">
          <button
            type="button"
            className="chip"
            aria-pressed={descended}
            onClick={() => setParams({ all: null, origin: null })}
          >
            with descent
          </button>
          <button type="button" className="chip" aria-pressed={!descended} onClick={() => setParams({ all: "1" })}>
            every article
          </button>
        </div>
        <ExportMenu table="lineage" picture={{ name: "lineage", svg: lineageSvg }} />
      </header>
      {(circles.length > 0 || outside.length > 0) && (
        <div className="view-body small lineage-notes">
          {circles.map((circle) => (
            <p key={circle.join()}>
              <span className="badge contradicted">circle</span> They cite one another:{" "}
              {circle.map((id, i) => (
                <span key={i}>
                  {i > 0 && " → "}
                  <ArticleName id={id} />
                </span>
              ))}
            </p>
          ))}
          {outside.length > 0 && (
            <p>
              <span className="badge">outside</span> Named as a source, not in the story: {outside.join(", ")}
            </p>
          )}
        </div>
      )}
      <div className="view-fill card">
        {lineage.value === undefined || picture === null ? (
          lineage.problem ? (
            <Failed problem={lineage.problem} />
          ) : (
            <Loading lines={12} />
          )
        ) : picture.rows.length === 0 ? (
          <Empty title="No article comes from another">
            <p>Every article of this story is an origin of its own, as far as its words tell.</p>
            <button type="button" className="button" onClick={() => setParams({ all: "1" })}>
              Show every article
            </button>
          </Empty>
        ) : (
          <LineageDrawing picture={picture} articles={articles} shown={root} />
        )}
      </div>
    </>
  );
}
