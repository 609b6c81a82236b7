import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { join, resolve } from "node:path";
import { HearsayError } from "../../model/index.js";
import {
  extension,
  isAddress,
  mayHaveAccounts,
  openAccounts,
  shownPath,
  storyExists,
  storyHome,
  storyPath,
} from "../../store/index.js";
import type { Io } from "../io.js";

/** What `hearsay serve` can be told. */
export interface ServeCommand {
  readonly story?: string;
  readonly port: string;
  readonly host: string;
  readonly token?: string;
  readonly open?: boolean;
  readonly readOnly?: boolean;
  /** A line of JSON for each request, to standard error. */
  readonly log?: boolean;
  /** Takes another port where that one is taken, without being asked. */
  readonly anyPort?: boolean;
}

/** `hearsay serve`: the workbench and the HTTP interface, until Ctrl-C. */
export async function runServe(io: Io, options: ServeCommand): Promise<number> {
  const [{ asked, isLoopback, serve }, { forkedWriter }, { newToken }, { builtWorkbench }] = await Promise.all([
    import("../../server/serve.js"),
    import("../../server/writer/forked.js"),
    import("../../server/sessions.js"),
    import("../../server/assets.js"),
  ]);
  const { host, readOnly = false } = options;
  const port = portOf(options.port);
  const given = options.token ?? (io.env.HEARSAY_TOKEN || undefined);
  const home = storyHome(io.env);
  const accounts = await hasAccounts(home);
  const token = given ?? (isLoopback(host) || accounts ? null : newToken());
  if (token !== null && token.length < 16)
    throw new HearsayError("usage.token", "--token takes 16 characters or more: it is all that keeps others out.");
  const besides = await storyBesides(options.story, home);
  const writer = forkedWriter();
  const onFault = (error: unknown) =>
    io.stderr.write(`hearsay: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const own = {
    home,
    besides,
    host,
    token,
    readOnly,
    writer,
    now: io.now,
    onFault,
    ...(options.log && { log: io.stderr }),
  };
  const start = (on: number) => serve({ ...own, port: on, user: userInfo().username });
  const again = (error: unknown) => {
    if (options.anyPort === true && (error as NodeJS.ErrnoException).code === "EADDRINUSE") return start(0);
    throw error;
  };
  const served = await start(port)
    .catch(again)
    .catch((error: unknown) => {
      void writer.close();
      throw notListening(error, host, port);
    });
  if (!existsSync(join(builtWorkbench, "index.html")))
    io.stderr.write("The workbench is not built: run node scripts/setup.mjs. The HTTP interface works all the same.\n");
  const link = linkTo(served.address, options.story, token, given === undefined);
  io.stdout.write(`${welcome(link, { home, host, loopback: isLoopback(host), readOnly, accounts })}\n`);
  if (options.open === true) openLink(link);
  await asked();
  io.stderr.write("\nEnding: what is being written is finished first.\n");
  await served.close();
  return 0;
}

/** @throws HearsayError `usage.port` */
function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new HearsayError("usage.port", `--port takes a number from 0 (any that is free) to 65535, not "${text}".`);
}

/** A story given by path is served besides those of the folder; one that is not there is an error at once. */
async function storyBesides(story: string | undefined, home: string): Promise<readonly string[]> {
  if (story === undefined) return [];
  const path = storyPath(story, home);
  if (!(await storyExists(path)))
    throw new HearsayError(
      "story.unknown",
      `There is no story "${story}" (${shownPath(path)}).\nMake it with: hearsay add -s ${story} FILE…`,
    );
  return story.endsWith(extension) ? [resolve(path)] : [];
}

function linkTo(address: string, story: string | undefined, token: string | null, isNew: boolean): string {
  if (token !== null && isNew) return `${address}signin?token=${token}`;
  const name = story
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(new RegExp(`\\${extension}$`), "");
  return name === undefined ? address : `${address}#/${encodeURIComponent(name)}`;
}

/** Whether everybody signs in with an account. */
async function hasAccounts(home: string): Promise<boolean> {
  const accounts = mayHaveAccounts(home) ? await openAccounts(home) : null;
  return (accounts?.people.any() ?? Promise.resolve(false)).finally(() => accounts?.close());
}

interface Told {
  readonly home: string;
  readonly host: string;
  readonly loopback: boolean;
  readonly readOnly: boolean;
  readonly accounts: boolean;
}

function welcome(link: string, { home, host, loopback, readOnly, accounts }: Told): string {
  const others = accounts
    ? `Whoever can reach ${host} and has an account can use it; what is sent is not encrypted.`
    : `Whoever can reach ${host} and has this link can use it; what is sent is not encrypted.`;
  return [
    `The workbench:  ${link}`,
    `Stories:        ${isAddress(home) ? shownPath(home) : resolve(home)}${readOnly ? " (read only)" : ""}`,
    ...(accounts ? ["Everybody signs in with name and password: hearsay account list."] : []),
    `${loopback ? "Only this machine can reach it." : others} Ctrl-C ends it.`,
  ].join("\n");
}

function notListening(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "EADDRINUSE")
    return new HearsayError("serve.port", `Port ${port} is taken, perhaps by another hearsay serve: try --port 0.`);
  if (code === "EACCES")
    return new HearsayError("serve.port", `Port ${port} is not for everybody: take one above 1023.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new HearsayError("serve.host", `"${host}" is no address of this machine.`);
  return error;
}

/** Opens the browser; where that does not work, the link has been printed. */
function openLink(link: string): void {
  const opener = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  spawn(opener, [link], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
