import { Type } from "typebox";
import { accountRoles, passwordLength } from "../../model/account.js";
import { deedActions } from "../../model/deed.js";
import type { Routes } from "./route.js";
import { day, exactly, id, oneOf, orNull } from "./shapes.js";

const when = Type.String({ description: "ISO 8601, UTC." });
const name = Type.String({ minLength: 1, maxLength: 80 });
const role = oneOf(accountRoles, "A reader reads; an analyst judges and adds; an admin manages accounts.");
/** Too short ones are refused with their own reason, in the words of the command line. */
const password = Type.String({ minLength: 1, maxLength: passwordLength.most });
const account = exactly({
  name: Type.String(),
  role,
  disabled: orNull(when),
  created: when,
  seen: orNull(when),
});
const token = exactly({
  id: Type.String(),
  account: Type.String(),
  label: Type.String(),
  created: when,
  expires: orNull(when),
  used: orNull(when),
  revoked: orNull(when),
});
const access = exactly({
  story: Type.String(),
  restricted: Type.Boolean({ description: "Whether only admins see it, and those it has a role for." }),
  roles: Type.Array(exactly({ account: Type.String(), role })),
});
const deed = exactly({
  number: Type.Integer(),
  when,
  who: Type.String(),
  action: oneOf(deedActions),
  story: orNull(Type.String()),
  subject: orNull(Type.String()),
  detail: orNull(Type.String()),
  from: Type.String({ description: "The address it came from, or `command`." }),
});

/** Who may come in, and what was done. There is an account only where somebody made one: `hearsay account add`. */
export const accountRoutes = {
  "GET /accounts": { summary: "The accounts there are.", needs: "admin", answer: Type.Array(account) },
  "POST /accounts": {
    summary: "Makes an account.",
    needs: "admin",
    body: exactly({ name, role, password }),
    answer: account,
    status: 201,
    problems: { 409: "account.exists", 400: "account.name" },
  },
  "POST /accounts/{id}": {
    summary: "Changes an account, by its name: its role, its password, whether it may come in.",
    needs: "admin",
    path: exactly({ id }),
    body: exactly({
      role: Type.Optional(role),
      password: Type.Optional(password),
      disabled: Type.Optional(Type.Boolean()),
    }),
    answer: account,
    problems: { 404: "account.unknown", 409: "account.last-admin" },
  },
  "POST /session/password": {
    summary: "Changes my password; signs me out everywhere else.",
    needs: "reader",
    body: exactly({ old: password, new: password }),
    answer: Type.Null(),
    status: 204,
    problems: { 401: "session.password" },
  },
  "GET /tokens": {
    summary: "My tokens; an admin's answer has everybody's.",
    answer: Type.Array(token),
  },
  "POST /tokens": {
    summary: "Makes a token for a program of mine. It is told this once.",
    needs: "reader",
    body: exactly({
      label: Type.String({ minLength: 1, maxLength: 80 }),
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650, description: "It ends after so many." })),
    }),
    answer: exactly({ secret: Type.String(), token }),
    status: 201,
  },
  "DELETE /tokens/{id}": {
    summary: "Takes a token back: one of mine, or as an admin any.",
    needs: "reader",
    path: exactly({ id }),
    answer: Type.Null(),
    status: 204,
    problems: { 404: "token.unknown" },
  },
  "GET /access": {
    summary: "The stories that say themselves who may do what.",
    needs: "admin",
    answer: Type.Array(access),
  },
  "POST /access": {
    summary: "Restricts a story or opens it, and gives an account a role in it; null takes that back.",
    needs: "admin",
    body: exactly({
      story: Type.String({ minLength: 1, maxLength: 120 }),
      restricted: Type.Optional(Type.Boolean()),
      account: Type.Optional(name),
      role: Type.Optional(orNull(oneOf(["reader", "analyst"]))),
    }),
    answer: Type.Array(access),
    problems: { 404: "account.unknown" },
  },
  "GET /audit": {
    summary: "Who did what when, newest first.",
    needs: "admin",
    query: exactly({
      story: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
      who: Type.Optional(name),
      action: Type.Optional(oneOf(deedActions)),
      since: day("Only on or after this date"),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
      cursor: Type.Optional(Type.String({ pattern: "^\\d{1,15}$", description: "`next` of the page before." })),
    }),
    answer: exactly({
      rows: Type.Array(deed),
      next: orNull(Type.String({ description: "The cursor of the next page." })),
    }),
  },
} as const satisfies Routes;
