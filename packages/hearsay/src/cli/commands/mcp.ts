import type { AddressInfo } from "node:net";
import { userInfo } from "node:os";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { revisionOf, tellStory, type Workshop } from "../../engine/index.js";
import type { Desk, Opened } from "../../mcp/desk.js";
import { makeServer } from "../../mcp/server.js";
import { HearsayError, isAtLeast } from "../../model/index.js";
import type { Verdict } from "../../records/judge.js";
import { View } from "../../server/view.js";
import { acting, nameOf } from "../acting.js";
import type { Io } from "../io.js";
import { withStory } from "../story.js";
import { judgeHere } from "./judge.js";

/** What `hearsay mcp` can be told. */
export interface McpOptions {
  readonly story: string;
  /** Judgements may be recorded. */
  readonly write?: boolean;
  /** "4748", or "0" for any free port: over HTTP instead of standard input and output. */
  readonly http?: string;
  readonly host: string;
  readonly token?: string;
  readonly who?: string;
}

/** `hearsay mcp`: the story for a program that speaks the Model Context Protocol, until it has no more to ask. */
export async function runMcp(io: Io, options: McpOptions): Promise<number> {
  const desk = deskOf(io, options);
  await desk.open();
  return options.http === undefined ? overStdio(desk) : overHttp(io, desk, options, options.http);
}

/** Standard output is the protocol's: nothing else may be written there. */
async function overStdio(desk: Desk): Promise<number> {
  const server = makeServer(desk);
  await server.connect(new StdioServerTransport());
  await new Promise<void>((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
  });
  await server.close();
  return 0;
}

async function overHttp(io: Io, desk: Desk, options: McpOptions, http: string): Promise<number> {
  const [{ httpServer }, { asked, isLoopback }, { newToken }] = await Promise.all([
    import("../../mcp/http.js"),
    import("../../server/serve.js"),
    import("../../server/sessions.js"),
  ]);
  const { host, token: given } = options;
  const port = /^\d{1,5}$/.test(http) ? Number(http) : 65_536;
  if (port > 65_535) throw new HearsayError("usage.port", `--http takes a port from 0 to 65535, not "${http}".`);
  const loopback = isLoopback(host);
  const accounts = await acting(io, options.story, async (actor) => actor !== null);
  const token = accounts ? null : (given ?? (io.env.HEARSAY_TOKEN || (loopback ? null : newToken())));
  if (token !== null && token.length < 16)
    throw new HearsayError("usage.token", "--token takes 16 characters or more: it is all that keeps others out.");
  const server = httpServer(desk, { loopback, token, ...(accounts && { admit: admitting(io, desk, options) }) });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new HearsayError("usage.port", `${host}:${port}: ${error.message}`)));
    server.listen(port, host, resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  const shown = token !== null && given === undefined && !io.env.HEARSAY_TOKEN ? `\nToken: ${token}` : "";
  io.stdout.write(
    `Model Context Protocol at http://${host.includes(":") ? `[${host}]` : host}:${own}/mcp${shown}\nCtrl-C ends it.\n`,
  );
  await asked();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return 0;
}

/** The desk of each account: all that may see the story read alike, and judge as themselves where they may. */
function admitting(io: Io, desk: Desk, { story }: McpOptions): (token: string) => Promise<Desk | null> {
  return (token) => {
    const theirs = { ...io, env: { ...io.env, HEARSAY_TOKEN: token } };
    return acting(theirs, story, async (actor) => {
      const role = actor === null || actor.account === null ? null : actor.roleIn(nameOf(story));
      if (role === null) return null;
      const judge = (given: Verdict) => judgeHere(theirs, story, given, undefined);
      return { open: desk.open, judge: desk.judge !== null && isAtLeast(role, "analyst") ? judge : null };
    });
  };
}

/** The story, opened anew for every question: others may add to it meanwhile. What has not changed is not read twice. */
function deskOf(io: Io, { story, write = false, who }: McpOptions): Desk {
  let last: View | null = null;
  const read = async (workshop: Workshop): Promise<Opened> => {
    const judgements = await workshop.store.judgements();
    const revision = await revisionOf(workshop.store);
    if (last === null || revision === null || last.revision !== revision) {
      const { report } = await tellStory(workshop);
      last = new View(report, (await revisionOf(workshop.store)) ?? "");
    }
    return { view: last, judgements };
  };
  const record = (given: Verdict) => judgeHere(io, story, given, who ?? `${userInfo().username} (through mcp)`);
  return { open: () => withStory(io, story, {}, read), judge: write ? record : null };
}
