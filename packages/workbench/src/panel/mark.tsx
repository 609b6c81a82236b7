import { openHref } from "../app/navigate.js";
import { useArticle, useArticles } from "../data/story.js";
import { sayDate } from "../parts/dates.js";
import { PickButton } from "../parts/pick.js";
import { Empty, Failed, Loading } from "../parts/state.js";
import { ArticleName, InArticle } from "../parts/words.js";
import { layerNames } from "../views/reader/model.js";

/** A record found in an article, at its words; and what else is found in the same words. */
export function MarkPanel({ article, id }: { readonly article: string; readonly id: string }) {
  const loaded = useArticle(article);
  const row = useArticles().get(article);
  if (loaded.value === undefined) return loaded.problem ? <Failed problem={loaded.problem} slim /> : <Loading />;
  const { text, marks } = loaded.value;
  const mine = marks.filter((m) => m.id === id);
  const first = mine[0];
  if (first === undefined)
    return (
      <Empty title="No longer there" slim>
        The article was read again since, and has no such record now.
      </Empty>
    );
  const end = Math.max(...mine.map((m) => m.end));
  const near = marks.filter((m) => m.id !== id && m.start < end && m.end > first.start);
  return (
    <>
      <div className="claim-head">
        <p>
          <span className={`badge layer-${first.kind}`}>{layerNames[first.kind] ?? first.kind}</span>{" "}
          <b>{first.label}</b>
        </p>
        {first.detail !== null && <p className="soft">{first.detail}</p>}
        <p className="row">
          <ArticleName id={article} />
          <span className="soft small">{row !== undefined && `published ${sayDate(row.published)}`}</span>
          <PickButton kind={first.kind} id={id} words={text.slice(first.start, end)} article={article} />
        </p>
      </div>
      <InArticle
        span={{ article, start: first.start, end, text: text.slice(first.start, end) }}
        open={`${article}/${id}`}
      />
      {near.length > 0 && (
        <section>
          <h3>In the same words</h3>
          <ul className="near">
            {dedupe(near).map((m) => (
              <li key={`${m.kind}${m.id}`}>
                <a href={openHref(/^(claim|figure|entity)-/.test(m.id) ? m.id : `${article}/${m.id}`)}>
                  <span className={`badge layer-${m.kind}`}>{layerNames[m.kind] ?? m.kind}</span>{" "}
                  {m.kind === "claim" ? m.detail : m.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const dedupe = <T extends { readonly id: string }>(marks: readonly T[]): readonly T[] => [
  ...new Map(marks.map((m) => [m.id, m])).values(),
];
