import { beginning, ending } from "hearsay/client";
import { viewHref } from "../app/navigate.js";
import { useArticle, useArticles } from "../data/story.js";
import { inContext } from "./context.js";
import { sayShort } from "./dates.js";
import { Icon } from "./icon.js";

interface Place {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** Where words are read in their article. */
export const wordsHref = ({ article, start, end }: Place, open?: string): string =>
  viewHref("article", article, { at: `${start}-${end}`, ...(open !== undefined && { open }) });

/** Words in quotation marks, leading to their place. */
export function QuoteLink({
  span,
  open,
}: {
  readonly span: Place & { readonly text: string };
  readonly open?: string;
}) {
  return (
    <a className="words quote-link" href={wordsHref(span, open)}>
      “{span.text}”
    </a>
  );
}

/** Words in their paragraph. The words alone are shown until the article has come. */
export function InArticle({
  span,
  open,
}: {
  readonly span: Place & { readonly text: string };
  readonly open?: string;
}) {
  const article = useArticle(span.article);
  const cut = article.value === undefined ? null : inContext(article.value.text, span.start, span.end);
  return (
    <blockquote className="words passage">
      {cut?.before}
      <mark>{shortened(span.text)}</mark>
      {cut?.after}
      <a className="read-on small" href={wordsHref(span, open)}>
        read <Icon name="next" size={12} />
      </a>
    </blockquote>
  );
}

/** Long passages are cut in the middle: the place itself shows them whole. */
const shortened = (text: string): string =>
  text.length <= 420 ? text : `${beginning(text, 260).replace(/\S*$/, "")}[…]${ending(text, 120).replace(/^\S*/, "")}`;

/** An article as it is named in a line: its outlet and date. */
export function ArticleName({ id }: { readonly id: string }) {
  const article = useArticles().get(id);
  return (
    <a href={viewHref("article", id)} className="article-name" title={article?.title}>
      {article?.label ?? id}
      {article !== undefined && <span className="soft"> · {sayShort(article.published)}</span>}
    </a>
  );
}
