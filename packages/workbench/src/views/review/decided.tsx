import type { Judgement } from "hearsay";
import { standing } from "hearsay/client";
import { useReadOnly } from "../../data/session.js";
import { useWhole } from "../../data/story.js";
import { sayDate } from "../../parts/dates.js";
import { questionOf, type ReviewItem } from "./model.js";

interface Props {
  readonly items: readonly ReviewItem[];
  readonly undo: (judgement: Judgement) => void;
}

/** Every judgement on the story that counts, the last one first; each can be taken back. */
export function Decided({ items, undo }: Props) {
  const judgements = useWhole("GET /stories/{s}/judgements");
  const readOnly = useReadOnly();
  const counting = standing(judgements.value ?? []).toReversed();
  if (counting.length === 0) return null;
  return (
    <details className="view-body small">
      <summary>{counting.length} decided</summary>
      <div className="decided" tabIndex={0} role="region" aria-label="Decided">
        <ul className="lines">
          {counting.map((judgement) => (
            <li key={judgement.id} className="row">
              <span className="badge corroborated">{judgement.kind}</span>
              <span className="grow">
                {questionOf(judgement, items) ?? judgement.subjects.join(", ")}
                {judgement.value !== null && judgement.value !== "" && ` · “${judgement.value}”`}
              </span>
              <span className="soft">
                {judgement.who}, {sayDate(judgement.when)}
              </span>
              <button
                type="button"
                className="button"
                disabled={readOnly !== null}
                title={readOnly ?? undefined}
                onClick={() => undo(judgement)}
              >
                Undo
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
