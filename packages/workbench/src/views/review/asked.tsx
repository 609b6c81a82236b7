import type { Judgement } from "hearsay";
import { useState } from "react";
import { viewHref } from "../../app/navigate.js";
import { useReadOnly } from "../../data/session.js";
import { useArticles } from "../../data/story.js";
import { ArticleName, InArticle } from "../../parts/words.js";
import { OutletRating } from "../reader/rating.js";
import { type Decision, judgementFor, type ReviewItem, reviewKinds } from "./model.js";

interface AskedProps {
  readonly item: ReviewItem;
  readonly decide: (decision: Decision) => void;
  readonly undo: () => void;
  readonly noting: boolean;
  readonly setNoting: (noting: boolean) => void;
  readonly note: (words: string) => void;
  readonly rated: (judgement: Judgement) => void;
}

/** A question with the words it rests on, and what answers it. */
export function Asked({ item, decide, undo, noting, setNoting, note, rated }: AskedProps) {
  return (
    <section className="review-item card" aria-label="Question">
      <p className="soft small">
        {reviewKinds[item.kind]}
        {item.score !== null && item.score > 0 && ` · Hearsay is ${Math.round(item.score * 100)} % sure of what it did`}
      </p>
      <h2>{item.question}</h2>
      <div className="review-evidence">
        {distinct(item.evidence).map((q) => (
          <div key={`${q.article} ${q.start} ${q.end}`}>
            <p className="small row">
              <ArticleName id={q.article} />
              <Rating article={q.article} onRated={rated} />
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
      <Deciding item={item} decide={decide} undo={undo} note={() => setNoting(true)} />
      {noting && (
        <Noting
          onDone={(words) => {
            setNoting(false);
            if (words !== "") note(words);
          }}
        />
      )}
    </section>
  );
}

/** How reliable the outlet of an article is held to be. */
function Rating({ article, onRated }: { readonly article: string; readonly onRated: (judgement: Judgement) => void }) {
  const outlet = useArticles().get(article)?.outlet ?? null;
  return outlet === null ? null : <OutletRating outlet={outlet} onRated={onRated} />;
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
          {item.kind === "direction" ? "Not from each other" : "Split"} <kbd>s</kbd>
        </button>
      )}
      <button type="button" className="button" {...off} onClick={note}>
        Note <kbd>n</kbd>
      </button>
      <button type="button" className="button" {...off} onClick={undo}>
        Undo <kbd>u</kbd>
      </button>
      <span className="soft small">
        rate the outlet <kbd>o</kbd>
      </span>
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
