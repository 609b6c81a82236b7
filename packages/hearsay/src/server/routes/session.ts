import type { FastifyReply } from "fastify";
import { sessionLife } from "../../store/index.js";
import type { Asked, Handlers } from "../answering.js";
import type { Visitor } from "../door.js";
import { cookieNameFor } from "../guard.js";
import { openApi } from "../openapi.js";
import { csrfOf, type Session } from "../sessions.js";

type Own = "GET /openapi.json" | "GET /session" | "POST /session" | "DELETE /session";

export const sessionHandlers: Handlers<Own> = {
  "GET /openapi.json": () => openApi(),
  "GET /session": ({ door, request, reply }) => {
    const { login, session: known } = request.visitor;
    const session = known ?? (login === "password" ? null : door.sessions.open());
    if (session === null) return { ...guest, login };
    if (known === null) remember(session, reply);
    return shown(session, login);
  },
  "POST /session": async ({ door, request, reply, body }) => {
    const session = await door.signIn(request.visitor, body, request.ip);
    remember(session, reply);
    return shown(session, request.visitor.login);
  },
  "DELETE /session": async ({ door, request, reply, query }: Asked<"DELETE /session">) => {
    await door.signOut(request.visitor, query.everywhere ?? false, request.ip);
    reply.clearCookie(cookieNameFor(request), { path: "/" });
    return null;
  },
};

/**
 * The cookie is for this server alone: no script reads it, and no page elsewhere sends it. An account's outlives the
 * browser, and where the page came encrypted it is sent so only.
 */
export function remember({ id }: Session, reply: FastifyReply): void {
  if (id === "") return;
  const { visitor, headers } = reply.request;
  reply.setCookie(cookieNameFor(reply.request), id, {
    ...({ path: "/", httpOnly: true, sameSite: "strict" } as const),
    ...(visitor.login === "password" && { maxAge: sessionLife.most / 1000 }),
    ...(headers.origin?.startsWith("https:") === true && { secure: true }),
  });
}

/** Who has to sign in first; there is nothing to send a token with. */
const guest = { who: null, role: "guest", csrf: "" } as const;

const shown = (session: Session, login: Visitor["login"]) => ({
  ...{ who: session.who, role: session.role, login },
  csrf: csrfOf(session),
});
