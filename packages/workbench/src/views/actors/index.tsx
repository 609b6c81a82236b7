import "./actors.css";
import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { useHead, useStory } from "../../data/story.js";
import { sayShort } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { ActorCanvas } from "./canvas.js";
import { type ActorGraph, drawnOf, mostDrawn } from "./model.js";

/** Who acts on whom, in cooperation and conflict, up to a day. */
export default function Actors() {
  const { params } = useRoute();
  const until = params.until ?? "";
  const asked = useStory("GET /stories/{s}/graph", { until: useDeferredValue(until) });
  // While another day is being asked for, the last graph stays.
  const last = useRef<ActorGraph>(undefined);
  if (asked.value !== undefined) last.current = asked.value;
  const graph = last.current;
  const drawn = useMemo(() => (graph === undefined ? undefined : drawnOf(graph)), [graph]);
  const picture = useRef<() => string>(() => "");
  const onPicture = useCallback((draw: () => string) => {
    picture.current = draw;
  }, []);
  const { problem } = asked;
  return (
    <>
      <header className="view-head">
        <h1>Actors</h1>
        <ul className="legend small">
          <li>
            <span className="tone coop" /> cooperation
          </li>
          <li>
            <span className="tone conflict" /> conflict
          </li>
          <li>filled: states and bodies · open: people</li>
        </ul>
        <Until until={until} />
        <ExportMenu table="actors" picture={{ name: "actors", svg: () => picture.current() }} />
      </header>
      <div className="view-fill card actors">
        {graph === undefined ? (
          problem ? (
            <Failed problem={problem} />
          ) : (
            <Loading lines={10} />
          )
        ) : graph.nodes.length === 0 ? (
          <Empty title="Nobody acts on anybody">
            <p>{until === "" ? "No event of this story names both of its sides." : "Not up to that day."}</p>
          </Empty>
        ) : (
          <>
            <ActorCanvas graph={drawn!} onPicture={onPicture} />
            <div className="actor-list">
              {graph.nodes.length > mostDrawn && (
                <p className="small soft actor-note">
                  Drawn: the {mostDrawn} in most events, of {graph.nodes.length.toLocaleString("en-GB")}.
                </p>
              )}
              <VirtualList
                rows={graph.nodes}
                keyOf={(n) => n.id}
                height={34}
                label="Actors by events"
                render={(n) => (
                  <a className={params.open === n.id ? "actor-row selected" : "actor-row"} href={openHref(n.id)}>
                    <span className="one-line grow">{n.name}</span>
                    <span className="soft nums">{n.weight}</span>
                  </a>
                )}
              />
            </div>
          </>
        )}
      </div>
    </>
  );
}

const day = 86_400_000;

/** A slider over the time of the story; at its end everything counts. */
function Until({ until }: { readonly until: string }) {
  const period = useHead().value?.summary.period ?? null;
  if (period === null) return null;
  const from = Date.parse(period.earliest.slice(0, 10));
  const days = Math.max(1, Math.round((Date.parse(period.latest.slice(0, 10)) - from) / day));
  const now = until === "" ? days : Math.max(0, Math.min(days, Math.round((Date.parse(until) - from) / day)));
  const change = (value: number): void =>
    setParams({ until: value >= days ? null : new Date(from + value * day).toISOString().slice(0, 10) }, true);
  return (
    <label className="row small">
      up to
      <input
        type="range"
        min="0"
        max={days}
        value={now}
        aria-valuetext={until === "" ? "the end" : sayShort(until)}
        onChange={(event) => change(Number(event.target.value))}
      />
      <span className="nums until-day">{until === "" ? "the end" : sayShort(until)}</span>
    </label>
  );
}
