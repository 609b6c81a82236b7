import "../actors/actors.css";
import "../statements/statements.css";
import type { ReportEvent, ReportPosition } from "hearsay";
import { useMemo, useState } from "react";
import { openHref, useRoute, viewHref } from "../../app/navigate.js";
import { useArticles, useRecord } from "../../data/story.js";
import { sayShort, saySpan } from "../../parts/dates.js";
import { Some } from "../../parts/some.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { ArticleName, QuoteLink } from "../../parts/words.js";
import { titleOf } from "../actors/model.js";
import { StatementRow } from "../statements/index.js";
import { isVaried, type Remark, remarks } from "../statements/model.js";
import { PairCurve } from "./curve.js";
import { pairsOf } from "./pairs.js";

/** Somebody's page: what they said over time, where reports of one remark differ, and what they did. */
export default function ActorPage() {
  const { id } = useRoute();
  const loaded = useRecord("GET /stories/{s}/entities/{id}", id);
  const articles = useArticles();
  const value = loaded.value;
  const said = useMemo(() => {
    const at = (article: string): string => articles.get(article)?.published ?? "9999";
    return remarks(
      [...(value?.statements ?? [])].sort((a, b) =>
        at(a.article) < at(b.article) ? -1 : at(a.article) > at(b.article) ? 1 : 0,
      ),
    );
  }, [value, articles]);
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
        {value.positions.length > 0 && <Stands positions={value.positions} />}
        <h2>Said</h2>
        {said.length === 0 ? (
          <p className="soft">Nothing is quoted from them.</p>
        ) : (
          <Some of={said}>{(r) => <RemarkLine key={r.statements[0]!.id} remark={r} />}</Some>
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

const shown = { said: "said", told: "as the outlet tells it", done: "deed" } as const;

/** Where they stand on each issue over time, those that moved first: every take in its own words. */
function Stands({ positions }: { readonly positions: readonly ReportPosition[] }) {
  const [all, setAll] = useState(false);
  const order = [...positions].sort((a, b) => b.shifts.length - a.shifts.length || b.takes.length - a.takes.length);
  const list = all ? order : order.slice(0, 8);
  return (
    <>
      <h2>Stands</h2>
      {list.map(({ id, issue, takes, shifts }) => (
        <section key={id} aria-label={issue.text}>
          <h3>
            “{issue.text}” {shifts.length > 0 && <span className="badge revised">{sayShifts(shifts)}</span>}
          </h3>
          <ul className="near">
            {takes.map((take) => (
              <li key={`${take.span.article}/${take.span.start}`}>
                <p className="small row">
                  <b>{take.leaning}</b>
                  <span className="soft">
                    {shown[take.shown]} · {saySpan(take.when)}
                  </span>
                  <ArticleName id={take.span.article} />
                </p>
                <QuoteLink span={take.span} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {list.length < order.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          All {order.length} issues
        </button>
      )}
    </>
  );
}

const sayShifts = (shifts: ReportPosition["shifts"]): string =>
  shifts.some(({ kind }) => kind === "gap") ? "one way in words, another in deeds" : "took another stand";

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

function RemarkLine({ remark }: { readonly remark: Remark }) {
  const articles = useArticles();
  const [first] = remark.statements;
  return (
    <div className="remark remark-times">
      <p className="soft small nums">{sayShort(articles.get(first!.article)?.published ?? null)}</p>
      <div>
        {remark.statements.length > 1 && (
          <p>
            <span className={`badge ${isVaried(remark) ? "revised" : "echoed"}`}>
              {remark.statements.length} reports{isVaried(remark) ? ", in different words" : ", word for word"}
            </span>
          </p>
        )}
        <Some of={isVaried(remark) ? remark.statements : remark.statements.slice(0, 1)} most={5}>
          {(s) => <StatementRow key={s.id} statement={s} bare />}
        </Some>
        {!isVaried(remark) && remark.statements.length > 1 && (
          <p className="small row">
            <span className="soft">also in</span>
            <Some of={remark.statements.slice(1)} most={8}>
              {(s) => <ArticleName key={s.id} id={s.article} />}
            </Some>
          </p>
        )}
      </div>
    </div>
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
