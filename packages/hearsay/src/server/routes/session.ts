import type { FastifyReply } from "fastify";
import type { Asked, Handlers } from "../answering.js";
import { cookieNameFor } from "../guard.js";
import { openApi } from "../openapi.js";
import type { Session, Sessions } from "../sessions.js";

type Own = "GET /openapi.json" | "GET /session" | "POST /session" | "DELETE /session";

export const sessionHandlers: Handlers<Own> = {
  "GET /openapi.json": () => openApi(),
  "GET /session": ({ sessions, request, reply }) => {
    const session = request.session ?? sessions.open();
    if (session === null) return guest;
    if (request.session === null) remember(session, reply);
    return shown(session, sessions);
  },
  "POST /session": ({ sessions, request, reply, body }) => {
    const session = sessions.signIn(request.isProgram ? null : request.session, body.token, body.who);
    remember(session, reply);
    return shown(session, sessions);
  },
  "DELETE /session": ({ sessions, request, reply }: Asked<Own>) => {
    if (request.session !== null) sessions.close(request.session.id);
    reply.clearCookie(cookieNameFor(request), { path: "/" });
    return null;
  },
};

/** The cookie is for this server alone: no script reads it, and no page elsewhere sends it. */
export function remember({ id }: Session, reply: FastifyReply): void {
  if (id !== "") reply.setCookie(cookieNameFor(reply.request), id, { path: "/", httpOnly: true, sameSite: "strict" });
}

/** Who has to sign in first; there is nothing to send a token with. */
const guest = { who: null, role: "guest", csrf: "" } as const;

const shown = (session: Session, sessions: Sessions) => ({
  who: session.who,
  role: session.role,
  csrf: sessions.csrf(session),
});
