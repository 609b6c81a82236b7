import type { Answer } from "hearsay/client";

export type Country = readonly [
  code: string,
  number: string,
  names: readonly string[],
  latitude: number,
  longitude: number,
];

/** A country on the map, with how much happened there or was done by or to its own. */
export interface Place {
  readonly code: string;
  readonly number: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly events: number;
  /** What the story calls it and what is in it. */
  readonly names: readonly string[];
}

/** Places by country: by their own name, else by whose place the story knows it is. Those in no list are told apart. */
export function placesOf(
  named: Answer<"GET /stories/{s}/places">,
  countries: readonly Country[],
): { readonly places: readonly Place[]; readonly elsewhere: readonly (readonly [string, number])[] } {
  const byName = new Map(
    countries.flatMap((c) => [c[0], ...c[2]].map((name): [string, Country] => [name.toLowerCase(), c])),
  );
  const found = new Map<string, Place>();
  const elsewhere: (readonly [string, number])[] = [];
  for (const { name, country, events } of named) {
    const own = byName.get(name.toLowerCase()) ?? byName.get((country ?? "").toLowerCase());
    if (own === undefined) {
      elsewhere.push([name, events]);
      continue;
    }
    const [code, number, [called = code], latitude, longitude] = own;
    const before = found.get(code) ?? { code, number, name: called, latitude, longitude, events: 0, names: [] };
    found.set(code, { ...before, events: before.events + events, names: [...before.names, name].slice(0, 50) });
  }
  const places = [...found.values()].sort((a, b) => b.events - a.events || (a.code < b.code ? -1 : 1));
  return { places, elsewhere };
}
