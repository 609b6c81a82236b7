import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { House } from "./answering.js";
import { serveApp } from "./assets.js";
import type { Door } from "./door.js";
import { type Called, guard, identify } from "./guard.js";
import { addRoutes, base } from "./mount.js";
import { type OnFault, Problem, problemBody, problemOf, tellFault } from "./problem.js";
import { remember } from "./routes/session.js";
import { compilerFor } from "./validation.js";
import { addWatching, type LogStream, logging } from "./watching.js";

/** How much may be asked. */
export interface Limits {
  /** Requests a minute from one address. */
  readonly requests: number;
  /** Attempts to sign in a minute from one address. */
  readonly attempts: number;
  /** Changes a minute from one address. */
  readonly changes: number;
  /** Bytes of one file sent, of all in one request, and of a body that is no file. */
  readonly file: number;
  readonly files: number;
  readonly body: number;
}

const mega = 1024 * 1024;
/** Far more than a person and the workbench need; far less than what would keep others from being answered. */
export const usualLimits: Limits = {
  ...{ requests: 3000, attempts: 20, changes: 300 },
  ...{ file: 50 * mega, files: 200 * mega, body: 6 * mega },
};

export interface AppOptions {
  readonly called: Called;
  readonly limits: Limits;
  /** The folder of the built workbench. */
  readonly workbench: string;
  /** Where a line of JSON goes for each request and each answer; none without it. */
  readonly log?: LogStream;
}

/** No script, style, picture or request but our own; nobody frames it. */
export const policy = {
  "default-src": ["'none'"],
  ...{ "script-src": ["'self'"], "style-src": ["'self'"], "font-src": ["'self'"], "connect-src": ["'self'"] },
  "img-src": ["'self'", "blob:", "data:"],
  ...{ "manifest-src": ["'self'"], "worker-src": ["'self'"] },
  ...{ "base-uri": ["'none'"], "form-action": ["'self'"], "frame-ancestors": ["'none'"] },
} as const;

/** The whole server, not listening yet: tests ask it without a socket. */
export async function makeApp(house: House, options: AppOptions): Promise<FastifyInstance> {
  const { limits } = options;
  const app = fastify({
    ...logging(options.log),
    bodyLimit: limits.body,
    // A slow client cannot hold a connection open without saying anything.
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
    return503OnClosing: true,
    // An address that is none reaches no hook: its refusal has the headers of every other, too.
    frameworkErrors: (error, request, reply) =>
      void sendProblem(error, request, reply.header("x-content-type-options", "nosniff"), house.onFault),
  });
  app.setValidatorCompiler(compilerFor);
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(error, request, reply, house.onFault));
  app.setNotFoundHandler(() => {
    throw new Problem(404, "route.unknown", "There is nothing here: the interface is told in /api/v1/openapi.json.");
  });
  // First of all, so that refusals carry its headers too.
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy as unknown as Record<string, string[]> },
    referrerPolicy: { policy: "no-referrer" },
    // There is no certificate on this machine to insist on.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
  await app.register(cookie);
  guard(app, options.called);
  await app.register(rateLimit, {
    max: limits.requests,
    timeWindow: "1 minute",
    errorResponseBuilder: (_, { after }) =>
      Object.assign(new Problem(429, "request.too-many", `Too many requests: try again in ${after}.`), {
        statusCode: 429,
      }),
  });
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ["gzip", "identity"],
    zlibOptions: { level: 3 },
  });
  // Names keep their folders: two pages called index.html are two.
  await app.register(multipart, {
    preservePath: true,
    limits: { fileSize: limits.file, files: 500, fields: 10, fieldSize: 1000 },
  });
  await app.register(async (api) => addRoutes(api, house, limits), { prefix: base });
  addWatching(app, house);
  addSignIn(app, house.door, limits);
  await serveApp(app, options.workbench);
  return app;
}

/**
 * The link that the server prints: signs in and leads to the workbench, so that the token stays in no address. Where there
 * are accounts it only leads there.
 */
function addSignIn(app: FastifyInstance, door: Door, { attempts }: Limits): void {
  const config = { rateLimit: { max: attempts, timeWindow: "1 minute" } };
  app.get("/signin", { config }, async (request, reply) => {
    const { token } = request.query as { readonly token?: unknown };
    await identify(request, door);
    if (request.visitor.login === "password") return reply.header("cache-control", "no-store").redirect("/", 303);
    const session = door.sessions.signIn(null, typeof token === "string" ? token : undefined, undefined);
    remember(session, reply);
    return reply.header("cache-control", "no-store").redirect("/", 303);
  });
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, onFault: OnFault) {
  const problem = problemOf(error);
  tellFault(error, onFault);
  const body = problemBody(problem, request.url.split("?")[0] ?? "");
  reply.header("cache-control", "no-store");
  return reply.code(problem.status).type("application/problem+json").send(JSON.stringify(body));
}
