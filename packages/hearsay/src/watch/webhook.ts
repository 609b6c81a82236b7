import { createHmac } from "node:crypto";
import { contentHash, HearsayError } from "../model/index.js";
import { type Channel, headline, type News } from "./news.js";
import { textOf } from "./rules.js";

/** So long an answer is waited for, in milliseconds. */
const patience = 15_000;

/**
 * Posts what is new as JSON: `text` is what chat programs show, `changes` is for programs. With a secret, the header
 * `x-hearsay-signature` is the body's HMAC-SHA256 in hexadecimal digits. Redirects are not followed.
 * @throws HearsayError `usage.webhook` for what is no web address
 */
export function webhook(address: string, secret: string | undefined): Channel {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new HearsayError("usage.webhook", `--webhook takes an address that begins with https://, not "${address}".`);
  if (url.username !== "" || url.password !== "")
    throw new HearsayError(
      "usage.webhook",
      "--webhook takes no name and password: set HEARSAY_WEBHOOK_SECRET instead.",
    );
  return {
    // The address itself may be the secret.
    key: `webhook:${contentHash(address).slice(0, 16)}`,
    name: url.host,
    tell: async (news, entries) => {
      const body = JSON.stringify(payload(news));
      const headers: Record<string, string> = { "content-type": "application/json", "user-agent": "hearsay" };
      if (secret !== undefined) headers["x-hearsay-signature"] = sign(body, secret);
      const signal = AbortSignal.timeout(patience);
      const answer = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`it answered ${answer.status}`);
      return entries;
    },
  };
}

const sign = (body: string, secret: string): string => createHmac("sha256", secret).update(body).digest("hex");

const payload = ({ story, when, changes, references, text }: News) => ({
  story,
  when,
  headline: headline(changes),
  text,
  changes: changes.map(({ kind, id, line }) => ({ kind, id, text: textOf(line) })),
  references,
});
