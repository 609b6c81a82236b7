import type { ReportClaim } from "hearsay";

/** What the workbench calls a claim: its verdict, with the echo told from the single report. */
export type Standing = "corroborated" | "contradicted" | "revised" | "echoed" | "single-origin";

export const standingOf = (claim: Pick<ReportClaim, "verdict" | "looksCorroborated">): Standing =>
  claim.verdict === "single-origin" && claim.looksCorroborated ? "echoed" : claim.verdict;

export const standingNames: Readonly<Record<Standing, string>> = {
  corroborated: "established",
  contradicted: "contested",
  revised: "revised",
  echoed: "echoed",
  "single-origin": "one report",
};

export const standingMeaning: Readonly<Record<Standing, string>> = {
  corroborated: "Two or more independent origins report it.",
  contradicted: "Reports disagree: each side stands with its words.",
  revised: "A later value replaced an earlier one.",
  echoed: "Several articles, but they all go back to one origin.",
  "single-origin": "One article alone reports it.",
};
