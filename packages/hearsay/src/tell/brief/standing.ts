import { contains, type Quote } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import { append } from "../copies.js";
import type { ReportClaim } from "../report.js";
import { isSomebody } from "../worth.js";
import { articlesOf, byWeight, claimLine, proposition, standing } from "./claims.js";
import { memory } from "./distinct.js";
import { counted, grade, inContext, joined, line, name, phrase, standalone, type Telling } from "./parts.js";
import { section } from "./section.js";
import { standsAlone } from "./syntax.js";

/** The first claims whose words do not lie within, hold or nearly repeat words already shown. */
function firstDistinct(t: Telling, claims: readonly ReportClaim[], limit: number) {
  const shown: ReportClaim[] = [];
  const places: Quote[] = [];
  const seen = memory();
  for (const claim of claims) {
    const place = proposition(t, claim);
    const words = place === null ? null : standalone(t, place);
    if (shown.length === limit) break;
    if (words !== null && places.some((p) => contains(p, words) || contains(words, p))) continue;
    if (words !== null && seen(words.text)) continue;
    shown.push(claim);
    if (words !== null) places.push(words);
  }
  return { shown, left: claims.length - shown.length };
}

export function established(t: Telling): Section {
  const claims = t.records.claims.filter((c) => c.verdict === "corroborated").sort(byWeight);
  const { shown, left } = firstDistinct(t, claims, 7);
  return section("established", "What is established", {
    note: [phrase("Reported by two or more independent origins. The line says so where others contradict it.")],
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
  const { shown, left } = firstDistinct(t, claims, 4);
  return section("echoes", "What only echoes one origin", {
    note: [phrase("In several articles that all go back to one origin: one confirmation, not several.")],
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
  return claimLine(t, claim, lead, 2);
}

export function single(t: Telling): Section {
  const all = t.records.claims.filter((c) => c.verdict === "single-origin" && !c.looksCorroborated);
  const carried = carriedOn(t);
  const claims = all
    .filter((claim) => !carried(proposition(t, claim)))
    .flatMap((claim) => candidate(t, claim) ?? [])
    .sort((a, b) => b.worth - a.worth || byWeight(a.claim, b.claim))
    .map(({ claim }) => claim);
  const { shown } = firstDistinct(t, claims, 7);
  return section("single", "What one article alone reports", {
    note: [phrase("Not confirmed by anyone else in this story; the weightiest first.")],
    lines: shown.map((c) => alone(t, c)),
    left: all.length - shown.length,
    command: "hearsay claims --type single-origin",
  });
}

/** Whether words hold, or lie within, what several articles carry: as a part or a frame of it they are not told by one alone. */
function carriedOn(t: Telling): (place: Quote | null) => boolean {
  const spans = new Map<string, Quote[]>();
  for (const { verdict, looksCorroborated, support } of t.records.claims)
    if (verdict === "corroborated" || looksCorroborated)
      for (const { article, span } of support) append(spans, article, span);
  return (place) =>
    place !== null && (spans.get(place.article) ?? []).some((span) => contains(place, span) || contains(span, place));
}

/** A claim that can be read by itself, and how much it is worth telling: named actors, figures, events before views. */
function candidate(t: Telling, claim: ReportClaim): { readonly claim: ReportClaim; readonly worth: number } | null {
  const place = proposition(t, claim);
  if (place === null || isRhetoric(claim, place.text)) return null;
  const wording = t.wording(place);
  if (wording !== null && !(isWhole(t, claim, place) && standsAlone(wording))) return null;
  const own = wording?.tokens.slice(wording.from, wording.to) ?? [];
  const names = own.filter((w) => w.upos === "PROPN").length;
  const figures = own.filter((w) => w.upos === "NUM").length;
  const happened = claim.kind === "event" || claim.kind === "figure";
  const worth =
    claim.weight +
    Math.min(names, 3) * 0.05 +
    Math.min(figures, 2) * 0.1 +
    (happened ? 0.15 : 0) +
    (claim.support.some((s) => isSomebody(s.speaker)) ? 0.1 : 0) +
    (place.text.length > 260 ? -0.2 : 0) +
    (isCut(t, place) ? -0.15 : 0);
  return { claim, worth };
}

const fewestCharacters = 30;

/** It begins where its sentence or what somebody said begins. */
const isWhole = (t: Telling, claim: ReportClaim, place: Quote): boolean =>
  place.text.length >= fewestCharacters &&
  (t.sentenceOf(place).start === place.start ||
    claim.support.some((s) => s.statement !== null && s.span.start === place.start));

/** It stops in the middle of a sentence too long to be shown whole. */
function isCut(t: Telling, place: Quote): boolean {
  const sentence = t.sentenceOf(place);
  return sentence.text.length > 220 && sentence.end - place.end > 20;
}

const opening = /^["“‘«„]/u;

/** The words with the rest of their sentence, where that is short. */
function wholeOrPart(t: Telling, place: Quote): Part[] {
  const sentence = t.sentenceOf(place);
  return inContext(t, sentence.text.length <= 220 && !opening.test(sentence.text) ? sentence : place);
}

const voiced = /[?!]|\b(?:I|we|you|my|our|your|me|us)\b/u;
const opinion =
  /\b(?:seems?|seemed|appears?|suggests?|should|ought|perhaps|surely|clearly|might|could|would|likely|unlikely|unclear|remains? to be seen|arguably|of course|however|moreover|undoubtedly|inevitably)\b/iu;

/** The article's own view or address to the reader; what somebody said of the future is news. */
const isRhetoric = (claim: ReportClaim, text: string): boolean =>
  voiced.test(text) || (claim.support.every((s) => s.statement === null) && opinion.test(text));

function alone(t: Telling, claim: ReportClaim): Line {
  const first = claim.support[0];
  const place = proposition(t, claim);
  const lead = first === undefined ? [] : [name(t.article(first.article)?.label ?? first.article, first.article)];
  const who = first?.speaker == null || !isSomebody(first.speaker) ? [] : [phrase(", citing "), name(first.speaker)];
  const rest = [phrase(" · "), phrase("grade "), grade(claim.grade)];
  return line(claim.id, [...lead, ...who, ...rest], place === null ? [] : wholeOrPart(t, place));
}
