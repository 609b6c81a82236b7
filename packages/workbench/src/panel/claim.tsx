import type { ReportClaim, ReportSupport } from "hearsay";
import { isRevision } from "hearsay/client";
import { useState } from "react";
import { openHref, useRoute } from "../app/navigate.js";
import { type ClaimDetail, useArticles, useLineage, useRecord } from "../data/story.js";
import { JudgeButton } from "../parts/judge.js";
import { PickButton } from "../parts/pick.js";
import { Some } from "../parts/some.js";
import { standingMeaning, standingOf } from "../parts/standing.js";
import { Failed, Loading } from "../parts/state.js";
import { GradeText, StandingBadge } from "../parts/verdict.js";
import { ArticleName, InArticle, QuoteLink } from "../parts/words.js";
import { cellSupport, groupSupport, opponentsOf, originName, relationNames } from "./claim-model.js";

/** A claim: who carries it, in which words, and what speaks against it. */
export function ClaimPanel({ id }: { readonly id: string }) {
  const loaded = useRecord("GET /stories/{s}/claims/{id}", id);
  const { params } = useRoute();
  if (loaded.value === undefined) return loaded.problem ? <Failed problem={loaded.problem} slim /> : <Loading />;
  const claim = loaded.value;
  const against = opponentsOf(claim);
  return (
    <>
      <div className="claim-head">
        <p className="claim-words serif">{claim.proposition}</p>
        <div className="row">
          <StandingBadge claim={claim} />
          <span className="soft small">
            {count(claim.origins, "origin")} · {count(new Set(claim.support.map((s) => s.article)).size, "article")} ·
            grade <GradeText grade={claim.grade} />
          </span>
          <PickButton kind="claim" id={claim.id} words={claim.proposition} />
        </div>
        <p className="soft small">{standingMeaning[standingOf(claim)]}</p>
      </div>
      {params.cell !== undefined && <Cell claim={claim} origin={params.cell} />}
      {against.map(({ relation, claim: other }) => (
        <Against key={relation.claim} claim={claim.id} relation={relation} other={other} />
      ))}
      <Support claim={claim} />
    </>
  );
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

function Against({
  claim,
  relation,
  other,
}: {
  readonly claim: string;
  readonly relation: ReportClaim["relations"][number];
  readonly other: ReportClaim | undefined;
}) {
  const revises = isRevision(relation);
  return (
    <section className={`against ${revises ? "revised" : "contradicted"}`} aria-label={relationNames[relation.kind]}>
      <h3>{relationNames[relation.kind]}</h3>
      <div className="sides">
        <div>
          <p className="soft small">this claim</p>
          <InArticle span={relation.mine} />
          <ArticleName id={relation.mine.article} />
        </div>
        <div>
          <p className="soft small">{revises ? "the other value" : "against it"}</p>
          <InArticle span={relation.theirs} />
          <ArticleName id={relation.theirs.article} />
        </div>
      </div>
      <div className="row">
        {other !== undefined && (
          <a className="small" href={openHref(other.id)}>
            Open the other claim: {count(other.origins, "origin")}
          </a>
        )}
        {!revises && (
          <JudgeButton
            kind="reject"
            subjects={[[claim, relation.claim].sort().join("~")]}
            label="Both can be true"
            does="The two no longer count as contradicting each other."
          />
        )}
      </div>
    </section>
  );
}

/** The cell of the matrix that was opened: what this origin says, for the claim or against it. */
function Cell({ claim, origin }: { readonly claim: ClaimDetail; readonly origin: string }) {
  const lineage = useLineage();
  const articles = useArticles();
  const mine = cellSupport(claim, origin);
  if (mine === null) return null;
  const [group] = groupSupport({ ...claim, support: mine.support }, lineage.value?.origins ?? []);
  return (
    <section className={`against ${mine.stand === "contradicts" ? "contradicted" : "corroborated"}`}>
      <h3>
        {group === undefined ? "An origin" : originName(group, articles)}{" "}
        {{ supports: "supports it", part: "supports it in part", contradicts: "says otherwise" }[mine.stand]}
      </h3>
      <Some of={mine.support} most={3}>
        {(s) => (
          <div key={`${s.article}/${s.span.start}`} className="support">
            <p className="small row">
              <ArticleName id={s.article} />
              {s.statement !== null && <span className="soft">citing {s.speaker ?? "someone unnamed"}</span>}
            </p>
            <InArticle span={s.span} open={claim.id} />
          </div>
        )}
      </Some>
    </section>
  );
}

function Support({ claim }: { readonly claim: ReportClaim }) {
  const lineage = useLineage();
  const articles = useArticles();
  const groups = groupSupport(claim, lineage.value?.origins ?? []);
  const alone = claim.support.every(({ article }) => article === claim.support[0]?.article);
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, 6);
  return (
    <section>
      <h3>Who carries it</h3>
      <ol className="origins">
        {shown.map((group) => (
          <li key={group.origin}>
            <p className="origin-name">
              {group.number !== null && <b className="origin-number">{group.number}</b>}
              <span>{originName(group, articles)}</span>
            </p>
            <Some of={group.support} most={8}>
              {(s, i) => (
                <SupportLine
                  key={`${s.article}/${s.span.start}`}
                  support={s}
                  whole={i === 0}
                  claim={claim.id}
                  alone={alone}
                />
              )}
            </Some>
          </li>
        ))}
      </ol>
      {groups.length > shown.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          All {groups.length} origins
        </button>
      )}
    </section>
  );
}

function SupportLine({
  support,
  whole,
  claim,
  alone,
}: {
  readonly support: ReportSupport;
  readonly whole: boolean;
  readonly claim: string;
  /** No other article carries the claim. */
  readonly alone: boolean;
}) {
  return (
    <div className="support">
      <p className="small row">
        <ArticleName id={support.article} />
        {support.statement !== null && <span className="soft">citing {support.speaker ?? "someone unnamed"}</span>}
        {support.interested && (
          <span className="badge" title="Whoever says it is what it tells of, or speaks for the state that is.">
            interested party
          </span>
        )}
        {support.partial && <span className="badge">in part, not counted</span>}
        {support.takenBack && <span className="badge">taken back since</span>}
        {!alone && (
          <JudgeButton
            kind="split"
            subjects={[claim, support.article]}
            label="Says something else"
            does="What this article says is a claim of its own now."
          />
        )}
      </p>
      {whole ? <InArticle span={support.span} open={claim} /> : <QuoteLink span={support.span} open={claim} />}
    </div>
  );
}
