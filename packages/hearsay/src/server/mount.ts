import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Answered } from "./answerer/answerer.js";
import { type Asked, type Handler, type House, Streaming } from "./answering.js";
import type { Limits } from "./app.js";
import { contract, type Name } from "./contract/index.js";
import { needsOf, type Route } from "./contract/route.js";
import { sees } from "./door.js";
import { checkMay, identify } from "./guard.js";
import type { Room } from "./room.js";
import { handlers } from "./routes/index.js";
import { isLook } from "./routes/lookers.js";

/** Where the interface begins. */
export const base = "/api/v1";

/** What goes on until who asks goes away. */
const streams: ReadonlySet<Name> = new Set(["GET /stories/{s}/changes"]);
/** Answers that do not follow from the story's report alone: they carry no entity tag of it. */
const unmarked: ReadonlySet<Name> = new Set([
  ...(["GET /stories/{s}/jobs", "GET /stories/{s}/jobs/{id}", "GET /stories/{s}/changes"] as const),
  ...(["GET /stories/{s}/judgements", "GET /stories/{s}/review"] as const),
]);

/** Mounts every route of the contract. */
export function addRoutes(app: FastifyInstance, house: House, limits: Limits): void {
  for (const [name, route] of Object.entries(contract) as [Name, Route][]) {
    const [method = "", path = ""] = name.split(" ");
    const needs = needsOf(name, route);
    app.route({
      method,
      // Without a body there is nothing to stream, and nobody would hear the end of it.
      exposeHeadRoute: !streams.has(name),
      url: path.replace(/\{(\w+)\}/g, ":$1"),
      schema: {
        ...(route.path !== undefined && { params: route.path }),
        ...(route.query !== undefined && { querystring: route.query }),
        ...(route.body !== undefined && route.upload === undefined && { body: route.body }),
      },
      config: { rateLimit: { max: limitOf(name, limits), timeWindow: "1 minute" } },
      // Before anything of the body is read, and after it was counted how often this address asks.
      preParsing: async (request) => {
        await identify(request, house.door);
        checkMay(request, house.door, needs, storyOf(request));
      },
      handler: async (request, reply) => {
        const s = storyOf(request);
        const room = s === null ? null : await house.shelf.enter(s, sees(request));
        const work = () => answer(name, route, house, room, request, reply);
        return (room?.during(work) ?? work()).finally(() => house.shelf.tidy(house.live));
      },
    });
  }
}

/** The story that a request is about, by the name in its address. */
const storyOf = (request: FastifyRequest): string | null =>
  ((request.params ?? {}) as { readonly s?: string }).s ?? null;

/** What is saved, as the audit names it: the report, a brief, a table by its name. */
const savedOf = (name: Name, path: object): string =>
  (path as { readonly table?: string }).table ?? name.split("/").at(-1)!;

/** Where a password is given, it may be guessed. */
const guessable: ReadonlySet<Name> = new Set(["POST /session", "POST /session/password"]);

function limitOf(name: Name, { requests, attempts, changes }: Limits): number {
  if (guessable.has(name)) return attempts;
  return name.startsWith("GET ") ? requests : changes;
}

async function answer(
  name: Name,
  route: Route,
  house: House,
  room: Room | null,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const path = request.params ?? {};
  reply.header("cache-control", "private, no-cache");
  if (room !== null && request.method === "GET" && !unmarked.has(name) && (await isKnown(room, request, reply)))
    return reply.code(304).send();
  reply.code(route.status ?? 200);
  const query = request.query ?? {};
  if (isLook(name)) {
    const gzip = takesGzip(String(request.headers["accept-encoding"] ?? ""));
    const answered = await house.answerer.answer(room!, { name, path, query, body: request.body, gzip });
    // What is made to be saved leaves the house.
    const detail = answered.file?.split(".").at(-1) ?? null;
    if (detail !== null && request.method !== "HEAD")
      await house.door.tell(request, "export", { story: room!.name, subject: savedOf(name, path), detail });
    return send(answered, reply);
  }
  const asked = { ...house, path, query, body: request.body, room, request, reply } as unknown as Asked<Name>;
  const made = await (handlers[name] as Handler<Name>)(asked);
  if (made instanceof Streaming) return reply;
  if (route.status === 204) return reply.send();
  return reply.type("application/json; charset=utf-8").send(JSON.stringify(made));
}

/** Whether packed answers are taken; "gzip; q=0" refuses them. */
const takesGzip = (accepted: string): boolean =>
  accepted.split(",").some((one) => /^\s*gzip\s*(?:;(?!\s*q=0(?:\.0*)?\s*$)|$)/i.test(one));

/** Marks the answer with the story's revision; whether who asks has it already. */
async function isKnown(room: Room, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const revision = await room.revision();
  if (revision === null) return false;
  const tag = `W/"${revision}${(await room.isBehind()) ? "+" : ""}"`;
  reply.header("etag", tag);
  const known = request.headers["if-none-match"] ?? "";
  return known.split(",").some((one) => one.trim() === tag);
}

function send({ type, body, packed, file, policy }: Answered, reply: FastifyReply) {
  if (policy !== null) reply.header("content-security-policy", policy);
  if (file !== null) {
    reply.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file)}`);
    // Saved once more it is asked for once more, whoever sits at this browser then: the audit tells of each.
    reply.removeHeader("etag").header("cache-control", "no-store");
  }
  if (packed) reply.header("content-encoding", "gzip").header("vary", "accept-encoding");
  return reply.type(type).send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
