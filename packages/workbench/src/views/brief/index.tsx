import "./brief.css";
import type { Diagnostic, Line } from "hearsay";
import { useDeferredValue, useEffect, useState } from "react";
import { useRoute, viewHref } from "../../app/navigate.js";
import { ask, type Problem } from "../../data/api.js";
import { asProblem } from "../../data/use.js";
import { BriefLine } from "../../parts/brief-line.js";
import { type Pick, usePicks } from "../../parts/pick.js";
import { save } from "../../parts/picture.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { say } from "../../parts/toast.js";
import { QuoteLink } from "../../parts/words.js";
import { moved, type Source, sayProblems, sourceLine } from "./model.js";

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
  const { story } = useRoute();
  const [picks, setPicks] = usePicks();
  const titleKey = `hearsay.brief.title.${story}`;
  const [title, setTitle] = useState(() => localStorage.getItem(titleKey) ?? `${story}: brief`);
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
            onChange={(event) => {
              setTitle(event.target.value);
              localStorage.setItem(titleKey, event.target.value);
            }}
          />
          <ol className="picks">
            {picks.map((pick, i) => (
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
