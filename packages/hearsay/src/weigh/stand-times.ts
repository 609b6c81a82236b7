import type { Interval } from "../model/index.js";
import type { Wording } from "./wording.js";

const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/;
const opens = /^(?:in|on|since|during|early|late|mid|around|throughout)$/;

/**
 * When a stand was taken, of the times of its clause: not the year in a name ("under the 1987 Harbour Treaty"), nor a day still to
 * come, which is that of what the stand is on. A year, or what lies more than about a year back, must be said of the act itself.
 */
export function ownTime(times: readonly Interval[], wording: Wording, published: Interval | null): Interval | null {
  return times.find((time) => isClosed(time) && isOwn(time, wording, published)) ?? null;
}

const isClosed = ({ earliest, latest }: Interval): boolean => earliest !== "0000" && latest !== "9999";

function isOwn(time: Interval, wording: Wording, published: Interval | null): boolean {
  if (published !== null && time.earliest.slice(0, 10) > published.latest.slice(0, 10)) return false;
  return (!isLong(time) && !isOld(time, published)) || isOpened(time.earliest.slice(0, 4), wording);
}

/** Longer than a season. */
const isLong = ({ earliest, latest }: Interval): boolean => daysOf(latest) - daysOf(earliest) > 100;

const isOld = ({ latest }: Interval, published: Interval | null): boolean =>
  published !== null && daysOf(published.earliest) - daysOf(latest) > 400;

const daysOf = (iso: string): number => Date.parse(iso.slice(0, 10)) / 86_400_000;

/** The year, or the day and month before it, follows "in", "on", "since". */
function isOpened(year: string, wording: Wording): boolean {
  const at = wording.indexOf(year);
  const before = wording
    .slice(0, Math.max(0, at))
    .findLast((word) => !months.test(word) && !/^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  return at >= 0 && before !== undefined && opens.test(before);
}

const between =
  /^(?:not|never|also|already|earlier|previously|once|long|repeatedly|since|only|just|initially|twice|all|both)$/;
const participle =
  /^(?:[a-z]+(?:ed|en|wn)|made|sent|told|said|met|held|cut|shut|put|let|set|led|kept|left|lent|sold|bought|brought|sought|stood|withstood|quit|won|lost|paid|begun|gone|come|become|done)$/;

/** "Had rejected": what it tells was over before the day that the clause is told for. */
export function isPluperfect(wording: Wording): boolean {
  return wording.some((word, i) => {
    if (word !== "had") return false;
    const next = wording.slice(i + 1, i + 4).find((after) => !between.test(after));
    return next !== undefined && participle.test(next);
  });
}
