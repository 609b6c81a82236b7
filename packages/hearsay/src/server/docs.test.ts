import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "./contract/index.js";
import { ferry, type Opened, open, pageOf } from "./testing/ask.js";

const document = readFileSync(new URL("../../../../docs/server.md", import.meta.url), "utf8");
const token = "choose-something-long";
const articles = {
  ...ferry,
  "keel.html": pageOf(
    "Cable cut again",
    "Cable & Keel",
    "2031-03-16",
    "The power cable to the islands was cut again on Saturday, the ministry said, and 38,000 households were without electricity until noon.",
  ),
};
let opened: Opened;
let server = "";
beforeAll(async () => {
  opened = await open({ demo: articles }, { token });
  await opened.app.listen({ host: "127.0.0.1", port: 0 });
  server = `http://127.0.0.1:${(opened.app.server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(() => opened.close());

/** The parts of a curl line, as far as the document uses curl. */
function requestOf(line: string): [url: string, init: RequestInit] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
  const headers: Record<string, string> = {};
  let [url, body] = ["", null as string | FormData | null];
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    if (word === "-H") {
      const [name = "", value = ""] = words[++i]!.split(/: (.*)/);
      headers[name] = value.replace("$HEARSAY_TOKEN", token);
    } else if (word === "-d") body = words[++i]!;
    else if (word === "-F") {
      const [field = "", file = ""] = words[++i]!.split("=@");
      body = new FormData();
      body.append(field, new Blob([ferry[file]!.replace("eighth", "ninth")]), file);
    } else if (!word.startsWith("-")) url = word.replace("http://127.0.0.1:4747", server);
  }
  return [url, { headers, body, method: body === null ? "GET" : "POST" }];
}

describe("docs/server.md", () => {
  const lines = document.split("\n").filter((line) => line.startsWith("curl "));
  it("shows requests", () => expect(lines.length).toBeGreaterThan(6));
  it.each(lines)("%s", async (line) => {
    const stop = new AbortController();
    const [url, init] = requestOf(line);
    const answer = await fetch(url, { ...init, signal: stop.signal });
    expect([answer.status, line]).toEqual([expect.toSatisfy((status: number) => status < 300), line]);
    if (line.includes("-N")) stop.abort();
    else expect((await answer.text()).length).toBeGreaterThan(2);
  });
  it("names codes and routes that there are", () => {
    for (const [, name] of document.matchAll(/"((?:GET|POST|DELETE) \/[^"]*)"/g))
      expect(Object.keys(contract)).toContain(name);
  });
});
