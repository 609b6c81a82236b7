import "../accounts/accounts.css";
import { type FormEvent, useState } from "react";
import { ask, signOut } from "../../data/api.js";
import { useSession } from "../../data/session.js";
import { useGet } from "../../data/use.js";
import { useAsking } from "../../parts/asking.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { day } from "../accounts/model.js";

/** My own account: its password, its tokens. */
export default function Account() {
  const session = useSession();
  if (session === null || session.login !== "password")
    return <Empty title="There are no accounts here">Make the first with: hearsay account add NAME</Empty>;
  return (
    <>
      <header className="view-head">
        <h1>{session.who}</h1>
        <span className="badge">{session.role}</span>
      </header>
      <div className="view-body accounts">
        <section aria-label="Password">
          <h2>Password</h2>
          <Password who={session.who ?? ""} />
        </section>
        <section aria-label="Tokens">
          <h2>Tokens</h2>
          <p className="small soft">
            For the command line (HEARSAY_TOKEN) and other programs: they come in as you. A token is shown once.
          </p>
          <NewToken />
          <Tokens />
        </section>
      </div>
    </>
  );
}

function Password({ who }: { readonly who: string }) {
  const { said, busy, run } = useAsking();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { old: String(form.get("old") ?? ""), new: String(form.get("new") ?? "") };
    run(async () => {
      await ask("POST /session/password", { body });
      await signOut();
    });
  };
  return (
    <form className="row" onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={who} readOnly />
      <label>
        The one now
        <input className="field" name="old" type="password" required autoComplete="current-password" />
      </label>
      <label>
        A new one, 12 characters or more
        <input className="field" name="new" type="password" required minLength={12} autoComplete="new-password" />
      </label>
      <button type="submit" className="button" disabled={busy}>
        Change it, and sign in again everywhere
      </button>
      <p role="alert" className="small">
        {said}
      </p>
    </form>
  );
}

function NewToken() {
  const { said, busy, run } = useAsking();
  const [secret, setSecret] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const days = Number(given.get("days") ?? 0);
    const body = { label: String(given.get("label") ?? "").trim(), ...(days > 0 && { days }) };
    run(async () => {
      setSecret((await ask("POST /tokens", { body })).secret);
      form.reset();
    });
  };
  return (
    <>
      <form className="row" onSubmit={submit}>
        <label>
          What it is for
          <input className="field" name="label" required maxLength={80} autoComplete="off" />
        </label>
        <label>
          Days it lasts
          <input className="field" name="days" type="number" min={1} max={3650} defaultValue={90} />
        </label>
        <button type="submit" className="button" disabled={busy}>
          Make a token
        </button>
        <p role="alert" className="small">
          {said}
        </p>
      </form>
      {secret !== null && (
        <p className="secret" role="status">
          Copy it now, it is not shown again: <code>{secret}</code>
        </p>
      )}
    </>
  );
}

function Tokens() {
  const { said, busy, run } = useAsking();
  const { value, problem } = useGet({ name: "GET /tokens" });
  if (value === undefined) return problem === null ? <Loading lines={3} /> : <Failed problem={problem} slim />;
  const good = value.filter(({ revoked }) => revoked === null);
  if (good.length === 0) return <p className="soft">No tokens.</p>;
  return (
    <>
      <ul className="people">
        {good.map(({ id, account, label, used, expires }) => (
          <li key={id}>
            <span className="grow">
              <b>{label}</b>{" "}
              <span className="small soft">
                {account} · {used === null ? "not used yet" : `last used ${day(used)}`}
                {expires !== null && ` · until ${day(expires).slice(0, 10)}`}
              </span>
            </span>
            <button
              type="button"
              className="button"
              aria-label={`Take back ${label}, a token of ${account}`}
              disabled={busy}
              onClick={() => run(() => ask("DELETE /tokens/{id}", { path: { id } }))}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="small">
        {said}
      </p>
    </>
  );
}
