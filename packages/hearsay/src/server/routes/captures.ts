import { buffer } from "node:stream/consumers";
import type { FastifyRequest } from "fastify";
import { queued } from "../../store/index.js";
import type { Asked, Handlers } from "../answering.js";
import { contract } from "../contract/index.js";
import { sees } from "../door.js";
import { Problem } from "../problem.js";
import { compilerFor } from "../validation.js";
import { workOf } from "../work.js";
import type { Parcel, SentFile } from "../writer/writer.js";

type Own =
  | "POST /stories/{s}/captures"
  | "GET /work"
  | "GET /stories/{s}/jobs"
  | "GET /stories/{s}/jobs/{id}"
  | "DELETE /stories/{s}/jobs/{id}";

export const captureHandlers: Handlers<Own> = {
  "POST /stories/{s}/captures": async ({ room, jobs, door, request }) => {
    const parcel = request.isMultipart() ? await filesIn(request) : parcelOf(request.body);
    const { id } = jobs.start(room, parcel);
    await door.tell(request, "add", { story: room.name, subject: id, detail: detailOf(parcel) });
    return { job: id };
  },
  "GET /work": async ({ jobs, shelf, request }) => {
    const seen = ({ story }: { readonly story: string }) => sees(request)(story);
    const work = workOf(jobs, await queued(shelf.home, sees(request)));
    return { ...work, jobs: work.jobs.filter(seen) } as never;
  },
  "GET /stories/{s}/jobs": ({ room, jobs }) => jobs.of(room),
  "GET /stories/{s}/jobs/{id}": ({ room, jobs, path }) => jobs.find(room, path.id),
  "DELETE /stories/{s}/jobs/{id}": async ({ room, jobs, door, request, path }) => {
    const job = jobs.cancel(room, path.id);
    await door.tell(request, "job-stop", { story: room.name, subject: job.id });
    return job;
  },
};

/** What came, for the audit: files and addresses by name, as far as there is room. */
const detailOf = ({ files, urls }: Parcel): string =>
  [...files.map(({ name }) => name), ...urls].join(" ").slice(0, 500);

const validate = compilerFor({ schema: contract["POST /stories/{s}/captures"].body, httpPart: "body" });

function parcelOf(body: unknown): Parcel {
  if (!validate(body)) throw Object.assign(new Error(), { validation: validate.errors, validationContext: "body" });
  const given = body as Asked<"POST /stories/{s}/captures">["body"];
  if ("urls" in given) return { files: [], urls: given.urls };
  const name = /\.[a-z]{2,4}$/i.test(given.name) ? given.name : `${given.name}.txt`;
  return { files: [{ name, bytes: Buffer.from(given.text) }], urls: [] };
}

/** So many bytes may come in one request, all files together. */
const mostBytes = 200 * 1024 * 1024;

async function filesIn(request: FastifyRequest): Promise<Parcel> {
  const files: SentFile[] = [];
  let bytes = 0;
  for await (const { filename, file } of request.files()) {
    const content = await buffer(file);
    bytes += content.byteLength;
    if (file.truncated || bytes > mostBytes)
      throw new Problem(
        413,
        "request.too-large",
        `"${filename}" is too large: send it in a request of its own, or split it.`,
      );
    files.push({ name: filename, bytes: content });
  }
  if (files.length === 0) throw new Problem(400, "request.invalid", "There is no file in it.");
  return { files, urls: [] };
}
