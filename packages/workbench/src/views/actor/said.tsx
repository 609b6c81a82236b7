import type { RemarkReport } from "hearsay";
import { openHref } from "../../app/navigate.js";
import { useArticles } from "../../data/story.js";
import { sayShort } from "../../parts/dates.js";
import { Some } from "../../parts/some.js";
import { ArticleName } from "../../parts/words.js";
import { StatementRow } from "../statements/index.js";
import { isVaried, type Said } from "../statements/model.js";

/** Something said, and where the reports of it differ, word by word. */
export function SaidLine({ said }: { readonly said: Said }) {
  const articles = useArticles();
  const [first, ...others] = said.statements;
  const same = others.filter(({ report }) => report?.wording === "same");
  const differing = others.filter(({ report }) => report?.wording !== "same");
  const varied = isVaried(said);
  return (
    <div className="remark remark-times">
      <p className="soft small nums">{sayShort(articles.get(first!.statement.article)?.published ?? null)}</p>
      <div>
        {others.length > 0 && (
          <p>
            <span className={`badge ${varied ? "revised" : "echoed"}`}>
              {said.statements.length} reports{varied ? ", in different words" : ", word for word"}
            </span>
          </p>
        )}
        <StatementRow statement={first!.statement} bare />
        {same.length > 0 && (
          <p className="small row">
            <span className="soft">word for word in</span>
            <Some of={same} most={8}>
              {({ statement }) => <ArticleName key={statement.id} id={statement.article} />}
            </Some>
          </p>
        )}
        <Some of={differing} most={5}>
          {({ statement, report }) => (
            <div key={statement.id} className="other-wording">
              <p className="small row">
                <span className="badge revised">{report === null ? "" : sayWording(report)}</span>
                <ArticleName id={statement.article} />
                <a href={openHref(`${statement.article}/${statement.id}`)}>its own words</a>
              </p>
              {report !== null && <Differing report={report} />}
            </div>
          )}
        </Some>
      </div>
    </div>
  );
}

const wordings: Readonly<Record<RemarkReport["wording"], string>> = {
  fullest: "fullest",
  same: "same words",
  shortened: "shortened",
  changed: "changed",
  retold: "retold, not quoted",
};

const sayWording = ({ wording, through, marked }: RemarkReport): string =>
  [
    wordings[wording],
    through === null ? "" : through === "spun" ? "through a spinner" : "through translation",
    marked ? "marked by dots" : "",
  ]
    .filter(Boolean)
    .join(", ");

/** This telling set against the fullest: what it leaves out and what it puts in. */
function Differing({ report }: { readonly report: RemarkReport }) {
  return (
    <p className="words">
      {report.differences.map(({ kind, text }, i) => (
        <Piece key={i} kind={kind} text={text} />
      ))}
    </p>
  );
}

/** Words that were kept, left out or put in, and the space after them. */
function Piece({ kind, text }: RemarkReport["differences"][number]) {
  const words = { kept: <span>{text}</span>, dropped: <del className="d-dropped">{text}</del> };
  return <>{kind === "added" ? <ins className="d-added">{text}</ins> : words[kind]} </>;
}
