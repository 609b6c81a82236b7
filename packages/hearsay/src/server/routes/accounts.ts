import type { Asked, Handlers } from "../answering.js";
import { Problem } from "../problem.js";

type Own =
  | "GET /accounts"
  | "POST /accounts"
  | "POST /accounts/{id}"
  | "POST /session/password"
  | "GET /tokens"
  | "POST /tokens"
  | "DELETE /tokens/{id}"
  | "GET /access"
  | "POST /access"
  | "GET /audit";

/** Accounts, tokens, who may do what, and the audit. What it takes to ask is declared in the contract, and checked before. */
export const accountHandlers: Handlers<Own> = {
  "GET /accounts": async ({ door }) => [...(await (await door.known()).people.list())],
  "POST /accounts": async ({ door, request, body }) => (await door.known()).people.add(body, door.doer(request)),
  "POST /accounts/{id}": async ({ door, request, path, body }) =>
    (await door.known()).people.change(path.id, body, door.doer(request)),
  "POST /session/password": async ({ door, request, body }) => {
    const { people } = await door.known();
    const { name } = await door.checked(await door.known(), selfOf(request), body.old, request.ip);
    await people.change(name, { password: body.new }, door.doer(request));
    return null;
  },
  "GET /tokens": async ({ door, request }) => {
    const { tokens } = await door.known();
    return [...(await tokens.list(isAdmin(request) ? undefined : selfOf(request)))];
  },
  "POST /tokens": async ({ door, request, body }) => {
    const { tokens } = await door.known();
    // One that fell into wrong hands would outlive its own end.
    if (request.visitor.isProgram)
      throw new Problem(403, "session.program", "A token makes no tokens: sign in with your name and password.");
    return tokens.add(selfOf(request), body.label, body.days ?? null, door.doer(request));
  },
  "DELETE /tokens/{id}": async ({ door, request, path }) => {
    const { tokens } = await door.known();
    await tokens.revoke(path.id, isAdmin(request) ? null : selfOf(request), door.doer(request));
    return null;
  },
  "GET /access": async ({ door }) => access(door),
  "POST /access": async ({ door, request, body }) => {
    const { access: all } = await door.known();
    const { story, restricted, account, role } = body;
    if (restricted !== undefined) await all.restrict(story, restricted, door.doer(request));
    if (account !== undefined) await all.give(story, account, role ?? null, door.doer(request));
    return access(door);
  },
  "GET /audit": async ({ door, query }) => {
    const { audit } = await door.known();
    const { cursor, limit = 100, ...asked } = query;
    const rows = await audit.read({ ...asked, limit, ...(cursor !== undefined && { before: Number(cursor) }) });
    return { rows: [...rows], next: rows.length < limit ? null : String(rows.at(-1)!.number) };
  },
};

const access = async (door: Asked<"GET /access">["door"]) =>
  (await (await door.known()).access.list()).map((one) => ({ ...one, roles: [...one.roles] }));

const selfOf = ({ visitor }: Asked<Own>["request"]): string => visitor.session!.who;
const isAdmin = ({ visitor }: Asked<Own>["request"]): boolean => visitor.session!.role === "admin";
