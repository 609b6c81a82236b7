import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcp } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeReport } from "../tell/index.js";
import { emptyStory, ferryStory } from "../tell/testing/fixture.js";
import { atomFile } from "./atom.js";
import { tellChannels } from "./index.js";
import { mail } from "./mail.js";
import type { Channel, News } from "./news.js";
import { everyOf, isQuiet, rulesOf } from "./rules.js";
import { readTold, toldPath } from "./told.js";
import { webhook } from "./webhook.js";

const empty = { ...makeReport(emptyStory), story: { name: "oresk ferries" } };
const report = makeReport(ferryStory);
const noon = new Date(2031, 2, 7, 12, 0);
const rules = rulesOf({});
let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-watch-"));
  path = toldPath(join(folder, "ferry.hearsay"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A channel that keeps what it was told, and fails when asked to. */
function listener(key = "test") {
  const heard: News[] = [];
  const own = { failing: false };
  const channel: Channel = {
    key,
    name: key,
    tell: async (news, entries) => {
      if (own.failing) throw new Error("nobody there");
      heard.push(news);
      return entries;
    },
  };
  return { heard, own, channel };
}

describe("telling channels what changed", () => {
  it("begins at the first look, tells each change once, and each channel for itself", async () => {
    const [a, b] = [listener("a"), listener("b")];
    expect(await tellChannels(path, empty, [a.channel], rules, noon)).toMatchObject({ first: ["a"], told: [] });
    expect((await tellChannels(path, report, [a.channel, b.channel], rules, noon)).first).toEqual(["b"]);
    expect(a.heard.map(({ changes }) => changes.length > 2)).toEqual([true]);
    expect(a.heard[0]?.text).toContain("newly established");
    expect(a.heard[0]?.text).not.toContain("New article");
    await tellChannels(path, report, [a.channel, b.channel], rules, noon);
    expect([a.heard.length, b.heard.length]).toEqual([1, 0]);
  });
  it("tells again what could not be delivered, and says so", async () => {
    const { heard, own, channel } = listener();
    await tellChannels(path, empty, [channel], rules, noon);
    own.failing = true;
    const { diagnostics } = await tellChannels(path, report, [channel], rules, noon);
    expect(diagnostics).toMatchObject([{ code: "watch.undelivered", severity: "warning" }]);
    own.failing = false;
    await tellChannels(path, report, [channel], rules, noon);
    expect(heard).toHaveLength(1);
  });
  it("keeps for later what does not hold, and what another watch was told meanwhile", async () => {
    const [a, b] = [listener("a"), listener("b")];
    await tellChannels(path, empty, [a.channel, b.channel], rules, noon);
    const articles = report.articles.map((one) => ({ ...one, text: `x${one.text}` }));
    expect((await tellChannels(path, { ...report, articles }, [a.channel], rules, noon)).diagnostics).not.toEqual([]);
    const slow = {
      ...a.channel,
      tell: async (...told: Parameters<Channel["tell"]>) => {
        await tellChannels(path, report, [b.channel], rules, noon);
        return a.channel.tell(...told);
      },
    };
    await tellChannels(path, report, [slow], rules, noon);
    await tellChannels(path, report, [a.channel, b.channel], rules, noon);
    expect([a.heard.length, b.heard.length]).toEqual([1, 1]);
  });
  it("waits through quiet hours", async () => {
    const { heard, channel } = listener();
    const quiet = rulesOf({ quiet: "11:00-13:30" });
    await tellChannels(path, empty, [channel], rules, noon);
    await tellChannels(path, report, [channel], quiet, noon);
    expect(heard).toEqual([]);
    await tellChannels(path, report, [channel], quiet, new Date(2031, 2, 7, 13, 30));
    expect(heard).toHaveLength(1);
  });
  it("tells only the kinds and words asked for", async () => {
    const { heard, channel } = listener();
    const some = rulesOf({ only: "article,contradicted", about: "pilot" });
    await tellChannels(path, empty, [channel], some, noon);
    await tellChannels(path, report, [channel], some, noon);
    expect(heard[0]?.changes.map(({ kind }) => kind)).toEqual(["article"]);
  });
  it("says where what was told is no longer readable", async () => {
    writeFileSync(path, "{");
    expect(() => readTold(path)).toThrow(/watch\.json does not say/);
  });
});

describe("channels", () => {
  it("post to a webhook, signed, and take anything but success for a failure", async () => {
    const got: { body: string; signature: unknown }[] = [];
    let status = 204;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => {
        got.push({ body: Buffer.concat(chunks).toString(), signature: request.headers["x-hearsay-signature"] });
        response.writeHead(status, { location: "/elsewhere" }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const channel = webhook(`http://127.0.0.1:${port}/hook`, "secret");
    await tellChannels(path, empty, [channel], rules, noon);
    status = 302;
    expect((await tellChannels(path, report, [channel], rules, noon)).diagnostics[0]?.message).toContain("302");
    status = 204;
    expect((await tellChannels(path, report, [channel], rules, noon)).told).toHaveLength(1);
    server.close();
    const { body, signature } = got.at(-1)!;
    expect(signature).toBe(createHmac("sha256", "secret").update(body).digest("hex"));
    expect(JSON.parse(body)).toMatchObject({
      story: "oresk ferries",
      headline: expect.stringContaining("contradiction"),
    });
  });
  it("keep an Atom feed whose words are no markup", async () => {
    const file = join(folder, "news.xml");
    const all = rulesOf({ only: "article,established" });
    const channel = atomFile(file);
    await tellChannels(path, empty, [channel], all, noon);
    await tellChannels(path, report, [channel], all, noon);
    const feed = readFileSync(file, "utf8");
    expect(feed.match(/<entry>/g)).toHaveLength(7);
    expect(feed).toContain("&lt;b&gt;");
    expect(feed).not.toMatch(/<b>|<script/);
  });
  it("send mail through a server", async () => {
    let letter = "";
    const server = createTcp((socket) => {
      let data = false;
      socket.write("220 here\r\n");
      socket.on("data", (chunk) => {
        if (data) letter += chunk;
        const ended = data && letter.includes("\r\n.\r\n");
        const isData = !data && /^DATA/i.test(String(chunk));
        if (isData) data = true;
        if (!data || ended || isData) socket.write(isData ? "354 go on\r\n" : "250 ok\r\n");
        if (ended) data = false;
      });
      socket.on("error", () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const channel = mail("desk@example.org", `smtp://127.0.0.1:${port}`, "watch@example.org");
    await tellChannels(path, empty, [channel], rules, noon);
    expect((await tellChannels(path, report, [channel], rules, noon)).diagnostics).toEqual([]);
    server.close();
    expect(letter).toMatch(/Subject: \[oresk ferries\] .*contradiction/);
    expect(letter).toContain("What is new");
  });
  it("are refused when they cannot be", () => {
    expect(() => webhook("javascript:alert(1)", undefined)).toThrow(/https/);
    expect(() => mail("a@b.org>\r\nBcc: x@y.org", "smtp://localhost", undefined)).toThrow(/address/);
    expect(() => webhook("https://me:secret@example.org", undefined)).toThrow(/^((?!secret@).)*$/);
    expect(() => mail("a@b.org", undefined, undefined)).toThrow(/HEARSAY_SMTP/);
  });
});

describe("rules", () => {
  it("read as people write them", () => {
    expect([everyOf("90s"), everyOf("15m"), everyOf("1d")]).toEqual([90_000, 900_000, 86_400_000]);
    for (const wrong of ["5s", "10", "9d", "m"]) expect(() => everyOf(wrong)).toThrow(/--every/);
    expect(() => rulesOf({ only: "gossip" })).toThrow(/contradicted, established/);
    expect(() => rulesOf({ about: "(" })).toThrow(/regular expression/);
    for (const wrong of ["25-7", "nights", "10:75-11"]) expect(() => rulesOf({ quiet: wrong })).toThrow(/--quiet/);
  });
  it("know the night across midnight", () => {
    const night = rulesOf({ quiet: "22-7" });
    const at = (hour: number): boolean => isQuiet(night, new Date(2031, 0, 1, hour));
    expect([21, 22, 3, 7].map(at)).toEqual([false, true, true, false]);
  });
});
