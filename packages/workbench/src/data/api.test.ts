import { afterEach, describe, expect, it, vi } from "vitest";

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

/** The client takes `fetch` as it is when it is made. */
async function withServer(serve: (url: string, init: RequestInit) => Response) {
  vi.resetModules();
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => serve(url, init));
  return import("./api.js");
}

afterEach(() => vi.unstubAllGlobals());

describe("asking the server", () => {
  it("takes the session's new token and asks once more when the server was started again", async () => {
    let csrf = "before";
    const posted: unknown[] = [];
    const { ask } = await withServer((_, { method = "GET", headers }) => {
      if (method === "GET") return answer(200, { who: "Ada", role: "analyst", csrf });
      const sent = (headers as Record<string, string>)["x-csrf-token"];
      posted.push(sent);
      return sent === csrf ? answer(201, { id: "j" }) : answer(403, { code: "session.csrf" });
    });
    const judge = () =>
      ask("POST /stories/{s}/judgements", { path: { s: "s" }, body: { kind: "note", subjects: ["claim-1"] } });
    await judge();
    csrf = "after";
    expect(await judge()).toEqual({ id: "j" });
    expect(posted).toEqual(["before", "before", "after"]);
  });
  it("has to sign in where the server says so", async () => {
    const { ask, Problem, sessionNow } = await withServer(() => answer(401, { code: "session.needed" }));
    const problem = await ask("GET /stories", {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 401 });
    expect(sessionNow()?.role).toBe("guest");
  });
});
