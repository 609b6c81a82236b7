import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type AccountRole, isAtLeast } from "../model/index.js";
import type { Needs } from "./contract/route.js";
import type { Door, Login, Visitor } from "./door.js";
import { Problem } from "./problem.js";
import { isCsrf } from "./sessions.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; a stranger until `identify` has looked. */
    visitor: Visitor;
  }
}

/** Cookies know no ports: without it, two servers on one machine would sign each other's people out. */
export const cookieNameFor = ({ socket }: FastifyRequest): string => `hearsay-${socket.localPort}`;
const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** Which names the server may be called by. */
export interface Called {
  /** Whether it answers this machine alone. */
  readonly loopback: boolean;
  /** Names besides addresses and `localhost`. */
  readonly names: readonly string[];
}

const stranger: Visitor = { login: "password", session: null, isProgram: false };

/**
 * Whom anything is answered: called by its own name (a page elsewhere may have a name of its own lead here: DNS
 * rebinding), from a page of its own.
 */
export function guard(app: FastifyInstance, called: Called): void {
  app.decorateRequest("visitor", null as never);
  app.addHook("onRequest", async (request) => {
    request.visitor = stranger;
    checkHost(request, called);
    checkOrigin(request);
  });
}

/** Finds out who asks, by the token or the cookie that came along. */
export async function identify(request: FastifyRequest, door: Door): Promise<void> {
  const bearer = /^Bearer (.{1,200})$/i.exec(request.headers.authorization ?? "")?.[1];
  request.visitor = await door.visitor(bearer, request.cookies[cookieNameFor(request)]);
}

/**
 * Whether who asks may: the one place where that is decided. A story that they may not know of is left to the shelf, which
 * knows as little of it as of one that is not there.
 * @param needs what it takes, as the route declares it
 * @param story the story it is about, if it is about one
 * @throws Problem `session.needed`, `session.reader`, `session.role`, `account.none`, `session.csrf`
 */
export function checkMay(request: FastifyRequest, { sessions }: Door, needs: Needs, story: string | null): void {
  if (needs === "nobody") return;
  const { session, login, isProgram } = request.visitor;
  if (session === null && login !== "none") throw new Problem(401, "session.needed", signInFirst[login]);
  // In a story that they may not know of they may what they may in one that is not there: refusals tell the two apart no more.
  const role = (story === null ? null : session?.roleIn(story)) ?? session?.role ?? sessions.role;
  if (!isAtLeast(role, needs)) throw notFor(needs, role, login, sessions.readOnly);
  if (safe.has(request.method) || isProgram) return;
  if (session === null || !isCsrf(session, request.headers["x-csrf-token"]))
    throw new Problem(403, "session.csrf", "X-CSRF-Token is missing or of another session: get it from /session.");
}

const signInFirst = {
  token: "Sign in first: open the link that the server printed when it started.",
  password: "Sign in first, with your name and password; programs send a token of yours as Authorization: Bearer.",
} as const;

function notFor(needs: AccountRole, role: AccountRole, login: Login, readOnly: boolean): Problem {
  if (readOnly) return new Problem(403, "session.reader", "This server was started to be read only.");
  if (login !== "password")
    return new Problem(
      403,
      "account.none",
      "There are no accounts here. Make the first with: hearsay account add NAME",
    );
  return new Problem(
    403,
    "session.role",
    `This takes an ${needs}; you are ${role === "reader" ? "a" : "an"} ${role} here.`,
  );
}

function checkHost({ headers }: FastifyRequest, { loopback, names }: Called): void {
  const host = hostIn(headers.host ?? "");
  const known = loopback
    ? host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host)
    : host === "localhost" || isIP(host) !== 0 || names.includes(host);
  if (!known && !names.includes(host))
    throw new Problem(421, "host.unknown", `This server does not go by the name "${host.slice(0, 100)}".`);
}

/** The name or address in a Host header, in lower case, without port and brackets. */
export function hostIn(header: string): string {
  const host = /^\[([0-9a-f:.]+)\](?::\d{1,5})?$/i.exec(header)?.[1] ?? /^([^:[\]/@]+)(?::\d{1,5})?$/.exec(header)?.[1];
  return (host ?? "").toLowerCase().replace(/\.$/, "");
}

/** Browsers say where a request comes from; programs say nothing. */
function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const elsewhere = new Problem(403, "origin.elsewhere", "Requests from pages of other sites are not answered.");
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) throw elsewhere;
  const navigates = request.headers["sec-fetch-mode"] === "navigate" && safe.has(request.method);
  if ((site === "cross-site" || site === "same-site") && !navigates) throw elsewhere;
}
