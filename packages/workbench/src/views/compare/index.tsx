import "./compare.css";
import { useMemo } from "react";
import { useRoute, viewHref } from "../../app/navigate.js";
import { type MarkedArticle, useArticle, useRows, useStory } from "../../data/story.js";
import { pieces } from "../../parts/context.js";
import { sayDate } from "../../parts/dates.js";
import { Empty, Failed, Loading } from "../../parts/state.js";
import { compareRows, type DiffPiece, type Stretch, stretchesOf } from "./model.js";

/** Two texts side by side: what the second took from the first, changed, left out and added. */
export default function Compare() {
  const { id } = useRoute();
  const [first = null, second = null] = (id ?? "").split("~");
  const a = useArticle(first);
  const b = useArticle(second);
  const diff = useStory(first === null || second === null ? null : "GET /stories/{s}/diff", {
    a: first ?? "",
    b: second ?? "",
  });
  if (first === null || second === null) return <Empty title="Two articles are needed" />;
  const problem = a.problem ?? b.problem ?? diff.problem;
  if (a.value === undefined || b.value === undefined || diff.value === undefined)
    return problem ? <Failed problem={problem} /> : <Loading lines={14} />;
  return <Texts a={a.value} b={b.value} diff={diff.value.pieces} />;
}

function Texts({
  a,
  b,
  diff,
}: {
  readonly a: MarkedArticle;
  readonly b: MarkedArticle;
  readonly diff: readonly DiffPiece[];
}) {
  const rows = useMemo(() => compareRows(a.text, b.text, diff), [a, b, diff]);
  const [left, right] = useMemo(() => [stretchesOf(diff, "a"), stretchesOf(diff, "b")], [diff]);
  const from = useRows("GET /stories/{s}/derivations", { article: b.id, source: a.id }, 1).value;
  const back = useRows("GET /stories/{s}/derivations", { article: a.id, source: b.id }, 1).value;
  const edge = from?.[0] ?? back?.[0];
  return (
    <>
      <header className="view-head">
        <h1>Side by side</h1>
        {edge !== undefined && (
          <p className="soft">
            {edge.kind} · {edge.reasons.join(" · ")}
          </p>
        )}
      </header>
      <div className="view-body">
        <ul className="legend small compare-legend">
          <li className="d-same">taken over</li>
          <li className="d-changed">changed</li>
          <li className="d-synonym">other word, same sense</li>
          <li className="d-dropped">left out</li>
          <li className="d-added">added</li>
        </ul>
        <div className="compare">
          <Head article={a} />
          <Head article={b} />
          {rows.map((row) => (
            <div className="compare-row" key={`${row.a[0]?.start}/${row.b?.start}`}>
              <div className="compare-side">
                {row.a.map((p) => (
                  <Paragraph key={p.start} text={a.text} at={p} stretches={left} />
                ))}
              </div>
              <div className="compare-side">
                {row.b !== null && <Paragraph text={b.text} at={row.b} stretches={right} />}
              </div>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

function Head({ article }: { readonly article: MarkedArticle }) {
  return (
    <div className="compare-head">
      <h2>
        <a href={viewHref("article", article.id)}>{article.title}</a>
      </h2>
      <p className="soft small">
        {article.label} · {sayDate(article.published)}
      </p>
    </div>
  );
}

function Paragraph({
  text,
  at,
  stretches,
}: {
  readonly text: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly stretches: readonly Stretch[];
}) {
  return (
    <p>
      {pieces(at.start, at.end, stretches).map((p) => {
        const kind = p.on[0]?.kind;
        const words = text.slice(p.start, p.end);
        return kind === undefined ? words : <Changed key={p.start} kind={kind} words={words} />;
      })}
    </p>
  );
}

function Changed({ kind, words }: { readonly kind: Stretch["kind"]; readonly words: string }) {
  if (kind === "dropped") return <del className="d-dropped">{words}</del>;
  if (kind === "added") return <ins className="d-added">{words}</ins>;
  return <span className={`d-${kind}`}>{words}</span>;
}
