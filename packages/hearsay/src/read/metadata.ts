import type { ArticleEvidence, Interval } from "../model/index.js";
import type { DayOrder } from "./dates.js";
import type { LinkedData } from "./jsonld.js";
import type { Page } from "./markup.js";
import { metaOf } from "./title.js";

/** What an article says of itself. */
export interface Metadata {
  readonly title: string;
  readonly deck: string | null;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly published: string | null;
  readonly publishedWithin: Interval | null;
  readonly modified: string | null;
  readonly agency: string | null;
  readonly translatedFrom: string | null;
  readonly firstPublishedIn: string | null;
  readonly section: string | null;
  readonly evidence: ArticleEvidence;
}

/** How all-digit dates are to be read on this page. */
export function dayOrderOf(language: string | null): DayOrder {
  const tag = (language ?? "").toLowerCase();
  if (/^en[-_](?:us|ph)/.test(tag)) return "month-first";
  if (tag !== "" && tag !== "en") return "day-first";
  return "unknown";
}

/** The publisher: the page's data, the title's tail, the address. */
export function outletOf(page: Page, data: LinkedData, title: string, url: string | null): string | null {
  const stated =
    metaOf(
      page,
      "og:site_name",
      "application-name",
      "apple-mobile-web-app-title",
      "publisher",
      "dc.publisher",
      "twitter:app:name:iphone",
    ) ??
    data.publisher ??
    data.site;
  if (stated !== null && stated.length <= 80) return stated;
  const around = siteInTitle(page.title, title);
  if (around !== null) return around;
  return hostOf(url ?? page.canonical ?? metaOf(page, "og:url"));
}

function siteInTitle(whole: string, title: string): string | null {
  const at = title.length > 5 ? whole.toLowerCase().indexOf(title.toLowerCase()) : -1;
  if (at < 0) return null;
  const rest = (at === 0 ? whole.slice(title.length) : whole.slice(0, at)).replace(
    /^[\s|–—·•»›:~-]+|[\s|–—·•»›:~-]+$/g,
    "",
  );
  return rest.length >= 2 && rest.length <= 60 ? (rest.split(/\s[|–—·•»›-]\s/).pop() ?? null) : null;
}

/** The host of an address, without "www." and the like. */
export function hostOf(url: string | null): string | null {
  const host = /^https?:\/\/(?:www\.|m\.|amp\.)?([\w.-]{3,80})/i.exec(url ?? "")?.[1];
  return host ?? null;
}
