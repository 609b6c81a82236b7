import "./map.css";
import countries from "virtual:countries";
import { geoGraticule10, geoNaturalEarth1, geoPath } from "d3-geo";
import { useMemo, useRef } from "react";
import { feature } from "topojson-client";
import atlas from "world-atlas/countries-110m.json";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { useRows, useStory } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { useSize } from "../../parts/use-size.js";
import { placesOf } from "./model.js";

type Topology = Parameters<typeof feature>[0];
const world = feature(
  atlas as unknown as Topology,
  (atlas as unknown as Topology).objects.countries!,
) as unknown as GeoJSON.FeatureCollection;

/** Where it happens, country by country, on a base map from a package. */
export default function WorldMap() {
  const { params } = useRoute();
  const named = useStory("GET /stories/{s}/places");
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const { places, elsewhere } = useMemo(() => placesOf(named.value ?? [], countries), [named.value]);
  const projection = useMemo(
    () =>
      geoNaturalEarth1().fitExtent(
        [
          [8, 8],
          [Math.max(60, width - 8), Math.max(60, height - 8)],
        ],
        { type: "Sphere" },
      ),
    [width, height],
  );
  const path = useMemo(() => geoPath(projection), [projection]);
  const most = Math.max(1, ...places.map((p) => p.events));
  const counts = new Map(places.map((p) => [p.number, p.events]));
  const chosen = places.find((p) => p.code === params.place);
  const { problem } = named;
  return (
    <>
      <header className="view-head">
        <h1>Map</h1>
        <span className="soft small">
          {places.length > 0 && `${places.length} countries, by where it happens, else by whose the actors are`}
        </span>
        <ExportMenu
          table="events"
          picture={{ name: "map", svg: () => document.querySelector<SVGSVGElement>(".world") }}
        />
      </header>
      <div className="view-fill card actors">
        {named.value === undefined ? (
          problem ? (
            <Failed problem={problem} />
          ) : (
            <Loading lines={10} />
          )
        ) : (
          <>
            <div className="world-box" ref={box}>
              {width > 0 && (
                <svg
                  className="world"
                  viewBox={`0 0 ${width} ${height}`}
                  width={width}
                  height={height}
                  role="group"
                  aria-label="Map of the world"
                >
                  <path className="sea" d={path({ type: "Sphere" }) ?? ""} />
                  <path className="graticule" d={path(geoGraticule10()) ?? ""} />
                  {world.features.map((f) => (
                    <path
                      key={String(f.id ?? f.properties?.name)}
                      className="land"
                      d={path(f) ?? ""}
                      fillOpacity={
                        counts.has(String(f.id)) ? 0.25 + (0.7 * counts.get(String(f.id))!) / most : undefined
                      }
                      data-named={counts.has(String(f.id)) || undefined}
                    />
                  ))}
                  {places.map((p) => {
                    const at = projection([p.longitude, p.latitude]);
                    if (at === null) return null;
                    return (
                      <g
                        key={p.code}
                        role="button"
                        tabIndex={0}
                        className="place"
                        aria-label={`${p.name}: ${p.events} events`}
                        onClick={() => setParams({ place: p.code })}
                        onKeyDown={(event) => event.key === "Enter" && setParams({ place: p.code })}
                      >
                        <circle cx={at[0]} cy={at[1]} r={4 + 10 * Math.sqrt(p.events / most)} />
                        <text x={at[0]} y={at[1] - 8 - 10 * Math.sqrt(p.events / most)} textAnchor="middle">
                          {p.name}
                        </text>
                      </g>
                    );
                  })}
                </svg>
              )}
            </div>
            <div className="map-list" tabIndex={0} role="region" aria-label="Places">
              {chosen === undefined ? (
                <>
                  {places.length === 0 && (
                    <Empty title="No country of this map is named" slim>
                      <p>Its places are in no list of countries; they stand below.</p>
                    </Empty>
                  )}
                  <ul>
                    {places.map((p) => (
                      <li key={p.code}>
                        <button type="button" className="review-line" onClick={() => setParams({ place: p.code })}>
                          {p.name} <span className="soft nums">{p.events}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                  {elsewhere.length > 0 && <h2>Not on the map</h2>}
                  <ul>
                    {elsewhere.slice(0, 60).map(([name, count]) => (
                      <li key={name} className="map-line">
                        {name} <span className="soft nums">{count}</span>
                      </li>
                    ))}
                  </ul>
                </>
              ) : (
                <>
                  <div className="row">
                    <h2 className="grow">{chosen.name}</h2>
                    <button type="button" className="button" onClick={() => setParams({ place: null })}>
                      All places
                    </button>
                  </div>
                  <There names={chosen.names} />
                </>
              )}
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** What happened there, as each article has it. */
function There({ names }: { readonly names: readonly string[] }) {
  const events = useRows("GET /stories/{s}/events", { where: names }, 60);
  if (events.value === undefined) return events.problem ? <Failed problem={events.problem} slim /> : <Loading />;
  return (
    <>
      <ul className="near">
        {events.value.map((e) => (
          <li key={e.id}>
            <a className="words quote-link" href={openHref(`${e.article}/${e.id}`)}>
              {e.span.text}
            </a>
          </li>
        ))}
      </ul>
      {events.more !== null && (
        <button type="button" className="button" onClick={events.more}>
          More
        </button>
      )}
    </>
  );
}
