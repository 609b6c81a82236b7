import { causalMap, proposals } from "../concepts/index.js";
import { beginning, type Judgement, type Quote, stableId, standing } from "../model/index.js";
import type { Report, ReportClaim, ReportSupport } from "../tell/report.js";
import { descentId, pairId } from "./judge.js";
import { namesakes } from "./namesakes.js";

export const reviewKinds = ["merge", "direction", "speaker", "contradiction", "claim", "concept"] as const;

/** Something that was concluded without being sure: a question to an analyst. */
export interface Doubt {
  readonly id: string;
  readonly kind: (typeof reviewKinds)[number];
  /** What it is about, as judgements name it. A pair of two records is one subject, `first~second`. */
  readonly subjects: readonly string[];
  readonly question: string;
  /** The words it rests on. */
  readonly evidence: readonly Quote[];
  /** 0–1, how sure Hearsay is of what stands now; null where nothing was measured. */
  readonly score: number | null;
  readonly accept: Answer;
  readonly reject: Answer;
  /** The last judgement on it that counts. */
  readonly judged: Judgement | null;
}

/** What answering does, and the judgement that does it. */
export interface Answer {
  readonly does: string;
  readonly kind: Judgement["kind"];
}

/** A doubt before it is known whether somebody has settled it, and how much hangs on it. */
interface Draft extends Omit<Doubt, "id" | "judged"> {
  /** 0–1. */
  readonly consequence: number;
}

/** Statements surer than this are not asked about. */
const sure = 0.6;
/** So many doubts of one kind are listed: nobody answers more. */
const most = 500;

/** Everything in a report that is in doubt, most consequential first. */
export function doubtsIn(report: Report, judgements: readonly Judgement[]): readonly Doubt[] {
  const drafts = [contradictions, slender, merges, directions, speakers, concepts].flatMap((find) =>
    [...find(report)].sort(byConsequence).slice(0, most),
  );
  const judged = lastJudgements(judgements);
  return drafts.sort(byConsequence).map(({ consequence: _, ...draft }) => ({
    id: stableId("doubt", draft.kind, ...draft.subjects),
    ...draft,
    judged: judged.get(key(draft.subjects)) ?? null,
  }));
}

const byConsequence = (a: Draft, b: Draft): number =>
  b.consequence - a.consequence || (key(a.subjects) < key(b.subjects) ? -1 : 1);
const key = (subjects: readonly string[]): string => [...subjects].sort().join(" ");

/** The last judgement on exactly these subjects, of those that count. */
function lastJudgements(judgements: readonly Judgement[]): ReadonlyMap<string, Judgement> {
  const settling = standing(judgements).filter(({ kind }) => kind !== "note" && kind !== "rate");
  return new Map(settling.map((judgement) => [key(judgement.subjects), judgement]));
}

/** An answer that confirms what stands: with who decided it and when. */
const agree = (so: string): Answer => ({ kind: "accept", does: `${so} It stays so, and is not asked again.` });
const disagree = (does: string): Answer => ({ kind: "reject", does });

function* contradictions({ claims }: Report): Generator<Draft> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  for (const claim of claims)
    for (const other of claim.conflicts.flatMap((id) => byId.get(id) ?? [])) {
      if (other.id < claim.id) continue;
      const relation = claim.relations.find((one) => one.claim === other.id);
      const [mine, theirs] = [relation?.mine ?? wordsOf(claim), relation?.theirs ?? wordsOf(other)];
      yield {
        kind: "contradiction",
        subjects: [pairId(claim.id, other.id)],
        question: `Do these contradict each other: “${shown(mine)}” and “${shown(theirs)}”?`,
        evidence: [mine, wordsOf(claim), theirs, wordsOf(other)],
        score: null,
        accept: agree("They contradict each other."),
        reject: disagree("Both can be true: neither claim counts as contradicted by the other any more."),
        consequence: Math.max(claim.weight, other.weight),
      };
    }
}

/** Claims that stand on just two origins: one wrong join, and nothing is established. */
function* slender({ claims }: Report): Generator<Draft> {
  for (const claim of claims) {
    if (claim.verdict !== "corroborated" || claim.origins !== 2) continue;
    const voices = firstOfEach(claim.support.filter(({ partial }) => !partial));
    yield {
      kind: "claim",
      subjects: [claim.id],
      question: "Do these two independent origins say the same?",
      evidence: voices.map(({ span }) => span),
      score: null,
      accept: agree("Both say it."),
      reject: disagree("They do not say the same: the claim is left out of the story; each report keeps its words."),
      consequence: claim.weight * 0.9,
    };
  }
}

function* merges(report: Report): Generator<Draft> {
  for (const { a, b, score, evidence, share } of namesakes(report))
    yield {
      kind: "merge",
      subjects: [a.id, b.id],
      question: `Are “${a.name}” and “${b.name}” the same?`,
      evidence,
      score: 1 - score,
      accept: { kind: "merge", does: "They are the same: they become one actor, everywhere in the story." },
      reject: { kind: "split", does: "They are not: they stay two, also where somebody has merged them." },
      consequence: score * share,
    };
}

function* directions(report: Report): Generator<Draft> {
  const articles = new Map(report.articles.map((article) => [article.id, article]));
  for (const derivation of report.derivations) {
    const [subject] = descentId(derivation);
    if (derivation.direction === "known" || subject === undefined) continue;
    const [a, b] = [articles.get(derivation.derived), articles.get(derivation.source ?? "")];
    const evidence = derivation.passages
      .slice(0, 2)
      .flatMap(({ derived, source }) => [derived, ...(source ? [source] : [])]);
    yield {
      kind: "direction",
      subjects: [subject],
      question: `Does “${a?.label ?? ""}” come from “${b?.label ?? ""}”, and not the other way round?`,
      evidence,
      score: 0.5,
      accept: { kind: "accept", does: "It comes from there: the direction is known, and origins follow it." },
      reject: disagree("It is the other way round: origins follow that."),
      consequence: derivation.score * 0.5,
    };
  }
}

function* speakers({ statements, claims }: Report): Generator<Draft> {
  const weights = new Map<string, number>();
  for (const { support, weight } of claims)
    for (const { statement } of support)
      if (statement !== null) weights.set(statement, Math.max(weight, weights.get(statement) ?? 0));
  for (const { id, score, speaker, source, content } of statements) {
    if (score >= sure || content.parts.length === 0) continue;
    yield {
      kind: "speaker",
      subjects: [id],
      question: `Does “${speaker.name ?? (speaker.description || "somebody")}” say this?`,
      evidence: [...source.parts, ...content.parts],
      score,
      accept: agree("They say it: the statement counts as sure."),
      reject: disagree("Somebody else says it, or nobody does: it is known as said by someone unnamed."),
      consequence: (1 - score) * (weights.get(id) ?? 0.05),
    };
  }
}

/** Wordings that nearly were one concept of the causal map, and those that only just are. */
function* concepts(report: Report): Generator<Draft> {
  for (const { ids, names, evidence, joined, alike, share } of proposals(report, causalMap(report)))
    yield {
      kind: "concept",
      subjects: ids,
      question: `Are “${cutAt(names[0])}” and “${cutAt(names[1])}” one thing in the causal map?`,
      evidence,
      score: joined ? alike : 1 - alike,
      accept: { kind: "merge", does: "They are one concept: their arrows meet, however either is worded." },
      reject: { kind: "split", does: "They are two: neither takes part in what is said of the other." },
      consequence: share * alike * 0.8,
    };
}

const wordsOf = ({ proposition, support }: ReportClaim): Quote =>
  (support.find(({ span }) => span.text === proposition) ?? support[0]!).span;

/** The first report of each origin. */
function firstOfEach(support: readonly ReportSupport[]): readonly ReportSupport[] {
  const seen = new Set<string>();
  return support.filter(({ origin }) => !seen.has(origin) && seen.add(origin));
}

const shown = ({ text }: Quote): string => cutAt(text);
const cutAt = (text: string): string => (text.length <= 80 ? text : `${beginning(text, 80).replace(/\s+\S*$/u, "")} …`);
