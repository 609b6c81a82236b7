import type { Report, ReportEvent } from "../../tell/report.js";
import type { Answer } from "../contract/index.js";

type Place = Answer<"GET /stories/{s}/places">[number];

/** Where an event is said to be, else whose its actors are. */
export function placesOfEvent({ where, source, target }: ReportEvent): readonly string[] {
  const named = where !== null ? [where] : [source?.country ?? null, target?.country ?? null];
  return [...new Set(named)].filter((name) => name !== null);
}

/** The places of a story, those of most events first. */
export function placesOf({ events, entities }: Pick<Report, "events" | "entities">): Place[] {
  const home = new Map(entities.map(({ name, country }) => [name.toLowerCase(), country]));
  const counts = new Map<string, number>();
  for (const event of events) for (const name of placesOfEvent(event)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, country: home.get(name.toLowerCase()) ?? null, events: count }))
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}
