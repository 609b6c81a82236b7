import type { ReportClaim } from "../tell/index.js";

/** How a claim stands, in words that say no more than was counted: never that it is true or false. */
export function standingOf({ verdict, origins, support, looksCorroborated }: ReportClaim): string {
  const voices = origins === 1 ? "1 independent origin" : `${origins} independent origins`;
  const reports = support.length === 1 ? "1 report" : `${support.length} reports`;
  const said = { corroborated: "Corroborated", contradicted: "Contradicted", revised: "Revised" } as const;
  if (verdict !== "single-origin") return `${said[verdict]}: ${voices}, ${reports}`;
  return looksCorroborated ? `Echoed: ${reports}, ${voices}` : `Single origin: ${reports}`;
}

/** What the standing is about, wherever a reader might take it for a score of truth. */
export const aspect = "independent reporting, not truth";

const longest = 300;

/** A title or name where it stands again and again: cut at 300 UTF-16 units, never within a character. It is whole in one place. */
export function briefly(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
