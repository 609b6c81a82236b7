import type { Interval } from "../../model/index.js";
import { readableInterval } from "../dates.js";
import type { ReportEvent, TimelineEntry } from "../report.js";
import type { Page } from "./page-context.js";
import { html, type SafeHtml } from "./safe.js";

const day = 86_400_000;
const width = 960;
const margin = 12;
const laneHeight = 15;
const maxLanes = 16;

interface Bar {
  readonly entry: TimelineEntry;
  readonly event: ReportEvent;
  readonly from: number;
  readonly to: number;
}

/** The timeline's events on one axis: a dot is a day, a bar an interval in which the day is not known. */
export function timelineStrip(page: Page): SafeHtml | null {
  const bars = barsOf(page);
  if (bars.length < 2) return null;
  const [begin, end] = extent(bars);
  const inside = bars.filter((b) => b.to >= begin && b.from <= end);
  const x = (time: number): number =>
    margin + ((Math.min(end, Math.max(begin, time)) - begin) / (end - begin)) * (width - 2 * margin);
  const lanes = lanesOf(inside, x);
  const height = 26 + (Math.max(0, ...lanes) + 1) * laneHeight;
  const undrawn = bars.length - inside.length;
  return html`<figure class="picture"><figcaption><strong>Events in time.</strong> A dot is a day, a bar a stretch in which the day is not known. Blue: cooperation; red: conflict; hollow: not asserted as fact.${undrawn > 0 ? ` ${undrawn} far from the others ${undrawn === 1 ? "is" : "are"} not drawn.` : ""}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="Timeline strip"><svg class="strip" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="Events in time">${axis(begin, end, x, height)}${inside.map((b, i) => mark(page, b, x, height - 30 - (lanes[i] ?? 0) * laneHeight))}</svg></div></figure>`;
}

function barsOf(page: Page): Bar[] {
  const events = new Map(page.report.events.map((e) => [e.id, e]));
  return page.report.timeline.flatMap((entry) => {
    const event = events.get(entry.events[0] ?? "");
    if (event === undefined || entry.when === null || page.lineOf(entry.id) === null) return [];
    const [from, to] = times(entry.when);
    return Number.isFinite(from) && Number.isFinite(to) && to >= from ? [{ entry, event, from, to }] : [];
  });
}

/** Milliseconds; a day ends where the next begins. */
function times({ earliest, latest }: Interval): readonly [number, number] {
  return [Date.parse(`${fullDay(earliest)}T00:00:00Z`), Date.parse(`${fullDay(latest)}T00:00:00Z`) + day];
}
const fullDay = (iso: string): string =>
  iso.length >= 10 ? iso.slice(0, 10) : iso.length === 7 ? `${iso}-01` : `${iso}-01-01`;

/** From the first to the last event, without the few that stand far off from the rest. */
function extent(bars: readonly Bar[]): readonly [number, number] {
  const middles = bars.map((b) => (b.from + b.to) / 2).sort((a, b) => a - b);
  const quantile = (q: number): number => middles[Math.round(q * (middles.length - 1))] ?? 0;
  const spread = Math.max(7 * day, quantile(0.75) - quantile(0.25));
  const near = bars.filter(
    (b) => (b.from + b.to) / 2 >= quantile(0.25) - 3 * spread && (b.from + b.to) / 2 <= quantile(0.75) + 3 * spread,
  );
  const begin = Math.max(
    Math.min(...near.map((b) => b.from)),
    quantile(0) < quantile(0.25) - 3 * spread ? quantile(0.25) - 3 * spread : Number.NEGATIVE_INFINITY,
  );
  return [begin, Math.max(...near.map((b) => b.to), begin + day)];
}

/** The lowest free lane for each bar, in order of beginning. */
function lanesOf(bars: readonly Bar[], x: (time: number) => number): number[] {
  const ends: number[] = [];
  return bars.map((b) => {
    const free = ends.findIndex((end) => end + 6 <= x(b.from));
    const lane = free >= 0 ? free : Math.min(ends.length, maxLanes - 1);
    ends[lane] = Math.max(x(b.to), x(b.from) + 11);
    return lane;
  });
}

function mark(page: Page, { entry, event, from, to }: Bar, x: (time: number) => number, y: number): SafeHtml {
  const tone = event.goldstein < 0 ? "conflict" : "cooperation";
  const className = `event ${tone}${event.mode === "asserted" ? "" : " unsure"}`;
  const title = `${entry.when === null ? "" : readableInterval(entry.when)}: “${event.span.text}” — ${page.article(event.article)?.label ?? ""}`;
  const one = to - from <= day;
  const shape = one
    ? html`<circle cx="${((x(from) + x(to)) / 2).toFixed(1)}" cy="${y + 5}" r="5"/>`
    : html`<rect x="${x(from).toFixed(1)}" y="${y}" width="${Math.max(10, x(to) - x(from)).toFixed(1)}" height="10" rx="5"/>`;
  return html`<a href="#${page.lineOf(entry.id) ?? "timeline"}"><g class="${className}"><title>${title}</title>${shape}</g></a>`;
}

const steps = [1, 2, 7, 14, 31, 92, 184, 366, 732, 1830, 3660] as const;

function axis(begin: number, end: number, x: (time: number) => number, height: number): SafeHtml {
  const step = steps.find((s) => (end - begin) / (s * day) <= 8) ?? 7320;
  const first = Math.ceil(begin / (step * day)) * step * day;
  const ticks: number[] = [];
  for (let time = first; time <= end && ticks.length < 12; time += step * day) ticks.push(time);
  return html`<g class="axis"><line x1="${margin}" x2="${width - margin}" y1="${height - 18}" y2="${height - 18}"/>${ticks.map((t) => tick(t, x(t), height, step))}</g>`;
}

function tick(time: number, x: number, height: number, step: number): SafeHtml {
  const iso = new Date(time).toISOString();
  const label = readableInterval(
    step >= 92
      ? { earliest: iso.slice(0, 7), latest: iso.slice(0, 7) }
      : { earliest: iso.slice(0, 10), latest: iso.slice(0, 10) },
  );
  const anchor = x < 60 ? "start" : x > width - 60 ? "end" : "middle";
  return html`<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="0" y2="${height - 14}"/><text x="${x.toFixed(1)}" y="${height - 3}" text-anchor="${anchor}">${label}</text>`;
}
