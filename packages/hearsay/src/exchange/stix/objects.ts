import type { ReportArticle } from "../../tell/index.js";
import { dayOf, isWeb } from "../places.js";
import { uuid } from "../uuid.js";

/** An object of a bundle: what it has besides these is its type's affair. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** The id of what one of our ids names: UUID version 5, so that the same record is the same object in every export. */
export const idOf = (type: string, name: string): string => `${type}--${uuid(type, name)}`;

/** What every object begins with. Hearsay reads no clock: an object is as old as the article it comes from. */
export const common = (type: string, name: string, stamp: string): StixObject => ({
  type,
  spec_version: "2.1",
  id: idOf(type, name),
  created: stamp,
  modified: stamp,
  ...(type !== "identity" && { created_by_ref: idOf("identity", "hearsay") }),
});

/** Used where nothing is known: STIX has no object without a time. */
export const noStamp = "1970-01-01T00:00:00.000Z";

/** When an article was published, to the millisecond as STIX wants it; local times without zone are taken as UTC. */
export function stampOf(article: ReportArticle): string {
  const stated = article.published ?? dayOf(article);
  if (stated === null) return noStamp;
  const zoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(stated)
    ? stated
    : `${stated.length > 10 ? stated : `${stated}T00:00`}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? noStamp : new Date(time).toISOString();
}

/** A place in an article as an external reference. */
export const external = (article: ReportArticle, id: string, description: string): object => ({
  source_name: article.label,
  ...(isWeb(article.url) && { url: new URL(article.url).href }),
  external_id: id,
  description,
});
