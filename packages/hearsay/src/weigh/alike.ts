import { type Comparison, isSeries } from "./compare.js";
import type { Proposition } from "./propositions.js";
import type { Held } from "./relation.js";
import { isOpen, SERIES } from "./series.js";

/**
 * Shares of meaning (cosine, see Comparison.topic) from which two clauses count as the same proposition. Set on the gold of
 * two invented stories; precision first: a wrong join is worse than none.
 */
export const SAME = 0.52;
const SAME_WITH_NUMBER = 0.36;
const SAME_AT_TIME = 0.44;
const SAME_IN_SERIES = 0.3;
/** Weight that must be shared beside a figure that few share by chance, the figure included, in telling words. */
const FIGURE = 2.5;
/** Share of meaning from which clauses of common words are alike. */
export const CORE = 0.7;

/** Whether two clauses that no slot sets apart tell of one fact. */
export function isOneFact(a: Proposition, b: Proposition, c: Comparison, held: readonly [Held, Held]): boolean {
  const sameTime = a.assertion.future === b.assertion.future;
  const plain = isPlainHere(a, b, c);
  const skeleton = c.verb && c.sameAgent && c.samePatient;
  if (isReversed(a, b) || isReversed(b, a)) return false;
  if (c.otherFigures || (isStub(a, b) && !plain && !isReading(c) && !skeleton)) return false;
  if (isStale(a, b, held)) return isPlainlyAlike(c) && sameTime;
  if (alike(c) && sameTime) return true;
  if (!countsBoth(a, b, c) || isNamedOther(a, b, c) || areOtherPeople(a, b)) return false;
  const much = (plain || (isOneMatter(a, b, c) && isMuch(c))) && sameTime;
  return much || inOwnWords(c, sameTime, !isOpen(a) && !isOpen(b));
}

/** Without a verb in the one or the other their words must stand in one order as well. */
const isPlainHere = (a: Proposition, b: Proposition, c: Comparison): boolean =>
  isPlain(c, a.assertion.negated) &&
  isOneMatter(a, b, c) &&
  (!(a.assertion.nominal || b.assertion.nominal) || (c.inOrder >= 3 && c.orderShare >= HALF));

/** What every report tells has no rare word left: there two clauses must be all but the same, and name something. */
export const isCore = (c: Comparison): boolean => c.topic >= CORE && c.specific && c.head && c.common >= 3;

/** Two readings of one gauge: a value that agrees, of what the story is about, at a place that both name. */
export const isReading = (c: Comparison): boolean => c.sameReading && c.central && c.names > 0 && c.topic >= SERIES;

/** Told more than so many days apart, no toll among them: an equal figure by itself makes no one claim of two. */
const STALE = 31;

function isStale(a: Proposition, b: Proposition, [x, y]: readonly [Held, Held]): boolean {
  if (x.day === null || y.day === null || a.assertion.amounts.length * b.assertion.amounts.length === 0) return false;
  const toll = [a, b].some(({ assertion }) => assertion.amounts.some((m) => m.measure?.startsWith("toll:")));
  return !toll && Math.abs(Date.parse(x.day.slice(0, 10)) - Date.parse(y.day.slice(0, 10))) > STALE * 86_400_000;
}

const isPlainlyAlike = (c: Comparison): boolean => alike(c) && c.predicate && c.specific && c.topic >= SAME;

function alike(c: Comparison): boolean {
  if (isReading(c)) return true;
  if (c.sameSeries) return c.topic >= SAME_IN_SERIES;
  if (c.sameFigure && c.shared >= FIGURE && c.topic >= SAME_WITH_NUMBER) return true;
  if (c.numbers === "agree") return c.topic >= (c.predicate ? SAME_WITH_NUMBER : SAME);
  const telling = c.words >= 2 || (c.head && c.words >= 1 && c.names >= 2);
  return c.predicate && c.specific && telling && c.topic >= (c.times === "agree" && c.head ? SAME_AT_TIME : SAME);
}

/**
 * What both say is half of the one and the other, and it says something: three words or names, a verb and to whom it is
 * done; of a clause of two words ("the Roes knew") most of it, and who does it: what they do not know may be many things.
 */
const isPlain = (c: Comparison, negated: boolean): boolean =>
  c.predicate &&
  ((c.topic >= HALF && c.shared >= TELLING && (c.words + c.names >= 3 || (c.verb && c.samePatient && c.names > 0))) ||
    (c.head && c.sameAgent && c.names > 0 && c.topic >= MOST && !negated));
const HALF = 0.5;
const MOST = 0.65;
/** Weight that must be shared, in telling words. */
const TELLING = 2;

/** So much is shared by few clauses that tell different things, where a part of it stands in one order. */
const isMuch = (c: Comparison): boolean =>
  c.predicate && c.topic >= LEAST && c.shared >= MUCH && c.orderShare >= SOME_ORDER && c.words >= 2;
/** Weight that must be shared, in telling words. */
const MUCH = 3;
const SOME_ORDER = 0.2;

/** Of one verb; or neither gives a sum or measurement, or both do: what a veto cost does not tell of the vote. */
const isOneMatter = (a: Proposition, b: Proposition, c: Comparison): boolean => c.head || isPriced(a) === isPriced(b);
const isPriced = ({ assertion }: Proposition): boolean => assertion.amounts.some(({ amount }) => amount.unit !== null);

/** A series of values belongs to those who give one: that drones were sent does not confirm how many. */
const countsBoth = (a: Proposition, b: Proposition, c: Comparison): boolean =>
  c.numbers === "agree" || a.assertion.amounts.some(isSeries) === b.assertion.amounts.some(isSeries);

/** Each names who acts, and it is not the same. */
const isNamedOther = (a: Proposition, b: Proposition, c: Comparison): boolean =>
  !c.sameAgent && [a, b].every(({ agent }) => [...agent].some((feature) => feature.startsWith("@")));

/** "Roe follows Venn" is not "Venn follows Roe": who acts in the one is, by name, acted on in the other, where somebody else acts. */
const isReversed = (a: Proposition, b: Proposition): boolean =>
  a.assertion.predicate === b.assertion.predicate &&
  [...a.agent].some((feature) => feature.startsWith("@") && b.patient.has(feature)) &&
  b.agent.size > 0 &&
  ![...a.agent].some((feature) => b.agent.has(feature));

/** Each names somebody, and none of them is named in the other: a letter to the one is not a letter to the other. */
const areOtherPeople = (a: Proposition, b: Proposition): boolean =>
  a.people.size > 0 && b.people.size > 0 && ![...a.people].some((one) => b.people.has(one));

/** "The speech", "his opposition to the pact": too little to be a fact, unless it says who did what to whom. */
export const isStub = (a: Proposition, b: Proposition): boolean =>
  Math.min(a.telling.length, b.telling.length) < 3 || a.assertion.nominal || b.assertion.nominal;

/**
 * Reporters who know of one fact each in their own way share its skeleton rather than most of its words: who did what to
 * whom, words in one order, a day (`dated`: no "since"), a figure beside a name. Set on clauses of real reports (docs/how-claims-are-weighed.md).
 */
function inOwnWords(c: Comparison, sameTime: boolean, dated: boolean): boolean {
  if (c.topic < LEAST || !c.predicate) return false;
  // A long name is a row of words too.
  const told = c.head || c.words >= 3;
  if (told && c.inOrder >= 5 && (sameTime || c.orderShare >= HALF)) return true;
  if (told && c.inOrder >= 3 && c.orderShare >= IN_ORDER) return true;
  if (c.head && c.samePatient && c.sameAgent && sameTime) return true;
  if (c.topic < FAIR) return false;
  if (c.verb && c.names > 0 && (c.samePatient || (dated && c.times === "agree"))) return true;
  if (c.sameFigure && (c.names > 0 || c.words >= 2) && sameTime) return true;
  return c.verb && c.topic >= CLOSE && c.words >= 2 && c.names > 0;
}

/** Of what both tell less than this share, one tells something else. */
const LEAST = 0.2;
/** The same where one slot alone speaks for them. */
const FAIR = 0.3;
export const IN_ORDER = 0.6;

const CLOSE = 0.5;
