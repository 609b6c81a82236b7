import "./causes.css";
import { useCallback, useMemo, useRef } from "react";
import { setParams, useRoute } from "../../app/navigate.js";
import { useStory } from "../../data/story.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { Beside, Rings, Sides } from "./choices.js";
import { SideBySide } from "./compare.js";
import { Group } from "./group.js";
import { changesOf, formatSet, groupsOf, type Implications, mapOf, parseSet, questionOf } from "./model.js";
import { causesSvg } from "./picture.js";

/** What is said to cause what; set something to rise or fall and see what the sources imply, through which arrows. */
export default function Causes() {
  const { params } = useRoute();
  const { side = "", other = "" } = params;
  const set = useMemo(() => parseSet(params.set), [params.set]);
  const loaded = useStory("GET /stories/{s}/map", { side });
  const whole = useMemo(() => (loaded.value === undefined ? null : mapOf(loaded.value)), [loaded.value]);
  const groups = useMemo(() => (whole === null ? [] : groupsOf(whole)), [whole]);
  // Side by side takes the arrows of both.
  const everybody = useStory("GET /stories/{s}/map", { side: "" });
  const isCompared = side !== "" && other !== "" && everybody.value !== undefined;
  const answer = useStory(set.size === 0 ? null : "GET /stories/{s}/whatif", questionOf(set, side));
  const follows = useMemo(() => changesOf(set, answer.value), [set, answer.value]);
  // The same function throughout, so that a group is not drawn anew for it.
  const latest = useRef(set);
  latest.current = set;
  const change = useCallback((id: string, value: number): void => {
    const next = new Map(latest.current);
    if (value === 0) next.delete(id);
    else next.set(id, value);
    setParams({ set: formatSet(next) }, true);
  }, []);
  return (
    <>
      <header className="view-head">
        <h1>What is said to cause what</h1>
        <span className="soft small">
          {isCompared
            ? "Where they differ comes first. "
            : "Set something to rise or fall: what would follow, through which arrows. "}
          {ended(answer.value)}
        </span>
        <Sides
          sides={loaded.value?.sides ?? []}
          side={side}
          choose={(one) => setParams({ side: one, other: null, set: null })}
        />
        {side !== "" && (
          <Beside
            sides={loaded.value?.sides ?? []}
            side={side}
            other={other}
            choose={(one) => setParams({ other: one })}
          />
        )}
        {set.size > 0 && (
          <button type="button" className="button" onClick={() => setParams({ set: null }, true)}>
            Set nothing
          </button>
        )}
        <ExportMenu table="causes" picture={{ name: "causes", svg: () => causesSvg(groups, follows) }} />
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
