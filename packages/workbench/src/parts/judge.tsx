import type { Judgement } from "hearsay";
import { useState } from "react";
import { useRoute } from "../app/navigate.js";
import { ask } from "../data/api.js";
import { useReadOnly } from "../data/session.js";
import { asProblem } from "../data/use.js";
import { say } from "./toast.js";

interface Props {
  readonly kind: Judgement["kind"];
  readonly subjects: readonly string[];
  /** What it is called. */
  readonly label: string;
  /** What it does, said before and after. */
  readonly does: string;
}

/** One decision where it comes to mind; it can be undone under Review, Decided. */
export function JudgeButton({ kind, subjects, label, does }: Props) {
  const { story } = useRoute();
  const readOnly = useReadOnly();
  const [busy, setBusy] = useState(false);
  const decide = async (): Promise<void> => {
    setBusy(true);
    try {
      await ask("POST /stories/{s}/judgements", { path: { s: story! }, body: { kind, subjects: [...subjects] } });
      say(`${does} It can be undone under Review.`);
    } catch (error) {
      say(asProblem(error).detail || asProblem(error).title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      className="button quiet"
      disabled={busy || readOnly !== null}
      title={readOnly ?? does}
      onClick={() => void decide()}
    >
      {label}
    </button>
  );
}
