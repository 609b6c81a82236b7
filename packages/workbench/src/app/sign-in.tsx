import { type FormEvent, useState } from "react";
import { signIn } from "../data/api.js";
import { useSession } from "../data/session.js";
import { asProblem } from "../data/use.js";

/** Asks for name and password where there are accounts, otherwise for the token that `hearsay serve` printed. */
export function SignIn({ onDone }: { readonly onDone: () => void }) {
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const byPassword = useSession()?.login === "password";
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const given = byPassword
      ? { who: text("who").trim(), password: text("password") }
      : { token: text("token").trim() };
    setBusy(true);
    setSaid("");
    signIn(given)
      .then(onDone, (error: unknown) => setSaid(asProblem(error).detail || asProblem(error).title))
      .finally(() => setBusy(false));
  };
  return (
    <main className="notice card sign-in">
      <h1>Hearsay</h1>
      <form onSubmit={submit} className="sign-in-form">
        {byPassword ? (
          <>
            <label htmlFor="who">Name</label>
            <input id="who" name="who" className="field" autoComplete="username" maxLength={80} required autoFocus />
            <label htmlFor="password">Password</label>
            <input
              id="password"
              name="password"
              type="password"
              className="field"
              autoComplete="current-password"
              maxLength={1000}
              required
            />
          </>
        ) : (
          <>
            <label htmlFor="token">Token, as `hearsay serve` printed it</label>
            <input id="token" name="token" type="password" className="field" autoComplete="current-password" required />
          </>
        )}
        <button type="submit" className="button main" disabled={busy}>
          Sign in
        </button>
      </form>
      <p role="alert">{said}</p>
    </main>
  );
}
