import type { Answer } from "hearsay/client";

/** The roles there are, from least to most. */
export const roles = [
  "reader",
  "analyst",
  "admin",
] as const satisfies readonly Answer<"GET /accounts">[number]["role"][];

/** "2031-03-14 08:05": a time as lists have it, in the reader's own time zone. */
export function day(when: string, zone?: string): string {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const text = new Intl.DateTimeFormat("sv-SE", { ...parts, ...(zone !== undefined && { timeZone: zone }) });
  return text.format(new Date(when));
}

/** What a deed is called in the audit. */
export const deeds: Readonly<Record<Answer<"GET /audit">["rows"][number]["action"], string>> = {
  "sign-in": "signed in",
  "sign-in-failed": "failed to sign in",
  "sign-out": "signed out",
  "sign-out-everywhere": "signed out everywhere",
  "account-add": "made an account",
  "account-role": "changed a role",
  "account-disable": "disabled an account",
  "account-enable": "enabled an account",
  "account-password": "set a password",
  "token-add": "made a token",
  "token-revoke": "took a token back",
  access: "changed who sees a story",
  "story-add": "made a story",
  "story-remove": "removed a story",
  add: "added",
  "job-stop": "stopped adding",
  judge: "judged",
  withdraw: "withdrew a judgement",
  export: "exported",
};
