/** What can be done that the audit tells of. */
export const deedActions = [
  ...(["sign-in", "sign-in-failed", "sign-out", "sign-out-everywhere"] as const),
  ...(["account-add", "account-role", "account-disable", "account-enable", "account-password"] as const),
  ...(["token-add", "token-revoke", "access"] as const),
  ...(["story-add", "story-remove", "add", "job-stop", "judge", "withdraw", "export"] as const),
] as const;
export type DeedAction = (typeof deedActions)[number];

/** A line of the audit: who did what, when, to which story. Append-only. */
export interface Deed {
  /** ISO 8601, UTC. */
  readonly when: string;
  /** The account's name; of a command without one, `system:` and the user's name; for a failed attempt, the name given. */
  readonly who: string;
  readonly action: DeedAction;
  /** The story it was done to; null for what concerns none. */
  readonly story: string | null;
  /** What it was done to: a judgement, a job, an account, a token. */
  readonly subject: string | null;
  /** What else there is to say, in a few words. */
  readonly detail: string | null;
  /** The address it came from, or `command`. */
  readonly from: string;
}
