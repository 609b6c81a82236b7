import { contentHash, type Judgement } from "../../model/index.js";
import { judgementOf, type Verdict } from "../../records/judge.js";
import type { Asked, Handlers } from "../answering.js";
import { page } from "../paging.js";
import { tellFault } from "../problem.js";

type Own = "GET /stories/{s}/judgements" | "POST /stories/{s}/judgements" | "DELETE /stories/{s}/judgements/{id}";

export const judgementHandlers: Handlers<Own> = {
  "GET /stories/{s}/judgements": async ({ room, query }) => {
    const all = await (await room.store()).judgements();
    // They are only ever appended to: a page that was given stays right.
    return page(all, query, contentHash(all[0]?.id ?? "").slice(0, 8));
  },
  "POST /stories/{s}/judgements": (asked) => judge(asked, asked.body),
  "DELETE /stories/{s}/judgements/{id}": (asked) => judge(asked, { kind: "withdraw", subjects: [asked.path.id] }),
};

/** Records a judgement at once; that the story follows is left to the writer, and told by `changes`. */
async function judge({ room, live, now, request, door, onFault }: Asked<Own>, given: Verdict): Promise<Judgement> {
  const [view, store] = [await room.view(), await room.store()];
  const who = request.visitor.session?.who ?? door.sessions.user;
  const made = judgementOf(given, { report: view.report, judgements: await store.judgements() }, who, now());
  await door.judge(request, store, room.name, made);
  live.tell(room, { event: "judgement", data: made });
  const follow = room.writer.refresh(room.path);
  live.look(room);
  follow.then(
    () => live.look(room),
    (error: unknown) => {
      tellFault(error, onFault);
      live.look(room);
    },
  );
  return made;
}
