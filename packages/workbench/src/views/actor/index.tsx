import "../actors/actors.css";
import "../statements/statements.css";
import "./actor.css";
import type { ReportEvent } from "hearsay";
import { useMemo } from "react";
import { openHref, useRoute, viewHref } from "../../app/navigate.js";
import { useArticles, useRecord } from "../../data/story.js";
import { saySpan } from "../../parts/dates.js";
import { Some } from "../../parts/some.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { ArticleName } from "../../parts/words.js";
import { titleOf } from "../actors/model.js";
import { saidOf } from "../statements/model.js";
import { PairCurve } from "./curve.js";
import { pairsOf } from "./pairs.js";
import { SaidLine } from "./said.js";
import { Stands } from "./stands.js";

/** Somebody's page: what they said over time, where reports of one remark differ, and what they did. */
export default function ActorPage() {
  const { id } = useRoute();
  const loaded = useRecord("GET /stories/{s}/entities/{id}", id);
  const articles = useArticles();
  const value = loaded.value;
  const said = useMemo(() => (value === undefined ? [] : saidOf(value.statements, value.remarks)), [value]);
  const pairs = useMemo(
    () => (value === undefined ? [] : pairsOf(value.entity.id, value.events, (article) => articles.get(article))),
    [value, articles],
  );
  if (value === undefined) {
    if (loaded.problem?.status === 404) return <Empty title="The story has no such actor now" />;
    return loaded.problem ? <Failed problem={loaded.problem} /> : <Loading lines={12} />;
  }
  const { entity, events } = value;
  return (
    <>
      <header className="view-head actor-head">
        <h1>{entity.name}</h1>
        <p className="soft">{titleOf(entity) || entity.kind}</p>
      </header>
      <div className="view-body actor-page">
        {entity.aliases.length > 0 && <p className="soft small">also {entity.aliases.join(", ")}</p>}
        <p className="small">
          <a href={viewHref("actors", null, { open: entity.id })}>Among the actors</a>
        </p>
        {value.positions.length > 0 && <Stands positions={value.positions} name={entity.name} />}
        <h2>Said</h2>
        {said.length === 0 ? (
          <p className="soft">Nothing is quoted from them.</p>
        ) : (
          <Some of={said}>{(one) => <SaidLine key={one.id} said={one} />}</Some>
        )}
        {pairs.length > 0 && <Pairs pairs={pairs} />}
        <h2>Did, and had done to them</h2>
        {events.length === 0 ? (
          <p className="soft">No event names them.</p>
        ) : (
          <Some of={events}>{(e) => <EventLine key={e.id} event={e} />}</Some>
        )}
      </div>
    </>
  );
}

/** With whom they deal, and how over time: all on one scale of time. */
function Pairs({ pairs }: { readonly pairs: ReturnType<typeof pairsOf> }) {
  const times = pairs.flatMap((pair) => pair.points.map(({ at }) => at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  return (
    <>
      <h2>Dealt with</h2>
      {pairs.slice(0, 12).map(({ other, name, points }) => (
        <div key={other} className="row pair-row">
          <a className="one-line grow" href={viewHref("actor", other)}>
            {name}
          </a>
          <PairCurve points={points} from={from} to={to} />
          <span className="soft nums small">{points.length}</span>
        </div>
      ))}
    </>
  );
}

function EventLine({ event }: { readonly event: ReportEvent }) {
  return (
    <div className="event-row">
      <span className={`badge ${event.goldstein < 0 ? "contradicted" : "corroborated"}`}>
        {event.type.toLowerCase()}
      </span>
      {event.mode !== "asserted" && <span className="badge">{event.mode}</span>}
      <a className="words quote-link" href={openHref(`${event.article}/${event.id}`)}>
        {event.span.text}
      </a>
      <span className="soft small">{saySpan(event.when)}</span>
      <span className="small">
        <ArticleName id={event.article} />
      </span>
    </div>
  );
}
