import "./causes.css";
import { memo, useCallback, useMemo, useState } from "react";
import { openHref, useRoute } from "../../app/navigate.js";
import { useStory } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Some } from "../../parts/some.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { Beside, Rings, Sides } from "./choices.js";
import { SideBySide } from "./compare.js";
import {
  type Arrow,
  type CausalMap,
  changesOf,
  groupsOf,
  type Implications,
  laidOut,
  mapOf,
  questionOf,
  saidBy,
  titleOf,
} from "./model.js";
import { Wordings } from "./wordings.js";

/** What is said to cause what; set something to rise or fall and see what the sources imply, through which arrows. */
export default function Causes() {
  const [side, setSide] = useState("");
  const [set, setSet] = useState<ReadonlyMap<string, number>>(new Map());
  const loaded = useStory("GET /stories/{s}/map", { side });
  const [other, setOther] = useState("");
  const whole = useMemo(() => (loaded.value === undefined ? null : mapOf(loaded.value)), [loaded.value]);
  const groups = useMemo(() => (whole === null ? [] : groupsOf(whole)), [whole]);
  // Side by side takes the arrows of both.
  const everybody = useStory("GET /stories/{s}/map", { side: "" });
  const isCompared = side !== "" && other !== "" && everybody.value !== undefined;
  const answer = useStory(set.size === 0 ? null : "GET /stories/{s}/whatif", questionOf(set, side));
  const follows = useMemo(() => changesOf(set, answer.value), [set, answer.value]);
  const change = useCallback(
    (id: string, value: number): void =>
      setSet((before) => {
        const next = new Map(before);
        if (value === 0) next.delete(id);
        else next.set(id, value);
        return next;
      }),
    [],
  );
  return (
    <>
      <header className="view-head">
        <h1>What is said to cause what</h1>
        <span className="soft small">
          {isCompared
            ? "Where they differ comes first. "
            : "Move a slider: what would rise ▲ or fall ▼ through the arrows. "}
          {ended(answer.value)}
        </span>
        <Sides sides={loaded.value?.sides ?? []} side={side} choose={setSide} />
        {side !== "" && <Beside sides={loaded.value?.sides ?? []} side={side} other={other} choose={setOther} />}
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
        ) : isCompared ? (
          <SideBySide map={mapOf(everybody.value!)} first={side} second={other} />
        ) : groups.length === 0 ? (
          <Empty title="No article says what causes what" />
        ) : (
          <>
            <Rings rings={loaded.value.rings} map={whole!} />
            <VirtualList
              rows={groups}
              keyOf={(g) => String(g.arrows[0]!.from)}
              height={140}
              label="Groups of causes"
              render={(g) => <Group map={g} whole={whole!} set={set} follows={follows} change={change} />}
            />
          </>
        )}
      </div>
    </>
  );
}

/** The caution that goes with every answer, and how the run ended where that is not at rest. */
function ended(found: Implications | undefined): string {
  if (found === undefined) return "Not a forecast: only what the articles say.";
  const { kind, period } = found.outcome;
  if (kind === "fixed") return found.caution;
  return `${found.caution} ${kind === "cycle" ? `It goes in circles of ${period} rounds.` : "It does not come to rest."}`;
}

/** So much of a group at first: in a hot story hundreds of things hang together, and thousands of articles say so. */
const mostShown = { concepts: 12, arrows: 6, sayings: 6 } as const;

interface GroupProps {
  readonly map: CausalMap;
  readonly whole: CausalMap;
  readonly set: ReadonlyMap<string, number>;
  readonly follows: ReturnType<typeof changesOf>;
  readonly change: (id: string, value: number) => void;
}

/** A group is drawn anew where something of it is set or follows, not whenever a slider moves elsewhere. */
function isSame(a: GroupProps, b: GroupProps): boolean {
  const isAsWas = ({ id }: CausalMap["concepts"][number]): boolean =>
    a.set.get(id) === b.set.get(id) &&
    a.follows.value.get(id) === b.follows.value.get(id) &&
    a.follows.implied.get(id) === b.follows.implied.get(id);
  return a.map === b.map && a.whole === b.whole && a.change === b.change && a.map.concepts.every(isAsWas);
}

/** Causes left, effects right, under each effect the arrows that lead to it. */
const Group = memo(function Group({ map, whole, set, follows, change }: GroupProps) {
  const { columns, concepts, into } = useMemo(() => laidOut(map), [map]);
  return (
    <div className="cause-group" style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}>
      {columns.map((column, i) => (
        <ul key={i} className="cause-column">
          <Some of={column} most={mostShown.concepts}>
            {(c) => {
              const value = follows.value.get(c.id) ?? 0;
              const implied = follows.implied.get(c.id);
              return (
                <li key={c.id} className={`concept ${value > 0 ? "rises" : value < 0 ? "falls" : ""}`}>
                  <Some of={into.get(c.at) ?? []} most={mostShown.arrows}>
                    {(a) => (
                      <ArrowLine
                        key={`${a.from} ${a.sign}`}
                        arrow={a}
                        from={concepts.get(a.from)?.name ?? ""}
                        live={(follows.value.get(concepts.get(a.from)?.id ?? "") ?? 0) !== 0}
                      />
                    )}
                  </Some>
                  <p className="serif concept-words">
                    {value !== 0 && <b className="nums">{value > 0 ? "▲ " : "▼ "}</b>}
                    {c.name}
                  </p>
                  {implied !== undefined && <p className="soft small nums">{figures(implied)}</p>}
                  <input
                    type="range"
                    min="-1"
                    max="1"
                    step="0.5"
                    value={set.get(c.id) ?? 0}
                    aria-label={`What if: ${c.name}`}
                    onChange={(event) => change(c.id, Number(event.target.value))}
                  />
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

/** The change, where nine of ten drawings of the asserters have it, and whether ways disagree. */
function figures({ change, low, high, ambiguous }: Implications["implied"][number]): string {
  const range = low === null || high === null ? "" : `, 9 in 10 between ${low.toFixed(2)} and ${high.toFixed(2)}`;
  return `${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(2)}${range}${ambiguous ? "; ambiguous" : ""}`;
}

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
      <span className="one-line">
        {sign > 0 ? "because of" : "held down by"} “{from}”{voices > 1 && `, ${voices} voices`}
        {denials > 0 && `, ${denials} against`}
        {reports > sayings.length && `; ${reports.toLocaleString("en-GB")} reports`}
      </span>
      <span className="soft arrow-says">
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
