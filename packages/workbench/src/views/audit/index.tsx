import "../accounts/accounts.css";
import { useDeferredValue } from "react";
import { setParams, useRoute, viewHref } from "../../app/navigate.js";
import { useSession } from "../../data/session.js";
import { usePages } from "../../data/use.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { day, deeds } from "../accounts/model.js";

/** For admins: who did what when, newest first. */
export default function Audit() {
  const { params, story } = useRoute();
  const session = useSession();
  const { who = "", since = "", all = "" } = useDeferredValue(params);
  const query = {
    ...(who !== "" && { who }),
    ...(/^\d{4}-\d\d-\d\d$/.test(since) && { since }),
    ...(all === "" && story !== null && { story }),
  };
  const lines = usePages(session?.role === "admin" ? { name: "GET /audit", query } : null, "", 100);
  if (session?.role !== "admin") return <Empty title="This is for admins" />;
  return (
    <>
      <header className="view-head">
        <h1>Audit</h1>
        <div className="toolbar">
          <select
            className="field"
            aria-label="Of what"
            value={params.all ?? ""}
            onChange={(event) => setParams({ all: event.target.value }, true)}
          >
            <option value="">this story</option>
            <option value="1">everything</option>
          </select>
          <input
            type="search"
            className="field"
            aria-label="By whom"
            placeholder="By whom"
            value={params.who ?? ""}
            onChange={(event) => setParams({ who: event.target.value }, true)}
          />
          <input
            type="date"
            className="field"
            aria-label="Since"
            value={params.since ?? ""}
            onChange={(event) => setParams({ since: event.target.value }, true)}
          />
          <a className="button" href={viewHref("accounts")}>
            Accounts
          </a>
        </div>
      </header>
      <div className="view-body">
        {lines.value === undefined ? (
          lines.problem === null ? (
            <Loading lines={10} />
          ) : (
            <Failed problem={lines.problem} />
          )
        ) : lines.value.length === 0 ? (
          <Empty title="Nothing was done that matches" />
        ) : (
          <ol className="people">
            {lines.value.map((line) => (
              <li key={line.number} className="audit-line">
                <span className="nums small">{day(line.when)}</span>
                <b className="one-line">{line.who}</b>
                <span>{deeds[line.action]}</span>
                <span className="small soft">
                  {[all === "" ? null : line.story, line.subject, line.detail, line.from].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ol>
        )}
        {lines.more !== null && (
          <button type="button" className="button" onClick={lines.more}>
            More
          </button>
        )}
      </div>
    </>
  );
}
