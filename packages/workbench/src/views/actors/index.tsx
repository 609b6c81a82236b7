import "./actors.css";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
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
  const [playing, setPlaying] = useState(false);
  const from = period === null ? 0 : Date.parse(period.earliest.slice(0, 10));
  const last = period === null ? 0 : Date.parse(period.latest.slice(0, 10));
  const days = Math.max(1, Math.round((last - from) / day));
  const now = until === "" ? days : Math.max(0, Math.min(days, Math.round((Date.parse(until) - from) / day)));
  const change = (value: number): void =>
    setParams({ until: value >= days ? null : new Date(from + value * day).toISOString().slice(0, 10) }, true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step waits for the one before
  useEffect(() => {
    if (!playing) return;
    const step = Math.max(1, Math.round(days / 40));
    const timer = setTimeout(() => (now >= days ? setPlaying(false) : change(now + step)), 700);
    return () => clearTimeout(timer);
  }, [playing, now]);
  if (period === null) return null;
  return (
    <div className="row small">
      <button
        type="button"
        className="icon-button"
        aria-label={playing ? "Stop" : "Play over time"}
        title={playing ? "Stop" : "Play over time"}
        onClick={() => {
          if (!playing && now >= days) change(0);
          setPlaying(!playing);
        }}
      >
        {playing ? "■" : "▶"}
      </button>
      <label className="row">
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
    </div>
  );
}
