import type { DerivationKind } from "hearsay";
import { viewHref } from "../app/navigate.js";
import { useRows } from "../data/story.js";
import { JudgeButton } from "../parts/judge.js";
import { Empty, Failed, Loading } from "../parts/state.js";
import { ArticleName, QuoteLink } from "../parts/words.js";

/** How an article comes from another, in a sentence. */
const comesFrom: Readonly<Record<DerivationKind, string>> = {
  copy: "is a copy of",
  excerpt: "is an excerpt of",
  rewrite: "is a rewrite of",
  spun: "is a machine-spun copy of",
  translation: "is a translation of",
  cites: "cites",
};

/** Why one article is held to come from another: the reasons and the shared passages. */
export function EdgePanel({ derived, source }: { readonly derived: string; readonly source: string }) {
  const found = useRows("GET /stories/{s}/derivations", { article: derived, source }, 10);
  if (found.value === undefined) return found.problem ? <Failed problem={found.problem} slim /> : <Loading />;
  const edge = found.value.find((d) => d.derived === derived);
  if (edge === undefined)
    return (
      <Empty title="No longer there" slim>
        The story has no such descent now.
      </Empty>
    );
  return (
    <>
      <div className="claim-head">
        <p>
          <ArticleName id={derived} />
        </p>
        <p className="claim-words serif">
          {edge.kind === "cites" || edge.direction === "known"
            ? comesFrom[edge.kind]
            : `shares its words (${edge.kind}) with`}
        </p>
        <p>{edge.source === null ? `${edge.outlet}, which is not in the story` : <ArticleName id={edge.source} />}</p>
        <p className="soft small">
          {edge.reasons.join(" · ")} · {Math.round(edge.score * 100)} % of the smaller text accounted for
          {edge.direction === "open" && " · nothing tells which came first"}
        </p>
        {edge.source !== null && (
          <a className="button main" href={viewHref("compare", `${edge.source}~${edge.derived}`)}>
            Both texts side by side
          </a>
        )}
        {edge.source !== null && edge.kind !== "cites" && <Decide subject={`${edge.derived}~${edge.source}`} />}
      </div>
      <section>
        <h3>{edge.kind === "cites" ? "The words that cite" : `Shared passages: ${edge.passages.length}`}</h3>
        <ul className="near">
          {edge.passages.map((p) => (
            <li key={p.derived.start} className="sides">
              {p.source !== null && <QuoteLink span={p.source} />}
              <QuoteLink span={p.derived} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What an analyst may know better: which came first, and whether one comes from the other at all. */
function Decide({ subject }: { readonly subject: string }) {
  return (
    <div className="row">
      <JudgeButton
        kind="accept"
        subjects={[subject]}
        label="So it is"
        does="The first comes from the second: decided by an analyst."
      />
      <JudgeButton
        kind="reject"
        subjects={[subject]}
        label="The other way round"
        does="The second comes from the first now, and origins follow."
      />
      <JudgeButton
        kind="split"
        subjects={[subject]}
        label="Not from each other"
        does="Neither comes from the other now: two origins, unless a third article links them."
      />
    </div>
  );
}
