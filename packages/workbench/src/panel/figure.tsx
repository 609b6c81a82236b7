import type { ReportFigure } from "hearsay";
import { openHref } from "../app/navigate.js";
import { useRows } from "../data/story.js";
import { sayShort } from "../parts/dates.js";
import { Empty, Failed, Loading } from "../parts/state.js";
import { ArticleName, InArticle } from "../parts/words.js";
import { sayAmount, unitOf } from "../views/figures/model.js";

/** One quantity: every value with its words. */
export function FigurePanel({ id }: { readonly id: string }) {
  const loaded = useRows<ReportFigure>("/figures", {}, 500);
  const figure = loaded.value?.find((f) => f.id === id);
  if (loaded.value === undefined) return loaded.problem ? <Failed problem={loaded.problem} slim /> : <Loading />;
  if (figure === undefined)
    return (
      <Empty title="No longer there" slim>
        The story has no such figure now.
      </Empty>
    );
  return (
    <>
      <p className="claim-words serif">
        {figure.of}
        {unitOf(figure) !== null && <span className="soft"> · {unitOf(figure)}</span>}
      </p>
      <ol className="origins">
        {figure.reports.map((r) => (
          <li key={`${r.article}/${r.span.start}`}>
            <p className="row small">
              <b className="nums">{sayAmount(r)}</b>
              <span className="soft">as of {sayShort(r.asOf)}</span>
              <ArticleName id={r.article} />
              {r.claim !== null && <a href={openHref(r.claim)}>claim</a>}
            </p>
            <InArticle span={r.span} />
          </li>
        ))}
      </ol>
    </>
  );
}
