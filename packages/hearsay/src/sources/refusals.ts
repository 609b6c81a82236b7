import type { Diagnostic } from "../model/index.js";
import { problem } from "./problems.js";

/** Why an address gives nothing, in words; the code is a diagnostic's, without its `source.`. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy = "Save the page in a browser and add the file.",
  ) {
    super(message);
  }
}

export const privateAddress = (host: string): Refusal =>
  new Refusal("private", `${host} is inside a private network: Hearsay fetches from the public web only.`);

/** What the system's codes mean to a reader. */
const failures: Readonly<Record<string, readonly [code: string, message: string, remedy: string]>> = {
  ENOTFOUND: ["no-network", "No such host, or no network.", "Check the address and the connection."],
  EAI_AGAIN: ["no-network", "The name could not be looked up: no network.", "Connect, then add it again."],
  ENETUNREACH: ["no-network", "The network cannot be reached.", "Connect, then add it again."],
  EHOSTUNREACH: ["no-network", "The host cannot be reached.", "Connect, then add it again."],
  ECONNREFUSED: ["no-answer", "The server refused the connection.", "Try later, or save the page and add the file."],
  ECONNRESET: ["no-answer", "The server closed the connection.", "Try later, or save the page and add the file."],
  EPIPE: ["no-answer", "The server closed the connection.", "Try later, or save the page and add the file."],
  ETIMEDOUT: ["timeout", "The server does not answer.", "Try later, or save the page and add the file."],
  ERR_INVALID_URL: ["missing", "This is not a web address.", "Write it as https://…"],
};

/** An error of fetching as a refusal: what it means, and what can be done. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const errno = errnoOf(error);
  const known = failures[errno];
  if (known !== undefined) return new Refusal(known[0], known[1], known[2]);
  if (errno.startsWith("HPE_")) return new Refusal("fetch", "The server's answer is no proper HTTP.");
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|^EPROTO$/.test(errno))
    return new Refusal("fetch", `No safe connection: the server's certificate or encryption does not hold (${errno}).`);
  if (/^(?:Z_|ERR_.*BROTLI|ERR__ERROR)/.test(errno))
    return new Refusal("fetch", "The server compressed it, and the compressed data is broken.");
  return new Refusal("fetch", `It could not be fetched (${errno || error}).`);
}

/** The diagnostic for an error of fetching. */
export function explain(address: string, error: unknown): Diagnostic {
  const { code, message, remedy } = refusalOf(error);
  return problem("error", code, address, message, remedy);
}

/** The system's code of an error; several addresses tried give one error that holds the others. */
export function errnoOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: readonly { code?: string }[] };
  return code ?? errors?.[0]?.code ?? "";
}
