import { type GeoProjection, geoGraticule10, geoPath } from "d3-geo";
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from "react";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-110m.json";
import { setParams, useRoute } from "../../app/navigate.js";
import { type Look, namesShown, nearer, shifted } from "./look.js";
import type { Place } from "./model.js";

type Topology = Parameters<typeof feature>[0];
const countries = feature(
  atlas as unknown as Topology,
  (atlas as unknown as Topology).objects.countries!,
) as unknown as GeoJSON.FeatureCollection;

interface Props {
  readonly look: Look;
  readonly projection: GeoProjection;
  readonly places: readonly Place[];
  readonly width: number;
  readonly height: number;
  readonly set: (look: Look | null) => void;
}

/** The base map and the places on it: drag to move, wheel or + and − to come closer, 0 for all places. */
export function Drawing({ look, projection, places, width, height, set }: Props) {
  const { params } = useRoute();
  const own = useRef<SVGSVGElement>(null);
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const path = useMemo(() => geoPath(projection), [projection]);
  const lands = useMemo(
    () => countries.features.map((f) => ({ id: String(f.id), name: String(f.properties?.name), d: path(f) ?? "" })),
    [path],
  );
  const most = Math.max(1, ...places.map((p) => p.events));
  const counts = new Map(places.map((p) => [p.number, p.events]));
  const marks = places.flatMap((place) => {
    const at = projection([place.longitude, place.latitude]);
    const radius = 4 + 10 * Math.sqrt(place.events / most);
    const inside = at !== null && at[0] > -20 && at[0] < width + 20 && at[1] > -20 && at[1] < height + 20;
    return inside ? [{ place, x: at[0], y: at[1], radius }] : [];
  });
  const named = namesShown(marks.map(({ place, x, y, radius }) => ({ x, y: y - 4 - radius, name: place.name })));
  useEffect(() => {
    const element = own.current;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      set(nearer(look, Math.exp(-event.deltaY / 400)));
    };
    element?.addEventListener("wheel", wheel, { passive: false });
    return () => element?.removeEventListener("wheel", wheel);
  });
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ...{ ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] },
    };
    const step = steps[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "+" || event.key === "=") set(nearer(look, 1.6));
    else if (event.key === "-") set(nearer(look, 1 / 1.6));
    else if (event.key === "0") set(null);
    else if (step !== undefined) set(shifted(look, projection, width, height, ...step));
    else return;
    event.preventDefault();
  };
  const move = (event: PointerEvent): void => {
    const from = drag.current;
    if (from === null) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < 4) return;
    if (!from.moved) own.current?.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    set(shifted(look, projection, width, height, dx, dy));
  };
  return (
    <svg
      ref={own}
      className="world"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      tabIndex={0}
      aria-label="Map of the world. Plus and minus come closer and go farther, arrows move."
      onKeyDown={press}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, y: event.clientY, moved: false };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerLeave={() => {
        if (drag.current?.moved === false) drag.current = null;
      }}
    >
      <path className="sea" d={path({ type: "Sphere" }) ?? ""} />
      <path className="graticule" d={path(geoGraticule10()) ?? ""} />
      {lands.map(({ id, name, d }) => (
        <path
          key={`${id} ${name}`}
          className="land"
          d={d}
          fillOpacity={counts.has(id) ? 0.25 + (0.7 * counts.get(id)!) / most : undefined}
          data-named={counts.has(id) || undefined}
        />
      ))}
      {marks.map(({ place, x, y, radius }, i) => (
        <g
          key={place.code}
          role="button"
          tabIndex={0}
          className={params.place === place.code ? "place chosen" : "place"}
          aria-label={`${place.name}: ${place.events} events`}
          onClick={() => setParams({ place: place.code })}
          onKeyDown={(event) => event.key === "Enter" && setParams({ place: place.code })}
        >
          <title>{`${place.name}: ${place.events} events`}</title>
          <circle cx={x} cy={y} r={radius} />
          {(named.has(i) || params.place === place.code) && (
            <text x={x} y={y - 4 - radius} textAnchor="middle">
              {place.name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
