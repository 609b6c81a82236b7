import { useState } from "react";
import { JudgeButton } from "../../parts/judge.js";
import { type CausalMap, type Concept, othersOf } from "./model.js";

interface Props {
  readonly concept: Concept;
  /** The whole map, to choose another concept from. */
  readonly map: CausalMap;
}

/** In which words a concept is put and why they are taken for one; to be parted, or joined with another concept. */
export function Wordings({ concept, map }: Props) {
  const [open, setOpen] = useState(false);
  const { wordings } = concept;
  return (
    <details className="wordings small" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="soft">{wordings.length > 1 ? `${wordings.length} wordings` : "Same as another?"}</summary>
      {open && (
        <>
          {wordings.length > 1 && (
            <ul>
              {wordings.map(({ id, text, why, direction }) => (
                <li key={id}>
                  <span className="serif">“{text}”</span>{" "}
                  <span className="soft">
                    {why}
                    {direction < 0 && "; the opposite"}
                  </span>
                  <JudgeButton
                    kind="split"
                    subjects={[id]}
                    label="Something else"
                    does="These words are a concept of their own now."
                  />
                </li>
              ))}
            </ul>
          )}
          <SameAs concept={concept} map={map} />
        </>
      )}
    </details>
  );
}

function SameAs({ concept, map }: Props) {
  const [other, setOther] = useState("");
  const others = othersOf(map, concept.id);
  if (others.length === 0) return null;
  return (
    <div className="row">
      <select
        className="button"
        aria-label={`The same as ${concept.name}`}
        value={other}
        onChange={(event) => setOther(event.target.value)}
      >
        <option value="">The same as …</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {other !== "" && (
        <JudgeButton
          kind="merge"
          subjects={[concept.id, other]}
          label="One concept"
          does="They are one concept now: their arrows meet."
        />
      )}
    </div>
  );
}
