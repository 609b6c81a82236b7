import type { ReportPosition } from "hearsay";
import { useRef, useState } from "react";
import { saySpan } from "../../parts/dates.js";
import { ExportMenu } from "../../parts/export.js";
import { timeTicks, timeX } from "../../parts/time-axis.js";
import { useSize } from "../../parts/use-size.js";
import { ArticleName, QuoteLink, wordsHref } from "../../parts/words.js";
import { marksOf, type OneTake, stretchOf, undatedOf } from "./positions.js";

const shown = { said: "said", told: "as the outlet tells it", done: "deed" } as const;

/** Where they stand on each issue over time, those that moved first: a picture, then every take in its own words. */
export function Stands({ positions, name }: { readonly positions: readonly ReportPosition[]; readonly name: string }) {
  const [all, setAll] = useState(false);
  const order = [...positions].sort((a, b) => b.shifts.length - a.shifts.length || b.takes.length - a.takes.length);
  const list = all ? order : order.slice(0, 8);
  return (
    <>
      <div className="row">
        <h2 className="grow">Stands</h2>
        <ExportMenu
          table="positions"
          filters={{ who: name }}
          picture={{ name: "positions", svg: () => document.querySelector<SVGSVGElement>(".stands") }}
        />
      </div>
      <Picture positions={list} />
      {list.map(({ id, issue, takes, shifts }) => (
        <section key={id} aria-label={issue.text}>
          <h3>
            “{issue.text}” {shifts.length > 0 && <span className="badge revised">{sayShifts(shifts)}</span>}
          </h3>
          <ul className="near">
            {takes.map((take) => (
              <li key={`${take.span.article}/${take.span.start}`}>
                <p className="small row">
                  <b>{take.leaning}</b>
                  <span className="soft">
                    {shown[take.shown]} · {saySpan(take.when)}
                  </span>
                  <ArticleName id={take.span.article} />
                </p>
                <QuoteLink span={take.span} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {list.length < order.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          All {order.length} issues
        </button>
      )}
    </>
  );
}

const rowHeight = 34;
const head = 24;

/** An issue a row: for it above the line, against it below; a ring is what an outlet tells, a square a deed. */
function Picture({ positions }: { readonly positions: readonly ReportPosition[] }) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const span = stretchOf(positions);
  const undated = positions.some(({ takes }) => takes.some(({ when }) => when === null)) ? 70 : 10;
  const issues = Math.min(260, width * 0.4);
  const names = issues + undated;
  const area = Math.max(80, width - names - 30);
  if (positions.length === 0) return null;
  const x = span === null ? () => 0 : timeX(span, area);
  const height = head + positions.length * rowHeight + 6;
  return (
    <div ref={box} className="stands-box">
      {width > 0 && (
        <svg className="stands" width={width} height={height} role="group" aria-label="Stands over time">
          {undated > 10 && (
            <text className="tick" x={issues + 8} y="12">
              undated
            </text>
          )}
          {(span === null ? [] : timeTicks(span, area)).map((t) => (
            <g key={t.at} transform={`translate(${names + t.x} 0)`}>
              <line className="grid" y1={head - 6} y2={height} />
              <text className="tick" y="12" textAnchor={t.x < 36 ? "start" : "middle"}>
                {t.text}
              </text>
            </g>
          ))}
          {positions.map((position, i) => {
            const y = head + i * rowHeight + rowHeight / 2;
            const longest = Math.floor(issues / 7);
            const { text } = position.issue;
            return (
              <g key={position.id}>
                <line className="pair-axis" x1={names} x2={names + area} y1={y} y2={y} />
                <text className="stand-issue" x="0" y={y + 4}>
                  {text.length > longest ? `${text.slice(0, longest - 1)}…` : text}
                  <title>{text}</title>
                </text>
                {undatedOf(position).map((take, n) => (
                  <Take key={keyOf(take)} take={take} x={issues + 14 + (n % 5) * 12} y={y} />
                ))}
                {marksOf(position).map(({ take, at }) => (
                  <Take key={keyOf(take)} take={take} x={names + x(at)} y={y} />
                ))}
              </g>
            );
          })}
        </svg>
      )}
      <p className="small soft">
        Above the line: for it; below: against it. Filled: said; ring: as an outlet tells it; square: done.
      </p>
    </div>
  );
}

const keyOf = ({ span }: OneTake): string => `${span.article}/${span.start}`;

function Take({ take, x, y }: { readonly take: OneTake; readonly x: number; readonly y: number }) {
  const at = take.leaning === "for" ? y - 8 : y + 8;
  const said = `${take.leaning}, ${shown[take.shown]}, ${saySpan(take.when)}: ${take.span.text}`;
  return (
    <a href={wordsHref(take.span)} aria-label={said} className={`take ${take.leaning} ${take.shown}`}>
      <title>{said}</title>
      {take.shown === "done" ? <rect x={x - 5} y={at - 5} width="10" height="10" /> : <circle cx={x} cy={at} r="5" />}
    </a>
  );
}

const sayShifts = (shifts: ReportPosition["shifts"]): string =>
  shifts.some(({ kind }) => kind === "gap") ? "one way in words, another in deeds" : "took another stand";
