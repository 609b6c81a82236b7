import { scaleLinear } from "d3-scale";
import type { ReportFigure, ReportFigureReport } from "hearsay";
import { memo } from "react";
import { openHref } from "../../app/navigate.js";
import { millis, sayShort } from "../../parts/dates.js";
import { timeTicks } from "../../parts/time-axis.js";
import { sayAmount } from "./model.js";

const height = 122;
const foot = 20;
/** So many values are said to who cannot see them; the panel has them all. */
const mostSaid = 30;

interface Props {
  readonly figure: ReportFigure;
  readonly width: number;
  /** An origin's number; null for an informant. */
  readonly origin: (id: string) => number | null;
}

/** One quantity over time: a dot a report, a stroke where it is a range; equal values of one origin are one dot. */
export const FigureChart = memo(function FigureChart({ figure, width, origin }: Props) {
  const dated = figure.reports.filter((r) => r.asOf !== null && !Number.isNaN(millis(r.asOf)));
  if (dated.length === 0) return <p className="small soft">{figure.reports.map(sayAmount).join(" · ")}, undated</p>;
  const ends = (values: readonly number[]): readonly [number, number] => [
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
  ];
  const [first, last] = ends(dated.map((r) => millis(r.asOf!)));
  const pad = Math.max(2 * 86_400_000, (last - first) * 0.06);
  const domain = [first - pad, last + pad] as const;
  const [, most] = ends(dated.map((r) => r.max ?? r.min));
  const area = width - 56;
  // Values hold for days; hours between them would say nothing.
  const days = timeTicks(domain, area).filter((t) => t.at % 86_400_000 === 0 && t.x > 16 && t.x < area - 16);
  const x = (at: number): number => 52 + ((at - domain[0]) / (domain[1] - domain[0])) * area;
  const y = scaleLinear([0, most || 1], [height - foot, 26]).nice(3);
  // What would lie on the same few pixels is one dot: a figure of a hot story has thousands of reports.
  const place = (r: ReportFigureReport) => `${Math.round(x(millis(r.asOf!)) / 6)} ${Math.round(y(r.min) / 6)}`;
  const dots = [...new Map(dated.map((r) => [place(r), r])).values()].sort(
    (a, b) => millis(a.asOf!) - millis(b.asOf!) || a.min - b.min,
  );
  const named = spread(dots.map((r) => ({ x: x(millis(r.asOf!)), y: y(r.min), half: sayAmount(r).length * 3.6 + 3 })));
  return (
    <svg
      className="figure-chart"
      width={width}
      height={height}
      role="group"
      aria-label={`${figure.of}: ${dots
        .slice(0, mostSaid)
        .map((r) => `${sayAmount(r)}, ${sayShort(r.asOf)}`)
        .join("; ")}`}
    >
      {y.ticks(3).map((t) => (
        <g key={t}>
          <line className="grid" x1="52" x2={width} y1={y(t)} y2={y(t)} />
          <text className="tick" x="46" y={y(t) + 4} textAnchor="end">
            {t.toLocaleString("en-GB", { notation: t >= 100_000 ? "compact" : "standard" })}
          </text>
        </g>
      ))}
      {days.map((t) => (
        <text key={t.at} className="tick" x={52 + t.x} y={height - 4} textAnchor="middle">
          {t.text}
        </text>
      ))}
      <path
        className="figure-line"
        d={dots.map((r, i) => `${i === 0 ? "M" : "L"}${x(millis(r.asOf!))} ${y(r.min)}`).join("")}
      />
      {dots.map((r, i) => {
        const at = x(millis(r.asOf!));
        const said = `${sayAmount(r)}, ${sayShort(r.asOf)}, ${origin(r.origin) === null ? "an informant" : `origin ${origin(r.origin)}`}`;
        return (
          <a
            key={`${r.article} ${r.span.start}`}
            href={openHref(r.claim ?? figure.id)}
            aria-label={said}
            className="figure-dot"
          >
            <title>{said}</title>
            {r.max !== r.min && <line x1={at} x2={at} y1={y(r.min)} y2={y(r.max ?? most)} />}
            <circle cx={at} cy={y(r.min)} r="5" />
            {named.has(i) && (
              <text x={at} y={y(r.min) - 9} textAnchor={at > width - 60 ? "end" : "middle"}>
                {sayAmount(r)}
              </text>
            )}
          </a>
        );
      })}
    </svg>
  );
});

/** Which of some words can be shown without lying on those before them; the first and the last come first. */
function spread(
  words: readonly { readonly x: number; readonly y: number; readonly half: number }[],
): ReadonlySet<number> {
  const order = [0, words.length - 1, ...words.keys()].slice(0, mostSaid * 4);
  const shown = new Set<number>();
  for (const i of order) {
    const one = words[i]!;
    const lies = [...shown].some((j) => {
      const other = words[j]!;
      return j !== i && Math.abs(one.x - other.x) < one.half + other.half && Math.abs(one.y - other.y) < 13;
    });
    if (!lies) shown.add(i);
  }
  return shown;
}
