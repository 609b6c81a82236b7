import { type Answer, addressOf, makeClient, type Name, type Parts, Problem } from "hearsay/client";

export { Problem };
export type Session = Answer<"GET /session">;

const client = makeClient();
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

/** Who I am. */
export const readSession = async (): Promise<Session> => keep(await ask("GET /session", {}));

/** Signs in: by the server's token, or by name and password where there are accounts. */
export const signIn = async (given: Parts<"POST /session">["body"]): Promise<Session> =>
  keep(await ask("POST /session", { body: given }));

/** Signs out, here or everywhere; nothing that was shown stays in the page. */
export async function signOut(everywhere = false): Promise<void> {
  await ask("DELETE /session", { query: { everywhere } });
  location.reload();
}

/** The session has ended: what signing in takes now, the server says. */
function lost(): void {
  if (session?.role === "guest") return;
  keep({ who: null, role: "guest", csrf: "", login: session?.login ?? "token" });
  readSession().catch(() => {});
}

/** Asks the server one thing. Where it says that one has to sign in, so does the page. @throws Problem */
export async function ask<K extends Name>(name: K, parts: Parts<K>, signal?: AbortSignal): Promise<Answer<K>> {
  try {
    return await client.ask(name, parts, signal);
  } catch (error) {
    if (error instanceof Problem && error.code === "session.needed") lost();
    throw error;
  }
}

/** Something that is asked for by looking at it: a route and what fills it. What is not filled is left out. */
export interface Request<K extends Name = Name> {
  readonly name: K;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

export const fetched = <K extends Name>({ name, ...parts }: Request<K>, signal?: AbortSignal): Promise<Answer<K>> =>
  ask(name, parts as Parts<K>, signal);

/** Where it is found, for links and downloads; the same for the same request. */
export const addressFor = ({ name, ...parts }: Request): string => addressOf(name, parts);

/** Where a story is found, and everything of it below. */
export const storyAddress = (story: string): string => addressOf("GET /stories/{s}", { path: { s: story } });
