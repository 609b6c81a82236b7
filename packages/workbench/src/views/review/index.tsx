import "./review.css";
import type { Judgement } from "hearsay";
import { useRef, useState } from "react";
import { useKeys } from "../../app/keys.js";
import { currentRoute, setParams, useRoute, viewHref } from "../../app/navigate.js";
import { ask } from "../../data/api.js";
import { useReadOnly } from "../../data/session.js";
import { useRows } from "../../data/story.js";
import { asProblem, refresh } from "../../data/use.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { say } from "../../parts/toast.js";
import { ArticleName, InArticle } from "../../parts/words.js";
import { Decided } from "./decided.js";
import { type Decision, judgementFor, nextPlace, type ReviewItem, reviewKinds } from "./model.js";

/** A judgement made here, and the question it was made on. */
interface Step {
  /** Null where it is none of those that are listed. */
  readonly item: string | null;
  readonly judgement: Judgement;
}

/** What is uncertain, most consequential first; decided by key, undone by key. */
export default function Review() {
  const { story, params } = useRoute();
  const paged = useRows("GET /stories/{s}/review", { kind: params.kind });
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
        <button type="button" className="button" onClick={() => refresh()}>
          Fetch again
        </button>
      </header>
      {item === undefined ? (
        <Empty title="Nothing is uncertain enough to ask">
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
                  <span className="one-line">{i.question}</span>
                  {i.judged !== null && <span className="badge corroborated">{i.judged.kind}</span>}
                </button>
              </li>
            ))}
          </ol>
          <section className="review-item card" aria-label="Question">
            <p className="soft small">
              {reviewKinds[item.kind]}
              {item.score !== null &&
                item.score > 0 &&
                ` · Hearsay is ${Math.round(item.score * 100)} % sure of what it did`}
            </p>
            <h2>{item.question}</h2>
            <div className="review-evidence">
              {distinct(item.evidence).map((q) => (
                <div key={`${q.article} ${q.start} ${q.end}`}>
                  <p className="small">
                    <ArticleName id={q.article} />
                  </p>
                  <InArticle span={q} />
                </div>
              ))}
            </div>
            {item.kind === "direction" && (
              <a className="small" href={viewHref("compare", item.subjects[0]!.split("~").reverse().join("~"))}>
                Both texts side by side
              </a>
            )}
            {item.judged !== null && <Judged judgement={item.judged} />}
            <Deciding
              item={item}
              decide={(decision) => void decide(decision)}
              undo={undo}
              note={() => setNoting(true)}
            />
            {noting && (
              <Noting
                onDone={(words) => {
                  setNoting(false);
                  if (words !== "") void post(item, { kind: "note", subjects: item.subjects, value: words });
                }}
              />
            )}
          </section>
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

const distinct = (quotes: ReviewItem["evidence"]): ReviewItem["evidence"] =>
  [...new Map(quotes.map((q) => [`${q.article} ${q.start} ${q.end}`, q])).values()].slice(0, 8);

function Judged({ judgement }: { readonly judgement: Judgement }) {
  return (
    <p className="judged">
      <span className="badge corroborated">{judgement.kind}</span> by {judgement.who},{" "}
      {new Date(judgement.when).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}
      {judgement.value !== null && judgement.value !== "" && ` · “${judgement.value}”`}
      {judgement.why !== null && judgement.why !== "" && ` · ${judgement.why}`}
    </p>
  );
}

interface DecidingProps {
  readonly item: ReviewItem;
  readonly decide: (decision: Decision) => void;
  readonly undo: () => void;
  readonly note: () => void;
}

function Deciding({ item, decide, undo, note }: DecidingProps) {
  const readOnly = useReadOnly();
  const off = readOnly !== null && { disabled: true, title: readOnly };
  const merges = judgementFor(item, "merge") !== null;
  return (
    <div className="row review-keys">
      <button type="button" className="button main" title={item.accept.does} {...off} onClick={() => decide("accept")}>
        Accept <kbd>a</kbd>
      </button>
      <button type="button" className="button" title={item.reject.does} {...off} onClick={() => decide("reject")}>
        Reject <kbd>r</kbd>
      </button>
      {merges && (
        <button type="button" className="button" {...off} onClick={() => decide("merge")}>
          Merge <kbd>m</kbd>
        </button>
      )}
      {judgementFor(item, "split") !== null && (
        <button type="button" className="button" {...off} onClick={() => decide("split")}>
          Split <kbd>s</kbd>
        </button>
      )}
      <button type="button" className="button" {...off} onClick={note}>
        Note <kbd>n</kbd>
      </button>
      <button type="button" className="button" {...off} onClick={undo}>
        Undo <kbd>u</kbd>
      </button>
      {readOnly !== null && <p className="small">{readOnly}</p>}
      <p className="soft small">
        {item.accept.does === item.reject.does ? (
          item.accept.does
        ) : (
          <>
            <b>Accept:</b> {item.accept.does} <b>Reject:</b> {item.reject.does}
          </>
        )}
      </p>
    </div>
  );
}

function Noting({ onDone }: { readonly onDone: (words: string) => void }) {
  const [words, setWords] = useState("");
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(words.trim());
      }}
    >
      <label htmlFor="note">Note</label>
      <input
        id="note"
        className="field grow"
        value={words}
        autoFocus
        maxLength={4000}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone("")}
      />
      <button type="submit" className="button main">
        Record
      </button>
    </form>
  );
}
