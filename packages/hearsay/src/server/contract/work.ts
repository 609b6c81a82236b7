import { Type } from "typebox";
import { judgementKinds } from "../../model/judgement.js";
import { itemKinds } from "../../records/compose/lines.js";
import { reviewKinds } from "../../records/review.js";
import { paperTypes } from "../../tell/paper/index.js";
import type { Routes } from "./route.js";
import { exactly, id, itemPath, judgement, oneOf, orNull, pageOf, paging, shapes, storyPath } from "./shapes.js";

export const jobStates = ["queued", "running", "done", "failed", "cancelled"] as const;
const step = oneOf(["collect", "read", "trace", "weigh", "tell"]);
const count = Type.Integer({ minimum: 0 });
const job = exactly({
  id: Type.String(),
  state: oneOf(jobStates),
  step: orNull(step),
  done: count,
  total: orNull(count),
  file: orNull(Type.String({ description: "What is being worked on." })),
  added: Type.Array(
    exactly({
      place: Type.String(),
      status: oneOf(["new", "known", "duplicate", "changed"]),
      article: Type.String({ description: "The article's id, if it is one." }),
    }),
  ),
  diagnostics: Type.Array(shapes.diagnostic),
});
export const jobSchema = job;

/** Tasks of the workers' queue: failed ones of the last week, done ones and how long they took of the last hour. */
const standing = {
  ...{ waiting: count, running: count, failed: count, done: count },
  seconds: Type.Number({ minimum: 0 }),
};
const answer = exactly({
  does: Type.String({ description: "What it does to the story." }),
  kind: oneOf(judgementKinds, "The judgement to record on these subjects."),
});
const address = Type.String({ minLength: 8, maxLength: 2000, pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" });

/** What analysts do: judge, add, compose. */
export const workRoutes = {
  "GET /stories/{s}/review": {
    summary: "What is uncertain, most consequential first.",
    path: storyPath,
    query: exactly({ kind: Type.Optional(oneOf(reviewKinds)), judged: Type.Optional(Type.Boolean()), ...paging }),
    answer: pageOf(
      exactly({
        id: Type.String(),
        kind: oneOf(reviewKinds),
        subjects: Type.Array(Type.String()),
        question: Type.String(),
        evidence: Type.Array(shapes.quote),
        score: orNull(
          Type.Number({
            minimum: 0,
            maximum: 1,
            description: "How sure Hearsay is of what stands now, where that is known.",
          }),
        ),
        accept: answer,
        reject: answer,
        judged: orNull(judgement),
      }),
    ),
  },
  "GET /stories/{s}/judgements": {
    summary: "All judgements, oldest first.",
    path: storyPath,
    query: exactly({ ...paging }),
    answer: pageOf(judgement),
  },
  "POST /stories/{s}/judgements": {
    summary: "Records a judgement. The story follows; `changes` says when.",
    path: storyPath,
    body: exactly({
      kind: oneOf(judgementKinds),
      subjects: Type.Array(id, { minItems: 1, maxItems: 100 }),
      value: Type.Optional(orNull(Type.String({ maxLength: 4000 }))),
      why: Type.Optional(orNull(Type.String({ maxLength: 4000 }))),
    }),
    answer: judgement,
    status: 201,
    problems: { 404: "judgement.unknown", 400: "usage.judge" },
  },
  "DELETE /stories/{s}/judgements/{id}": {
    summary: "Withdraws a judgement: appends one that says so; nothing is deleted.",
    path: itemPath,
    answer: judgement,
    problems: { 404: "judgement.unknown" },
  },
  "POST /stories/{s}/captures": {
    summary: "Adds files (multipart/form-data), addresses, or a text; answers at once with the job that does it.",
    path: storyPath,
    body: Type.Union([
      exactly({ urls: Type.Array(address, { minItems: 1, maxItems: 200 }) }),
      exactly({
        text: Type.String({ minLength: 1, maxLength: 5_000_000 }),
        name: Type.String({ minLength: 1, maxLength: 200 }),
      }),
    ]),
    upload: "multipart/form-data",
    answer: exactly({ job: Type.String() }),
    status: 202,
  },
  "GET /stories/{s}/jobs": { summary: "Jobs of this server, newest first.", path: storyPath, answer: Type.Array(job) },
  "GET /stories/{s}/jobs/{id}": { summary: "How far a job has come.", path: itemPath, answer: job },
  "DELETE /stories/{s}/jobs/{id}": {
    summary: "Stops a job. What it has kept stays kept.",
    path: itemPath,
    answer: job,
  },
  "GET /work": {
    summary: "What waits and is being done, of all stories, and how fast each step goes.",
    answer: exactly({
      workers: orNull(
        exactly({
          atWork: count,
          kinds: Type.Array(exactly({ kind: oneOf(["article", "compare", "story"]), ...standing })),
          stories: Type.Array(exactly({ story: Type.String(), ...standing })),
        }),
      ),
      queued: count,
      running: count,
      ended: exactly({ done: count, failed: count, cancelled: count }),
      steps: Type.Array(exactly({ step, seconds: Type.Number({ minimum: 0 }), articles: count })),
      jobs: Type.Array(
        exactly({
          story: Type.String(),
          id: Type.String(),
          state: oneOf(["queued", "running"]),
          step: orNull(step),
          done: count,
          total: orNull(count),
        }),
      ),
    }),
  },
  "POST /stories/{s}/brief": {
    summary: "Composes a brief from records, with numbered sources, every sentence verified.",
    needs: "reader",
    path: storyPath,
    body: exactly({
      title: Type.String({ minLength: 1, maxLength: 300 }),
      items: Type.Array(
        exactly({
          kind: oneOf(itemKinds),
          id,
        }),
        { minItems: 1, maxItems: 500 },
      ),
      format: Type.Optional(oneOf(["md", "html", "json", "docx", "pdf"])),
    }),
    answer: exactly({
      title: Type.String(),
      lines: Type.Array(Type.Unsafe<unknown>({ $ref: "#/components/schemas/line" })),
      sources: Type.Array(Type.Object({})),
      problems: Type.Array(shapes.diagnostic),
    }),
    types: ["text/markdown", "text/html", paperTypes.docx, paperTypes.pdf],
    problems: { 404: "brief.unknown" },
  },
} as const satisfies Routes;
