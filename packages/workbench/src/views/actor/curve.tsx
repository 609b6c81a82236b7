import { openHref } from "../../app/navigate.js";
import { saySpan } from "../../parts/dates.js";
import type { PairPoint } from "./pairs.js";

const width = 320;
const height = 44;

/** Cooperation above the line, conflict below it, each dealing a bar at its time that leads to its words. */
export function PairCurve({ points, from, to }: { points: readonly PairPoint[]; from: number; to: number }) {
  const x = (at: number): number => 4 + ((at - from) / Math.max(1, to - from)) * (width - 8);
  const middle = height / 2;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="pair-curve" role="group">
      <title>Cooperation above the line, conflict below it</title>
      <line x1="0" x2={width} y1={middle} y2={middle} className="pair-axis" />
      {points.map(({ event, at }) => (
        <a key={event.id} href={openHref(`${event.article}/${event.id}`)}>
          <rect
            x={x(at) - 2}
            width="4"
            y={event.goldstein < 0 ? middle : middle - bar(event.goldstein)}
            height={bar(event.goldstein)}
            className={event.goldstein < 0 ? "pair-conflict" : "pair-coop"}
          >
            <title>{`${saySpan(event.when)} ${event.type.toLowerCase()}: ${event.span.text}`}</title>
          </rect>
        </a>
      ))}
    </svg>
  );
}

/** Height of a bar in pixels for a value of Goldstein's scale, −10 to +10. */
const bar = (goldstein: number): number => Math.max(2, (Math.min(10, Math.abs(goldstein)) / 10) * (height / 2));
