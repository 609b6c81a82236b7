import { memo, useMemo } from "react";
import { openHref, useRoute } from "../../app/navigate.js";
import { Some } from "../../parts/some.js";
import { Arrows } from "./arrows.js";
import { type Arrow, type CausalMap, type changesOf, figuresOf, isLive, laidOut, saidBy, titleOf } from "./model.js";
import { Wordings } from "./wordings.js";

interface Props {
  readonly map: CausalMap;
  readonly whole: CausalMap;
  readonly set: ReadonlyMap<string, number>;
  readonly follows: ReturnType<typeof changesOf>;
  readonly change: (id: string, value: number) => void;
}

/** So much of a group at first: in a hot story hundreds of things hang together, and thousands of articles say so. */
const mostShown = { concepts: 12, arrows: 6, sayings: 6 } as const;

/** A group is drawn anew where something of it is set or follows, not whenever a slider moves elsewhere. */
function isSame(a: Props, b: Props): boolean {
  const isAsWas = ({ id }: CausalMap["concepts"][number]): boolean =>
    a.set.get(id) === b.set.get(id) &&
    a.follows.value.get(id) === b.follows.value.get(id) &&
    a.follows.implied.get(id) === b.follows.implied.get(id);
  return a.map === b.map && a.whole === b.whole && a.change === b.change && a.map.concepts.every(isAsWas);
}

/** Causes left, effects right, the arrows between them; each effect has who says so. */
export const Group = memo(function Group({ map, whole, set, follows, change }: Props) {
  const { columns, concepts, into } = useMemo(() => laidOut(map), [map]);
  return (
    <div className="cause-group" style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}>
      <Arrows map={map} follows={follows} />
      {columns.map((column, i) => (
        <ul key={i} className="cause-column">
          <Some of={column} most={mostShown.concepts}>
            {(c) => {
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
                  <Some of={into.get(c.at) ?? []} most={mostShown.arrows}>
                    {(a) => (
                      <ArrowLine
                        key={`${a.from} ${a.sign}`}
                        arrow={a}
                        from={concepts.get(a.from)?.name ?? ""}
                        live={isLive(a, map, follows)}
                      />
                    )}
                  </Some>
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
            }}
          </Some>
        </ul>
      ))}
    </div>
  );
}, isSame);

interface ArrowProps {
  readonly arrow: Arrow;
  readonly from: string;
  readonly live: boolean;
}

/** An arrow and everybody who says so or denies it, each a link to the words. */
function ArrowLine({ arrow: { sign, sayings, voices, denials, reports }, from, live }: ArrowProps) {
  const { open } = useRoute().params;
  return (
    <div className={`arrow small ${sign > 0 ? "plus" : "minus"}${live ? " live" : ""}`}>
      <span aria-hidden="true">{sign > 0 ? "+ →" : "− →"}</span>
      <span>
        {sign > 0 ? "because of" : "held down by"} “{from}”{voices > 1 && `, ${voices} voices`}
        {denials > 0 && `, ${denials} against`}
        {reports > sayings.length && `; ${reports.toLocaleString("en-GB")} reports`}
        {": "}
        <Some of={sayings} most={mostShown.sayings}>
          {(saying, i) => {
            const own = `${saying.article}/${saying.cause}`;
            return (
              <span key={saying.cause}>
                {i > 0 && "; "}
                <a className={open === own ? "selected" : ""} href={openHref(own)} title={titleOf(from, sign, saying)}>
                  {saidBy(saying)}
                </a>
              </span>
            );
          }}
        </Some>
      </span>
    </div>
  );
}
