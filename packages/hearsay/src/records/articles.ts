import { beginning } from "./lineage.js";
import { type RecordTable, rowMaker, wordsColumn } from "./row.js";

/** A row for each article that was read. */
export const articles: RecordTable = {
  columns: [
    { key: "article", head: "Article", min: 14, rank: 5 },
    { key: "date", head: "Date", min: 10, rank: 1 },
    { key: "outlet", head: "Outlet", min: 12, rank: 0, style: () => "bold" },
    { key: "title", head: "Title", min: 20, grow: true, rank: 0 },
    { key: "length", head: "Words", min: 5, rank: 2 },
    { key: "removed", head: "Removed", min: 7, rank: 3 },
    { key: "file", head: "File", min: 12, grow: true, rank: 4 },
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return report.articles.map((article) => {
      const { title, authors, url, language, origin, text, removed, entries } = article;
      const { section, agency, translatedFrom, firstPublishedIn } = article;
      const length = text.split(/\s+/).filter(Boolean).length;
      const says = { section, agency, translatedFrom, firstPublishedIn };
      const fields = {
        title,
        authors,
        url,
        language,
        ...says,
        origin,
        length,
        removed: removed.length,
        entries: entries.length,
      };
      return row(beginning(article), fields, { who: authors, types: [language] });
    });
  },
};

/** A row for each passage that was set aside as not the article's own. */
export const removed: RecordTable = {
  columns: [
    { key: "reason", head: "Reason", min: 13, rank: 0, style: () => "yellow" },
    { ...wordsColumn, head: "Removed" },
    { key: "outlet", head: "Outlet", min: 10, rank: 1 },
    { key: "file", head: "File", min: 12, rank: 2 },
  ],
  rows: (report) => {
    const row = rowMaker(report);
    return report.articles.flatMap((article) =>
      article.removed.map(({ text, reason, at }) =>
        row({ article: article.id, start: at, end: at, text }, { reason }, { types: [reason] }),
      ),
    );
  },
};
