import "./causes.css";
import type { ReportCause } from "hearsay";
import { useMemo, useState } from "react";
import { openHref, useRoute } from "../../app/navigate.js";
import { useAll } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { type CausalMap, causalMap, columnsOfMap, groupsOf, whatIf } from "./model.js";

/** What is said to cause what; set something to rise or fall and see what follows through which arrows. */
export default function Causes() {
  const loaded = useAll<ReportCause>("/causes", {}, 3000);
  const map = useMemo(() => causalMap(loaded.value ?? []), [loaded.value]);
  const groups = useMemo(() => groupsOf(map), [map]);
  const [set, setSet] = useState<ReadonlyMap<number, number>>(new Map());
  const follows = useMemo(() => whatIf(map, set), [map, set]);
  const change = (id: number, value: number): void => {
    const next = new Map(set);
    if (value === 0) next.delete(id);
    else next.set(id, value);
    setSet(next);
  };
  return (
    <>
      <header className="view-head">
        <h1>What is said to cause what</h1>
        <span className="soft small">
          Move a slider: what would rise ▲ or fall ▼ through the arrows. Not a forecast: only what the articles say.
        </span>
        {set.size > 0 && (
          <button type="button" className="button" onClick={() => setSet(new Map())}>
            Set nothing
          </button>
        )}
        <ExportMenu table="causes" />
      </header>
      <div className="view-fill card">
        {loaded.value === undefined ? (
          loaded.problem ? (
            <Failed problem={loaded.problem} />
          ) : (
            <Loading lines={10} />
          )
        ) : groups.length === 0 ? (
          <Empty title="No article says what causes what" />
        ) : (
          <VirtualList
            rows={groups}
            keyOf={(g) => String(g.arrows[0]!.from)}
            height={140}
            label="Groups of causes"
            render={(g) => <Group map={g} set={set} follows={follows} change={change} />}
          />
        )}
      </div>
    </>
  );
}

interface GroupProps {
  readonly map: CausalMap;
  readonly set: ReadonlyMap<number, number>;
  readonly follows: ReadonlyMap<number, number>;
  readonly change: (id: number, value: number) => void;
}

/** Causes left, effects right, under each effect the arrows that lead to it. */
function Group({ map, set, follows, change }: GroupProps) {
  const columns = useMemo(() => columnsOfMap(map), [map]);
  const depth = Math.min(4, Math.max(...columns.values()) + 1);
  const words = new Map(map.concepts.map((c) => [c.id, c.words]));
  return (
    <div className="cause-group" style={{ gridTemplateColumns: `repeat(${depth}, minmax(0, 1fr))` }}>
      {Array.from({ length: depth }, (_, i) => i).map((i) => (
        <ul key={i} className="cause-column">
          {map.concepts
            .filter((c) => Math.min(depth - 1, columns.get(c.id) ?? 0) === i)
            .map((c) => {
              const value = follows.get(c.id) ?? 0;
              return (
                <li key={c.id} className={`concept ${value > 0 ? "rises" : value < 0 ? "falls" : ""}`}>
                  {map.arrows
                    .filter((a) => a.to === c.id)
                    .map((a) => (
                      <ArrowLine
                        key={`${a.from} ${a.sign}`}
                        cause={a.causes[0]!}
                        count={a.causes.length}
                        sign={a.sign}
                        from={words.get(a.from) ?? ""}
                        live={(follows.get(a.from) ?? 0) !== 0}
                      />
                    ))}
                  <p className="serif concept-words">
                    {value !== 0 && <b className="nums">{value > 0 ? "▲ " : "▼ "}</b>}
                    {c.words}
                  </p>
                  <input
                    type="range"
                    min="-1"
                    max="1"
                    step="0.5"
                    value={set.get(c.id) ?? 0}
                    aria-label={`What if: ${c.words}`}
                    onChange={(event) => change(c.id, Number(event.target.value))}
                  />
                </li>
              );
            })}
        </ul>
      ))}
    </div>
  );
}

interface ArrowProps {
  readonly cause: ReportCause;
  readonly count: number;
  readonly sign: 1 | -1;
  readonly from: string;
  readonly live: boolean;
}

function ArrowLine({ cause, count, sign, from, live }: ArrowProps) {
  const open = `${cause.article}/${cause.id}`;
  const selected = useRoute().params.open === open;
  const says = cause.by === "author" ? "the article" : cause.by;
  return (
    <a
      className={`arrow small ${sign > 0 ? "plus" : "minus"}${live ? " live" : ""}${selected ? " selected" : ""}`}
      href={openHref(open)}
      title={`${from} ${sign > 0 ? "brings about" : "prevents or lowers"} this, says ${says}`}
    >
      <span aria-hidden="true">{sign > 0 ? "+ →" : "− →"}</span>
      <span className="one-line">
        {sign > 0 ? "because of" : "held down by"} “{from}”
      </span>
      <span className="soft one-line arrow-says">
        {says}
        {cause.hedged && ", hedged"}
        {cause.conditional && ", if"}
        {count > 1 && ` ×${count}`}
      </span>
    </a>
  );
}
