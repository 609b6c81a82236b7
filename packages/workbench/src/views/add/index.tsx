import "./add.css";
import type { Diagnostic } from "hearsay";
import { type DragEvent, type FormEvent, useEffect, useState } from "react";
import { useRoute, viewHref } from "../../app/navigate.js";
import { NewStory } from "../../app/new-story.js";
import { ask } from "../../data/api.js";
import { useReadOnly } from "../../data/session.js";
import { useHead } from "../../data/story.js";
import { asProblem, refresh } from "../../data/use.js";
import { say } from "../../parts/toast.js";
import { isRunning, type Job, kindOfPaste, sayStep, stageList, stageState } from "./model.js";

/** More articles for the story: files, addresses, or text; how far they have come, and what went wrong. */
export default function Add() {
  const { story } = useRoute();
  const head = useHead();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const [over, setOver] = useState(false);
  const readOnly = useReadOnly();
  const start = async (body: Parameters<typeof ask<"POST /stories/{s}/captures">>[1]["body"]): Promise<void> => {
    if (readOnly !== null) return say(readOnly);
    try {
      const { job } = await ask("POST /stories/{s}/captures", { path: { s: story! }, body });
      setJobs((now) => [
        { id: job, state: "queued", step: null, done: 0, total: null, file: null, added: [], diagnostics: [] },
        ...now,
      ]);
    } catch (error) {
      say(asProblem(error).detail || asProblem(error).title);
    }
  };
  const sendFiles = (files: FileList | null): void => {
    if (files === null || files.length === 0) return;
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    void start(form);
  };
  useRunning(story, setJobs);
  useJobs(story, jobs, setJobs);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    sendFiles(event.dataTransfer.files);
  };
  const paste = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = String(form.get("text") ?? "").trim();
    if (text === "") return;
    const kind = kindOfPaste(text);
    void start(kind.urls !== null ? { urls: kind.urls } : { text, name: String(form.get("name") || "pasted text") });
    event.currentTarget.reset();
  };
  return (
    <>
      <header className="view-head">
        <h1>Add</h1>
      </header>
      <div className="view-body add">
        {readOnly !== null && <p role="note">{readOnly}</p>}
        <label
          className={over ? "drop over" : "drop"}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <b>Drop files here, or choose them</b>
          <span className="soft small">
            pages, text, PDF, Word, e-mail, web archives, tables, and archives of these
          </span>
          <input
            type="file"
            multiple
            disabled={readOnly !== null}
            onChange={(event) => {
              sendFiles(event.target.files);
              event.target.value = "";
            }}
          />
        </label>
        <form className="card paste" onSubmit={paste}>
          <label htmlFor="paste">
            <b>Or paste</b>{" "}
            <span className="soft small">addresses, one a line (pages, feeds, sitemaps), or an article's text</span>
          </label>
          <textarea id="paste" name="text" className="field" rows={6} disabled={readOnly !== null} />
          <div className="row">
            <input
              name="name"
              className="field paste-name"
              aria-label="Name for a pasted text"
              placeholder="Name for a pasted text"
              maxLength={200}
            />
            <button type="submit" className="button main" disabled={readOnly !== null} title={readOnly ?? undefined}>
              Add
            </button>
          </div>
        </form>
        {jobs.map((job) => (
          <JobCard
            key={job.id}
            job={job}
            onStop={() =>
              void ask("DELETE /stories/{s}/jobs/{id}", { path: { s: story!, id: job.id } }).catch(() => {})
            }
          />
        ))}
        <section>
          <h2>Another story</h2>
          <NewStory />
        </section>
        <section>
          <h2>What could not be read</h2>
          <Diagnostics list={head.value?.diagnostics ?? []} none="Everything in the story could be read." />
        </section>
      </div>
    </>
  );
}

/** What this server is adding or has added since it began, also when this page was left meanwhile. */
function useRunning(story: string | null, setJobs: (update: (now: readonly Job[]) => readonly Job[]) => void): void {
  useEffect(() => {
    if (story === null) return;
    ask("GET /stories/{s}/jobs", { path: { s: story } }).then(
      (known) => setJobs((now) => [...now, ...known.filter((job) => now.every(({ id }) => id !== job.id))]),
      () => {},
    );
    return () => setJobs(() => []);
  }, [story, setJobs]);
}

/** Asks for running jobs twice a second until they end; then the story is fetched again. */
function useJobs(
  story: string | null,
  jobs: readonly Job[],
  setJobs: (update: (now: readonly Job[]) => readonly Job[]) => void,
): void {
  const running = jobs
    .filter(isRunning)
    .map((j) => j.id)
    .join(" ");
  useEffect(() => {
    if (running === "" || story === null) return;
    const look = async (): Promise<void> => {
      for (const id of running.split(" ")) {
        const job = await ask("GET /stories/{s}/jobs/{id}", { path: { s: story, id } }).catch(() => null);
        if (job === null) continue;
        setJobs((now) => now.map((j) => (j.id === id ? job : j)));
        if (!isRunning(job)) refresh();
      }
    };
    const timer = setInterval(() => void look(), 500);
    return () => clearInterval(timer);
  }, [running, story, setJobs]);
}

function JobCard({ job, onStop }: { readonly job: Job; readonly onStop: () => void }) {
  const running = isRunning(job);
  return (
    <section className="card job" aria-label="Adding">
      <div className="row">
        <b className="grow">{sayStep(job)}</b>
        {running && (
          <button type="button" className="button" onClick={onStop}>
            Stop
          </button>
        )}
      </div>
      <ol className="stages small" aria-label="Stages">
        {stageList.map(([step, label]) => (
          <li
            key={step}
            className={stageState(job, step)}
            aria-current={stageState(job, step) === "now" ? "step" : undefined}
          >
            {label}
          </li>
        ))}
      </ol>
      {running && (
        <progress aria-label="Progress" value={job.total === null ? undefined : job.done} max={job.total ?? 1} />
      )}
      {job.file !== null && running && <p className="soft small one-line">{job.file}</p>}
      <ul className="small">
        {job.added.slice(0, 200).map((a) => (
          <li key={a.place} className="row">
            <span className={`badge ${a.status === "new" ? "corroborated" : a.status === "changed" ? "revised" : ""}`}>
              {a.status}
            </span>
            {a.article === "" || running ? a.place : <a href={viewHref("article", a.article)}>{a.place}</a>}
          </li>
        ))}
      </ul>
      <Diagnostics list={job.diagnostics} none="" />
    </section>
  );
}

function Diagnostics({ list, none }: { readonly list: readonly Diagnostic[]; readonly none: string }) {
  const shown = [...list].sort((a, b) => rank(a) - rank(b));
  if (shown.length === 0) return none === "" ? null : <p className="soft">{none}</p>;
  return (
    <ul className="lines">
      {shown.slice(0, 200).map((d, i) => (
        <li key={i}>
          <p>
            <span
              className={`badge ${d.severity === "error" ? "contradicted" : d.severity === "warning" ? "revised" : ""}`}
            >
              {d.severity}
            </span>{" "}
            <b>{d.file ?? d.article ?? d.stage}</b>
          </p>
          <p>{d.message}</p>
          {d.remedy !== undefined && <p className="soft">What to do: {d.remedy}</p>}
        </li>
      ))}
    </ul>
  );
}

const rank = (d: Diagnostic): number => ({ error: 0, warning: 1, info: 2 })[d.severity];
