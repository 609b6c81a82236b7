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
  const server = address.replace(/\/+$/, "");
  const token = env.HEARSAY_TOKEN || undefined;
  return talking(makeClient({ server, ...(token !== undefined && { token }) }), server);
}

function talking(client: Client, address: string): Remote {
  const of = (story: string) => ({ path: { s: story } });
  const said = <T>(asking: Promise<T>): Promise<T> => asking.catch((error) => explained(error, address));
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

/** So many files go into one upload. */
const together = 50;

async function sendAll(client: Client, story: string, files: readonly Sent[], addresses: readonly string[]) {
  const path = { s: story };
  const jobs: string[] = [];
  const ask = async (body: FormData | { urls: string[] }) =>
    jobs.push((await client.ask("POST /stories/{s}/captures", { path, body })).job);
  await created(client, story);
  for (let at = 0; at < files.length; at += together) {
    const form = new FormData();
    for (const { name, bytes } of files.slice(at, at + together))
      form.append("files", new Blob([Buffer.from(bytes)]), name);
    await ask(form);
  }
  for (let at = 0; at < addresses.length; at += 200) await ask({ urls: addresses.slice(at, at + 200) });
  const diagnostics: Diagnostic[] = [];
  for (const id of jobs) diagnostics.push(...(await ended(client, story, id)));
  return diagnostics;
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
    throw new HearsayError("server.token", `${error.message} Set HEARSAY_TOKEN to the server's token.`);
  throw new HearsayError(error.code || "server.failed", error.message);
}
