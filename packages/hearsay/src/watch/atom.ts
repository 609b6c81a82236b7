import { renameSync, writeFileSync } from "node:fs";
import { contentHash } from "../model/index.js";
import type { Change } from "../tell/changes.js";
import { html, SafeHtml } from "../tell/html/safe.js";
import { itemBlocks, type Run } from "../tell/paper/paper.js";
import type { Channel, News } from "./news.js";
import { textOf } from "./rules.js";
import type { Entry } from "./told.js";

/** So many entries a feed holds. */
const held = 100;

/** A feed file that any reader can subscribe to: an entry a change, the latest first. */
export function atomFile(path: string): Channel {
  return {
    key: `atom:${path}`,
    name: path,
    tell: async (news, entries) => {
      const all = [...news.changes.map((one) => entryOf(news, one)), ...entries].slice(0, held);
      writeFileSync(`${path}.new`, feed(news, all));
      renameSync(`${path}.new`, path);
      return all;
    },
  };
}

function entryOf({ story, when, references }: News, { kind, id, line }: Change): Entry {
  const title = textOf({ ...line, lines: [] }).replace(/\s*\[\d+\]/gu, "");
  return {
    id: `urn:hearsay:${encodeURIComponent(story)}:${kind}:${encodeURIComponent(id)}:${when}:${contentHash(title).slice(0, 8)}`,
    title: title.length > 160 ? `${title.slice(0, 159)}…` : title,
    when,
    content: html`${lineHtml(line)}${referencesHtml(line, references)}`.markup,
  };
}

/** Where the words that its numbers lead to stand. */
function referencesHtml(line: Change["line"], references: News["references"]): SafeHtml | null {
  const text = textOf(line);
  const own = references.filter(({ number }) => text.includes(`[${number}]`));
  if (own.length === 0) return null;
  return html`<hr>${own.map((one) => html`<p>[${one.number}] ${one.outlet}, ${one.title}: “${one.text}”</p>`)}`;
}

const lineHtml = (line: Change["line"]): SafeHtml =>
  html`${itemBlocks(line, () => null).map(({ depth, runs }) => html`<p>${depth > 0 ? "– " : ""}${runs.map(runHtml)}</p>`)}`;

const runHtml = ({ style, text }: Run): SafeHtml => (style === "bold" ? html`<b>${text}</b>` : html`${text}`);

function feed({ story, when }: News, entries: readonly Entry[]): string {
  return html`${new SafeHtml('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:hearsay:${encodeURIComponent(story)}</id>
<title>${story}: what is new</title>
<updated>${when}</updated>
<author><name>Hearsay</name></author>
<generator>Hearsay</generator>
${entries.map(
  (
    one,
  ) => html`<entry><id>${one.id}</id><title>${one.title}</title><updated>${one.when}</updated><content type="html">${one.content}</content></entry>
`,
)}</feed>
`.markup;
}
