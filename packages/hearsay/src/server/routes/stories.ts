import type { FastifyRequest } from "fastify";
import type { AccountRole } from "../../model/index.js";
import { asJson } from "../../records/write.js";
import { renderHtml, reportPolicy } from "../../tell/html.js";
import { renderMarkdown } from "../../tell/markdown.js";
import { onPaper, paperTypes } from "../../tell/paper/index.js";
import { reportPaper } from "../../tell/paper/paper.js";
import { type Handlers, Sent, Streaming } from "../answering.js";
import { type Door, sees } from "../door.js";
import type { Room } from "../room.js";
import { indexOf } from "../search/index.js";
import type { Shelf } from "../shelf.js";
import { stream } from "../stream.js";
import type { View } from "../view.js";

type Own =
  | "GET /stories"
  | "POST /stories"
  | "DELETE /stories/{s}"
  | "GET /stories/{s}"
  | "GET /stories/{s}/report"
  | "GET /stories/{s}/changes";

export const storyHandlers: Handlers<Own> = {
  "GET /stories": async ({ shelf, door, request }) => {
    const rows = [];
    for (const name of (await shelf.names()).filter(sees(request)))
      rows.push(await storyRow(shelf, await shelf.room(name), roleIn(name, request, door)));
    return rows;
  },
  "POST /stories": async ({ shelf, door, request, body }) => {
    const room = await shelf.make(body.name);
    await door.tell(request, "story-add", { story: room.name });
    return storyRow(shelf, room, roleIn(room.name, request, door));
  },
  "DELETE /stories/{s}": async ({ shelf, door, request, room }) => {
    await shelf.remove(room);
    await door.tell(request, "story-remove", { story: room.name });
    return null;
  },
  "GET /stories/{s}": async ({ room }) => {
    const { head, revision } = await room.head();
    room.view().then(
      (view) => view.once("soon searched", prepare),
      () => {},
    );
    const { summary, brief, references, versions, circles, diagnostics } = head;
    const behind = await room.isBehind();
    const lists = { references, versions, circles, diagnostics } as const;
    return { name: room.name, revision, behind, summary, brief, ...lists } as never;
  },
  "GET /stories/{s}/report": async ({ room, query, door, request }) => {
    const view = await room.view();
    const { format = "json", download = false } = query;
    if (download || format === "docx" || format === "pdf")
      await door.tell(request, "export", { story: room.name, subject: "report", detail: format });
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

/** What who asks may do in a story that they may know of. */
const roleIn = (story: string, { visitor }: FastifyRequest, { sessions }: Door): AccountRole =>
  visitor.session?.roleIn(story) ?? sessions.role;

/** A file that cannot be opened is listed all the same: without articles, and with no revision. */
async function storyRow(shelf: Shelf, room: Room, role: AccountRole) {
  const modified = await shelf.modified(room);
  try {
    const [revision, summary] = await room.during(async () => [await room.revision(), await room.summary()] as const);
    return { name: room.name, articles: summary?.articles ?? 0, revision, modified, role };
  } catch {
    return { name: room.name, articles: 0, revision: null, modified, role };
  }
}
