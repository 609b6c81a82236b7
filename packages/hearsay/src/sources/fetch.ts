import type { Validators } from "../model/index.js";
import { isPublic } from "./addresses.js";
import { type Answer, type Asking, ask, checkWeb, isMedia, type Reach } from "./exchange.js";
import { type Clock, Hosts } from "./hosts.js";
import { errnoOf, Refusal, refusalOf } from "./refusals.js";
import { longestRobots, noRules, type Rules, robotsOf, rulesIn } from "./robots.js";

/** What fetching takes from the world. */
export interface World extends Reach, Clock {
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** The world as it is: the public web only, 30 s for a request. */
export const realWorld = (now: () => string): World => ({
  now,
  isOpen: isPublic,
  patience: 30_000,
  ticks: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

/** A page as a server gave it; `bytes` are null when it says that nothing has changed. */
export interface Page {
  /** The address that answered, redirects followed. */
  readonly url: string;
  readonly bytes: Uint8Array | null;
  /** The character set that the server declared. */
  readonly charset: string | null;
  readonly validators: Validators | null;
}

const maxRedirects = 8;
/** RFC 9309, 2.3.1.2. */
const maxRobotsRedirects = 5;

/** Before the second, third and fourth try, in milliseconds. No jitter: a host never sees two requests at once. */
const pauses = [1_000, 2_000, 4_000];
/** A server that wants to be left alone for longer than this is, in milliseconds. */
const longestWait = 60_000;
const busy = new Set([429, 503]);
const passing = new Set([...busy, 500, 502, 504]);

/**
 * Fetches pages, politely: what robots.txt forbids is left alone, a host gets one request at a time with a pause after
 * it, a passing failure is tried again later each time, and a host that only fails is left alone.
 */
export class Fetcher {
  readonly #world: World;
  readonly #hosts: Hosts;
  /** By origin. Good for one run, which is less than the day that RFC 9309 allows. */
  readonly #rules = new Map<string, Promise<Rules>>();

  constructor(world: World) {
    this.#world = world;
    this.#hosts = new Hosts(world);
  }

  /**
   * Fetches one page, redirects followed.
   * @param known how the page was told the last time; what has not changed since comes back without bytes
   * @throws Refusal when there is no page to be had
   */
  async page(address: string, known: Validators | null = null): Promise<Page> {
    try {
      const answer = await this.#follow(new URL(address), maxRedirects, async (url) => {
        checkWeb(url);
        const { allows, pause } = await this.#rulesFor(url);
        if (!allows(url)) throw forbidden(url);
        return this.#persist(url, pause, { headers: url.href === known?.url ? conditions(known) : {} });
      });
      return pageOf(answer);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  async #follow(start: URL, most: number, request: (url: URL) => Promise<Answer>): Promise<Answer> {
    const path: string[] = [];
    let url = new URL(start);
    url.hash = "";
    for (;;) {
      path.push(url.href);
      const answer = await request(url);
      const { location } = answer.headers;
      if (answer.status < 301 || answer.status > 308 || answer.status === 304 || location === undefined) return answer;
      if (!URL.canParse(location, url.href)) throw new Refusal("redirects", "It redirects to what is no address.");
      url = new URL(location, url);
      url.hash = "";
      if (path.includes(url.href)) throw new Refusal("redirects", inCircle([...path, url.href]));
      if (path.length > most) throw new Refusal("redirects", `More than ${most} redirects.`);
    }
  }

  /** One request, tried again when the failure may pass. A host's turn is held meanwhile. */
  #persist(url: URL, pause: number, asking: Asking): Promise<Answer> {
    return this.#hosts.turn(url.host, pause, async () => {
      if (this.#hosts.isSpent(url.host)) throw spent(url.host);
      for (let failures = 0; ; failures++) {
        const outcome = await ask(url, this.#world, asking).catch((error: unknown) => ({ error }));
        const wait = this.#waitAfter(outcome, failures);
        if (wait !== null) {
          await this.#world.wait(wait);
          continue;
        }
        this.#hosts.did(url.host, hasAnswered(outcome));
        if ("error" in outcome) throw outcome.error;
        return outcome;
      }
    });
  }

  /** How long to wait before the next try; null when there is to be none. */
  #waitAfter(outcome: Answer | { readonly error: unknown }, failures: number): number | null {
    const backoff = pauses[failures] ?? null;
    if ("error" in outcome) return isPassing(outcome.error) ? backoff : null;
    if (!passing.has(outcome.status)) return null;
    const asked = retryAfter(outcome.headers["retry-after"], this.#world.now());
    if (asked > longestWait) return null;
    return backoff === null ? null : Math.max(backoff, asked);
  }

  #rulesFor(url: URL): Promise<Rules> {
    const known = this.#rules.get(url.origin) ?? this.#fetchRules(url);
    this.#rules.set(url.origin, known);
    return known;
  }

  /** Rules that are not there (4xx) forbid nothing; rules that cannot be had forbid everything (RFC 9309, 2.3.1). */
  async #fetchRules(url: URL): Promise<Rules> {
    const robots = robotsOf(url);
    try {
      const request = (hop: URL) => this.#persist(hop, 0, { beginning: longestRobots });
      const { status, bytes } = await this.#follow(robots, maxRobotsRedirects, request);
      if (status === 200) return rulesIn(new TextDecoder().decode(bytes), robots);
      if (status >= 400 && status < 500 && !busy.has(status)) return noRules;
      throw unreachable(url.host, status);
    } catch (error) {
      if (error instanceof Refusal && error.code === "redirects") return noRules;
      throw error;
    }
  }
}

function pageOf({ status, reason, headers, url, bytes }: Answer): Page {
  const etag = headers.etag ?? null;
  const modified = headers["last-modified"] ?? null;
  const validators = etag === null && modified === null ? null : { url: url.href, etag, modified };
  if (status === 304) return { url: url.href, bytes: null, charset: null, validators };
  if (busy.has(status)) throw tooBusy(status, headers["retry-after"]);
  if (status !== 200) throw new Refusal("status", answered(status, reason), remedyFor(status));
  if (isMedia(headers)) throw new Refusal("type", `This is ${headers["content-type"]?.split(";")[0]}, not an article.`);
  return { url: url.href, bytes, charset: charsetIn(headers["content-type"]), validators };
}

const answered = (status: number, reason: string): string => `${`The server answered ${status} ${reason}`.trim()}.`;

/** What can be done where a page is not given; nothing special where a browser may still get it. */
function remedyFor(status: number): string | undefined {
  if (status === 404 || status === 410)
    return "Check the address; if the page was taken down, a web archive may still have it.";
  return status >= 500 ? "The site has a fault: try later." : undefined;
}

/** The character set of a Content-Type header; null when it names none. */
const charsetIn = (type = ""): string | null =>
  /;\s*charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(type)?.[1]?.toLowerCase() ?? null;

function conditions({ etag, modified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { "if-none-match": etag }),
    ...(modified !== null && { "if-modified-since": modified }),
  };
}

/** Milliseconds that a server asks to be left alone, of its seconds or its date; 0 when it asks for nothing. */
export function retryAfter(header: string | undefined, now: string): number {
  const value = header?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? 0 : Math.max(0, until - Date.parse(now));
}

const resets = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);
const isPassing = (error: unknown): boolean => !(error instanceof Refusal) && resets.has(errnoOf(error));

/** A server that tells what it thinks of the page has answered; one that is silent or turns us away has not. */
function hasAnswered(outcome: Answer | { readonly error: unknown }): boolean {
  if (!("error" in outcome)) return !passing.has(outcome.status);
  return !["timeout", "no-answer", "no-network"].includes(refusalOf(outcome.error).code);
}

const inCircle = (path: readonly string[]): string => {
  const [last] = path.slice(-1);
  const round = path.slice(path.indexOf(last!));
  return `It redirects in a circle: ${round.slice(0, 4).join(" → ")}${round.length > 4 ? " → …" : ""}`;
};

const forbidden = ({ host }: URL) =>
  new Refusal("robots", `The robots.txt of ${host} asks programs not to read this page.`);
const unreachable = (host: string, status: number) =>
  new Refusal("robots", `The robots.txt of ${host} cannot be had (${status}), so nothing may be fetched there now.`);
const spent = (host: string) =>
  new Refusal("no-answer", `${host} has failed several times in a row: left alone for now.`, "Try later.");
const tooBusy = (status: number, after: string | undefined) =>
  new Refusal(
    "busy",
    status === 429 ? "The server says that it is asked too often." : "The server says that it is too busy.",
    after === undefined ? "Try later." : `Try later: it says when, "${after.slice(0, 40)}".`,
  );
