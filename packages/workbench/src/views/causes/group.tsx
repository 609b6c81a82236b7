import { useMemo } from "react";
import { openHref, useRoute } from "../../app/navigate.js";
import { Arrows } from "./arrows.js";
import {
  type Arrow,
  type CausalMap,
  type changesOf,
  columnsOfMap,
  figuresOf,
  isLive,
  saidBy,
  titleOf,
} from "./model.js";
import { Wordings } from "./wordings.js";

interface Props {
  readonly map: CausalMap;
  readonly whole: CausalMap;
  readonly set: ReadonlyMap<string, number>;
  readonly follows: ReturnType<typeof changesOf>;
  readonly change: (id: string, value: number) => void;
}

/** Causes left, effects right, the arrows between them; each effect has who says so. */
export function Group({ map, whole, set, follows, change }: Props) {
  const columns = useMemo(() => columnsOfMap(map), [map]);
  const depth = Math.min(4, Math.max(...columns.values()) + 1);
  const concepts = new Map(map.concepts.map((c) => [c.at, c]));
  return (
    <div className="cause-group" style={{ gridTemplateColumns: `repeat(${depth}, minmax(0, 1fr))` }}>
      <Arrows map={map} follows={follows} />
      {Array.from({ length: depth }, (_, i) => i).map((i) => (
        <ul key={i} className="cause-column">
          {map.concepts
            .filter((c) => Math.min(depth - 1, columns.get(c.at) ?? 0) === i)
            .map((c) => {
              const value = follows.value.get(c.id) ?? 0;
              const implied = follows.implied.get(c.id);
              const own = set.get(c.id) ?? 0;
              return (
                <li
                  key={c.id}
                  data-concept={c.at}
                  className={`concept ${value > 0 ? "rises" : value < 0 ? "falls" : ""}${own === 0 ? "" : " set"}`}
                >
                  <p className="serif concept-words">
                    {value !== 0 && <b className="nums">{value > 0 ? "▲ " : "▼ "}</b>}
                    {c.name}
                  </p>
                  {map.arrows
                    .filter((a) => a.to === c.at)
                    .map((a) => (
                      <ArrowLine
                        key={`${a.from} ${a.sign}`}
                        arrow={a}
                        from={concepts.get(a.from)?.name ?? ""}
                        live={isLive(a, map, follows)}
                      />
                    ))}
                  {implied !== undefined && <p className="soft small nums">{figuresOf(implied)}</p>}
                  <label className="what-if small soft">
                    <span>falls</span>
                    <input
                      type="range"
                      min="-1"
                      max="1"
                      step="0.5"
                      value={own}
                      aria-label={`What if: ${c.name}`}
                      onChange={(event) => change(c.id, Number(event.target.value))}
                    />
                    <span>rises</span>
                  </label>
                  <Wordings concept={c} map={whole} />
                </li>
              );
            })}
        </ul>
      ))}
    </div>
  );
}

interface ArrowProps {
  readonly arrow: Arrow;
  readonly from: string;
  readonly live: boolean;
}

/** An arrow and everybody who says so or denies it, each a link to the words. */
function ArrowLine({ arrow: { sign, sayings, voices, denials }, from, live }: ArrowProps) {
  const { open } = useRoute().params;
  return (
    <div className={`arrow small ${sign > 0 ? "plus" : "minus"}${live ? " live" : ""}`}>
      <span aria-hidden="true">{sign > 0 ? "+ →" : "− →"}</span>
      <span>
        {sign > 0 ? "because of" : "held down by"} “{from}”{voices > 1 && `, ${voices} voices`}
        {denials > 0 && `, ${denials} against`}
        {": "}
        {sayings.map((saying, i) => {
          const own = `${saying.article}/${saying.cause}`;
          return (
            <span key={saying.cause}>
              {i > 0 && "; "}
              <a className={open === own ? "selected" : ""} href={openHref(own)} title={titleOf(from, sign, saying)}>
                {saidBy(saying)}
              </a>
            </span>
          );
        })}
      </span>
    </div>
  );
}
