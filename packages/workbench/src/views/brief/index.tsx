import "./brief.css";
import type { Diagnostic, Line } from "hearsay";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { setParams, useRoute, viewHref } from "../../app/navigate.js";
import { ask, type Problem } from "../../data/api.js";
import { asProblem } from "../../data/use.js";
import { BriefLine } from "../../parts/brief-line.js";
import { type Pick, usePicks } from "../../parts/pick.js";
import { save } from "../../parts/picture.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { say } from "../../parts/toast.js";
import { QuoteLink } from "../../parts/words.js";
import { formatItems, moved, parseItems, type Source, sayProblems, sourceLine, wordsOf } from "./model.js";

interface Composed {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly sources: readonly Source[];
  readonly problems: readonly Diagnostic[];
}

/** What a brief can be saved as. */
const files = [
  ["docx", "Word"],
  ["pdf", "PDF"],
  ["html", "HTML page"],
  ["md", "Markdown"],
] as const;
type FileFormat = (typeof files)[number][0];

/** What will be sent: chosen lines in an order of one's own, with numbered sources; each sentence verified. */
export default function Brief() {
  const { story, params } = useRoute();
  const [mine, setPicks] = usePicks();
  const sent = useMemo(() => parseItems(params.items), [params.items]);
  const picks = sent ?? mine;
  const titleKey = `hearsay.brief.title.${story}`;
  const [own, setTitle] = useState(() => localStorage.getItem(titleKey) ?? `${story}: brief`);
  const title = sent === null ? own : (params.title ?? own);
  const keepTitle = (next: string): void => {
    setTitle(next);
    localStorage.setItem(titleKey, next);
  };
  const composed = useComposed(story, useDeferredValue(title), picks);
  const download = async (format: FileFormat): Promise<void> => {
    try {
      const body = { title: title || "Brief", items: picks.map(({ kind, id }) => ({ kind, id })), format };
      const made: unknown = await ask("POST /stories/{s}/brief", { path: { s: story! }, body });
      const file = made instanceof Blob ? made : new Blob([String(made)], { type: "text/plain" });
      save(file, `${(title || "brief").replace(/[^\p{L}\p{N}]+/gu, "-")}.${format}`);
    } catch (error) {
      say(asProblem(error).detail || asProblem(error).title);
    }
  };
  if (picks.length === 0) {
    return (
      <Empty title="Nothing is chosen yet">
        <p>
          Wherever a line is opened there is a button <b>to the brief</b>. What is chosen gathers here, with its
          sources.
        </p>
        <a className="button main" href={viewHref("claims", null, { standing: "corroborated" })}>
          Begin with what is established
        </a>
      </Empty>
    );
  }
  return (
    <>
      <header className="view-head">
        <h1>Brief</h1>
        <button type="button" className="button" onClick={() => void copyLink(picks, title)}>
          Copy a link
        </button>
        {files.map(([format, name]) => (
          <button key={format} type="button" className="button" onClick={() => void download(format)}>
            {name}
          </button>
        ))}
      </header>
      <div className="view-body brief-grid">
        <section aria-label="What is chosen">
          <label htmlFor="brief-title" className="small soft">
            Title
          </label>
          <input
            id="brief-title"
            className="field"
            value={title}
            maxLength={300}
            disabled={sent !== null}
            onChange={(event) => keepTitle(event.target.value)}
          />
          {sent !== null && (
            <p className="row small" role="note">
              This brief came by a link.
              <button
                type="button"
                className="button"
                onClick={() => {
                  const lines = composed.value?.lines ?? [];
                  setPicks(
                    sent.map((one, i) => ({ ...one, words: lines[i] === undefined ? one.id : wordsOf(lines[i]) })),
                  );
                  keepTitle(title);
                  setParams({ items: null, title: null });
                }}
              >
                Make it mine{mine.length > 0 && `, instead of my ${mine.length} lines`}
              </button>
            </p>
          )}
          <ol className="picks">
            {(sent === null ? picks : []).map((pick, i) => (
              <PickRow
                key={pick.id}
                pick={pick}
                onMove={(by) => setPicks(moved(picks, i, by))}
                onDrop={() => setPicks(picks.filter((p) => p.id !== pick.id))}
              />
            ))}
          </ol>
        </section>
        <section className="card sheet" aria-label="The brief" aria-live="polite">
          {composed.value === undefined ? (
            composed.problem ? (
              <Failed problem={composed.problem} slim />
            ) : (
              <Loading />
            )
          ) : (
            <Sheet composed={composed.value} />
          )}
        </section>
      </div>
    </>
  );
}

/** The address of this very brief, for a colleague who can reach the server. */
async function copyLink(picks: readonly Pick[], title: string): Promise<void> {
  const href = viewHref("brief", null, { items: formatItems(picks), title });
  try {
    await navigator.clipboard.writeText(new URL(href, location.href).href);
    say("The link is copied.");
  } catch {
    location.hash = href;
    say("The address above is the link.");
  }
}

function useComposed(story: string | null, title: string, picks: readonly Pick[]) {
  const [state, setState] = useState<{ value?: Composed; problem: Problem | null }>({ problem: null });
  useEffect(() => {
    if (story === null || picks.length === 0) return;
    const stop = new AbortController();
    const body = {
      title: title || "Brief",
      items: picks.map(({ kind, id }) => ({ kind, id })),
      format: "json" as const,
    };
    ask("POST /stories/{s}/brief", { path: { s: story }, body }, stop.signal).then(
      (value) => setState({ value: value as unknown as Composed, problem: null }),
      (error: unknown) => stop.signal.aborted || setState((now) => ({ ...now, problem: asProblem(error) })),
    );
    return () => stop.abort();
  }, [story, title, picks]);
  return state;
}

function Sheet({ composed }: { readonly composed: Composed }) {
  return (
    <>
      <h2>{composed.title}</h2>
      <p className={composed.problems.length === 0 ? "verified" : "unverified"}>
        {sayProblems(composed.problems.length)}
      </p>
      {composed.problems.map((p) => (
        <p key={`${p.code}${p.message}`} className="small">
          {p.message} {p.remedy}
        </p>
      ))}
      <ul className="lines">
        {composed.lines.map((line, i) => (
          <li key={line.about ?? i}>
            <BriefLine line={line} refs />
          </li>
        ))}
      </ul>
      <h3>Sources</h3>
      <ol className="sources small">
        {composed.sources.map((s) => (
          <li key={s.number} value={s.number}>
            {sourceLine(s)}: <QuoteLink span={s} />
          </li>
        ))}
      </ol>
    </>
  );
}

function PickRow({
  pick,
  onMove,
  onDrop,
}: {
  readonly pick: Pick;
  readonly onMove: (by: number) => void;
  readonly onDrop: () => void;
}) {
  return (
    <li className="pick-row">
      <span className="badge">{pick.kind}</span>
      <span className="serif grow pick-words">{pick.words}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={`Up: ${pick.words}`}
        title="Up"
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`Down: ${pick.words}`}
        title="Down"
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`Take out: ${pick.words}`}
        title="Take out"
        onClick={onDrop}
      >
        ✕
      </button>
    </li>
  );
}
