import "./timeline.css";
import { shortened } from "hearsay/client";
import { useDeferredValue, useMemo, useRef } from "react";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { type Happening, useStory } from "../../data/story.js";
import { saySpan } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { timeTicks, timeX, ZoomButtons, zoomKeys } from "../../parts/time-axis.js";
import { useSize } from "../../parts/use-size.js";
import { useSpan } from "../../parts/use-span.js";
import { zoomed } from "../lineage/model.js";
import { type Bar, barsOf, barWords, lanesOf, type Placed, placeBars, wordsInside } from "./model.js";

const rowHeight = 22;
const head = 30;

/** What happened when, a lane an actor; a date that is not exact is a stretch. */
export default function Timeline() {
  const { params } = useRoute();
  const query = { who: params.who, since: params.since, until: params.until };
  const late = { ...query, who: useDeferredValue(query.who) };
  const asked = useStory("GET /stories/{s}/happenings", late);
  // While others are being asked for, those of before stay.
  const last = useRef<readonly Happening[]>(undefined);
  if (asked.value !== undefined) last.current = asked.value;
  const shown = last.current;
  const made = useMemo(() => barsOf(shown ?? []), [shown]);
  const { problem } = asked;
  return (
    <>
      <header className="view-head">
        <h1>Timeline</h1>
        <input
          type="search"
          className="field timeline-who"
          aria-label="Who"
          placeholder="Who"
          value={params.who ?? ""}
          onChange={(event) => setParams({ who: event.target.value }, true)}
        />
        <ExportMenu
          table="timeline"
          filters={query}
          picture={{ name: "timeline", svg: () => document.querySelector<SVGSVGElement>(".timeline-svg") }}
        />
      </header>
      <div className="view-fill card">
        {shown === undefined ? (
          problem ? (
            <Failed problem={problem} />
          ) : (
            <Loading lines={12} />
          )
        ) : made.bars.length === 0 ? (
          <Empty title={params.who ? "Nothing dated is known of them" : "Nothing in this story has a date"}>
            {params.who !== undefined && (
              <button type="button" className="button" onClick={() => setParams({ who: null })}>
                Everybody
              </button>
            )}
          </Empty>
        ) : (
          <Drawing bars={made.bars} />
        )}
      </div>
      {made.undated.length > 0 && (
        <details className="view-body small">
          <summary>{made.undated.length} without a date</summary>
          <ul>
            {made.undated.slice(0, 100).map((one) => (
              <li key={one.id}>
                <a className="words" href={openHref(`${one.article}/${one.event}`)}>
                  {one.words}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Where a bar's words begin, or end where they run leftward. */
function wordsAt({ x, width, leftward }: Placed): number {
  const inside = width > wordsInside;
  if (leftward) return inside ? x + width - 9 : x - 4;
  return x + (inside ? 5 : width + 4);
}

/** Where the bars of a lane are of which none is in sight. */
function elsewhere(bars: readonly Bar[], [from]: readonly [number, number]): string {
  const before = bars.filter((bar) => bar.to < from).length;
  const after = bars.length - before;
  return [before > 0 ? `← ${before} earlier` : "", after > 0 ? `${after} later →` : ""].filter(Boolean).join(" · ");
}

/** The middle nine tenths of what happened, so that one date long ago does not squeeze the rest; “all” shows it too. */
function firstDomain(bars: readonly Bar[]): readonly [number, number] {
  const from = bars.map((b) => b.from).sort((a, b) => a - b);
  const to = bars.map((b) => b.to).sort((a, b) => a - b);
  const [a, b] = [from[Math.floor(from.length * 0.2)]!, to[Math.ceil(to.length * 0.95) - 1]!];
  const pad = Math.max((b - a) * 0.06, 43_200_000);
  return [a - pad, b + pad];
}

function wholeDomain(bars: readonly Bar[]): readonly [number, number] {
  const [a, b] = [Math.min(...bars.map((x) => x.from)), Math.max(...bars.map((x) => x.to))];
  const pad = Math.max((b - a) * 0.03, 43_200_000);
  return [a - pad, b + pad];
}

function Drawing({ bars }: { readonly bars: readonly Bar[] }) {
  const { params } = useRoute();
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useSize(scroller);
  const [chosen, setDomain] = useSpan();
  const domain = chosen ?? firstDomain(bars);
  const names = Math.max(96, Math.min(200, width * 0.2));
  const area = Math.max(60, width - names - 10);
  const x = timeX(domain, area);
  const lanes = useMemo(() => lanesOf(bars), [bars]);
  let top = head;
  const laid = lanes.flatMap((lane) => {
    const { placed, rows, hidden } = placeBars(lane.bars, x, area, (b) => barWords(b).length * 6.3 + 12);
    // Who does nothing in the time that is seen has no row in it.
    if (placed.length === 0) return [];
    const mine = { lane, placed, hidden, top };
    top += rows * rowHeight + 10;
    return mine;
  });
  const controls = {
    onZoom: (factor: number, shift: number) => setDomain(zoomed(domain, factor, shift)),
    onAll: () => setDomain(wholeDomain(bars)),
  };
  const open = (bar: Bar): string => `${bar.of.article}/${bar.of.event}`;
  return (
    <div className="lineage" onKeyDown={zoomKeys(controls)}>
      <div className="lineage-tools">
        <ul className="legend small">
          <li>
            <span className="swatch coop" /> cooperation
          </li>
          <li>
            <span className="swatch conflict" /> conflict
          </li>
          <li>
            <span className="swatch vague" /> sometime within
          </li>
          <li>dashed: planned, demanded, denied</li>
        </ul>
        <ZoomButtons {...controls} />
      </div>
      <div
        className="lineage-scroll"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label="Happenings by actor and time"
      >
        {width > 0 && (
          <svg className="timeline-svg" width={width} height={top + 8} role="group" aria-label="Timeline">
            {timeTicks(domain, area).map((t) => (
              <g key={t.at} transform={`translate(${names + t.x} 0)`}>
                <line className="grid" y1={head - 8} y2={top} />
                <text className="tick" y="15" textAnchor={t.x < 36 ? "start" : "middle"}>
                  {t.text}
                </text>
              </g>
            ))}
            {laid.map(({ lane, placed, hidden, top: y }) => (
              <g key={lane.name} transform={`translate(0 ${y})`}>
                <line className="grid" x1="0" x2={width} y1="-5" y2="-5" />
                <text className="lane-name" x="10" y="14">
                  {shortened(lane.name, Math.floor((names - 16) / 7.6))}
                  <title>{lane.name}</title>
                </text>
                {hidden > 0 && (
                  <text className="tick" x="10" y="30">
                    +{hidden}: closer
                  </text>
                )}
                {placed.length === 0 && (
                  <text className="tick" x={names} y="14">
                    {elsewhere(lane.bars, domain)}
                  </text>
                )}
                <svg x={names} width={area} height="4000">
                  {placed.map((p) => (
                    <a
                      key={p.bar.id}
                      href={openHref(open(p.bar))}
                      aria-label={`${barWords(p.bar)}: ${p.bar.of.words}, ${saySpan(p.bar.of.when)}`}
                      className={params.open === open(p.bar) ? "bar opened" : "bar"}
                    >
                      <title>{`${saySpan(p.bar.of.when)}: ${p.bar.of.words}`}</title>
                      <rect
                        x={p.x}
                        y={p.row * rowHeight + 2}
                        width={p.width}
                        height={rowHeight - 5}
                        rx="3"
                        className={`${p.bar.of.goldstein < 0 ? "conflict" : "coop"}${p.width > wordsInside ? " vague" : ""}${p.bar.of.mode === "asserted" || p.bar.of.mode === "reported" ? "" : " unreal"}`}
                      />
                      <text
                        className="bar-words"
                        x={wordsAt(p)}
                        textAnchor={p.leftward ? "end" : "start"}
                        y={p.row * rowHeight + 15}
                      >
                        {barWords(p.bar)}
                      </text>
                    </a>
                  ))}
                </svg>
              </g>
            ))}
          </svg>
        )}
      </div>
    </div>
  );
}
