import robotsParser from "robots-parser";
import { robotName } from "./exchange.js";

/** What a site's robots.txt says to Hearsay (RFC 9309). */
export interface Rules {
  allows(url: URL): boolean;
  /** Milliseconds to leave between two requests. */
  readonly pause: number;
}

/** Of a longer robots.txt only so much is read, as RFC 9309 (2.5) has it at the least, in bytes. */
export const longestRobots = 500 * 1024;

/** Milliseconds between two requests to one host; `Crawl-delay` may ask for more, up to a point. */
const shortest = 1_000;
const longest = 10_000;

/** A site without a robots.txt. */
export const noRules: Rules = { allows: () => true, pause: shortest };

// The library is CommonJS, and its types say otherwise.
const parse = robotsParser as unknown as (url: string, text: string) => ReturnType<typeof robotsParser.default>;

/** Where a site's rules are. */
export const robotsOf = (url: URL): URL => new URL("/robots.txt", url.origin);

/** The rules that a robots.txt gives for its site. */
export function rulesIn(text: string, robots: URL): Rules {
  const parsed = parse(robots.href, text);
  const delay = (parsed.getCrawlDelay(robotName) ?? 0) * 1000;
  return {
    allows: (url) => parsed.isAllowed(url.href, robotName) ?? true,
    pause: Number.isFinite(delay) ? Math.min(longest, Math.max(shortest, delay)) : shortest,
  };
}
