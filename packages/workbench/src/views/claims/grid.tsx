import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { setParams, useRoute, viewHref } from "../../app/navigate.js";
import type { ListedClaim, MatrixOrigin } from "../../data/story.js";
import { sayShort } from "../../parts/dates.js";
import { StandingBadge } from "../../parts/verdict.js";
import { type Cell, type Cells, sayCell } from "./model.js";

interface Props {
  readonly claims: readonly ListedClaim[];
  readonly columns: readonly MatrixOrigin[];
  readonly cells: Cells;
  readonly more: (() => void) | null;
}

const rowHeight = 50;
const columnWidth = 30;

/** The matrix: a row a claim, a column an origin, in the order in which they first published. */
export function ClaimGrid({ claims, columns, cells, more }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { params } = useRoute();
  const [at, setAt] = useState(() => placeOf(claims, columns, params));
  const rows = useVirtualizer({
    count: claims.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 12,
  });
  const first = useRef(at);
  useEffect(() => {
    const [row, column] = first.current;
    if (row > 0) rows.scrollToIndex(row, { align: "center" });
    if (column > 0) across.scrollToIndex(column, { align: "center" });
  }, [rows, across]);
  const seen = rows.getVirtualItems();
  const seenAcross = across.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== null && last >= claims.length - 20) more();
  }, [more, last, claims.length]);
  const open = (row: number, column = -1): void =>
    setParams({ open: claims[row]?.id ?? null, cell: columns[column]?.id ?? null });
  const press = (event: KeyboardEvent): void => {
    const to = move(event.key, at, claims.length, columns.length);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(at[0], at[1]);
    } else if (to !== null && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      setAt(to);
      rows.scrollToIndex(to[0]);
      if (to[1] >= 0) across.scrollToIndex(to[1]);
    }
  };
  const wide = columns.length * columnWidth;
  return (
    <div className="matrix-scroll" ref={scroller}>
      <div
        className="matrix"
        role="grid"
        tabIndex={0}
        aria-label="Claims by origins. Arrow keys move, Enter opens the words."
        aria-rowcount={claims.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={`cell-${at[0]}-${at[1]}`}
        onKeyDown={press}
        style={{ "--origins": `${wide}px` } as React.CSSProperties}
      >
        <div className="matrix-head" role="row" aria-rowindex={1}>
          <div className="matrix-claim small soft" role="columnheader">
            <Legend />
          </div>
          <div className="matrix-cells" role="presentation">
            {seenAcross.map((c) => (
              <ColumnHead key={c.key} origin={columns[c.index]!} left={c.start} active={at[1] === c.index} />
            ))}
          </div>
        </div>
        <div className="matrix-body" role="presentation" style={{ height: rows.getTotalSize() }}>
          {seen.map((item) => {
            const claim = claims[item.index]!;
            return (
              <div
                key={claim.id}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={params.open === claim.id}
                className={`matrix-row${at[0] === item.index ? " at" : ""}`}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  setAt([item.index, -1]);
                  open(item.index);
                }}
              >
                <div className="matrix-claim" role="rowheader" id={`cell-${item.index}--1`}>
                  <span className="matrix-words serif">{claim.proposition}</span>
                  <StandingBadge claim={claim} />
                </div>
                <div className="matrix-cells" role="presentation">
                  {seenAcross.map((c) => {
                    const cell = cells.get(claim.id)?.get(columns[c.index]!.id);
                    const here = at[0] === item.index && at[1] === c.index;
                    if (cell === undefined && !here) return null;
                    return (
                      <CellMark
                        key={c.key}
                        id={`cell-${item.index}-${c.index}`}
                        cell={cell}
                        here={here}
                        left={c.start}
                        origin={columns[c.index]!.label}
                        column={c.index + 2}
                        opened={params.open === claim.id && params.cell === columns[c.index]!.id}
                        onOpen={() => {
                          setAt([item.index, c.index]);
                          open(item.index, c.index);
                        }}
                      />
                    );
                  })}
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface CellMarkProps {
  readonly id: string;
  readonly cell: Cell | undefined;
  readonly here: boolean;
  readonly left: number;
  readonly origin: string;
  readonly column: number;
  readonly opened: boolean;
  readonly onOpen: () => void;
}

function CellMark({ id, cell, here, left, origin, column, opened, onOpen }: CellMarkProps) {
  const said = `${origin}: ${sayCell(cell)}`;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column}
      aria-label={said}
      title={said}
      aria-selected={opened}
      className={`matrix-cell${here ? " at" : ""}${opened ? " opened" : ""}`}
      style={{ transform: `translateX(${left}px)` }}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {cell !== undefined && <Glyph cell={cell} />}
    </div>
  );
}

function Glyph({ cell }: { readonly cell: Cell }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={`glyph ${cell}`}>
      {cell === "contradicts" ? <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" /> : <circle cx="7" cy="7" r="5" />}
    </svg>
  );
}

function ColumnHead({
  origin,
  left,
  active,
}: {
  readonly origin: MatrixOrigin;
  readonly left: number;
  readonly active: boolean;
}) {
  const title = `${origin.label}${origin.published === null ? "" : `, ${sayShort(origin.published)}`}`;
  const informant = origin.label.replace(/^(?:the )?word of /, "");
  const href =
    origin.number === null
      ? viewHref("statements", null, { who: informant })
      : viewHref("lineage", null, { origin: origin.id });
  return (
    <div
      role="columnheader"
      className={`matrix-origin${active ? " at" : ""}`}
      style={{ transform: `translateX(${left}px)` }}
      title={title}
    >
      <a href={href} tabIndex={-1}>
        {origin.number === null ? <i>{informant}</i> : <b>{origin.number}</b>} {origin.number !== null && origin.label}
      </a>
    </div>
  );
}

function Legend() {
  return (
    <ul className="legend">
      <li>
        <Glyph cell="supports" /> supports
      </li>
      <li>
        <Glyph cell="part" /> in part
      </li>
      <li>
        <Glyph cell="contradicts" /> says otherwise
      </li>
      <li>empty: silent</li>
      <li>
        <i>a name</i>: an informant's word
      </li>
    </ul>
  );
}

/** The cell that the address names; the first claim where it names none of these. */
function placeOf(
  claims: readonly ListedClaim[],
  columns: readonly MatrixOrigin[],
  { open, cell }: Readonly<Record<string, string>>,
): readonly [number, number] {
  const row = open === undefined ? -1 : claims.findIndex(({ id }) => id === open);
  return [Math.max(0, row), row < 0 || cell === undefined ? -1 : columns.findIndex(({ id }) => id === cell)];
}

/** Where a key leads from a cell; column −1 is the claim itself. Null for keys that lead nowhere. */
function move(
  key: string,
  [row, column]: readonly [number, number],
  rows: number,
  columns: number,
): readonly [number, number] | null {
  const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(high, n));
  const to = (r: number, c: number) => [clamp(r, 0, rows - 1), clamp(c, -1, columns - 1)] as const;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ...{ ArrowDown: to(row + 1, column), j: to(row + 1, column), ArrowUp: to(row - 1, column), k: to(row - 1, column) },
    ...{
      ArrowRight: to(row, column + 1),
      ArrowLeft: to(row, column - 1),
      Home: to(row, -1),
      End: to(row, columns - 1),
    },
    ...{ PageDown: to(row + 10, column), PageUp: to(row - 10, column) },
  };
  return moves[key] ?? null;
}
