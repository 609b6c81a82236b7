import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { setParams, useRoute, viewHref } from "../../app/navigate.js";
import type { ArticleRow } from "../../data/story.js";
import { sayDate, sayShort } from "../../parts/dates.js";
import { timeTicks, timeX, ZoomButtons, zoomKeys } from "../../parts/time-axis.js";
import { useSize } from "../../parts/use-size.js";
import { useSpan } from "../../parts/use-span.js";
import { edgeId, type LineageEdge, type LineagePicture, timeExtent, zoomed } from "./model.js";

const rowHeight = 30;
const head = 34;

interface Props {
  readonly picture: LineagePicture;
  readonly articles: ReadonlyMap<string, ArticleRow>;
  /** The article that is asked for; null for none. */
  readonly shown: string | null;
}

/** A row an article: its name on the left, itself and where it comes from over time on the right. */
export function LineageDrawing({ picture, articles, shown: asked }: Props) {
  const { rows, edges } = picture;
  const { params } = useRoute();
  const scroller = useRef<HTMLDivElement>(null);
  const { width } = useSize(scroller);
  const all = useMemo(() => timeExtent(rows), [rows]);
  const [domain, setDomain] = useSpan();
  const shown = domain ?? all;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    paddingStart: head,
  });
  const askedRow = useMemo(() => (asked === null ? -1 : rows.findIndex((r) => r.id === asked)), [rows, asked]);
  useEffect(() => {
    if (askedRow >= 0) virtual.scrollToIndex(askedRow, { align: "center" });
  }, [askedRow, virtual]);
  const items = virtual.getVirtualItems();
  const names = Math.max(150, Math.min(340, width * 0.34));
  const area = Math.max(80, width - names - 24);
  const x = timeX(shown, area);
  const place = (row: number): number => (rows[row]!.at === null ? 0 : x(rows[row]!.at!));
  const y = (row: number): number => head + row * rowHeight + rowHeight / 2;
  // Of an article that thousands come from, only what leads to a row in sight is drawn.
  const seen = items.flatMap((item) => edges.get(item.index) ?? []);
  const controls = {
    onZoom: (factor: number, shift: number) => setDomain(zoomed(shown, factor, shift)),
    onAll: () => setDomain(null),
  };
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) {
      zoomKeys(controls)(event);
      return;
    }
    event.preventDefault();
    const links = [...(scroller.current?.querySelectorAll<HTMLElement>(".lineage-name a") ?? [])];
    links[Math.max(0, Math.min(links.length - 1, links.indexOf(document.activeElement as HTMLElement) + by))]?.focus();
  };
  return (
    <div className="lineage" onKeyDown={press}>
      <div className="lineage-tools">
        <ul className="legend small">
          {(["copy", "rewrite", "translation", "spun", "excerpt", "cites"] as const).map((kind) => (
            <li key={kind}>
              <svg width="26" height="8" aria-hidden="true">
                <path d="M1 4h24" className={`edge edge-${kind}`} />
              </svg>
              {kind}
            </li>
          ))}
        </ul>
        <ZoomButtons {...controls} />
      </div>
      <div className="lineage-scroll" ref={scroller} tabIndex={0} role="region" aria-label="Articles by descent">
        <div className="lineage-space" style={{ height: virtual.getTotalSize() + 12 }}>
          <ul className="lineage-names" style={{ width: names }}>
            {items.map((item) => {
              const row = rows[item.index]!;
              const article = articles.get(row.id);
              return (
                <li
                  key={row.id}
                  className="lineage-name"
                  aria-current={row.id === asked}
                  style={{ transform: `translateY(${item.start}px)`, paddingLeft: 10 + Math.min(row.depth, 8) * 16 }}
                >
                  {row.origin !== null && <b className="origin-number">{row.origin}</b>}
                  <a className="one-line" href={viewHref("article", row.id)} title={article?.title}>
                    {article?.label ?? row.id}
                  </a>
                  <span className="soft small nums">{sayShort(article?.published ?? null).replace(/ \d{4}$/, "")}</span>
                </li>
              );
            })}
          </ul>
          {width > 0 && (
            <svg
              className="lineage-svg"
              width={area + 12}
              height={virtual.getTotalSize() + 12}
              style={{ left: names + 12 }}
              role="group"
              aria-label="Descent over time"
            >
              {timeTicks(shown, area).map((t) => (
                <g key={t.at}>
                  <line className="grid" x1={t.x} x2={t.x} y1={head - 8} y2={virtual.getTotalSize() + 12} />
                  <text className="tick" x={t.x} y={16} textAnchor={t.x < 36 ? "start" : "middle"}>
                    {t.text}
                  </text>
                </g>
              ))}
              <g className="edges">
                {seen.map((e) => (
                  <Edge
                    key={edgeId(e.derivation)}
                    edge={e}
                    x1={e.from === null ? -14 : place(e.from)}
                    y1={y(e.from ?? e.to)}
                    x2={place(e.to)}
                    y2={y(e.to)}
                    opened={params.open === edgeId(e.derivation)}
                    articles={articles}
                  />
                ))}
              </g>
              {items.map((item) => {
                const row = rows[item.index]!;
                const cx = place(item.index);
                if (cx < -6 || cx > area + 6) return null;
                const title = `${articles.get(row.id)?.label}: ${articles.get(row.id)?.title}, ${sayDate(articles.get(row.id)?.published ?? null)}`;
                return (
                  <circle
                    key={row.id}
                    className={`dot${row.depth === 0 ? " root" : ""}${row.at === null ? " undated" : ""}`}
                    cx={cx}
                    cy={y(item.index)}
                    r={row.depth === 0 ? 6 : 4.5}
                    strokeDasharray={row.at === null ? "2 2" : undefined}
                  >
                    <title>{title}</title>
                  </circle>
                );
              })}
            </svg>
          )}
        </div>
      </div>
    </div>
  );
}

interface EdgeProps {
  readonly edge: LineageEdge;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly opened: boolean;
  readonly articles: ReadonlyMap<string, ArticleRow>;
}

function Edge({ edge, x1, y1, x2, y2, opened, articles }: EdgeProps) {
  const { derivation: d } = edge;
  const name = (id: string | null): string => (id === null ? (d.outlet ?? "") : (articles.get(id)?.label ?? id));
  const label = `${name(d.derived)}: ${d.kind} of ${name(d.source)}`;
  const bend = Math.max(18, Math.abs(x2 - x1) / 2);
  const path = `M${x1} ${y1}C${x1} ${(y1 + y2) / 2} ${x2 - bend} ${y2} ${x2} ${y2}`;
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      className={opened ? "edge-group opened" : "edge-group"}
      onClick={() => setParams({ open: edgeId(d) })}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        setParams({ open: edgeId(d) });
      }}
    >
      <title>{label}</title>
      <path className="edge-hit" d={path} />
      <path className={`edge edge-${d.kind}`} d={path} />
      {d.source === null && (
        <text className="tick outlet" x="2" y={y1 - 5}>
          {d.outlet}
        </text>
      )}
    </g>
  );
}
