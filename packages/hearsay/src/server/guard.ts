import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Problem } from "./problem.js";
import type { Session, Sessions } from "./sessions.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; null before anybody has signed in. */
    session: Session | null;
    /** Whether it is a program that sends the token itself: nothing a browser would do by itself. */
    isProgram: boolean;
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

/**
 * Who may ask: called by its own name (a page elsewhere may have a name of its own lead here: DNS rebinding), from a
 * page of its own, with the session's token for what changes something, and signed in where that is needed.
 */
export function guard(app: FastifyInstance, sessions: Sessions, called: Called): void {
  app.decorateRequest("session", null);
  app.decorateRequest("isProgram", false);
  app.addHook("onRequest", async (request) => {
    checkHost(request, called);
    checkOrigin(request);
    const bearer = /^Bearer (.{1,200})$/i.exec(request.headers.authorization ?? "")?.[1];
    const program = bearer === undefined ? null : sessions.bearer(bearer);
    request.isProgram = program !== null;
    request.session = program ?? sessions.find(request.cookies[cookieNameFor(request)]);
  });
}

/**
 * Whether who asks may.
 * @param changes whether it would change anything
 * @throws Problem `session.needed`, `session.reader`, `session.csrf`
 */
export function checkMay(request: FastifyRequest, sessions: Sessions, changes: boolean): void {
  const { session } = request;
  if (sessions.token !== null && session === null)
    throw new Problem(401, "session.needed", "Sign in first: open the link that the server printed when it started.");
  if (safe.has(request.method)) return;
  if (changes && sessions.readOnly)
    throw new Problem(403, "session.reader", "This server was started to be read only.");
  if (request.isProgram) return;
  if (session === null || !sessions.isCsrf(session, request.headers["x-csrf-token"]))
    throw new Problem(403, "session.csrf", "X-CSRF-Token is missing or of another session: get it from /session.");
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
