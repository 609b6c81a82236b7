// A stand-in for `hearsay serve`: the routes that reading needs, over a report held in memory. It serves the
// synthetic story of the speed tests, which no stage has to analyse, and the workbench while it is developed:
//   node testing/stub.mjs REPORT.json [PORT]
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the built workbench and the report, on a free port unless one is given; answers its address and a way to stop. */
export async function serveStub(report, port = 0) {
  const routes = makeRoutes(report);
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    const answer = url.pathname.startsWith("/api/v1/") ? routes(request.method, url) : file(url.pathname);
    response.writeHead(answer.status ?? 200, {
      "content-type": answer.type ?? "application/json",
      "content-security-policy": policy,
    });
    response.end(answer.body ?? JSON.stringify(answer.json));
  });
  await new Promise((done) => server.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}

function file(path) {
  const name = path === "/" ? "index.html" : normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, "");
  try {
    return { type: types[extname(name)] ?? "application/octet-stream", body: readFileSync(join(dist, name)) };
  } catch {
    return { status: 404, type: "text/plain", body: "not found" };
  }
}

const notFound = (detail) => ({
  status: 404,
  type: "application/problem+json",
  json: { type: "about:blank", title: "Not found", status: 404, detail, code: "not-found" },
});

function makeRoutes(report) {
  const articles = new Map(report.articles.map((a) => [a.id, a]));
  const claims = new Map(report.claims.map((c) => [c.id, c]));
  const name = report.story.name;
  const light = report.articles.map(({ text: _, removed: __, ...rest }) => rest);
  const page = (rows, query) => {
    const limit = Math.min(500, Number(query.get("limit") ?? 100));
    const from = Number(query.get("cursor") ?? 0);
    return {
      json: {
        total: rows.length,
        rows: rows.slice(from, from + limit),
        next: from + limit < rows.length ? String(from + limit) : null,
      },
    };
  };
  const claimRows = (query) => {
    const q = (query.get("q") ?? "").toLowerCase();
    const verdict = query.get("verdict");
    return report.claims.filter(
      (c) => (verdict === null || c.verdict === verdict) && c.proposition.toLowerCase().includes(q),
    );
  };
  const whole = {
    name,
    revision: "r1",
    behind: false,
    ...{ summary: report.summary, brief: report.brief, references: report.references },
    ...{ versions: report.versions, circles: report.circles, diagnostics: report.diagnostics },
  };
  const simple = {
    "": () => ({ json: whole }),
    "/articles": (q) => page(light, q),
    "/claims": (q) => page(claimRows(q), q),
    "/matrix": () => ({ json: matrixOf(report, articles, claims) }),
    "/lineage": () => ({
      json: { articles: light, derivations: report.derivations, origins: report.origins, circles: report.circles },
    }),
    "/statements": (q) =>
      page(
        report.statements.filter((s) =>
          (s.speaker.name ?? s.speaker.description).toLowerCase().includes((q.get("who") ?? "").toLowerCase()),
        ),
        q,
      ),
    "/events": (q) => page(report.events, q),
    "/timeline": (q) => page(report.timeline, q),
    "/commitments": (q) => page(report.commitments, q),
    "/figures": (q) => page(report.figures, q),
    "/causes": (q) => page(report.causes, q),
    "/entities": (q) => page(report.entities, q),
    "/review": (q) => page([], q),
    "/judgements": (q) => page([], q),
    "/search": (q) => page(found(report, q.get("q") ?? ""), q),
  };
  return (method, { pathname, searchParams }) => {
    const path = decodeURIComponent(pathname.slice("/api/v1".length));
    // Nothing ever changes here: to a listener, 204 says not to ask again.
    if (path.endsWith("/changes")) return { status: 204, body: "" };
    if (path === "/session") return { json: { who: "analyst", role: "owner", csrf: "x" } };
    if (path === "/stories")
      return { json: [{ name, articles: light.length, revision: "r1", modified: "2029-02-12T08:00:00Z" }] };
    if (method !== "GET")
      return {
        status: 501,
        type: "application/problem+json",
        json: { title: "Only a stand-in", status: 501, detail: "This server only reads.", code: "stub" },
      };
    const rest = path.slice(`/stories/${name}`.length);
    if (!path.startsWith(`/stories/${name}`)) return notFound("There is no such story.");
    if (rest in simple) return simple[rest](searchParams);
    const [, list, id] = rest.split("/");
    if (list === "articles" && articles.has(id)) return { json: { ...articles.get(id), marks: marksOf(report, id) } };
    if (list === "claims" && claims.has(id)) {
      const claim = claims.get(id);
      const of = (ids) => ids.flatMap((i) => claims.get(i) ?? []);
      return { json: { ...claim, opponents: of(claim.conflicts), revised: of(claim.revises) } };
    }
    if (list === "entities") {
      const entity = report.entities.find((e) => e.id === id);
      const mine = (s) => s.speaker.entity === id;
      const acts = (e) => e.source?.entity === id || e.target?.entity === id;
      if (entity)
        return { json: { entity, statements: report.statements.filter(mine), events: report.events.filter(acts) } };
    }
    return notFound(`Nothing at ${rest}.`);
  };
}

function matrixOf(report, articles, claims) {
  const worth = report.claims.filter((c) => c.verdict !== "single-origin" || c.looksCorroborated);
  const numbers = new Map(report.origins.map((o) => [o.id, o]));
  const ids = [...new Set(worth.flatMap((c) => c.support.filter((s) => !s.partial).map((s) => s.origin)))];
  const label = (id) =>
    numbers.has(id) ? articles.get(numbers.get(id).root).label : `word of ${id.replace(/^src:/, "")}`;
  const origins = ids
    .map((id) => ({
      id,
      label: label(id),
      number: numbers.get(id)?.number ?? null,
      published: numbers.has(id) ? articles.get(numbers.get(id).root).published : null,
    }))
    .sort((a, b) => (a.number ?? 1e9) - (b.number ?? 1e9) || (a.label < b.label ? -1 : 1));
  const cells = new Map();
  for (const c of worth) {
    for (const other of c.conflicts)
      for (const s of claims.get(other)?.support ?? [])
        cells.set(`${c.id} ${s.origin}`, [c.id, s.origin, "contradicts"]);
    for (const s of c.support) if (!s.partial) cells.set(`${c.id} ${s.origin}`, [c.id, s.origin, "supports"]);
  }
  return { origins, claims: worth, cells: [...cells.values()] };
}

function marksOf(report, id) {
  const marks = [];
  const add = (kind, record, span, label, detail) => {
    if (span !== null && span.article === id)
      marks.push({ start: span.start, end: span.end, kind, id: record, label, detail });
  };
  for (const s of report.statements)
    if (s.article === id)
      for (const p of s.content.parts) add("statement", s.id, p, s.speaker.name ?? s.speaker.description, s.kind);
  for (const e of report.events) if (e.article === id) add("event", e.id, e.span, e.type, e.mode);
  for (const c of report.commitments) if (c.article === id) add("commitment", c.id, c.span, c.status, c.by);
  for (const c of report.causes)
    if (c.article === id) add("cause", c.id, c.cause, c.sign === "+" ? "brings about" : "prevents", c.by);
  for (const f of report.figures) for (const r of f.reports) add("figure", f.id, r.span, f.of, null);
  for (const c of report.claims) for (const s of c.support) add("claim", c.id, s.span, c.verdict, c.proposition);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function found(report, q) {
  if (q === "") return [];
  return report.articles.flatMap((a) => {
    const at = a.text.toLowerCase().indexOf(q.toLowerCase());
    if (at < 0) return [];
    const cut = (from, to) => a.text.slice(Math.max(0, from), to);
    const snippet = [
      { text: cut(at - 60, at), hit: false },
      { text: cut(at, at + q.length), hit: true },
      { text: cut(at + q.length, at + q.length + 80), hit: false },
    ];
    return [
      {
        kind: "article",
        id: a.id,
        article: a.id,
        start: at,
        end: at + q.length,
        snippet,
        label: a.title,
        date: a.published,
      },
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveStub(JSON.parse(readFileSync(process.argv[2], "utf8")), Number(process.argv[3] ?? 0));
  console.log(url);
}
