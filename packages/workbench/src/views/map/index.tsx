import "./map.css";
import countries from "virtual:countries";
import { useMemo, useRef } from "react";
import { openHref, setParams, useRoute } from "../../app/navigate.js";
import { useRows, useStory } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { useLook } from "../../parts/use-look.js";
import { useSize } from "../../parts/use-size.js";
import { Drawing } from "./drawing.js";
import { formatLook, lookAt, nearer, parseLook, projectionFor, world } from "./look.js";
import { placesOf } from "./model.js";

/** Where it happens, country by country, on a base map from a package. */
export default function WorldMap() {
  const { params } = useRoute();
  const named = useStory("GET /stories/{s}/places");
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const { places, elsewhere } = useMemo(() => placesOf(named.value ?? [], countries), [named.value]);
  const fitted = useMemo(() => lookAt(places), [places]);
  const [asked, setLook] = useLook(parseLook, formatLook);
  const look = asked ?? fitted;
  const projection = useMemo(() => projectionFor(look, width, height), [look, width, height]);
  const chosen = places.find((p) => p.code === params.place);
  const { problem } = named;
  return (
    <>
      <header className="view-head">
        <h1>Map</h1>
        <span className="soft small">
          {places.length > 0 && `${places.length} countries, by where it happens, else by whose the actors are`}
        </span>
        <div className="row zoom" role="group" aria-label="Map">
          <Zoom label="Closer" sign="+" onClick={() => setLook(nearer(look, 1.6))} />
          <Zoom label="Farther" sign="−" onClick={() => setLook(nearer(look, 1 / 1.6))} />
          <button type="button" className="button" title="All places (0)" onClick={() => setLook(null)}>
            places
          </button>
          <button type="button" className="button" onClick={() => setLook(world)}>
            world
          </button>
        </div>
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
                <Drawing
                  look={look}
                  projection={projection}
                  places={places}
                  width={width}
                  height={height}
                  set={setLook}
                />
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

function Zoom({
  label,
  sign,
  onClick,
}: {
  readonly label: string;
  readonly sign: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={`${label} (${sign})`} onClick={onClick}>
      {sign}
    </button>
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
