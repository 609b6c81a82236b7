import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyServerOptions } from "fastify";
import { queued } from "../store/index.js";
import type { House } from "./answering.js";
import { checkMay, identify } from "./guard.js";
import { metricsText, Requests } from "./metrics.js";
import { workOf } from "./work.js";

/** Where log lines go: one line of JSON each. */
export interface LogStream {
  write(line: string): unknown;
}

/** A line when a request comes and one when it is answered, each with the request's id; no query: that is where tokens are. */
export const logging = (stream: LogStream | undefined): FastifyServerOptions => ({
  genReqId: () => randomBytes(9).toString("base64url"),
  ...(stream !== undefined && {
    logger: {
      level: "info",
      stream: { write: (line: string) => void stream.write(line) },
      base: null,
      serializers: {
        req: ({ method, url, ip }) => ({ method, path: url.split("?")[0], ip }),
        res: ({ statusCode }) => ({ status: statusCode }),
      },
    },
  }),
});

/**
 * What those who run the server ask: `/healthz` whether it lives, `/readyz` whether it can answer, both open to all who may
 * reach it, and `/metrics`, for those who are signed in or send the token, where one is needed.
 */
export function addWatching(app: FastifyInstance, house: House): void {
  const requests = new Requests();
  app.addHook("onRequest", async (request, reply) => void reply.header("x-request-id", request.id));
  app.addHook("onResponse", async ({ method }, { statusCode, elapsedTime }) =>
    requests.count(method, statusCode, elapsedTime / 1000),
  );
  const plain = "text/plain; charset=utf-8";
  const answer = { "cache-control": "no-store" };
  app.get("/healthz", async (_, reply) => reply.headers(answer).type(plain).send("ok\n"));
  app.get("/readyz", async (_, reply) => {
    const why = await notReady(house);
    return reply
      .headers(answer)
      .code(why === null ? 200 : 503)
      .type(plain)
      .send(`${why ?? "ready"}\n`);
  });
  app.get("/metrics", async (request, reply) => {
    await identify(request, house.door);
    checkMay(request, house.door, "reader", null);
    const text = metricsText(
      requests,
      workOf(house.jobs, await queued(house.shelf.home)),
      (await house.shelf.names()).length,
    );
    return reply.headers(answer).type("text/plain; version=0.0.4; charset=utf-8").send(text);
  });
}

/** Why it cannot answer; null when it can. Nothing is said of where things lie. */
async function notReady({ shelf }: House): Promise<string | null> {
  try {
    await shelf.names();
    return null;
  } catch {
    return "The stories cannot be read.";
  }
}
