import { scaleLinear } from "d3-scale";
import { viewHref } from "../../app/navigate.js";
import { sayShort } from "../../parts/dates.js";
import type { Bin } from "./model.js";

const width = 520;
const height = 132;
const foot = 22;

/** Articles over time: those that begin an origin dark, those that come from another light and hatched. */
export function CoverageChart({ bins, undated }: { readonly bins: readonly Bin[]; readonly undated: number }) {
  if (bins.length === 0) return <p className="soft">No article says when it was published.</p>;
  const most = Math.max(...bins.map((b) => b.roots.length + b.copies.length));
  const y = scaleLinear([0, most], [height - foot, 6]);
  const step = Math.min(56, (width - 24) / bins.length);
  /** So much room a bin's words take. */
  const words = bins[0]!.to - bins[0]!.from < 86_400_000 ? 96 : 64;
  const every = Math.ceil((bins.length * words) / width);
  return (
    <figure>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={describe(bins)}>
        <defs>
          <pattern id="copies" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="4" className="copy-ground" />
            <rect width="1.6" height="4" className="copy-line" />
          </pattern>
        </defs>
        {y
          .ticks(3)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line className="grid" x1="24" x2={width} y1={y(tick)} y2={y(tick)} />
              <text className="tick" x="18" y={y(tick) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
        {bins.map((bin, i) => {
          const x = 24 + i * step + step * 0.12;
          const top = y(bin.roots.length + bin.copies.length);
          const cut = y(bin.roots.length);
          const wide = Math.max(1, step * 0.76);
          return (
            <a
              key={bin.from}
              href={viewHref("articles", null, { since: iso(bin.from), until: iso(bin.to - 1) })}
              aria-label={sayBin(bin)}
            >
              <title>{sayBin(bin)}</title>
              <rect className="hit" x={24 + i * step} y="0" width={step} height={height - foot} />
              <rect fill="url(#copies)" x={x} y={top} width={wide} height={cut - top} />
              <rect className="root" x={x} y={cut} width={wide} height={y(0) - cut} />
              {i % every === 0 && (
                <text
                  className="tick"
                  x={Math.max(words * 0.38, Math.min(width - words * 0.38, 24 + (i + 0.5) * step))}
                  y={height - 6}
                  textAnchor="middle"
                >
                  {sayStart(bin).replace(/ \d{4}$/, "")}
                </text>
              )}
            </a>
          );
        })}
      </svg>
      <figcaption className="small soft row">
        <span className="key root" /> begins an origin <span className="key copy" /> comes from another
        {undated > 0 && <span>· {undated} undated</span>}
      </figcaption>
    </figure>
  );
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** When a bin begins: with the hour where bins are shorter than a day. */
function sayStart({ from, to }: Bin): string {
  const day = sayShort(iso(from));
  if (to - from >= 86_400_000) return day;
  return `${day.replace(/ \d{4}$/, "")}, ${new Date(from).toISOString().slice(11, 16)}`;
}
const sayBin = (b: Bin): string =>
  `${sayStart(b)}: ${b.roots.length} begin an origin, ${b.copies.length} come from another`;
const describe = (bins: readonly Bin[]): string =>
  `Articles over time. ${bins
    .filter((b) => b.roots.length + b.copies.length > 0)
    .slice(0, 20)
    .map(sayBin)
    .join(". ")}`;
