import { HearsayError } from "../model/index.js";

const hours = { hour: 1, day: 24, week: 7 * 24 } as const;

/**
 * A date as people write it: "2026-03", "2026-03-14", "2026-03-14T18:00", "yesterday", "2 days ago", "3 weeks ago".
 * @returns ISO 8601, local as given; counted back from `now`, an ISO date-time
 * @throws HearsayError `usage.date`
 */
export function sinceOf(text: string, now: string): string {
  const plain = text.trim().toLowerCase();
  if (/^\d{4}(?:-\d{2}(?:-\d{2}(?:t\d{2}:\d{2})?)?)?$/.test(plain)) return plain.toUpperCase();
  if (plain === "yesterday") return back(now, 24).slice(0, 10);
  const ago = /^(\d{1,4}) (hour|day|week)s? ago$/.exec(plain);
  if (ago === null)
    throw new HearsayError("usage.date", `"${text}" is not a date: write 2026-03-14, yesterday, or 2 days ago.`);
  const unit = ago[2] as keyof typeof hours;
  const iso = back(now, Number(ago[1]) * hours[unit]);
  return unit === "hour" ? iso.slice(0, 16) : iso.slice(0, 10);
}

const back = (now: string, by: number): string => new Date(Date.parse(now) - by * 3_600_000).toISOString();
