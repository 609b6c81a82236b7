import "./accounts.css";
import type { Answer } from "hearsay/client";
import { type FormEvent, useState } from "react";
import { useRoute, viewHref } from "../../app/navigate.js";
import { ask } from "../../data/api.js";
import { useSession } from "../../data/session.js";
import { useGet } from "../../data/use.js";
import { useAsking } from "../../parts/asking.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { say } from "../../parts/toast.js";
import { day, roles } from "./model.js";
import { StoryAccess } from "./story.js";

type Account = Answer<"GET /accounts">[number];

/** For admins: who may come in, what they may do, and who may do what in the story that is open. */
export default function Accounts() {
  const session = useSession();
  if (session?.role !== "admin")
    return (
      <Empty title="This is for admins">
        <p>Your account is {session?.role === "analyst" ? "an analyst's" : "a reader's"}.</p>
        <a className="button" href={viewHref("overview")}>
          To the overview
        </a>
      </Empty>
    );
  return <Managed />;
}

function Managed() {
  const accounts = useGet({ name: "GET /accounts" });
  const { story } = useRoute();
  if (accounts.value === undefined)
    return accounts.problem === null ? <Loading lines={8} /> : <Failed problem={accounts.problem} />;
  return (
    <>
      <header className="view-head">
        <h1>Accounts</h1>
        <a className="button" href={viewHref("audit")}>
          Audit
        </a>
      </header>
      <div className="view-body accounts">
        <section aria-label="A new account">
          <NewAccount />
        </section>
        <section aria-label="All accounts">
          <h2>Who there is</h2>
          <ul className="people">
            {accounts.value.map((one) => (
              <Person key={one.name} account={one} />
            ))}
          </ul>
          <p className="small soft">
            A reader reads; an analyst judges and adds too; an admin manages accounts and removes stories. An account is
            never deleted: judgements and the audit name it.
          </p>
        </section>
        {story !== null && <StoryAccess story={story} accounts={accounts.value} />}
      </div>
    </>
  );
}

function NewAccount() {
  const { said, busy, run } = useAsking();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? "");
    const body = { name: text("name").trim(), password: text("password"), role: text("role") as Account["role"] };
    run(async () => {
      const made = await ask("POST /accounts", { body });
      form.reset();
      say(`${made.name} can sign in now. Tell them the password, and to change it.`);
    });
  };
  return (
    <form className="row" onSubmit={submit}>
      <label>
        Name
        <input className="field" name="name" required maxLength={80} autoComplete="off" />
      </label>
      <label>
        Password, 12 characters or more
        <input className="field" name="password" type="password" required minLength={12} autoComplete="new-password" />
      </label>
      <RoleChoice name="role" label="Role" value="analyst" />
      <button type="submit" className="button main" disabled={busy}>
        Add
      </button>
      <p role="alert" className="small">
        {said}
      </p>
    </form>
  );
}

function RoleChoice({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string }) {
  return (
    <label>
      {label}
      <select className="field" name={name} defaultValue={value}>
        {roles.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </select>
    </label>
  );
}

/** An account and what can be done with it. */
function Person({ account }: { readonly account: Account }) {
  const { said, busy, run } = useAsking();
  const [resetting, setResetting] = useState(false);
  const path = { id: account.name };
  const change = (body: { role?: Account["role"]; disabled?: boolean; password?: string }) => () =>
    ask("POST /accounts/{id}", { path, body });
  const reset = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    run(async () => {
      await change({ password })();
      setResetting(false);
      say(`${account.name} has a new password, and is signed out everywhere.`);
    });
  };
  return (
    <li>
      <span className="grow">
        <b>{account.name}</b>{" "}
        <span className="small soft">
          {account.disabled !== null
            ? `disabled since ${day(account.disabled)}`
            : account.seen === null
              ? "not seen yet"
              : `last seen ${day(account.seen)}`}
        </span>
      </span>
      <select
        className="field"
        aria-label={`Role of ${account.name}`}
        value={account.role}
        disabled={busy}
        onChange={(event) => run(change({ role: event.target.value as Account["role"] }))}
      >
        {roles.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </select>
      <button type="button" className="button" aria-expanded={resetting} onClick={() => setResetting(!resetting)}>
        New password
      </button>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => run(change({ disabled: account.disabled === null }))}
      >
        {account.disabled === null ? "Disable" : "Enable"}
      </button>
      {resetting && (
        <form className="row" onSubmit={reset}>
          <label>
            New password for {account.name}
            <input
              className="field"
              name="password"
              type="password"
              required
              minLength={12}
              autoComplete="new-password"
              autoFocus
            />
          </label>
          <button type="submit" className="button main" disabled={busy}>
            Set it
          </button>
        </form>
      )}
      {said !== "" && (
        <p role="alert" className="small">
          {said}
        </p>
      )}
    </li>
  );
}
