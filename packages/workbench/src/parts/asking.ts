import { useState } from "react";
import { asProblem, refresh } from "../data/use.js";

/** Runs what changes something, one at a time; says what went wrong, and fetches anew what may have changed. */
export function useAsking(): {
  readonly said: string;
  readonly busy: boolean;
  run(work: () => Promise<unknown>): void;
} {
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true);
    setSaid("");
    work()
      .catch((error: unknown) => setSaid(asProblem(error).detail || asProblem(error).title))
      .finally(() => {
        setBusy(false);
        refresh();
      });
  };
  return { said, busy, run };
}
