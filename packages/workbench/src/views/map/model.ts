import type { Entity, ReportEvent } from "hearsay";

export type Country = readonly [
  code: string,
  number: string,
  names: readonly string[],
  latitude: number,
  longitude: number,
];

/** A country on the map, with what happened there or was done by or to its own. */
export interface Place {
  readonly code: string;
  readonly number: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly events: readonly ReportEvent[];
}

/** Events by country: where they are said to be, else whose the actors are. Places in no list are told apart. */
export function placesOf(
  events: readonly ReportEvent[],
  entities: readonly Entity[],
  countries: readonly Country[],
): { readonly places: readonly Place[]; readonly elsewhere: readonly (readonly [string, number])[] } {
  const byName = new Map(
    countries.flatMap((c) => [c[0], ...c[2]].map((name): [string, Country] => [name.toLowerCase(), c])),
  );
  const home = new Map(
    entities.flatMap((e): readonly [string, string][] =>
      e.country === null ? [] : [[e.name.toLowerCase(), e.country]],
    ),
  );
  const countryOf = (name: string | null): Country | undefined =>
    name === null
      ? undefined
      : (byName.get(name.toLowerCase()) ?? byName.get((home.get(name.toLowerCase()) ?? "").toLowerCase()));
  const found = new Map<string, { country: Country; events: ReportEvent[] }>();
  const others = new Map<string, number>();
  for (const event of events) {
    const names = event.where !== null ? [event.where] : [event.source?.country ?? null, event.target?.country ?? null];
    for (const name of new Set(names)) {
      if (name === null) continue;
      const country = countryOf(name);
      if (country === undefined) others.set(name, (others.get(name) ?? 0) + 1);
      else found.set(country[0], { country, events: [...(found.get(country[0])?.events ?? []), event] });
    }
  }
  const places = [...found.values()].map(
    ({ country: [code, number, [name = code], latitude, longitude], events: mine }): Place => ({
      code,
      number,
      name,
      latitude,
      longitude,
      events: mine,
    }),
  );
  return {
    places: places.sort((a, b) => b.events.length - a.events.length || (a.code < b.code ? -1 : 1)),
    elsewhere: [...others].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}
