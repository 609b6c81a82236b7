import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { Paged } from "../data/use.js";
import { Failed, Loading } from "./state.js";

interface Props<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly render: (row: T, index: number) => ReactNode;
  /** About how high a row is, in pixels; it is measured when shown. */
  readonly height: number;
  readonly label: string;
  /** Gets more rows when the end comes near; null when there are none. */
  readonly more?: (() => void) | null;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  j: 1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -1e9,
  End: 1e9,
};

/** A list of any length, of which only what is seen is in the page. ↑ ↓ go from row to row, to each row's first link. */
export function VirtualList<T>({ rows, keyOf, render, height, label, more = null }: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (i) => keyOf(rows[i]!),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== null && last >= rows.length - 20) more();
  }, [more, last, rows.length]);
  useEffect(() => {
    if (wanted.current !== null && focusRow(scroller.current, wanted.current)) wanted.current = null;
  });
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (
      step === undefined ||
      event.ctrlKey ||
      event.metaKey ||
      (event.target as HTMLElement).matches("input, textarea, select")
    )
      return;
    event.preventDefault();
    const now = Number((event.target as HTMLElement).closest("[data-index]")?.getAttribute("data-index") ?? -1);
    const to = Math.max(0, Math.min(rows.length - 1, now + step));
    if (focusRow(scroller.current, to)) return;
    wanted.current = to;
    virtual.scrollToIndex(to);
  };
  return (
    <div className="list" ref={scroller} role="region" tabIndex={0} aria-label={label} onKeyDown={press}>
      <div className="list-inner" role="list" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            data-index={item.index}
            ref={virtual.measureElement}
            className="list-row"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {render(rows[item.index]!, item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function focusRow(scroller: HTMLElement | null, index: number): boolean {
  const row = scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  const target = row?.querySelector<HTMLElement>("a, button") ?? null;
  target?.focus({ preventScroll: false });
  row?.scrollIntoView({ block: "nearest" });
  return target !== null;
}

interface PagedProps<T> extends Omit<Props<T>, "rows" | "more"> {
  readonly paged: Paged<T>;
  readonly empty: ReactNode;
}

/** The same for a list that is fetched page by page, with its waiting, failing and empty states. */
export function PagedList<T>({ paged, empty, ...rest }: PagedProps<T>) {
  if (paged.value === undefined) return paged.problem ? <Failed problem={paged.problem} /> : <Loading lines={12} />;
  if (paged.value.length === 0) return empty;
  return <VirtualList rows={paged.value} more={paged.more} {...rest} />;
}
