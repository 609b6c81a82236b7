import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type TSchema, Type } from "typebox";
import { contract } from "./contract/index.js";
import { needsOf, type Route } from "./contract/route.js";
import { exactly, listed, orNull } from "./contract/shapes.js";
import { mark } from "./contract/story.js";

type Json = Record<string, unknown>;

const reportSchema = fileURLToPath(new URL("../../schema/report.schema.json", import.meta.url));
let made: Json | null = null;

/** This interface as an OpenAPI 3.1 document, made from the contract and the report's own schema. */
export function openApi(): Json {
  made ??= {
    openapi: "3.1.0",
    info: {
      title: "Hearsay",
      version: "1",
      description:
        "What `hearsay serve` answers below `/api/v1`. Errors are problems as RFC 9457 has them, with a `code`. An answer about a story has the story's revision as its entity tag. Offsets are UTF-16 units of an article's text. `x-needs` is the role that a route takes where there are accounts.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ session: [] }, { token: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "hearsay", description: "From `POST /session`." },
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token of an account; where there are none, the one that the server printed or was given.",
        },
      },
      schemas: schemas(),
    },
  };
  return made;
}

function paths(): Json {
  const all: Record<string, Json> = {};
  for (const [name, route] of Object.entries(contract) as [string, Route][]) {
    const [method = "", path = ""] = name.split(" ");
    all[path] = { ...all[path], [method.toLowerCase()]: operation(name, route) };
  }
  return all;
}

function operation(name: string, route: Route): Json {
  const [method = "", path = ""] = name.split(" ");
  const parameters = [...parametersOf("path", route.path), ...parametersOf("query", route.query)];
  const csrf = {
    name: "X-CSRF-Token",
    in: "header",
    schema: { type: "string" },
    description: "`csrf` of the session.",
  };
  return {
    operationId: operationId(method, path),
    summary: route.summary,
    "x-needs": needsOf(name, route),
    ...(needsOf(name, route) === "nobody" && { security: [] }),
    parameters: method === "GET" || path === "/session" ? parameters : [...parameters, csrf],
    ...(route.body !== undefined && { requestBody: { required: true, content: bodies(route) } }),
    responses: responses(route),
  };
}

/** "GET /stories/{s}/claims/{id}": "getStoriesClaimsById". */
export function operationId(method: string, path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== "{s}");
  const words = parts.map((part) => (part.startsWith("{") ? `By${capital(part.slice(1, -1))}` : capital(part)));
  const story = path.includes("{s}") ? "InStory" : "";
  return `${method.toLowerCase()}${words.join("").replace(/\W/g, "")}${story}`;
}
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function parametersOf(where: "path" | "query", schema: Route["query"]): Json[] {
  if (schema === undefined) return [];
  const required = new Set((schema as { required?: readonly string[] }).required ?? []);
  return Object.entries(schema.properties as Record<string, TSchema>).map(([name, own]) => ({
    name,
    in: where,
    required: where === "path" || required.has(name),
    schema: own,
  }));
}

function bodies({ body, upload }: Route): Json {
  const files = {
    type: "object",
    properties: { files: { type: "array", items: { type: "string", format: "binary" } } },
  };
  return {
    "application/json": { schema: body },
    ...(upload !== undefined && { [upload]: { schema: files } }),
  };
}

function responses({ answer, status = 200, types = [], problems = {} }: Route): Json {
  const text = Object.fromEntries(types.map((type) => [type, { schema: { type: "string" } }]));
  const json = isNothing(answer) ? {} : { "application/json": { schema: answer } };
  const content = { ...json, ...text };
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } };
  const own = Object.entries(problems).map(([code, name]) => [code, { description: `\`${name}\``, content: problem }]);
  return {
    [status]: { description: "As asked.", ...(Object.keys(content).length > 0 && { content }) },
    ...Object.fromEntries(own),
    default: { description: "A problem.", content: problem },
  };
}

const isNothing = (schema: TSchema): boolean => (schema as { type?: unknown }).type === "null";

/** The parts of a report under their own names, and what else answers are made of. */
function schemas(): Json {
  const text = readFileSync(reportSchema, "utf8").replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $defs, $schema: _, $id: __, ...report } = JSON.parse(text) as Json & { $defs: Record<string, Json> };
  const claims = Type.Array(Type.Unsafe<unknown>({ $ref: "#/components/schemas/claim" }));
  return {
    ...$defs,
    ...{ report, problem },
    articleRow: articleRow($defs.article!),
    listedArticle: only($defs.article!, listed.article),
    listedDerivation: only($defs.derivation!, listed.derivation),
    listedClaim: only($defs.claim!, listed.claim),
    happening,
    markedArticle: withMore($defs.article!, { marks: Type.Array(mark) }),
    claimAmongOthers: withMore($defs.claim!, { opponents: claims, revised: claims }),
  };
}

/** A part of the report with more in it; the parts are closed, so that it cannot simply be added. */
const withMore = (part: Json, more: Json): Json => ({
  ...part,
  properties: { ...(part.properties as Json), ...more },
  required: [...(part.required as readonly string[]), ...Object.keys(more)],
});

const articleRow = (article: Json): Json =>
  only(
    article,
    Object.keys(article.properties as Json).filter((name) => name !== "text" && name !== "removed"),
  );

/** A part of the report with some of its properties. */
function only(part: Json, names: readonly string[]): Json {
  const own = part.properties as Json;
  const required = (part.required as readonly string[]).filter((name) => names.includes(name));
  return { ...part, properties: Object.fromEntries(names.map((name) => [name, own[name]])), required };
}

const words = Type.String();
const happening = exactly({
  ...{ id: words, when: orNull(Type.Unsafe<unknown>({ $ref: "#/components/schemas/interval" })) },
  ...{ event: words, article: words, who: orNull(words), whom: orNull(words), trigger: words, words, mode: words },
  goldstein: Type.Number(),
});

const problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.String(),
  code: Type.String({ description: "Dotted and stable." }),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
});
