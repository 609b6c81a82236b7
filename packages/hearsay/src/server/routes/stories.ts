import { type Handlers, Streaming } from "../answering.js";
import type { Room } from "../room.js";
import type { Shelf } from "../shelf.js";
import { stream } from "../stream.js";

type Own = "GET /stories" | "POST /stories" | "GET /stories/{s}" | "GET /stories/{s}/changes";

export const storyHandlers: Handlers<Own> = {
  "GET /stories": async ({ shelf }) => {
    const rows = [];
    for (const name of await shelf.names()) rows.push(await storyRow(shelf, await shelf.room(name)));
    return rows;
  },
  "POST /stories": async ({ shelf, body }) => storyRow(shelf, await shelf.make(body.name)),
  "GET /stories/{s}": async ({ room, answerer }) => {
    const { head, revision } = await room.head();
    // Who looks at a story will soon look into it.
    answerer.prepare(room);
    const { summary, brief, references, versions, circles, diagnostics } = head;
    const behind = await room.isBehind();
    const lists = { references, versions, circles, diagnostics } as const;
    return { name: room.name, revision, behind, summary, brief, ...lists } as never;
  },
  "GET /stories/{s}/changes": async (asked) => {
    await asked.room.store();
    stream(asked);
    return new Streaming();
  },
};

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
