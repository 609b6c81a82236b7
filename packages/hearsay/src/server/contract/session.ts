import { Type } from "typebox";
import type { Routes } from "./route.js";
import { exactly, oneOf, orNull, storyPath } from "./shapes.js";

const session = exactly({
  who: orNull(Type.String({ description: "Under which name judgements are recorded; null before signing in." })),
  role: oneOf(["admin", "analyst", "reader", "guest"], "A reader changes nothing; a guest has to sign in first."),
  login: oneOf(
    ["none", "token", "password"],
    "What signing in takes; a password goes with a name: there are accounts.",
  ),
  csrf: Type.String({ description: "To be sent as X-CSRF-Token with everything that changes something." }),
});

const storyRow = exactly({
  name: Type.String(),
  articles: Type.Integer({ minimum: 0 }),
  revision: orNull(Type.String({ description: "Null while no report has been made." })),
  modified: Type.String({ description: "ISO 8601, UTC." }),
  role: oneOf(["admin", "analyst", "reader"], "What I may do in it."),
});

/** Who is asking, and which stories there are. */
export const sessionRoutes = {
  "GET /openapi.json": { summary: "This interface, as OpenAPI 3.1.", needs: "nobody", answer: Type.Object({}) },
  "GET /session": { summary: "Who I am.", needs: "nobody", answer: session },
  "POST /session": {
    summary:
      "Signs in: with name and password where there are accounts, with a token where one is needed, or takes a name.",
    needs: "nobody",
    body: exactly({
      password: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
      token: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      who: Type.Optional(Type.String({ minLength: 1, maxLength: 80, pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f]+$" })),
    }),
    answer: session,
    problems: { 401: "session.token" },
  },
  "DELETE /session": {
    summary: "Signs out, here or everywhere.",
    needs: "nobody",
    query: exactly({ everywhere: Type.Optional(Type.Boolean()) }),
    answer: Type.Null(),
    status: 204,
  },
  "GET /stories": { summary: "The stories there are.", answer: Type.Array(storyRow) },
  "POST /stories": {
    summary: "Makes an empty story.",
    body: exactly({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
    answer: storyRow,
    status: 201,
    problems: { 409: "story.exists" },
  },
  "DELETE /stories/{s}": {
    summary: "Removes a story with everything in it.",
    needs: "admin",
    path: storyPath,
    answer: Type.Null(),
    status: 204,
    problems: { 409: "story.busy" },
  },
  "GET /stories/{s}/changes": {
    summary: "What changes, as server-sent events: `revision`, `progress`, `judgement`, `diagnostic`.",
    path: storyPath,
    answer: Type.Null(),
    types: ["text/event-stream"],
  },
} as const satisfies Routes;
