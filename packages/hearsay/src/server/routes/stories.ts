import type { FastifyRequest } from "fastify";
import type { AccountRole } from "../../model/index.js";
import { type Handlers, Streaming } from "../answering.js";
import { type Door, sees } from "../door.js";
import { stream } from "../stream.js";

type Own = "GET /stories" | "POST /stories" | "DELETE /stories/{s}" | "GET /stories/{s}" | "GET /stories/{s}/changes";

export const storyHandlers: Handlers<Own> = {
  "GET /stories": async ({ shelf, door, request }) => {
    const seen = sees(request);
    return (await shelf.listed())
      .filter(({ name }) => seen(name))
      .map((row) => ({ ...row, role: roleIn(row.name, request, door) }));
  },
  "POST /stories": async ({ shelf, door, request, body }) => {
    const room = await shelf.make(body.name);
    await door.tell(request, "story-add", { story: room.name });
    const role = roleIn(room.name, request, door);
    return { name: room.name, articles: 0, revision: null, modified: await shelf.modified(room), role };
  },
  "DELETE /stories/{s}": async ({ shelf, door, request, room }) => {
    await shelf.remove(room);
    await door.tell(request, "story-remove", { story: room.name });
    return null;
  },
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

/** What who asks may do in a story that they may know of. */
const roleIn = (story: string, { visitor }: FastifyRequest, { sessions }: Door): AccountRole =>
  visitor.session?.roleIn(story) ?? sessions.role;
