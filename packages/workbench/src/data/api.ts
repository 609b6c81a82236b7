/** A problem as the server tells it (RFC 9457), or what stands for one when nothing answers. */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly title: string,
    readonly detail: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${title}: ${detail}`);
  }
}

const base = "/api/v1";
export interface Session {
  readonly who: string | null;
  readonly role: "analyst" | "reader" | "guest";
  readonly csrf: string;
}

let session: Session | null = null;
const listeners = new Set<() => void>();

function keep(next: Session): Session {
  session = next;
  for (const tell of listeners) tell();
  return next;
}

/** Who I am as far as is known; null before anybody asked. */
export const sessionNow = (): Session | null => session;

/** Calls whenever the session has changed; what it returns ends that. */
export function watchSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who I am; keeps the token that every change must carry. */
export const readSession = async (): Promise<Session> => keep((await send("GET", "/session")) as Session);

export const signIn = async (token: string): Promise<Session> =>
  keep((await send("POST", "/session", { token })) as Session);

/**
 * One request, its JSON, or its text or file; throws a `Problem`. A body that is a form is sent as one. A server that
 * was started again knows no session of before: then the session is read anew, and the request is made once more.
 */
export async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  try {
    return await sendOnce(method, path, body, signal);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "session.needed") keep({ who: null, role: "guest", csrf: "" });
    if (error.code !== "session.csrf") throw error;
    await readSession();
    return sendOnce(method, path, body, signal);
  }
}

async function sendOnce(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET" && session !== null && session.csrf !== "") headers["x-csrf-token"] = session.csrf;
  if (body !== undefined && !isForm) headers["content-type"] = "application/json";
  const payload = body === undefined ? null : isForm ? body : JSON.stringify(body);
  const answer = await fetch(base + path, { method, headers, body: payload, signal: signal ?? null }).catch(noAnswer);
  const type = answer.headers.get("content-type") ?? "";
  if (answer.ok && /^application\/(?!json)/.test(type)) return answer.blob();
  const text = await answer.text();
  if (!answer.ok) throw problemOf(answer.status, text);
  if (text === "") return null;
  return type.includes("json") ? JSON.parse(text) : text;
}

function noAnswer(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
  throw new Problem(
    "The server does not answer",
    "Is `hearsay serve` still running? Start it again, then retry.",
    0,
    "offline",
  );
}

function problemOf(status: number, text: string): Problem {
  try {
    const { title, detail, code } = JSON.parse(text) as Record<string, string>;
    return new Problem(title ?? `Error ${status}`, detail ?? "", status, code ?? "");
  } catch {
    return new Problem(`Error ${status}`, text.slice(0, 300), status, "");
  }
}

/** The address of a resource of a story, with a query of the filled parameters. */
export function storyPath(
  story: string,
  rest: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const filled = Object.entries(query).filter((entry): entry is [string, string] => (entry[1] ?? "") !== "");
  const search = new URLSearchParams(filled).toString();
  return `/stories/${encodeURIComponent(story)}${rest}${search === "" ? "" : `?${search}`}`;
}

/** The same as an address for links and downloads. */
export const apiHref = (path: string): string => base + path;
