import { type FormEvent, useState } from "react";
import { signIn } from "../data/api.js";
import { asProblem } from "../data/use.js";

/** Asks for the token that `hearsay serve` printed. */
export function SignIn({ onDone }: { readonly onDone: () => void }) {
  const [said, setSaid] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get("token") ?? "").trim();
    signIn(token).then(onDone, (error: unknown) => setSaid(asProblem(error).detail || asProblem(error).title));
  };
  return (
    <main className="notice card">
      <h1>Hearsay</h1>
      <form onSubmit={submit} className="row">
        <label htmlFor="token">Token, as `hearsay serve` printed it</label>
        <input id="token" name="token" type="password" className="field" autoComplete="current-password" required />
        <button type="submit" className="button main">
          Sign in
        </button>
      </form>
      <p role="alert">{said}</p>
    </main>
  );
}
