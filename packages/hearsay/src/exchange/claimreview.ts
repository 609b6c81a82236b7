import { asJson } from "../records/write.js";
import type { Report, ReportArticle, ReportClaim } from "../tell/index.js";
import type { Writer } from "./file.js";
import { addressOf, dayOf, iriOf, type Shelf, shelfOf, urn } from "./places.js";
import { aspect, briefly, standingOf } from "./words.js";

/**
 * schema.org ClaimReview for each claim. The rating has a name and no value: Hearsay counts independent reports and
 * gives no score of truth. What a site adds when it publishes one: its own `author`, `url` and `datePublished`.
 */
export const claimreview: Writer = (report) => {
  const shelf = shelfOf(report);
  const reviews = report.claims.map((claim) => reviewOf(claim, report, shelf));
  const content = { "@context": "https://schema.org", "@graph": reviews };
  return { files: [{ name: "claimreview.jsonld", content: `${asJson(content, 1)}\n` }], left: [] };
};

/**
 * One review, its claim with every place that makes it. It has no author: schema.org wants a person or an organisation, and
 * that is whoever publishes it. Who speaks is plain text, for it may be either.
 */
export function reviewOf(claim: ReportClaim, report: Report, shelf: Shelf): object {
  return {
    "@type": "ClaimReview",
    "@id": urn("review", claim.id),
    claimReviewed: claim.proposition,
    itemReviewed: claimOf(claim, shelf),
    reviewRating: {
      "@type": "Rating",
      alternateName: standingOf(claim),
      reviewAspect: aspect,
      ratingExplanation: explanationOf(claim, report),
    },
  };
}

function claimOf({ id, proposition, support }: ReportClaim, shelf: Shelf): object {
  const places = [...support].sort((a, b) => (day(shelf, a.article) < day(shelf, b.article) ? -1 : 1));
  const speakers = new Set(support.map(({ speaker }) => speaker));
  const [speaker] = speakers.size === 1 ? [...speakers] : [null];
  const date = day(shelf, places[0]!.article);
  return {
    "@type": "Claim",
    "@id": urn("claim", id),
    text: proposition,
    ...(date !== undated && { datePublished: date }),
    ...(speaker && { author: speaker }),
    firstAppearance: { "@id": appearanceId(id, support.indexOf(places[0]!)) },
    appearance: support.map(({ span, article, speaker }, i) => ({
      "@type": "Quotation",
      "@id": appearanceId(id, i),
      text: span.text,
      ...(speaker && { spokenByCharacter: speaker }),
      isPartOf: {
        "@type": "NewsArticle",
        "@id": iriOf(shelf.get(article)!),
        ...webOf(shelf.get(article)!),
        headline: briefly(shelf.get(article)!.title),
        publisher: { "@type": "Organization", name: briefly(shelf.get(article)!.label) },
      },
      identifier: `${article}:${span.start}-${span.end}`,
    })),
  };
}

function webOf(article: ReportArticle): object {
  const url = addressOf(article);
  return url === null ? {} : { url };
}

const appearanceId = (claim: string, number: number): string => urn("appearance", `${claim}/${number}`);
const undated = "9";
const day = (shelf: Shelf, article: string): string => dayOf(shelf.get(article)!) ?? undated;

/** What speaks for it and against it, in counts and verbatim words: also of claims that filters left out. */
function explanationOf(claim: ReportClaim, { claims }: Report): string {
  const said = (lead: string, ids: readonly string[]) =>
    ids.flatMap((id) => {
      const relation = claim.relations.find((one) => one.claim === id);
      const words = claims.find((other) => other.id === id)?.proposition ?? relation?.theirs.text;
      return words === undefined ? [] : [`${lead}: “${words}”`];
    });
  const grade = `Admiralty code ${claim.grade.reliability}${claim.grade.credibility}`;
  return [standingOf(claim), grade, ...said("Against it", claim.conflicts), ...said("It replaces", claim.revises)].join(
    ". ",
  );
}
