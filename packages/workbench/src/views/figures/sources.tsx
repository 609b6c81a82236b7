import type { ReportFigure } from "hearsay";
import { useArticles } from "../../data/story.js";
import { sayShort } from "../../parts/dates.js";
import { wordsHref } from "../../parts/words.js";
import { valuesOf } from "./model.js";

/** So many values are named with their sources, and so many articles of each; the panel has them all. */
const most = { values: 8, articles: 3 };

/** Who reports each value: every name leads to the words. */
export function Sources({ figure }: { readonly figure: ReportFigure }) {
  const articles = useArticles();
  const values = valuesOf(figure);
  return (
    <ul className="figure-sources small">
      {values.slice(0, most.values).map(({ said, asOf, reports }) => (
        <li key={`${said} ${asOf}`}>
          <b className="nums">{said}</b> <span className="soft">{sayShort(asOf)}</span>{" "}
          {reports.slice(0, most.articles).map((report, i) => (
            <span key={`${report.article} ${report.span.start}`}>
              {i > 0 && ", "}
              <a href={wordsHref(report.span)} title={report.span.text}>
                {articles.get(report.article)?.label ?? report.article}
              </a>
            </span>
          ))}
          {reports.length > most.articles && <span className="soft"> and {reports.length - most.articles} more</span>}
        </li>
      ))}
      {values.length > most.values && <li className="soft">and {values.length - most.values} more values</li>}
    </ul>
  );
}
