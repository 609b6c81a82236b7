import { STATUS_CODES } from "node:http";
import { HearsayError } from "../model/index.js";

/** What is wrong with one part of a request. */
export interface Fault {
  /** Where: `/body/urls/0`. */
  readonly path: string;
  readonly message: string;
}

/** A request that is not answered as asked, as RFC 9457 has it. */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly status: number,
    /** Dotted and stable, like those of diagnostics. */
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly Fault[] = [],
  ) {
    super(detail);
  }
}

/** The body of a problem's answer. */
export const problemBody = ({ status, code, detail, errors }: Problem, instance: string) => ({
  type: `urn:hearsay:problem:${code}`,
  title: STATUS_CODES[status] ?? "Error",
  status,
  detail,
  instance,
  code,
  ...(errors.length > 0 && { errors }),
});

interface Thrown {
  readonly validation?: readonly {
    readonly instancePath?: string;
    readonly message?: string;
    readonly params?: unknown;
  }[];
  readonly validationContext?: string;
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
}

/** Anything thrown while answering, as a problem. What is a fault of ours says nothing of how it came about. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HearsayError) return new Problem(statusFor(error.code), error.code, error.message);
  const { validation, validationContext = "request", statusCode = 500, code, message = "" } = error as Thrown;
  if (validation !== undefined) {
    const faults = validation.map((one) => ({
      path: `/${validationContext}${one.instancePath ?? ""}`,
      message: [one.message ?? "is not as it must be", extra(one.params)].join(""),
    }));
    const detail = faults.map(({ path, message }) => `${path} ${message}`).join("; ");
    return new Problem(400, "request.invalid", detail, faults);
  }
  if (statusCode >= 400 && statusCode < 500) return new Problem(statusCode, codes[statusCode] ?? codeOf(code), message);
  return new Problem(500, "server.failed", "The server failed: this is a fault of Hearsay. Its log says more.");
}

/** Told of what failed through a fault of ours. */
export type OnFault = (error: unknown) => void;

/** Tells of an error if it is a fault of ours. */
export function tellFault(error: unknown, onFault: OnFault): void {
  if (problemOf(error).status >= 500) onFault(error);
}

/** Which property is not known, where that is what is wrong. */
function extra(params: unknown): string {
  const name = (params as { additionalProperty?: unknown } | undefined)?.additionalProperty;
  return typeof name === "string" ? `: "${name}"` : "";
}

const codes: Readonly<Record<number, string>> = {
  413: "request.too-large",
  415: "request.media-type",
  429: "request.too-many",
};

function statusFor(code: string): number {
  if (/^(?:story\.unknown|store\.missing)/.test(code)) return 404;
  if (code === "usage.article" || code === "judgement.unknown" || code === "brief.unknown") return 404;
  if (/^(?:account|token)\./.test(code)) return accountStatus[code] ?? 400;
  if (/^store\.(?:not-a-story|newer|damaged)/.test(code)) return 422;
  if (code === "store.read-only") return 403;
  if (code === "store.busy") return 503;
  if (code === "store.full") return 507;
  return /^(?:usage|story)/.test(code) ? 400 : 500;
}

const accountStatus: Readonly<Record<string, number>> = {
  ...{ "account.unknown": 404, "token.unknown": 404, "account.busy": 503 },
  ...{ "account.exists": 409, "account.last-admin": 409, "account.first": 409, "token.too-many": 409 },
};

const codeOf = (code = "invalid"): string =>
  `request.${code
    .toLowerCase()
    .replace(/^fst_(?:err_)?/, "")
    .replaceAll("_", "-")}`;
