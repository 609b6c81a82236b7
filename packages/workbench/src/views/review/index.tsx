import "./review.css";
import type { Judgement } from "hearsay";
import { useRef, useState } from "react";
import { useKeys } from "../../app/keys.js";
import { currentRoute, setParams, useRoute } from "../../app/navigate.js";
import { ask, everyRow } from "../../data/api.js";
import { useReadOnly } from "../../data/session.js";
import { useRows } from "../../data/story.js";
import { asProblem } from "../../data/use.js";
import { ExportMenu } from "../../parts/export.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { say } from "../../parts/toast.js";
import { Asked } from "./asked.js";
import { Decided } from "./decided.js";
import {
  type Decision,
  judgementFor,
  nextPlace,
  type ReviewItem,
  reviewFilters,
  reviewKinds,
  rowOf,
  shortOf,
} from "./model.js";

/** A judgement made here, and the question it was made on. */
interface Step {
  /** Null where it is none of those that are listed. */
  readonly item: string | null;
  readonly judgement: Judgement;
}

/** What is uncertain, most consequential first; decided by key, undone by key. */
export default function Review() {
  const { story, params } = useRoute();
  const asked = { name: "GET /stories/{s}/review", path: { s: story ?? "" }, query: { kind: params.kind } } as const;
  const paged = useRows(asked.name, asked.query);
  const [mine, setMine] = useState<Readonly<Record<string, Judgement | null>>>({});
  const items = (paged.value ?? []).map((item) => ({
    ...item,
    judged: item.id in mine ? mine[item.id]! : item.judged,
  }));
  const at = Math.max(
    0,
    items.findIndex((i) => i.id === params.item),
  );
  const item = items[at];
  const [noting, setNoting] = useState(false);
  const readOnly = useReadOnly();
  const history = useRef<readonly Step[]>([]);
  const show = (i: number): void =>
    setParams({ item: items[Math.max(0, Math.min(items.length - 1, i))]?.id ?? null, open: null }, true);
  const post = async (
    of: ReviewItem,
    body: { kind: Judgement["kind"]; subjects: readonly string[]; value?: string; why?: string },
  ): Promise<boolean> => {
    try {
      const judgement = await ask("POST /stories/{s}/judgements", {
        path: { s: story! },
        body: { ...body, subjects: [...body.subjects] },
      });
      const step = { item: of.id, judgement };
      history.current = [...history.current, step];
      // A note decides nothing: what it is on stays a question.
      if (body.kind !== "note") setMine((now) => ({ ...now, [of.id]: judgement }));
      say(`${body.kind}: recorded.`, { label: "Undo", act: () => void takeBack(step) });
      return true;
    } catch (error) {
      say(asProblem(error).detail || asProblem(error).title);
      return false;
    }
  };
  const takeBack = async ({ item: of, judgement }: Step): Promise<void> => {
    try {
      await ask("DELETE /stories/{s}/judgements/{id}", { path: { s: story!, id: judgement.id } });
      history.current = history.current.filter((step) => step.judgement.id !== judgement.id);
      if (of !== null) {
        if (judgement.kind !== "note") setMine((now) => ({ ...now, [of]: null }));
        setParams({ item: of }, true);
      }
      say("Taken back; both stay on record.");
    } catch (error) {
      say(asProblem(error).detail || asProblem(error).title);
    }
  };
  /** What was decided on the question that is shown; where nothing was, what was done last. */
  const undo = (): void => {
    const shown = item?.judged ?? null;
    const step = item !== undefined && shown !== null ? { item: item.id, judgement: shown } : history.current.at(-1);
    if (readOnly !== null) say(readOnly);
    else if (step === undefined) say("Nothing to undo.");
    else void takeBack(step);
  };
  const recording = useRef(false);
  const decide = async (decision: Decision): Promise<void> => {
    if (item === undefined || recording.current) return;
    if (readOnly !== null) return say(readOnly);
    const body = judgementFor(item, decision);
    if (body === null) {
      say(`There is nothing to ${decision} here.`);
      return;
    }
    recording.current = true;
    const recorded = await post(item, body);
    recording.current = false;
    // On to the next, unless somebody has gone elsewhere meanwhile.
    if (recorded && currentRoute().params.item === params.item) show(nextPlace(items, at));
  };
  useKeys({
    ...{ j: () => show(at + 1), k: () => show(at - 1), ArrowDown: () => show(at + 1), ArrowUp: () => show(at - 1) },
    ...{
      a: () => void decide("accept"),
      r: () => void decide("reject"),
      m: () => void decide("merge"),
      s: () => void decide("split"),
      u: undo,
    },
    o: (event) => {
      event.preventDefault();
      document.querySelector<HTMLElement>(".review-evidence .rating")?.focus();
    },
    n: (event) => {
      event.preventDefault();
      if (readOnly === null) setNoting(true);
      else say(readOnly);
    },
  });
  if (paged.value === undefined) return paged.problem ? <Failed problem={paged.problem} /> : <Loading lines={10} />;
  const left = items.filter((i) => i.judged === null).length;
  return (
    <>
      <header className="view-head">
        <h1>Review</h1>
        <span className="soft small" aria-live="polite">
          {left} of {paged.total} undecided
        </span>
        <ExportMenu rows={{ name: "review", load: async () => (await everyRow(asked)).map((item) => rowOf(item)) }} />
      </header>
      <div className="view-body chips review-kinds" role="group" aria-label="Kind of question">
        {[null, ...Object.keys(reviewFilters)].map((kind) => (
          <button
            type="button"
            key={kind}
            className="chip"
            aria-pressed={(params.kind ?? null) === kind}
            onClick={() => setParams({ kind, item: null })}
          >
            {kind === null ? "everything" : reviewFilters[kind as ReviewItem["kind"]]}
          </button>
        ))}
      </div>
      {item === undefined ? (
        <Empty
          title={params.kind === undefined ? "Nothing is uncertain enough to ask" : "Nothing of this kind is asked"}
        >
          <p>
            What Hearsay is less sure of stands here: whether two names are one, who copied whom, who speaks, what
            contradicts what.
          </p>
        </Empty>
      ) : (
        <div className="review">
          <ol className="review-list" aria-label="Questions">
            {items.slice(Math.max(0, at - 40), at + 60).map((i) => (
              <li key={i.id}>
                <button
                  type="button"
                  className="review-line"
                  aria-current={i.id === item.id}
                  onClick={() => setParams({ item: i.id }, true)}
                >
                  <span className="small soft">{reviewKinds[i.kind]}</span>
                  <span className="one-line">{shortOf(i)}</span>
                  {i.judged !== null && <span className="badge corroborated">{i.judged.kind}</span>}
                </button>
              </li>
            ))}
          </ol>
          <Asked
            item={item}
            decide={(decision) => void decide(decision)}
            undo={undo}
            noting={noting}
            setNoting={setNoting}
            note={(words) => void post(item, { kind: "note", subjects: item.subjects, value: words })}
            rated={(judgement) => {
              history.current = [...history.current, { item: null, judgement }];
            }}
          />
        </div>
      )}
      <Decided
        items={items}
        undo={(judgement) =>
          void takeBack({ item: items.find((i) => i.judged?.id === judgement.id)?.id ?? null, judgement })
        }
      />
    </>
  );
}
