import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { add, installedStages } from "../engine/index.js";
import { contentHash } from "../model/index.js";
import { openStory } from "../store/index.js";
import { Browser, ferry, type Opened, open, pageOf } from "./testing/ask.js";

let opened: Opened;
let [ada, bea] = [null as unknown as Browser, null as unknown as Browser];
beforeAll(async () => {
  opened = await open({ ferry });
  ada = await new Browser(opened.app).signIn({ who: "Ada" });
  bea = await new Browser(opened.app).signIn({ who: "Bea" });
}, 60_000);
afterAll(() => opened.close());

/** Asks until it is so. */
async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await what()) return;
    await sleep(25);
  }
  throw new Error("It never came to that.");
}
const settled = (path: string) => until(async () => !["queued", "running"].includes((await ada.json(path)).state));

/** A request body as browsers send files. */
function formOf(files: Readonly<Record<string, string>>) {
  const parts = Object.entries(files).map(
    ([name, text]) =>
      `--x\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n${text}\r\n`,
  );
  return [`${parts.join("")}--x--\r\n`, { "content-type": "multipart/form-data; boundary=x" }] as const;
}

describe("judging", () => {
  it("is recorded under a name, changes the story, and can be withdrawn by another", async () => {
    const [echo] = (await ada.json("/stories/ferry/articles?outlet=echo")).rows;
    const made = await ada.post("/stories/ferry/judgements", { kind: "reject", subjects: [echo.id], why: "a copy" });
    expect([made.statusCode, made.json()]).toEqual([
      201,
      expect.objectContaining({ who: "Ada", why: "a copy", value: null }),
    ]);
    await until(async () => (await bea.json("/stories/ferry/articles")).total === 2);
    const undone = await bea.delete(`/stories/ferry/judgements/${made.json().id}`);
    expect(undone.json()).toMatchObject({ kind: "withdraw", subjects: [made.json().id], who: "Bea" });
    await until(async () => (await ada.json("/stories/ferry/articles")).total === 3);
    expect((await ada.json("/stories/ferry/judgements")).total).toBe(2);
  });
  it.each([
    [{ kind: "reject", subjects: ["claim-000000000000"] }, 404, "judgement.unknown"],
    [{ kind: "merge", subjects: ["entity-000000000000", "entity-000000000001"] }, 404, "judgement.unknown"],
    [{ kind: "rate", subjects: ["Gazette"], value: "B" }, 404, "judgement.unknown"],
    [{ kind: "rate", subjects: ["Harbour Herald"], value: "1" }, 400, "usage.judge"],
    [{ kind: "note", subjects: ["herald"], value: " " }, 400, "usage.judge"],
    [{ kind: "praise", subjects: ["herald"] }, 400, "request.invalid"],
    [{ kind: "reject", subjects: [] }, 400, "request.invalid"],
    [{ kind: "reject", subjects: ["herald"], who: "Eve" }, 400, "request.invalid"],
  ])("%j: %i %s", async (body, status, code) => {
    const answer = await ada.post("/stories/ferry/judgements", body);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
  it("settles what was in doubt", async () => {
    const [doubt] = (await ada.json("/stories/ferry/review?judged=false")).rows;
    const { accept, subjects } = doubt;
    await ada.post("/stories/ferry/judgements", { kind: accept.kind, subjects });
    await until(async () => (await ada.json(`/stories/ferry/review?judged=true`)).rows.length > 0);
    const [after] = (await ada.json("/stories/ferry/review?judged=true")).rows;
    expect(after).toMatchObject({ id: doubt.id, judged: { kind: "accept", who: "Ada" } });
  });
});

describe("adding", () => {
  it("takes files, tells how it goes, and the story has them", async () => {
    const page = pageOf(
      "Ferries sail again",
      "Sound Times",
      "2031-03-17",
      "The ferry crews of Port Ansel went back to work on Monday after the operator withdrew its rosters, the harbour master said.",
    );
    const { json, statusCode } = await ada.post(
      "/stories/ferry/captures",
      ...formOf({ "../../sound/times.html": page }),
    );
    expect(statusCode).toBe(202);
    const job = `/stories/ferry/jobs/${json().job}`;
    await settled(job);
    expect(await ada.json(job)).toMatchObject({
      state: "done",
      added: [{ status: "new", place: expect.not.stringContaining("..") }],
    });
    expect((await ada.json("/stories/ferry/articles?outlet=Sound")).total).toBe(1);
    expect((await ada.json("/stories/ferry/jobs")).map(({ id }: { id: string }) => id)).toContain(json().job);
  });
  it("takes a text under a name, and says what is wrong with what is none", async () => {
    const text =
      "Ferry crews of Port Ansel will vote on the new rosters on Thursday, the seamen's union said in a letter to its members.";
    const { job } = (await ada.post("/stories/ferry/captures", { text, name: "letter" })).json();
    await settled(`/stories/ferry/jobs/${job}`);
    expect((await ada.json(`/stories/ferry/jobs/${job}`)).added).toMatchObject([
      { place: "letter.txt", status: "new" },
    ]);
    const old = (
      await ada.post("/stories/ferry/captures", ...formOf({ "old.rtf": "{\\rtf1 The ferries sail.}" }))
    ).json();
    await settled(`/stories/ferry/jobs/${old.job}`);
    const { diagnostics } = await ada.json(`/stories/ferry/jobs/${old.job}`);
    expect(diagnostics).toMatchObject([{ severity: expect.any(String), file: "old.rtf", remedy: expect.any(String) }]);
  });
  it.each(["http://127.0.0.1:9/x", "http://[::1]/x", "http://192.168.0.1/", "http://localhost/"])(
    "asks nothing of %s",
    async (url) => {
      const { job } = (await ada.post("/stories/ferry/captures", { urls: [url] })).json();
      await settled(`/stories/ferry/jobs/${job}`);
      const { added, diagnostics } = await ada.json(`/stories/ferry/jobs/${job}`);
      expect(added).toEqual([]);
      expect(diagnostics).toMatchObject([{ severity: "error", code: "source.private" }]);
    },
  );
  it("a feed that was sent leads nowhere", async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><link>http://127.0.0.1:9/a</link></item></channel></rss>`;
    const { job } = (await ada.post("/stories/ferry/captures", ...formOf({ "feed.xml": feed }))).json();
    await settled(`/stories/ferry/jobs/${job}`);
    const { diagnostics } = await ada.json(`/stories/ferry/jobs/${job}`);
    expect(JSON.stringify(diagnostics)).not.toContain("source.private");
  });
  it.each([
    [{ urls: ["file:///etc/passwd"] }, "request.invalid"],
    [{ urls: [] }, "request.invalid"],
    [{ paths: ["/etc/passwd"] }, "request.invalid"],
    [{ text: "", name: "x" }, "request.invalid"],
    [{}, "request.invalid"],
  ])("does not take %j", async (body, code) => {
    const answer = await ada.post("/stories/ferry/captures", body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
  });
});

describe("a stream", () => {
  it("ends with the session that asked for it, and none is opened for its head alone", async () => {
    const { app, house, close } = await open({ ferry });
    await app.listen({ host: "127.0.0.1", port: 0 });
    const at = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1`;
    const signedIn = async () => {
      const answer = await fetch(`${at}/session`);
      return {
        cookie: answer.headers.get("set-cookie")!.split(";")[0]!,
        "x-csrf-token": ((await answer.json()) as { csrf: string }).csrf,
      };
    };
    const [eve, fay] = [await signedIn(), await signedIn()];
    const heads = await fetch(`${at}/stories/ferry/changes`, { method: "HEAD", headers: eve });
    expect([heads.status, house.live.size]).toEqual([404, 0]);
    const stop = new AbortController();
    const [hers] = await Promise.all([
      fetch(`${at}/stories/ferry/changes`, { headers: eve }),
      fetch(`${at}/stories/ferry/changes`, { headers: fay, signal: stop.signal }),
    ]);
    const heard = hers.text().catch(() => "ended");
    expect((await fetch(`${at}/session`, { method: "DELETE", headers: eve })).status).toBe(204);
    await heard;
    await until(async () => house.live.size === 1);
    stop.abort();
    await close();
  });
});

describe("another process", () => {
  it("that adds to the story is seen, and told to who listens", async () => {
    await opened.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = opened.app.server.address() as AddressInfo;
    const stop = new AbortController();
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/stories/ferry/changes`, { signal: stop.signal });
    expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    let heard = "";
    const listening = (async () => {
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) heard += chunk;
    })().catch(() => {});
    await until(async () => heard.includes("event: revision"));
    const before = (await ada.json("/stories/ferry")).revision;
    const store = await openStory(join(opened.home, "ferry.hearsay"));
    const bytes = Buffer.from(
      "The mayor of Port Ansel said on Tuesday that the strike was over, and thanked both sides.",
    );
    await add(
      { store, stages: installedStages() },
      (async function* () {
        yield {
          capture: { hash: contentHash(bytes), place: "mayor.txt", retrieved: "2031-03-20", bytes },
          diagnostics: [],
        };
      })(),
    );
    await store.close();
    const after = await ada.json("/stories/ferry");
    expect(after.revision).not.toBe(before);
    await until(async () => heard.includes(after.revision));
    await ada.post("/stories/ferry/judgements", { kind: "rate", subjects: ["Harbour Herald"], value: "B" });
    await until(async () => /event: judgement\ndata: \{.*"value":"B"/.test(heard));
    stop.abort();
    await listening;
    await until(async () => opened.house.live.size === 0);
  });
  it("and this one write at once, and both are kept", async () => {
    const path = join(opened.home, "ferry.hearsay");
    const store = await openStory(path);
    const theirs = (async () => {
      for (let i = 0; i < 5; i++) {
        const bytes = Buffer.from(
          `Ferry number ${i} of the line sailed from Port Ansel on Wednesday, the harbour master said.`,
        );
        await store.keep([{ hash: contentHash(bytes), place: `sailed-${i}.txt`, retrieved: "2031-03-20", bytes }]);
        await sleep(5);
      }
    })();
    const ours = ada.post("/stories/ferry/captures", {
      text: "Ferry tickets will cost less in April, Bluewater Lines said.",
      name: "tickets",
    });
    const [, answer] = await Promise.all([theirs, ours]);
    await settled(`/stories/ferry/jobs/${answer.json().job}`);
    await opened.house.shelf.writer.refresh(path);
    await store.close();
    await until(async () => {
      const files = (await ada.json("/stories/ferry/articles?limit=500")).rows.map(
        ({ file }: { file: string }) => file,
      );
      return files.includes("tickets.txt") && files.filter((file: string) => file.startsWith("sailed")).length === 5;
    });
  });
});
