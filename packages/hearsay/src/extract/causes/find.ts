import type { Sentence } from "@hearsay/english";
import { type Across, acrossSentences } from "./across.js";
import { type Attitude, attitudeOf, hedgedBy, negatedBy } from "./attitude.js";
import type { Candidate } from "./candidates.js";
import { linkedClauses } from "./links.js";
import { happeningRelations, plainRelations } from "./plain.js";
import { extentOf, type Models, type Ranked, readTree, similarity } from "./rank.js";
import { surfaceRelations } from "./surface.js";
import { isAboutSource, isTag } from "./tags.js";
import { childWith, lemma, type Range, Tree } from "./tree.js";

/** A stretch of text, half-open, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Cause and effect as found in one sentence. */
export interface Relation extends Attitude {
  readonly cause: Stretch;
  readonly effect: Stretch;
  readonly signal: readonly Stretch[];
  /**
   * 0–1: how much of the probability relations like this one hold; 1 for constructions that mean nothing else, 0.8 for
   * verbs that do where their subject is something that happens.
   */
  readonly score: number;
}

export interface CausalReading {
  readonly causal: boolean;
  readonly relations: readonly Relation[];
}

/** Chosen on a fifth of the training texts held out (data/causes.md). */
const thresholds = { sentence: 0.4, relation: 0.2 } as const;
const longestSentence = 250;
/** Nine of ten such relations are right on sentences written for that (evals/causes). */
const happening = 0.8;
/** Plain words told by their order alone. */
const ordered = 0.85;
/** What a report shows: see `findCauses`. */
const reported = 0.35;

/** Whether a sentence says that something causes or prevents something, and what. */
export function readCauses(sentence: Sentence, models: Models): CausalReading {
  if (sentence.tokens.length < 3 || sentence.tokens.length > longestSentence) return { causal: false, relations: [] };
  const tree = new Tree(sentence);
  const { causal, ranked, candidates } = readTree(tree, models);
  const learnt = causal > thresholds.sentence ? ranked(thresholds.relation) : [];
  const relations = withPlain(tree, learnt, candidates).map(({ candidate, mass }) => relationOf(tree, candidate, mass));
  return { causal: causal > thresholds.sentence, relations };
}

/** What a text says to cause what: in each sentence, and of the sentence before where its opening says so. */
export function readAll(sentences: readonly Sentence[], models: Models): readonly Relation[] {
  return sentences.flatMap((sentence, i) => {
    const across = i === 0 ? [] : acrossRelation(sentences[i - 1]!, sentence);
    const own = readCauses(sentence, models).relations;
    return [...across, ...own.filter((relation) => !across.some((one) => isOpening(relation, one, sentence)))];
  });
}

/** "This" or "a result" for a cause, where it is known what that means. */
const isOpening = ({ cause }: Relation, { effect }: Relation, { start }: Sentence): boolean =>
  start <= effect.start && cause.end <= effect.start && cause.start >= start;

function acrossRelation(before: Sentence, after: Sentence): readonly Relation[] {
  if (Math.max(before.tokens.length, after.tokens.length) > longestSentence) return [];
  const [first, second] = [new Tree(before), new Tree(after)];
  const found = acrossSentences(first, second);
  return found === null ? [] : [relationAcross(found, first, second)];
}

function relationAcross({ cause, effect, before, signal, sign, around }: Across, first: Tree, second: Tree): Relation {
  const [from, to] = before === "cause" ? [first, second] : [second, first];
  const words = around.map((i) => lemma(second, i));
  return {
    cause: stretchOf(from, cause),
    effect: stretchOf(to, effect),
    signal: signal.map((i) => stretchOf(second, { from: i, to: i + 1 })),
    ...{ sign, hedged: words.some(hedgedBy), conditional: words.includes("would"), negated: words.some(negatedBy) },
    score: happening,
  };
}

const stretchOf = ({ tokens }: Tree, range: Range): Stretch => ({
  start: tokens[range.from]?.start ?? 0,
  end: tokens[range.to - 1]?.end ?? 0,
});

/**
 * Plain constructions come first; a learnt relation that says the same, or the reverse, gives way. What happenings do to
 * things counts where a sentence has nothing that is surer than likely, and takes the place of what is less sure.
 */
function withPlain(tree: Tree, learnt: readonly Ranked[], candidates: readonly Candidate[]): Ranked[] {
  const chosen: Ranked[] = [];
  const add = (ranked: Ranked): void => {
    const { cause, effect } = ranked.candidate;
    if ([cause, effect].some((side) => isTag(tree, side) || isAboutSource(tree, side))) return;
    if (isAsking(tree, cause) && effect.from >= cause.to) return;
    if (!chosen.some((other) => clashes(tree, other.candidate, ranked.candidate))) chosen.push(ranked);
  };
  const plain = plainRelations(tree, candidates).sort((a, b) => Number(isFronted(b)) - Number(isFronted(a)));
  for (const candidate of plain) add({ candidate, mass: 1 });
  for (const candidate of linkedClauses(tree)) add({ candidate, mass: ordered });
  const surface = surfaceRelations(tree);
  for (const { candidate, plain } of surface) if (plain) add({ candidate, mass: ordered });
  for (const ranked of learnt) add(ranked);
  const sure = chosen.some(({ mass }) => mass >= reported);
  const bare = surface.filter(({ plain }) => !plain).map(({ candidate }) => candidate);
  const said = sure ? [] : [...happeningRelations(tree, candidates), ...bare];
  for (const candidate of said) {
    const part = chosen.findIndex((other) => other.mass >= happening && isRepeated(other.candidate, candidate));
    if (part >= 0) {
      chosen[part] = grown(chosen[part]!, candidate);
      continue;
    }
    const alike = chosen.findIndex((other) => clashes(tree, other.candidate, candidate));
    if (alike < 0) add({ candidate, mass: happening });
    else if (chosen[alike]!.mass < happening) chosen[alike] = { candidate, mass: happening };
  }
  return chosen.sort(
    (a, b) => a.candidate.cause.from - b.candidate.cause.from || a.candidate.effect.from - b.candidate.effect.from,
  );
}

/** "Urging both sides to avoid a clash" avoids none: what is asked for is not done by asking; a march "demanding bread" is for it. */
const isAsking = ({ tokens }: Tree, { from }: Range): boolean =>
  /^(?:urging|asking|calling|telling|requesting|demanding|begging|ordering|advising|imploring)$/i.test(
    tokens[from]?.form ?? "",
  );

const isFronted = ({ kind }: Candidate): boolean => kind.startsWith("fronted");

/** Two relations of much the same words, or of the same words the other way round. */
function clashes(tree: Tree, a: Candidate, b: Candidate): boolean {
  if (within(a, b) && !isOther(a, b)) return true;
  const [first, second] = [extentOf(tree, a), extentOf(tree, b)];
  const reversed = { ...second, cause: second.effect, effect: second.cause };
  return similarity(first, second) > 0.5 || similarity(first, reversed) > 0.5;
}

/** The same cause by the same verb, with a part of what it does: "reduces the wish" and "… to talk". */
const isRepeated = (a: Candidate, b: Candidate): boolean =>
  a.cause.from === b.cause.from && a.upper === b.upper && a.signal[0] === b.signal[0];

/** "the ministry's wish" and "to talk", which follows right behind it, are one effect. */
function grown(ranked: Ranked, { effect }: Candidate): Ranked {
  const own = ranked.candidate.effect;
  if (effect.from !== own.to) return ranked;
  return { ...ranked, candidate: { ...ranked.candidate, effect: { from: own.from, to: effect.to } } };
}

/** Each side of one lies inside the same side of the other. */
function within(a: Candidate, b: Candidate): boolean {
  const inside = (x: Range, y: Range): boolean => y.from <= x.from && x.to <= y.to;
  return (
    (inside(a.cause, b.cause) && inside(a.effect, b.effect)) || (inside(b.cause, a.cause) && inside(b.effect, a.effect))
  );
}

/** Told by other words: both may stand. */
const isOther = (a: Candidate, b: Candidate): boolean =>
  a.signal.every((i) => !b.signal.includes(i)) && a.signal.length > 0;

function relationOf(tree: Tree, candidate: Candidate, mass: number): Relation {
  const attitude = attitudeOf(tree, candidate);
  const stretch = (range: Range): Stretch => stretchOf(tree, range);
  return {
    ...attitude,
    cause: stretch(candidate.cause),
    effect: stretch(attitude.sign === "-" ? withoutVerb(tree, candidate) : candidate.effect),
    signal: candidate.signal.map((i) => stretch({ from: i, to: i + 1 })),
    score: Math.round(Math.min(1, mass) * 1000) / 1000,
  };
}

const complements = new Set(["obj", "ccomp", "xcomp"]);

/** What is prevented is the object, not the preventing: "closed the port", "averted a strike" → "a strike". */
function withoutVerb(tree: Tree, { kind, effect, upper, lower }: Candidate): Range {
  const verb = kind.startsWith("predicate") ? upper : /^(?:advcl|acl)\/\w+\/down$/.test(kind) ? lower : -1;
  const object = verb < 0 ? -1 : childWith(tree, verb, complements);
  const from = object < 0 ? effect.from : (tree.hulls[object] as Range).from;
  return from > effect.from && from < effect.to ? { from, to: effect.to } : effect;
}
