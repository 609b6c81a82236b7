import type { Article, Hints } from "../model/index.js";
import { within } from "./dates.js";

/** The article with what it does not say itself filled in from what was said of it where it was found. */
export function withHints(article: Article, { title, authors, published }: Hints): Article {
  const dated = article.published !== null || published === undefined;
  return {
    ...article,
    title: article.title === "" ? (title ?? "") : article.title,
    authors: article.authors.length === 0 ? (authors ?? []) : article.authors,
    published: dated ? article.published : published,
    publishedWithin: dated ? article.publishedWithin : within([published]),
  };
}
