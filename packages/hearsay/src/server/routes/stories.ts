import { asJson } from "../../records/write.js";
import { renderHtml, reportPolicy } from "../../tell/html.js";
import { renderMarkdown } from "../../tell/markdown.js";
import { onPaper, paperTypes } from "../../tell/paper/index.js";
import { reportPaper } from "../../tell/paper/paper.js";
import { type Handlers, Sent, Streaming } from "../answering.js";
import type { Room } from "../room.js";
import { indexOf } from "../search/index.js";
import type { Shelf } from "../shelf.js";
import { stream } from "../stream.js";
import type { View } from "../view.js";

type Own =
  | "GET /stories"
  | "POST /stories"
  | "GET /stories/{s}"
  | "GET /stories/{s}/report"
  | "GET /stories/{s}/changes";

export const storyHandlers: Handlers<Own> = {
  "GET /stories": async ({ shelf }) => {
    const rows = [];
    for (const name of await shelf.names()) rows.push(await storyRow(shelf, await shelf.room(name)));
    return rows;
  },
  "POST /stories": async ({ shelf, body }) => storyRow(shelf, await shelf.make(body.name)),
  "GET /stories/{s}": async ({ room }) => {
    const view = await room.view();
    const { report, revision } = view;
    view.once("soon searched", prepare);
    const { summary, brief, references, versions, circles, diagnostics } = report;
    const behind = await room.isBehind();
    const lists = { references, versions, circles, diagnostics } as const;
    return { name: room.name, revision, behind, summary, brief, ...lists } as never;
  },
  "GET /stories/{s}/report": async ({ room, query }) => {
    const view = await room.view();
    const { format = "json", download = false } = query;
    const file = download ? `${room.name}.${format}` : null;
    if (format === "md")
      return new Sent(
        "text/markdown",
        view.once("md", () => renderMarkdown(view.report)),
        file,
      );
    if (format === "html")
      return new Sent(
        "text/html",
        view.once("html", () => renderHtml(view.report)),
        file,
        reportPolicy,
      );
    if (format === "docx" || format === "pdf")
      return new Sent(paperTypes[format], await onPaper(reportPaper(view.report), format), `${room.name}.${format}`);
    return new Sent("application/json", `${asJson(view.report)}\n`, file);
  },
  "GET /stories/{s}/changes": async (asked) => {
    await asked.room.store();
    stream(asked);
    return new Streaming();
  },
};

/** Who looks at a story will soon search it: the index is begun once the first view is drawn. */
function prepare(view: View): void {
  setTimeout(() => void view.once("search", indexOf), 1500).unref();
}

/** A file that cannot be opened is listed all the same: without articles, and with no revision. */
async function storyRow(shelf: Shelf, room: Room) {
  const modified = await shelf.modified(room);
  try {
    const [revision, summary] = await room.during(async () => [await room.revision(), await room.summary()] as const);
    return { name: room.name, articles: summary?.articles ?? 0, revision, modified };
  } catch {
    return { name: room.name, articles: 0, revision: null, modified };
  }
}
