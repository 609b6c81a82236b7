import { afterEach, describe, expect, it, vi } from "vitest";
import { readSession, send, sessionNow } from "./api.js";

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

afterEach(() => vi.unstubAllGlobals());

describe("asking the server", () => {
  it("reads the session again and asks once more when the server was started again", async () => {
    let csrf = "before";
    const posted: unknown[] = [];
    vi.stubGlobal(
      "fetch",
      async (_: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
        if (method === "GET") return answer(200, { who: "Ada", role: "analyst", csrf });
        posted.push(headers["x-csrf-token"]);
        return headers["x-csrf-token"] === csrf ? answer(201, { id: "j" }) : answer(403, { code: "session.csrf" });
      },
    );
    await readSession();
    csrf = "after";
    expect(await send("POST", "/stories/s/judgements", {})).toEqual({ id: "j" });
    expect(posted).toEqual(["before", "after"]);
  });
  it("has to sign in where the server says so", async () => {
    vi.stubGlobal("fetch", async () => answer(401, { code: "session.needed" }));
    await expect(send("GET", "/stories")).rejects.toMatchObject({ status: 401 });
    expect(sessionNow()?.role).toBe("guest");
  });
});
