import { type GeoProjection, geoNaturalEarth1 } from "d3-geo";

/** Where the map is looked at: its middle, and how close: 1 shows the whole world. */
export interface Look {
  readonly longitude: number;
  readonly latitude: number;
  readonly closeness: number;
}

export const world: Look = { longitude: 0, latitude: 0, closeness: 1 };
const closest = 40;

/** "35.5~31.2~6" in the address; null where it is none. */
export function parseLook(text: string | undefined): Look | null {
  const [longitude = Number.NaN, latitude = Number.NaN, closeness = Number.NaN, more] = (text ?? "")
    .split("~")
    .map((part) => (part === "" ? Number.NaN : Number(part)));
  const isOne = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && closeness >= 0.5 && closeness <= closest;
  return isOne && more === undefined ? { longitude, latitude, closeness } : null;
}

export const formatLook = ({ longitude, latitude, closeness }: Look): string =>
  [longitude, latitude, closeness].map((n) => Number(n.toFixed(2))).join("~");

/** The look that has all places in sight, with room around them; the world where there are none. */
export function lookAt(places: readonly { readonly longitude: number; readonly latitude: number }[]): Look {
  if (places.length === 0) return world;
  const [west, east] = ends(places.map((p) => p.longitude));
  const [south, north] = ends(places.map((p) => p.latitude));
  const wide = Math.max(30, (east - west) * 1.35, (north - south) * 2.4);
  const closeness = Math.max(1, Math.min(8, 300 / wide));
  if (closeness <= 1.2) return world;
  return { longitude: (west + east) / 2, latitude: (south + north) / 2, closeness };
}

const ends = (values: readonly number[]): readonly [number, number] => [Math.min(...values), Math.max(...values)];

/** Closer or farther about the middle. */
export const nearer = (look: Look, factor: number): Look => ({
  ...look,
  closeness: Math.max(1, Math.min(closest, look.closeness * factor)),
});

/** Moved by so many pixels. */
export function shifted(
  look: Look,
  projection: GeoProjection,
  width: number,
  height: number,
  dx: number,
  dy: number,
): Look {
  const [longitude, latitude] = projection.invert?.([width / 2 - dx, height / 2 - dy]) ?? [
    look.longitude,
    look.latitude,
  ];
  return { ...look, longitude: wrap(longitude), latitude: Math.max(-85, Math.min(85, latitude)) };
}

const wrap = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** The projection for a look in so much room. */
export function projectionFor(look: Look, width: number, height: number): GeoProjection {
  const base = geoNaturalEarth1().fitExtent(
    [
      [8, 8],
      [Math.max(60, width - 8), Math.max(60, height - 8)],
    ],
    { type: "Sphere" },
  );
  return base
    .rotate([-look.longitude, 0])
    .center([0, look.latitude])
    .scale(base.scale() * look.closeness)
    .translate([width / 2, height / 2])
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** Which names are shown: those that lie on none before them. */
export function namesShown(labels: readonly Labelled[]): ReadonlySet<number> {
  const shown = new Set<number>();
  const taken: (readonly [number, number, number])[] = [];
  labels.forEach(({ x, y, name }, i) => {
    const half = name.length * 3.6 + 4;
    if (taken.some(([a, b, c]) => Math.abs(x - a) < half + b && Math.abs(y - c) < 15)) return;
    taken.push([x, half, y]);
    shown.add(i);
  });
  return shown;
}
