import "./work.css";
import { useEffect, useState } from "react";
import { ask, type Problem } from "../../data/api.js";
import { asProblem } from "../../data/use.js";
import { Failed, Loading } from "../../parts/state.js";
import { sayAll, sayEach, sayKind, saySpeed, sayStepName, type Work } from "./model.js";

/** Looked at again so often, in milliseconds, while the page is seen. */
const again = 2000;

/** What waits and is being done, of all stories, and how fast each step goes. */
export default function WorkView() {
  const { work, problem } = useWork();
  return (
    <>
      <header className="view-head">
        <h1>Work</h1>
        {work !== null && (
          <span className="soft" role="status">
            {sayAll(work)}
          </span>
        )}
      </header>
      <div className="view-body work">
        {work === null ? (
          problem === null ? (
            <Loading lines={8} />
          ) : (
            <Failed problem={problem} />
          )
        ) : (
          <Tables work={work} />
        )}
      </div>
    </>
  );
}

function Tables({ work }: { readonly work: Work }) {
  const { jobs, steps, ended, workers } = work;
  return (
    <>
      {workers !== null && <Workers workers={workers} />}
      <Table
        title="Being added by this server"
        heads={["Story", "State", "Step", "Done", "Of"]}
        none="Nothing is being added."
      >
        {jobs.map((job) => (
          <tr key={job.id}>
            <th scope="row">{job.story}</th>
            <td>{job.state === "queued" ? "waits" : "runs"}</td>
            <td>{job.step === null ? "–" : sayStepName(job.step)}</td>
            <td className="number">{job.done}</td>
            <td className="number">{job.total ?? "–"}</td>
          </tr>
        ))}
      </Table>
      <Table
        title="How fast each step goes, since this server began"
        heads={["Step", "Articles", "Time", "Speed"]}
        none="Nothing has been added since this server began."
      >
        {steps.map(({ step, articles, seconds }) => (
          <tr key={step}>
            <th scope="row">{sayStepName(step)}</th>
            <td className="number">{articles}</td>
            <td className="number">{sayEach(seconds, articles)}</td>
            <td className="number">{saySpeed(seconds, articles)}</td>
          </tr>
        ))}
      </Table>
      <p className="soft small">
        Jobs ended: {ended.done} done, {ended.failed} failed, {ended.cancelled} stopped. For Prometheus:{" "}
        <code>/metrics</code>.
      </p>
    </>
  );
}

function Workers({ workers }: { readonly workers: NonNullable<Work["workers"]> }) {
  const heads = ["", "Waiting", "Being done", "Failed", "Done in an hour", "Time"];
  const row = (name: string, one: (typeof workers.kinds)[number] | (typeof workers.stories)[number]) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td className="number">{one.waiting}</td>
      <td className="number">{one.running}</td>
      <td className={one.failed > 0 ? "number wrong" : "number"}>{one.failed}</td>
      <td className="number">{one.done}</td>
      <td className="number">{sayEach(one.seconds, one.done)}</td>
    </tr>
  );
  return (
    <>
      <Table title={`The workers' queue: ${workers.atWork} at work`} heads={["Tasks", ...heads.slice(1)]} none="">
        {workers.kinds.map((one) => row(sayKind(one.kind), one))}
      </Table>
      <Table title="By story" heads={["Story", ...heads.slice(1)]} none="No story has anything to be done.">
        {workers.stories.map((one) => row(one.story, one))}
      </Table>
    </>
  );
}

function Table(given: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly none: string;
  readonly children: readonly React.ReactNode[];
}) {
  const { title, heads, none, children } = given;
  return (
    <section>
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <section className="wide" aria-label={title} tabIndex={0}>
          <table className="card">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </section>
      )}
    </section>
  );
}

/** Asks again and again while the page is seen; what was told last stays while the server cannot be reached. */
function useWork(): { readonly work: Work | null; readonly problem: Problem | null } {
  const [work, setWork] = useState<Work | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const look = (): void => {
      if (document.hidden) return;
      ask("GET /work", {}).then(setWork, (error: unknown) => setProblem(asProblem(error)));
    };
    look();
    const timer = setInterval(look, again);
    return () => clearInterval(timer);
  }, []);
  return { work, problem };
}
