import type { Fingerprint } from "./fingerprint.js";
import type { Kinship } from "./kinship.js";
import { outletFit } from "./outlets.js";

/** Which of two kin came first: log odds that `a` did, in nats, and why, for either answer. */
export interface Direction {
  readonly odds: number;
  readonly reasons: readonly Reason[];
}
export interface Reason {
  /** Log odds that `a` came first. */
  readonly odds: number;
  /** Worded from the derived article's side. */
  readonly text: string;
}

/** Weaker evidence leaves the direction open. */
export const openBelow = 0.8;

/** What the wording of two kin shows of who handled it later. */
export interface Marks {
  /** How much odder b's words are than a's where they differ, in nats. */
  readonly oddness: number;
  readonly furnitureA: boolean;
  readonly furnitureB: boolean;
}

/** Weighs dates, credits, notes, containment, spin damage and added lines. */
export function directionOf(a: Fingerprint, b: Fingerprint, kin: Kinship, marks: Marks): Direction {
  const reasons = [
    fromDates(a, b),
    fromCredits(a, b),
    fromTranslation(a, b),
    fromContainment(kin),
    fromOddness(marks.oddness),
    fromFurniture(marks),
  ].filter((reason) => reason !== null);
  return { odds: reasons.reduce((sum, reason) => sum + reason.odds, 0), reasons };
}

/** Clocks, zones and late stamps put articles up to this far out of order. */
const clockError = 14;

function fromDates(a: Fingerprint, b: Fingerprint): Reason | null {
  const [x, y] = [dateRange(a), dateRange(b)];
  if (x === null || y === null) return null;
  const gap = hoursBetween(x, y);
  if (gap === 0) return null;
  return { odds: Math.sign(gap) * oddsOfGap(Math.abs(gap)), text: `published ${spanOf(Math.abs(gap))} later` };
}

/** Hours by which `y` is surely later than `x`; below nought when it is earlier, nought when that is open. */
export function hoursBetween(x: Hours, y: Hours): number {
  if (x.latest < y.earliest) return y.earliest - x.latest;
  return y.latest < x.earliest ? y.latest - x.earliest : 0;
}

/** Whether their own dates tell which of two came first. */
export function datesTell(a: Fingerprint, b: Fingerprint): boolean {
  const [x, y] = [dateRange(a), dateRange(b)];
  return x !== null && y !== null && hoursBetween(x, y) !== 0;
}

/** Whether both are of the same day or hour, or both have no date. */
export function sameTime(a: Fingerprint, b: Fingerprint): boolean {
  return (dateRange(a) === null) === (dateRange(b) === null) && !datesTell(a, b);
}

/** What dates so many hours apart tell, in nats. */
export const oddsOfGap = (hours: number): number => (hours > clockError ? 5 : 2.5);

/** A number of hours in words. */
export function spanOf(hours: number): string {
  if (hours < 48) return `${Math.max(1, Math.round(hours))} h`;
  return `${Math.round(hours / 24)} days`;
}

/** A stretch of time in hours since 1970. */
export interface Hours {
  readonly earliest: number;
  readonly latest: number;
}

/** Hours since 1970 in which it can have been published; a day without time is the whole day. */
export function dateRange(of: Fingerprint): Hours | null {
  if (of.date !== null) return hoursOf(of.date, of.date);
  return of.dateWithin === null ? null : hoursOf(of.dateWithin.earliest, of.dateWithin.latest);
}

function hoursOf(from: string, to: string): Hours | null {
  const earliest = Date.parse(withTime(from, "00:00:00"));
  const latest = Date.parse(withTime(to, "23:59:59"));
  if (Number.isNaN(earliest) || Number.isNaN(latest)) return null;
  return { earliest: earliest / 3_600_000, latest: latest / 3_600_000 };
}

/** Local times are read as UTC, so that the answer does not depend on the machine's zone. */
function withTime(date: string, time: string): string {
  const full = date.length <= 10 ? `${date}T${time}` : date;
  return /(?:Z|[+-]\d\d:?\d\d)$/u.test(full) ? full : `${full}Z`;
}

function fromCredits(a: Fingerprint, b: Fingerprint): Reason | null {
  const [aNamesB, bNamesA] = [credits(a, b), credits(b, a)];
  if (aNamesB === bNamesA) return null;
  const source = (bNamesA ? a : b).outlet ?? "";
  return { odds: bNamesA ? 5 : -5, text: `credits ${source}` };
}

/** It gives the other's outlet as its source, and is not that outlet itself. */
function credits(of: Fingerprint, other: Fingerprint): boolean {
  if (other.outlet === null) return false;
  if (of.outlet !== null && outletFit(of.outlet, other.outlet) >= 3) return false;
  return of.credits.some((credit) => outletFit(credit, other.outlet!) >= 3);
}

function fromTranslation(a: Fingerprint, b: Fingerprint): Reason | null {
  const [x, y] = [a.translatedFrom !== null, b.translatedFrom !== null];
  return x === y ? null : { odds: y ? 4 : -4, text: "says it is a translation" };
}

/** Less than this of either in the other is an overlap, not containment. */
const mostContained = 0.7;

/** Copyists cut; what has more of its own beside the shared part is likelier the source. */
function fromContainment(kin: Kinship): Reason | null {
  const lean = kin.coverB - kin.coverA;
  if (Math.abs(lean) < 0.1 || Math.max(kin.coverA, kin.coverB) < mostContained) return null;
  return { odds: 5 * lean, text: "contained in it" };
}

function fromOddness(oddness: number): Reason | null {
  const odds = Math.max(-4, Math.min(4, oddness));
  return Math.abs(odds) < 0.5 ? null : { odds, text: "its wording is the odder where they differ" };
}

/** Who takes a text over adds the lines of the own site to it. */
function fromFurniture({ furnitureA, furnitureB }: Marks): Reason | null {
  if (furnitureA === furnitureB) return null;
  return { odds: furnitureB ? 1.2 : -1.2, text: "adds lines of its own site" };
}
