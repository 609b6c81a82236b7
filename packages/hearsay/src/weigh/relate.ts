import { CORE, IN_ORDER, isCore, isOneFact, isReading, isStub, SAME } from "./alike.js";
import { isTwoCauses } from "./because.js";
import type { Comparison } from "./compare.js";
import { isTwoOutcomes } from "./outcomes.js";
import type { Proposition } from "./propositions.js";
import { type Held, laterOf, none, type Relation } from "./relation.js";
import { CONTRARY, differingAmounts, isOpen, MOVED } from "./series.js";
import { isTwoPlaces } from "./where.js";
import { hasNegation, isTurned, sameWording } from "./wording.js";

/** The denied figure itself is repeated: "reports of six dead are an invention". */
const UNTRUE_NUMBER = 0.3;
/** "No northern drone flew" has its subject in common with what it denies, and little else. */
const DENIED = 0.2;
/** Weight that must be shared, in telling words. */
const ENOUGH = 1.55;

/**
 * Decides what two propositions are to one another. `a` and `b` in the order of the comparison. Two speakers within one
 * article can contradict each other; that they agree would add no report.
 */
export function relate(
  a: Proposition,
  b: Proposition,
  c: Comparison,
  held: readonly [Held, Held],
  within: boolean,
): Relation {
  const ended = endedOtherwise(a, b, c, held);
  if (ended !== null) return ended;
  const relation = related(a, b, c, held);
  if (within && relation.kind !== "conflict") return none;
  return relation.kind === "conflict" && relation.why !== "number" && isMisread(a, b) ? none : relation;
}

/** Two causes of one thing, two ends of one matter: a word or two decides, so the rest may well be told in the same words. */
function endedOtherwise(a: Proposition, b: Proposition, c: Comparison, held: readonly [Held, Held]): Relation | null {
  // "The report that the council approved it was wrong" gives no end of its own.
  if ([a, b].some(({ assertion }) => assertion.conditional || assertion.denial)) return null;
  if (isTwoCauses(a, b, c)) return { kind: "conflict", why: "cause" };
  const sameDay = held[0].day !== null && held[0].day === held[1].day;
  return isTwoOutcomes(a, b, c, sameDay) ? { kind: "conflict", why: "polarity" } : null;
}

/**
 * The same words without a "not" between them cannot contradict one another: one of the two was read wrong. A number in
 * them may well have been changed.
 */
const isMisread = (a: Proposition, b: Proposition): boolean =>
  a.assertion.denial === b.assertion.denial && !isTurned(a.wording, b.wording) && sameWording(a.wording, b.wording);

function related(a: Proposition, b: Proposition, c: Comparison, held: readonly [Held, Held]): Relation {
  if (a.assertion.conditional || b.assertion.conditional) return none;
  // What is taken back is told in the words of the report that it was.
  if ((a.assertion.takenBack === null) !== (b.assertion.takenBack === null))
    return c.predicate && c.topic >= SAME && c.times !== "differ" ? { kind: "conflict", why: "denial" } : none;
  if (c.differing !== null) return differingAmounts(a, b, c, c.differing, held);
  if (c.topic >= DENIED && (deniesSubject(a, b) || deniesSubject(b, a)))
    return c.times === "differ" ? none : { kind: "conflict", why: "denial" };
  if (isTwoPlaces(a, b, c)) return { kind: "conflict", why: "denial" };
  if (c.shared < ENOUGH && !isCore(c) && !isReading(c)) return none;
  if (c.polarity === "opposite") return promised(a, b) && held[0].day !== held[1].day ? none : opposite(a, b, c);
  if (c.agents === "other" && isRetold(a, b, c)) return { kind: "same" };
  if (c.agents === "other" || rivals(a, b)) return otherAgent(a, b, c);
  if (c.times === "unknown" || c.numbers === "aside") return none;
  if (c.times === "differ") return otherDate(a, b, c);
  if (a.assertion.future !== b.assertion.future && isFulfilled(a, b, c, held))
    return { kind: "revision", why: "fulfilled", later: a.assertion.future ? "b" : "a" };
  if (isSaidNotToBe(a, b, c) || isSaidNotToBe(b, a, c)) return none;
  return isOneFact(a, b, c, held) ? { kind: "same" } : none;
}

/** What was to be done is told as done by a later report: by the same, to the same, in the same word. */
function isFulfilled(a: Proposition, b: Proposition, c: Comparison, held: readonly [Held, Held]): boolean {
  const deed = a.assertion.future ? b : a;
  if (deed.assertion.nominal || light.has(deed.assertion.predicate) || isInfinitive(deed)) return false;
  if (laterOf(...held) !== (a.assertion.future ? "b" : "a") || c.otherFigures || isStub(a, b)) return false;
  return c.head && c.sameAgent && c.specific && (c.samePatient || c.topic >= SAME);
}

/** A refusal for the future that a later report overtakes is a change of mind, not a contradiction. */
const promised = (a: Proposition, b: Proposition): boolean => a.assertion.future || b.assertion.future;

function opposite(a: Proposition, b: Proposition, c: Comparison): Relation {
  const calledUntrue =
    (a.assertion.denial || b.assertion.denial) && c.predicate && c.specific && (c.words > 0 || c.numbers === "agree");
  if (calledUntrue && c.topic >= (c.numbers === "agree" ? UNTRUE_NUMBER : CONTRARY))
    return { kind: "conflict", why: "denial" };
  const referred = (a.borrowed || b.borrowed) && !reports.has((a.borrowed ? b : a).assertion.predicate);
  const borrowed = a.borrowed || b.borrowed;
  if (!borrowed && ([a, b].some(isInfinitive) || [a, b].some(isGerund) || areOthers(a, b, c))) return none;
  // "Denied the report", "has not confirmed the report": which of the two was so is not said.
  if (!borrowed && a.assertion.nominal && b.assertion.nominal) return none;
  if (!borrowed && (isMixed(a) || isMixed(b) || (a.subject.size > 0 && b.subject.size > 0 && c.agents !== "same")))
    return none;
  if (!borrowed && c.words < 2 && c.topic < CORE) return none;
  const fits =
    ((c.head && !light.has(a.assertion.predicate)) || referred) &&
    (c.specific || c.agents === "same" || a.borrowed || b.borrowed) &&
    c.topic >= CONTRARY &&
    c.times !== "differ" &&
    c.agents !== "other";
  return fits ? { kind: "conflict", why: "polarity" } : none;
}

/** "I feel we were not ready" is no denial, and does not say that they were. */
const isMixed = ({ assertion, wording }: Proposition): boolean => !assertion.negated && hasNegation(wording);

/** "He is sure that he did not send it" is no report that it was sent; what a day or number ties together may hold a "not" besides. */
const isSaidNotToBe = (a: Proposition, b: Proposition, c: Comparison): boolean =>
  isMixed(a) &&
  !b.assertion.negated &&
  !hasNegation(b.wording) &&
  !c.head &&
  c.times !== "agree" &&
  c.numbers !== "agree";

/** Both say who acts, by name or by word, and it is not the same: no senator called him, a governor did. */
const areOthers = (a: Proposition, b: Proposition, c: Comparison): boolean =>
  a.agent.size > 0 && b.agent.size > 0 && !c.sameAgent && c.agents !== "same";

/** "… to meet the envoy": what was asked, hoped or declined need not have been done. */
const isInfinitive = ({ wording }: Proposition): boolean => wording[0] === "to";

/** "Showing it to the voters", of nobody in particular: no word for who does it, or whether it was done. */
const isGerund = ({ wording, agent }: Proposition): boolean => agent.size === 0 && /ing$/.test(wording[0] ?? "");

/**
 * Verbs that tell nothing by themselves: that one side "had nothing to say" is not that the other side had no request,
 * and who wants one thing and not another does not contradict himself.
 */
const light: ReadonlySet<string> = new Set("have do get want like need try believe think know decide".split(" "));

/** That a paper reports a request is not what "no such request" denies. */
const reports: ReadonlySet<string> = new Set(["report", "write", "publish"]);

/** "No Norlander drone flew" denies whatever is said that a Norlander drone did. */
function deniesSubject(denier: Proposition, asserter: Proposition): boolean {
  const named = [...denier.denied].some((feature) => feature.startsWith("@"));
  if (denier.denied.size < 2 || !named || asserter.assertion.negated || asserter.denied.size > 0) return false;
  if (![...denier.denied].every((feature) => asserter.features.has(feature))) return false;
  return isPresence(denier) || saysMore(denier, asserter);
}

/** What is not there at all, or not aloft, did nothing; "no message was marked secret" denies only that one was. */
const isPresence = ({ assertion, wording }: Proposition): boolean =>
  presence.has(assertion.predicate) || wording.some((word, i) => copula.test(word) && isState(wording[i + 1]));

const presence: ReadonlySet<string> = new Set(
  "be exist fly take occur happen involve cross enter operate =arrive".split(" "),
);
const copula = /^(?:is|are|was|were)$/;

/** No participle, as far as endings tell. */
const isState = (word: string | undefined): boolean => word !== undefined && !/(?:ed|en|wn|ne|ght)$/.test(word);

/** Both have a word, apart from who or what it is said of. */
const saysMore = (a: Proposition, b: Proposition): boolean =>
  a.assertion.words.some((word) => !a.denied.has(word) && b.features.has(word));

/** A one-off act of the same parties on two dates. */
function otherDate(a: Proposition, b: Proposition, c: Comparison): Relation {
  const sameAct = c.head && a.assertion.events.some((x) => b.assertion.events.includes(x) && onceOnly.has(x));
  const once = sameAct || [a, b].some((p, i) => isDoneOnce(p, [b, a][i]!));
  const dated = a.assertion.times.length === 1 && b.assertion.times.length === 1 && !isOpen(a) && !isOpen(b);
  const named = c.head && dated && solemn.has(a.assertion.predicate) && c.words >= 2 && c.shared >= SOLEMN;
  const alikeBeside = c.topic >= CONTRARY && (c.names > 0 || c.words >= 2);
  return once && dated && (alikeBeside || named) ? { kind: "conflict", why: "date" } : none;
}

/** Its own predicate is such an act, and the other tells of that act as well: "formalised in a pact signed in May". */
const isDoneOnce = (a: Proposition, b: Proposition): boolean =>
  oncePredicates.has(a.assertion.predicate) && b.features.has(a.assertion.predicate);

/** Acts that parties do once for one object; they meet, strike and accuse every other day. */
const onceOnly: ReadonlySet<string> = new Set(["AGREE", "CONCEDE", "SANCTION"]);

const oncePredicates: ReadonlySet<string> = new Set([
  "=sign",
  "=elect",
  "=resign",
  "=appoint",
  "=notify",
  "=release",
  "=begin",
]);

/** Acts that leave a dated paper: two dates for one are told in sentences that have little else in common. */
const solemn: ReadonlySet<string> = new Set(["=sign", "=appoint", "=notify"]);
/** Weight that two such must share, in telling words. */
const SOLEMN = 2;

/** Both say who began, and it is not the same: the other side may well be named, as the one who was attacked. */
function rivals(a: Proposition, b: Proposition): boolean {
  if (!a.assertion.beginning || !b.assertion.beginning || a.subject.size === 0 || b.subject.size === 0) return false;
  if (isPronominal(a) || isPronominal(b)) return false;
  return ![...a.subject].some((e) => b.subject.has(e));
}

/** The same words in the same order, of "he" in the one and a name in the other: whom "he" stands for was read wrong. */
const isRetold = (a: Proposition, b: Proposition, c: Comparison): boolean =>
  (isPronominal(a) || isPronominal(b)) &&
  c.predicate &&
  c.inOrder >= 5 &&
  c.orderShare >= IN_ORDER &&
  c.times !== "differ" &&
  c.times !== "unknown" &&
  a.assertion.future === b.assertion.future;

/** Whom "he" stands for may have been read wrong; that would be the whole contradiction. */
const isPronominal = ({ wording }: Proposition): boolean =>
  wording.slice(0, 2).some((word) => /^(?:he|she|they)$/.test(word));

/** Two sides each name the other as the one who began: only an act that can have one beginner is contested. */
function otherAgent(a: Proposition, b: Proposition, c: Comparison): Relation {
  const contested =
    c.predicate && a.assertion.beginning && b.assertion.beginning && c.polarity === "same" && c.topic >= MOVED;
  return contested ? { kind: "conflict", why: "who" } : none;
}
