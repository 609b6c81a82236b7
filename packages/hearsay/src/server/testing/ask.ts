import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { add, type Found, installedStages } from "../../engine/index.js";
import { type AccountRole, contentHash } from "../../model/index.js";
import { openAccounts, openStory } from "../../store/index.js";
import { cheaply } from "../../store/testing/cheaply.js";
import type { House } from "../answering.js";
import { type AppOptions, makeApp, usualLimits } from "../app.js";
import { Door } from "../door.js";
import { Jobs } from "../jobs.js";
import { Live } from "../live.js";
import { Sessions } from "../sessions.js";
import { Shelf } from "../shelf.js";
import { localWriter } from "../writer/local.js";

/** A page of an outlet, with the clutter that pages have. */
export const pageOf = (
  title: string,
  outlet: string,
  published: string,
  ...paragraphs: readonly string[]
): string => `<!doctype html>
<html lang="en"><head><title>${title} | ${outlet}</title><meta property="og:title" content="${title}">
<meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${published}">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</article><footer>© ${outlet}</footer></body></html>`;

/** Three reports on one strike: two disagree, the third has copied the first. */
const strike = [
  "Ferry crews in Port Ansel walked out for an eighth day on Friday, the seamen's union said, leaving islanders without fresh supplies and commuters stranded on both sides of the sound.",
  "“We will not sail until the rosters change,” union chairwoman Greta Lindqvist told reporters outside the harbour office in Port Ansel, where some two hundred members had gathered since dawn.",
  "The strike began on 7 March 2031. Some 40 sailings have been cancelled since then because of the walkout, and the harbour master expects the queue of lorries to grow further before the weekend.",
];
export const ferry: Readonly<Record<string, string>> = {
  "herald.html": pageOf("Ferry strike enters second week", "Harbour Herald", "2031-03-14", ...strike),
  "courier.html": pageOf(
    "No end to ferry dispute",
    "The Ansel Courier",
    "2031-03-15",
    "The operator Bluewater Lines said it had offered new rosters on Thursday, but the union has not replied to the letter, which the company published on its website the same evening.",
    "“The offer stands,” its director, Tomas Brandt, told the Courier in an interview at the company's headquarters, adding that every further week would cost the company three million crowns.",
    "The strike began on 9 March 2031, the company said. Some 40 sailings have been cancelled. The regional government has asked both sides to return to the table before the Easter traffic begins in earnest.",
  ),
  "echo.html": pageOf("Strike on the ferries goes on", "Island Echo", "2031-03-15", ...strike),
};

/** A server over stories in a folder of its own. */
export interface Opened {
  readonly app: FastifyInstance;
  readonly house: House;
  readonly home: string;
  readonly faults: unknown[];
  close(): Promise<void>;
}

interface Options {
  readonly token?: string;
  readonly readOnly?: boolean;
  readonly limits?: Partial<AppOptions["limits"]>;
  readonly loopback?: boolean;
  readonly workbench?: string;
  /** The folder of another server's stories: theirs to remove. */
  readonly home?: string;
}

export async function open(stories: Readonly<Record<string, Readonly<Record<string, string>>>>, options: Options = {}) {
  const home = options.home ?? mkdtempSync(join(tmpdir(), "hearsay-server-"));
  for (const [name, files] of Object.entries(stories)) await makeStory(join(home, `${name}.hearsay`), files);
  const now = ticking();
  const writer = localWriter(now);
  const faults: unknown[] = [];
  const onFault = (error: unknown) => void faults.push(error);
  const shelf = new Shelf(home, writer, onFault);
  const live = new Live(20);
  const door = new Door(new Sessions(options.token ?? null, "Ada", options.readOnly ?? false), home, now);
  const house: House = { shelf, door, live, jobs: new Jobs(live, onFault), onFault, now };
  const app = await makeApp(house, {
    called: { loopback: options.loopback ?? true, names: [] },
    limits: { ...usualLimits, ...options.limits },
    workbench: options.workbench ?? join(home, "nothing"),
  });
  const close = async () => {
    live.close();
    await app.close();
    await house.jobs.close();
    await writer.close();
    await shelf.close();
    await door.close();
    if (options.home === undefined) rmSync(home, { recursive: true });
  };
  return { app, house, home, faults, close } satisfies Opened;
}

/** The password of everybody in tests. */
export const password = "three words in a row";

/** Makes accounts beside the stories of a server, hashed at a cost that keeps no test waiting. */
export async function addAccounts({ home }: Pick<Opened, "home">, who: Readonly<Record<string, AccountRole>>) {
  const accounts = cheaply((await openAccounts(home, { create: true }))!);
  const by = { who: "system:root", when: "2031-03-20T08:00:00.000Z", from: "command" };
  for (const [name, role] of Object.entries(who)) await accounts.people.add({ name, role, password }, by);
  return { accounts, by };
}

/** A clock that goes on by a second whenever it is looked at. */
function ticking(): () => string {
  let at = Date.parse("2031-03-20T08:00:00Z");
  return () => {
    at += 1000;
    return new Date(at).toISOString();
  };
}

export async function makeStory(path: string, files: Readonly<Record<string, string>>): Promise<void> {
  const store = await openStory(path, { create: true });
  async function* found(): AsyncGenerator<Found> {
    for (const [place, text] of Object.entries(files)) {
      const bytes = Buffer.from(text);
      yield { capture: { hash: contentHash(bytes), place, retrieved: "2031-03-19T08:00:00Z", bytes }, diagnostics: [] };
    }
  }
  await add({ store, stages: installedStages() }, found());
  await store.close();
}

/** Someone at a browser: keeps the cookie and sends the token with what changes something. */
export class Browser {
  #cookie = "";
  csrf = "";

  constructor(readonly app: FastifyInstance) {}

  async signIn(body?: object): Promise<Browser> {
    const answer = await this.#inject(body === undefined ? "GET" : "POST", "/session", body);
    this.#cookie = String(answer.headers["set-cookie"]).split(";")[0]!;
    this.csrf = answer.json().csrf;
    return this;
  }

  /** The same at another server. */
  at(app: FastifyInstance): Browser {
    const same = new Browser(app);
    same.#cookie = this.#cookie;
    same.csrf = this.csrf;
    return same;
  }

  ask(method: "GET" | "HEAD" | "POST" | "DELETE", path: string, body?: unknown) {
    return this.#inject(method, path, body);
  }
  get(path: string, headers: Record<string, string> = {}) {
    return this.#inject("GET", path, undefined, headers);
  }
  /** The JSON at a path. */
  async json(path: string) {
    return (await this.get(path)).json();
  }
  post(path: string, body: unknown, headers: Record<string, string> = {}) {
    return this.#inject("POST", path, body, headers);
  }
  delete(path: string) {
    return this.#inject("DELETE", path);
  }

  #inject(
    method: "GET" | "HEAD" | "POST" | "DELETE",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const own = { host: "127.0.0.1:4747", ...(this.#cookie !== "" && { cookie: this.#cookie }) };
    return this.app.inject({
      method,
      url: path.startsWith("//") ? path.slice(1) : `/api/v1${path}`,
      headers: { ...own, ...(method !== "GET" && this.csrf !== "" && { "x-csrf-token": this.csrf }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
  }
}
