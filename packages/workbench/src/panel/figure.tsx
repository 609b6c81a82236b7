import { openHref } from "../app/navigate.js";
import { useRecord } from "../data/story.js";
import { sayShort } from "../parts/dates.js";
import { Some } from "../parts/some.js";
import { Empty, Failed, Loading } from "../parts/state.js";
import { ArticleName, InArticle } from "../parts/words.js";
import { sayAmount, unitOf } from "../views/figures/model.js";

/** One quantity: every value with its words. */
export function FigurePanel({ id }: { readonly id: string }) {
  const loaded = useRecord("GET /stories/{s}/figures/{id}", id);
  const figure = loaded.value;
  if (loaded.problem?.status === 404)
    return (
      <Empty title="No longer there" slim>
        The story has no such figure now.
      </Empty>
    );
  if (figure === undefined) return loaded.problem ? <Failed problem={loaded.problem} slim /> : <Loading />;
  return (
    <>
      <p className="claim-words serif">
        {figure.of}
        {unitOf(figure) !== null && <span className="soft"> · {unitOf(figure)}</span>}
      </p>
      <ol className="origins">
        <Some of={figure.reports} most={12}>
          {(r) => (
            <li key={`${r.article}/${r.span.start}`}>
              <p className="row small">
                <b className="nums">{sayAmount(r)}</b>
                <span className="soft">as of {sayShort(r.asOf)}</span>
                <ArticleName id={r.article} />
                {r.claim !== null && <a href={openHref(r.claim)}>claim</a>}
              </p>
              <InArticle span={r.span} />
            </li>
          )}
        </Some>
      </ol>
    </>
  );
}
