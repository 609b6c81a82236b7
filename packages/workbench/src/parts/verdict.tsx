import type { ReportClaim } from "hearsay";
import { type Standing, standingMeaning, standingNames, standingOf } from "./standing.js";

const signs: Readonly<Record<Standing, string>> = {
  corroborated: "●",
  contradicted: "✕",
  revised: "↻",
  echoed: "◎",
  "single-origin": "○",
};

export function StandingBadge({ claim }: { readonly claim: Pick<ReportClaim, "verdict" | "looksCorroborated"> }) {
  const standing = standingOf(claim);
  return (
    <span className={`badge ${standing}`} title={standingMeaning[standing]}>
      <span aria-hidden="true">{signs[standing]}</span>
      {standingNames[standing]}
    </span>
  );
}

const reliability = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "cannot be judged",
} as const;
const credibility = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "cannot be judged",
} as const;

/** The Admiralty grade, with what it says in words. */
export function GradeText({ grade }: { readonly grade: ReportClaim["grade"] }) {
  const said = `source ${reliability[grade.reliability]}, information ${credibility[grade.credibility]}`;
  return (
    <abbr title={said} className="nums">
      {grade.reliability}
      {grade.credibility}
    </abbr>
  );
}
