import { article, isObject, type Json, objects, saidOf, type Taken, textOf, texts } from "./taken.js";

/** The news items of stories as Taranis AI exports them: a story, a list of them, or an object with such a list. */
export function fromStories(value: unknown): Taken | null {
  const stories = storiesIn(value);
  if (stories.length === 0) return null;
  const items = stories.flatMap(({ news_items }) => objects(news_items));
  const articles = items.flatMap((item) => read(item) ?? []);
  const notes = stories.filter(({ comments, summary }) => textOf(comments) !== null || textOf(summary) !== null).length;
  return {
    format: "Taranis stories",
    articles,
    said: [
      ...saidOf(
        items.length - articles.length,
        "no-text",
        "news item has no content",
        "news items have no content",
        "Add their links: hearsay add URL.",
      ),
      ...saidOf(
        notes,
        "no-place",
        "story's comments and summary have no place here",
        "stories' comments and summaries have no place here",
        "Note what matters: hearsay judge note.",
      ),
    ],
  };
}

function storiesIn(value: unknown): readonly Json[] {
  const isStory = (one: Json) => Array.isArray(one.news_items);
  if (isObject(value) && isStory(value)) return [value];
  const list = isObject(value) ? (value.stories ?? value.items ?? value.data) : value;
  return objects(list).filter(isStory);
}

/** The source of a news item is a feed's id or name: an outlet only where it reads like one. */
const read = (item: Json) =>
  article({
    text: textOf(item.content) ?? textOf(item.review),
    title: textOf(item.title),
    authors: texts(item.author),
    outlet: /^[0-9a-f-]{20,}$|^https?:/i.test(textOf(item.source) ?? "") ? null : textOf(item.source),
    published: textOf(item.published),
    modified: textOf(item.updated) ?? textOf(item.last_change),
    url: textOf(item.link) ?? textOf(item.url),
    language: textOf(item.language),
  });
