import { setTimeout as sleep } from "node:timers/promises";
import { type Client, makeClient, Problem } from "../client/index.js";
import type { Report } from "../engine/index.js";
import { type Diagnostic, HearsayError, type Judgement } from "../model/index.js";
import type { Verdict } from "../records/judge.js";
import type { Io } from "./io.js";

/** A running `hearsay serve` that is talked to instead of a story file. */
export interface Remote {
  /** Its address, for messages. */
  readonly address: string;
  report(story: string): Promise<Report>;
  judgements(story: string): Promise<readonly Judgement[]>;
  judge(story: string, verdict: Verdict): Promise<Judgement>;
  undo(story: string, id: string): Promise<Judgement>;
  /** Sends files and addresses, waits until they are worked up, and says what there was to say. */
  add(story: string, files: readonly Sent[], addresses: readonly string[]): Promise<readonly Diagnostic[]>;
}

/** A file as it is sent. */
export interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The server that `--server` or HEARSAY_SERVER names, with HEARSAY_TOKEN as its token; null where none is named.
 * @throws HearsayError `usage.server` for what is no web address
 */
export function remoteOf({ env }: Io): Remote | null {
  const address = env.HEARSAY_SERVER ?? "";
  if (address === "") return null;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new HearsayError(
      "usage.server",
      `--server takes an address such as http://127.0.0.1:4747, not "${address}".`,
    );
  const url = new URL(address);
  if (url.username !== "" || url.password !== "")
    throw new HearsayError(
      "usage.server",
      "--server takes no name and password: put the server's token into HEARSAY_TOKEN.",
    );
  const server = `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  const token = env.HEARSAY_TOKEN || undefined;
  return talking(makeClient({ server, ...(token !== undefined && { token }) }), server);
}

function talking(client: Client, address: string): Remote {
  const of = (story: string) => ({ path: { s: story } });
  const said = <T>(asking: Promise<T>): Promise<T> =>
    asking.then(
      (answer) => {
        // What is no record comes from some other server at that address.
        if (typeof answer === "object" && answer !== null) return answer;
        throw new HearsayError("server.failed", `${address} answers, but not as hearsay serve does.`);
      },
      (error) => explained(error, address),
    );
  return {
    address,
    report: (story) => said(client.ask("GET /stories/{s}/report", of(story)) as Promise<Report>),
    judgements: (story) => said(all(client.all("GET /stories/{s}/judgements", of(story))) as Promise<Judgement[]>),
    judge: (story, { kind, subjects, value, why }) => {
      const body = { kind: kind as Judgement["kind"], subjects: [...subjects], value: value ?? null, why: why ?? null };
      return said(client.ask("POST /stories/{s}/judgements", { ...of(story), body }) as Promise<Judgement>);
    },
    undo: (story, id) =>
      said(client.ask("DELETE /stories/{s}/judgements/{id}", { path: { s: story, id } }) as Promise<Judgement>),
    add: (story, files, addresses) => said(sendAll(client, story, files, addresses)),
  };
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

/** So many files, and so many bytes, go into one upload: half of what a server takes. */
const together = { files: 50, bytes: 100 * 2 ** 20 } as const;

/** One upload after the other is worked up, so that none waits in a full queue; what one says is kept when the next fails. */
async function sendAll(client: Client, story: string, files: readonly Sent[], addresses: readonly string[]) {
  const diagnostics: Diagnostic[] = [];
  await created(client, story);
  for (const body of bodies(files, addresses)) {
    const sent = client.ask("POST /stories/{s}/captures", { path: { s: story }, body });
    const answer = await sent.catch((error: unknown) => {
      if (!(error instanceof Problem) || error.status !== 413) throw error;
      diagnostics.push({ severity: "error", code: error.code, stage: "source", message: error.message });
      return null;
    });
    if (answer !== null) diagnostics.push(...(await ended(client, story, answer.job)));
  }
  return diagnostics;
}

function* bodies(files: readonly Sent[], addresses: readonly string[]): Generator<FormData | { urls: string[] }> {
  let [form, count, bytes] = [new FormData(), 0, 0];
  for (const { name, bytes: content } of files) {
    if (count > 0 && (count === together.files || bytes + content.byteLength > together.bytes)) {
      yield form;
      [form, count, bytes] = [new FormData(), 0, 0];
    }
    form.append("files", new Blob([Buffer.from(content)]), name);
    [count, bytes] = [count + 1, bytes + content.byteLength];
  }
  if (count > 0) yield form;
  for (let at = 0; at < addresses.length; at += 200) yield { urls: addresses.slice(at, at + 200) };
}

/** The story is made where there is none. */
async function created(client: Client, story: string): Promise<void> {
  await client.ask("GET /stories/{s}", { path: { s: story } }).catch(async (error) => {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    await client.ask("POST /stories", { body: { name: story } });
  });
}

async function ended(client: Client, story: string, id: string): Promise<readonly Diagnostic[]> {
  for (;;) {
    const job = await client.ask("GET /stories/{s}/jobs/{id}", { path: { s: story, id } });
    if (typeof job?.state !== "string") throw new Problem(0, "", "The answer is no job", "");
    if (job.state === "done" || job.state === "failed" || job.state === "cancelled")
      return job.diagnostics as readonly Diagnostic[];
    await sleep(250);
  }
}

/** What went wrong as the command line says it. */
function explained(error: unknown, address: string): never {
  if (!(error instanceof Problem)) throw error;
  if (error.code === "offline")
    throw new HearsayError("server.offline", `${address} does not answer. Is hearsay serve running there?`);
  if (error.status === 401 || error.status === 403)
    throw new HearsayError(
      "server.token",
      `${error.message} HEARSAY_TOKEN has to hold a token of your account, or the server's own where it has one.`,
    );
  throw new HearsayError(error.code || "server.failed", error.message);
}
