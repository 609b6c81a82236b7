import { scaleUtc } from "d3-scale";
import type { KeyboardEvent } from "react";
import { sayDate, sayShort } from "./dates.js";
import { Icon } from "./icon.js";

/** Ticks of a time axis with their words; as many as there is room for. */
export function timeTicks(
  domain: readonly [number, number],
  width: number,
): readonly { readonly x: number; readonly text: string; readonly at: number }[] {
  const scale = scaleUtc([new Date(domain[0]), new Date(domain[1])], [0, width]);
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 90)));
  return ticks.map((t, i) => {
    const iso = t.toISOString();
    return { x: scale(t), text: i === 0 ? sayFirstTick(iso) : sayTick(iso), at: t.getTime() };
  });
}

/** The first tick, which also says what the others leave out: the day of an hour, the year of a day or month. */
export function sayFirstTick(iso: string): string {
  if (!iso.slice(11).startsWith("00:00")) return `${sayShort(iso).replace(/ \d{4}$/, "")}, ${iso.slice(11, 16)}`;
  if (iso.slice(5, 10) === "01-01") return iso.slice(0, 4);
  return iso.slice(8, 10) === "01" ? sayShort(iso).replace(/^1 /, "") : sayShort(iso);
}

/** A tick as briefly as it can be said: "2029", "February", "4 Feb", "16:30". */
export function sayTick(iso: string): string {
  if (!iso.slice(11).startsWith("00:00")) return iso.slice(11, 16);
  if (iso.slice(5, 10) === "01-01") return iso.slice(0, 4);
  return iso.slice(8, 10) === "01"
    ? sayDate(iso.slice(0, 7)).replace(/ \d+$/, "")
    : sayShort(iso).replace(/ \d{4}$/, "");
}

/** Where a moment stands, in pixels. */
export const timeX =
  (domain: readonly [number, number], width: number) =>
  (at: number): number =>
    ((at - domain[0]) / (domain[1] - domain[0])) * width;

interface ZoomProps {
  readonly onZoom: (factor: number, shift: number) => void;
  readonly onAll: () => void;
}

/** Closer, farther, all, earlier, later: by button as by key. */
export function ZoomButtons({ onZoom, onAll }: ZoomProps) {
  return (
    <div className="row zoom" role="group" aria-label="Time">
      <button
        type="button"
        className="icon-button"
        aria-label="Earlier"
        title="Earlier (←)"
        onClick={() => onZoom(1, -0.3)}
      >
        <Icon name="back" size={14} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Closer"
        title="Closer (+)"
        onClick={() => onZoom(0.5, 0)}
      >
        +
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Farther"
        title="Farther (−)"
        onClick={() => onZoom(2, 0)}
      >
        −
      </button>
      <button type="button" className="icon-button" aria-label="Later" title="Later (→)" onClick={() => onZoom(1, 0.3)}>
        <Icon name="next" size={14} />
      </button>
      <button type="button" className="button" title="All (0)" onClick={onAll}>
        all
      </button>
    </div>
  );
}

/** The keys of the buttons. */
export const zoomKeys =
  ({ onZoom, onAll }: ZoomProps) =>
  (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "+" || event.key === "=") onZoom(0.5, 0);
    else if (event.key === "-") onZoom(2, 0);
    else if (event.key === "0") onAll();
    else if (event.key === "ArrowLeft") onZoom(1, -0.3);
    else if (event.key === "ArrowRight") onZoom(1, 0.3);
    else return;
    event.preventDefault();
  };

/** "2029-02-04T06:00~2029-02-09T12:30" in milliseconds; null where it is no stretch. */
export function parseSpan(text: string | undefined): readonly [number, number] | null {
  const [from = Number.NaN, to = Number.NaN] = (text ?? "").split("~").map((end) => Date.parse(`${end}Z`));
  return from < to ? [from, to] : null;
}

export const formatSpan = (span: readonly [number, number]): string =>
  span.map((at) => new Date(at).toISOString().slice(0, 16)).join("~");
