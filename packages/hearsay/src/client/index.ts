import type { Answer, Body, Name, Path, Query } from "../server/contract/index.js";

export { isRevision } from "../model/claim.js";
export { beginning, ending, shortened } from "../model/cut.js";
export { standing } from "../model/judgement.js";
export type { Answer, Body, Name, Path, Query } from "../server/contract/index.js";
export type {
  ArticleRow,
  Happening,
  ListedArticle,
  ListedClaim,
  ListedDerivation,
  Mark,
} from "../server/contract/shapes.js";
export { asCsv } from "../tell/csv.js";
export { readableDate, readableInterval } from "../tell/dates.js";

/** A request that was not answered as asked: what RFC 9457 has of it. Code `offline` when nothing answered. */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly { readonly path: string; readonly message: string }[] = [],
  ) {
    super(detail || title);
  }
}

/** What a request takes besides its name: the parts that the route has. */
export type Parts<K extends Name> = Part<"path", Path<K>> & Part<"query", Query<K>> & Part<"body", Body<K> | FormData>;
type Part<Key extends string, T> = [T] extends [undefined | FormData]
  ? unknown
  : Record<never, never> extends T
    ? { readonly [key in Key]?: T }
    : { readonly [key in Key]: T };

/** How a client is made. */
export interface ClientOptions {
  /** Where the server is: "http://127.0.0.1:4747"; in a page of the server's own, nothing. */
  readonly server?: string;
  /** For programs: sent with every request instead of a session. */
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
}

export interface Client {
  /**
   * Asks one thing, its JSON answered; text of other formats as text, files as a Blob. A change that comes from a session
   * which a server started anew does not know is sent once more, with the session's new token.
   * @throws Problem
   * @example await client.ask("GET /stories/{s}/claims", { path: { s: "cable" }, query: { verdict: "contradicted" } })
   */
  ask<K extends Name>(name: K, parts: Parts<K>, signal?: AbortSignal): Promise<Answer<K>>;
  /** Every row of a list, page after page. */
  all<K extends ListName>(name: K, parts: Parts<K>): AsyncGenerator<RowOf<K>>;
}

/** The routes that answer with pages. */
export type ListName = { [K in Name]: Answer<K> extends { rows: unknown[]; next: string | null } ? K : never }[Name];
export type RowOf<K extends ListName> = Answer<K> extends { rows: (infer R)[] } ? R : never;

interface Loose {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A client of `hearsay serve`, typed by the same contract that the server is made from. */
export function makeClient({ server = "", token, fetch = globalThis.fetch }: ClientOptions = {}): Client {
  let csrf: Promise<string> | null = null;
  /** A browser keeps the session's cookie itself; a program does not. */
  let cookie = "";
  const headers = { accept: "application/json", ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  const url = (path: string) => `${server}/api/v1${path}`;
  const newCsrf = async () => {
    const answer = await fetch(url("/session"), { headers });
    cookie =
      answer.headers
        .getSetCookie?.()
        .flatMap((one) => one.split(";")[0] ?? [])
        .join("; ") ?? "";
    return ((await answer.json()) as { csrf: string }).csrf;
  };
  const ask = async (name: string, parts: Loose, signal?: AbortSignal): Promise<unknown> => {
    const first = await askOnce(name, parts, signal).catch((error: unknown) => error);
    if (!(first instanceof Error)) return first;
    if (!(first instanceof Problem) || first.code !== "session.csrf" || token !== undefined) throw first;
    return askOnce(name, parts, signal);
  };
  const askOnce = async (name: string, { path = {}, query = {}, body }: Loose, signal?: AbortSignal) => {
    const [method = "GET", shape = ""] = name.split(" ");
    const own: Record<string, string> = { ...headers };
    if (method !== "GET" && token === undefined) {
      csrf ??= newCsrf();
      own["x-csrf-token"] = await csrf.catch(() => "");
      if (cookie !== "") own.cookie = cookie;
    }
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) own["content-type"] = "application/json";
    const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
    const to = url(filled(shape, path)) + queryText(query);
    const answer = await fetch(to, { method, headers: own, body: payload, signal: signal ?? null }).catch(offline);
    // Signing in or out gives another session, and that another token.
    if (shape === "/session" || answer.status === 403) csrf = null;
    const type = answer.headers.get("content-type") ?? "";
    if (answer.ok && /^application\/(?!json|x-ndjson)/.test(type)) return answer.blob();
    const text = await answer.text();
    if (!answer.ok) throw problemIn(answer.status, text);
    return /^application\/json/.test(type) ? JSON.parse(text) : text === "" ? null : text;
  };
  async function* all(name: string, parts: Loose) {
    let cursor: string | null = null;
    do {
      const query: Loose["query"] = { limit: 500, ...parts.query, ...(cursor !== null && { cursor }) };
      const page = (await ask(name, { ...parts, query })) as { rows: unknown[]; next: string | null };
      yield* page.rows;
      cursor = page.next;
    } while (cursor !== null);
  }
  return { ask, all } as Client;
}

/** The address of a route below the server: for links and downloads. */
export const addressOf = <K extends Name>(name: K, { path = {}, query = {} }: Loose): string =>
  `/api/v1${filled(name.split(" ")[1] ?? "", path)}${queryText(query)}`;

/** "/stories/{s}" with the name in it. */
const filled = (shape: string, path: Readonly<Record<string, string>>): string =>
  shape.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(path[key] ?? ""));

function queryText(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([key, value]): [string, string][] =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== "")
      .map((one) => [key, String(one)]),
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

function offline(error: unknown): never {
  if (error instanceof Error && error.name === "AbortError") throw error;
  throw new Problem(0, "offline", "The server does not answer", "Is hearsay serve still running?");
}

function problemIn(status: number, text: string): Problem {
  try {
    const { code = "", title = "", detail = "", errors = [] } = JSON.parse(text);
    return new Problem(status, code, title, detail, errors);
  } catch {
    return new Problem(status, "", `Error ${status}`, text.slice(0, 300));
  }
}
