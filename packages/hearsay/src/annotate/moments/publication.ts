import { type Entry, entryAt } from "../../model/index.js";
import { parseDay } from "./calendar.js";

/** When a passage was published, as far as it matters to the times it speaks of. */
export interface Publication {
  /** Days since 1970-01-01; null where it is not known. */
  readonly day: number | null;
  /** Minutes since midnight; null for an article as a whole: what it says "an hour ago" may have been told hours before. */
  readonly minutes: number | null;
}

/** The publication of what stands at an offset. What is in one entry, or in none, gives the same object. */
export type Publications = (offset: number) => Publication;

/** @param published of the article, ISO 8601 or null; what stands in an entry with a time of its own has that one */
export function publicationsOf(published: string | null, entries: readonly Entry[]): Publications {
  const whole: Publication = { day: published === null ? null : parseDay(published), minutes: null };
  if (entries.length === 0) return () => whole;
  const known = new Map(entries.map((entry) => [entry, ofEntry(entry, whole)]));
  return (offset) => {
    const entry = entryAt(entries, offset);
    return entry === null ? whole : known.get(entry)!;
  };
}

function ofEntry({ time }: Entry, whole: Publication): Publication {
  if (time === null) return { ...whole };
  const clock = /T(\d\d):(\d\d)/.exec(time);
  return { day: parseDay(time), minutes: clock === null ? null : Number(clock[1]) * 60 + Number(clock[2]) };
}
