// The HTTP interface, asked in ways that no client would.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Broken, csvIsDead, isJson, pageIsDead } from "./checks.mjs";
import { dist } from "./places.mjs";
import { scrapes, texts } from "./samples.mjs";
import { anyJson, spoilJson, spoilText, word } from "./spoil.mjs";

/** So many requests are answered by one server: then a new one with the stories as they were at first. */
const life = 400;
const now = () => "2031-03-20T08:00:00Z";

export async function makeAsk(folder) {
  const parts = [
    "contract/index",
    "app",
    "answerer/local",
    "door",
    "jobs",
    "live",
    "sessions",
    "shelf",
    "writer/local",
  ];
  const all = await Promise.all(parts.map((path) => dist(`server/${path}.js`)));
  const { contract, makeApp, usualLimits, localAnswerer, Door, Jobs, Live, Sessions, Shelf, localWriter } =
    Object.assign({}, ...all);
  const open = async () => {
    mkdirSync(folder, { recursive: true });
    const home = mkdtempSync(join(folder, "http-"));
    const faults = [];
    const onFault = (error) => void faults.push(error);
    const writer = localWriter(now);
    const [shelf, live] = [new Shelf(home, writer, onFault), new Live(20)];
    const house = {
      shelf,
      answerer: localAnswerer(),
      door: new Door(new Sessions(null, "Ada", false), home, now),
      live,
      jobs: new Jobs(live, onFault),
      onFault,
      now,
    };
    const limits = { ...usualLimits, requests: 1e9, attempts: 1e9, changes: 1e9 };
    const app = await makeApp(house, { called: { loopback: true, names: [] }, limits, workbench: join(home, "none") });
    await makeCable(join(home, "cable.hearsay"));
    const session = await app.inject({ url: "/api/v1/session", headers: { host: "127.0.0.1:4747" } });
    const own = { cookie: String(session.headers["set-cookie"]).split(";")[0], "x-csrf-token": session.json().csrf };
    const close = async () => {
      live.close();
      await app.close();
      await house.jobs.close();
      await writer.close();
      await shelf.close();
      await house.door.close();
      rmSync(home, { recursive: true, force: true });
    };
    return { app, own, faults, close, left: life };
  };
  let served = null;
  const routes = Object.keys(contract).filter((name) => !name.endsWith("/changes"));
  return {
    make: (chance) => requestBy(chance, chance.of(routes), contract),
    async run(request) {
      if (served === null || served.left-- <= 0) {
        await served?.close();
        served = await open();
      }
      const headers = { host: "127.0.0.1:4747", ...served.own, ...request.headers };
      const answer = await served.app.inject({ ...request, headers });
      check(answer, request);
      // Behind a login, or without its story, it would only refuse.
      if (answer.statusCode < 300 && isFinal(request)) served.left = 0;
      const fault = served.faults.shift();
      if (fault !== undefined) throw fault;
    },
    close: () => served?.close(),
  };
}

const isFinal = ({ method, url }) =>
  (method === "POST" && url.startsWith("/api/v1/accounts")) ||
  (method === "DELETE" && /^\/api\/v1\/stories\/[^/]*$/.test(url));

async function makeCable(path) {
  const [{ add, installedStages }, { contentHash }, { openStory }] = await Promise.all(
    ["engine", "model", "store"].map((room) => dist(`${room}/index.js`)),
  );
  const store = await openStory(path, { create: true });
  async function* found() {
    for (const [i, text] of scrapes.slice(0, 3).entries()) {
      const bytes = Buffer.from(text);
      yield { capture: { hash: contentHash(bytes), place: `${i}.txt`, retrieved: now(), bytes }, diagnostics: [] };
    }
  }
  await add({ store, stages: installedStages() }, found());
  await store.close();
}

function requestBy(chance, name, contract) {
  const [method, path] = name.split(" ");
  const filled = path.replace(/\{(\w+)\}/g, (_, key) =>
    key === "s" && chance.is(0.9) ? "cable" : encodeURIComponent(safe(word(chance)).slice(0, 300)),
  );
  const query = Object.keys(contract[name].query?.properties ?? {})
    .filter(() => chance.is(0.4))
    .map(
      (key) =>
        `${key}=${encodeURIComponent(safe(chance.is(0.6) ? word(chance) : chance.of(["1", "10", "true", "html", "csv", "2031", "claim"])))}`,
    );
  const url = `/api/v1${filled}${query.length > 0 ? `?${query.join("&")}` : ""}${chance.is(0.05) ? chance.of(["%", "%00", "?", "//", "/..", "#"]) : ""}`;
  const body = method === "POST" ? bodyBy(chance, name) : {};
  return { method, url, ...body, headers: { ...body.headers, ...headersBy(chance) } };
}

/** No half letters in what becomes part of an address: encoding them throws before anything is sent. */
const safe = (text) => text.toWellFormed?.() ?? text.replace(/[\ud800-\udfff]/g, "");

const bodies = {
  "POST /session": { who: "Bo" },
  "POST /stories": { name: "other" },
  "POST /stories/{s}/judgements": { kind: "note", subjects: ["0"], value: "so", why: "because" },
  "POST /stories/{s}/brief": { title: "Cable", items: [{ kind: "claim", id: "claim-1" }], format: "md" },
};

function bodyBy(chance, name) {
  const json = (value) => ({ payload: JSON.stringify(value), headers: { "content-type": "application/json" } });
  if (chance.is(0.1))
    return {
      payload: word(chance),
      headers: {
        "content-type": chance.of(["application/json", "text/plain", "x", "multipart/form-data; boundary=q"]),
      },
    };
  if (chance.is(0.2)) return json(anyJson(chance));
  if (name !== "POST /stories/{s}/captures")
    return json(chance.is(0.5) ? spoilJson(chance, bodies[name] ?? {}) : (bodies[name] ?? {}));
  // What would be fetched lies in networks that are never asked.
  if (chance.is(0.1))
    return json({
      urls: [chance.of(["http://127.0.0.1:1/a", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/"])],
    });
  if (chance.is(0.9)) return json({ text: "", name: word(chance) });
  if (chance.is(0.5))
    return json({ text: spoilText(chance, chance.of(scrapes), texts).slice(0, 8000), name: word(chance) });
  const part = `--q\r\ncontent-disposition: form-data; name="files"; filename="${safe(word(chance))
    .replace(/[\r\n"]/g, "")
    .slice(0, 200)}"\r\n\r\n${spoilText(chance, chance.of(scrapes), texts).slice(0, 8000)}\r\n--q--\r\n`;
  return { payload: Buffer.from(part), headers: { "content-type": "multipart/form-data; boundary=q" } };
}

function headersBy(chance) {
  if (chance.is(0.7)) return {};
  const value = word(chance)
    .replace(/[^\t\x20-\x7e]/g, "")
    .slice(0, 500);
  return {
    [chance.of([
      "if-none-match",
      "accept",
      "cookie",
      "origin",
      "authorization",
      "x-csrf-token",
      "range",
      "accept-encoding",
      "host",
      "x-forwarded-for",
      "sec-fetch-site",
    ])]: value,
  };
}

function check({ statusCode, headers, body }, { url }) {
  if (statusCode >= 500 && statusCode !== 503)
    throw new Broken(`answered ${statusCode}`, `${url} ${body.slice(0, 300)}`);
  const type = String(headers["content-type"] ?? "");
  if (/json/.test(type)) isJson(body);
  if (/csv/.test(type)) csvIsDead(body);
  if (/html/.test(type) && statusCode === 200) pageIsDead(body);
  if (body !== "" && headers["x-content-type-options"] !== "nosniff")
    throw new Broken(
      `an answer to be guessed at: ${statusCode} ${url} ${JSON.stringify(headers)} ${body.slice(0, 200)}`,
    );
}
