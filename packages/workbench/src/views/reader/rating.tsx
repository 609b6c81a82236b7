import type { Judgement } from "hearsay";
import { standing } from "hearsay/client";
import { useEffect, useState } from "react";
import { useRoute } from "../../app/navigate.js";
import { ask } from "../../data/api.js";
import { useReadOnly } from "../../data/session.js";
import { useWhole } from "../../data/story.js";
import { asProblem } from "../../data/use.js";
import { say } from "../../parts/toast.js";

const meanings = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "cannot be judged",
} as const;

/** How reliable an outlet is held to be (Admiralty code); to rate it is a judgement like any other. */
export function OutletRating({
  outlet,
  onRated,
}: {
  readonly outlet: string;
  readonly onRated?: (judgement: Judgement) => void;
}) {
  const { story } = useRoute();
  const judgements = useWhole("GET /stories/{s}/judgements");
  const [mine, setMine] = useState<string | null>(null);
  const readOnly = useReadOnly();
  // What is on record counts as soon as it comes: another may have rated meanwhile, or it was taken back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each coming of the list
  useEffect(() => setMine(null), [judgements.value]);
  const last = standing(judgements.value ?? []).findLast((j) => j.kind === "rate" && j.subjects.includes(outlet));
  const rate = async (value: string): Promise<void> => {
    try {
      const judgement = await ask("POST /stories/{s}/judgements", {
        path: { s: story! },
        body: { kind: "rate", subjects: [outlet], value },
      });
      setMine(value);
      onRated?.(judgement);
      say(`${outlet}: ${value}, ${meanings[value as keyof typeof meanings]}.`);
    } catch (error) {
      say(asProblem(error).detail || asProblem(error).title);
    }
  };
  return (
    <select
      className="field rating"
      disabled={readOnly !== null}
      title={readOnly ?? undefined}
      aria-label={`Reliability of ${outlet}`}
      value={mine ?? last?.value ?? "F"}
      onChange={(event) => void rate(event.target.value)}
    >
      {Object.entries(meanings).map(([grade, meaning]) => (
        <option key={grade} value={grade}>
          {grade}: {meaning}
        </option>
      ))}
    </select>
  );
}
