import { contains, type Quote } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import type { ReportClaim } from "../report.js";
import { articlesOf, byWeight, claimLine, proposition, standing } from "./claims.js";
import { counted, grade, inContext, joined, line, name, phrase, standalone, type Telling } from "./parts.js";
import { section } from "./section.js";

/** The first claims whose words do not lie within, or hold, words already shown: a sentence is shown once. */
function firstDistinct(t: Telling, claims: readonly ReportClaim[], limit: number) {
  const shown: ReportClaim[] = [];
  const places: Quote[] = [];
  for (const claim of claims) {
    const place = proposition(t, claim);
    const words = place === null ? null : standalone(t, place);
    if (shown.length === limit) break;
    if (words !== null && places.some((p) => contains(p, words) || contains(words, p))) continue;
    shown.push(claim);
    if (words !== null) places.push(words);
  }
  return { shown, left: claims.length - shown.length };
}

export function established(t: Telling): Section {
  const claims = t.records.claims.filter((c) => c.verdict === "corroborated").sort(byWeight);
  const { shown, left } = firstDistinct(t, claims, 20);
  return section("established", "What is established", {
    note: [
      phrase(
        "Reported by two or more independent origins, the most origins first. Where others still contradict it, the line says so.",
      ),
    ],
    lines: shown.map((c) => claimLine(t, c, [...standing(c), ...disputed(c)])),
    left,
    command: "hearsay claims --type corroborated",
  });
}

const disputed = (c: ReportClaim): Part[] => (c.conflicts.length > 0 ? [phrase(" · disputed")] : []);

export function echoes(t: Telling): Section {
  const spread = (c: ReportClaim): number => articlesOf(c);
  const claims = t.records.claims
    .filter((c) => c.looksCorroborated)
    .sort((a, b) => spread(b) - spread(a) || byWeight(a, b));
  const { shown, left } = firstDistinct(t, claims, 10);
  return section("echoes", "What only echoes one origin", {
    note: [
      phrase("In several articles, but all of them go back to one origin: this is one confirmation, not several."),
    ],
    lines: shown.map((c) => echo(t, c)),
    left,
    command: "hearsay claims",
  });
}

function echo(t: Telling, claim: ReportClaim): Line {
  const lead = joined(
    [
      counted(articlesOf(claim), " article", " articles"),
      counted(claim.origins, " origin", " origins"),
      [phrase("grade "), grade(claim.grade)],
    ],
    " · ",
  );
  return claimLine(t, claim, lead, 3);
}

export function single(t: Telling): Section {
  const claims = t.records.claims
    .filter((c) => c.verdict === "single-origin" && !c.looksCorroborated)
    .sort((a, b) => b.weight - a.weight || byWeight(a, b));
  const { shown, left } = firstDistinct(t, claims, 10);
  return section("single", "What one article alone reports", {
    note: [phrase("Not confirmed by anyone else in this story; the weightiest first.")],
    lines: shown.map((c) => alone(t, c)),
    left,
    command: "hearsay claims --type single-origin",
  });
}

function alone(t: Telling, claim: ReportClaim): Line {
  const first = claim.support[0];
  const place = proposition(t, claim);
  const lead = first === undefined ? [] : [name(t.article(first.article)?.label ?? first.article, first.article)];
  const who = first?.speaker == null ? [] : [phrase(", citing "), name(first.speaker)];
  const rest = [phrase(" · "), phrase("grade "), grade(claim.grade)];
  return line(claim.id, [...lead, ...who, ...rest], place === null ? [] : inContext(t, place));
}
