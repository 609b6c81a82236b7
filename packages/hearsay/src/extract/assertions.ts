import type { Sentence, Token } from "@hearsay/english";
import {
  type Annotation,
  type Article,
  type Assertion,
  contains,
  type Event,
  type Moment,
  type Span,
  type Statement,
} from "../model/index.js";
import { type Clause, clausesOf } from "./assertions/clauses.js";
import { isDenial } from "./assertions/denial.js";
import { type Lookup, lookupsOf, touches, unique } from "./assertions/lookup.js";
import { isNegated } from "./assertions/negation.js";
import { type Piece, piecesOf } from "./assertions/pieces.js";
import { predicateOf } from "./assertions/predicate.js";
import { rolesOf } from "./assertions/roles.js";
import * as slots from "./assertions/slots.js";
import { stanceOf } from "./assertions/stance.js";
import { isConditional, isFuture, isMeant } from "./assertions/supposed.js";
import { isAmiss, takenBack } from "./assertions/taken-back.js";
import { bySentence } from "./by-sentence.js";
import { namesActor } from "./events/when.js";
import { Tree } from "./tree.js";

/** An attribution less certain than this does not decide whose words a clause is. */
const SURE = 0.6;

/**
 * The clauses of an article that say something checkable: with a name, an amount, an event, or as reported content.
 * The clause that only reports ("the army said") is not one.
 */
export function findAssertions(
  article: Article,
  annotation: Annotation,
  statements: readonly Statement[],
  events: readonly Event[],
): Assertion[] {
  const lookups = lookupsOf(article, annotation);
  const sure = statements.filter((s) => s.score >= SURE);
  const said = bySentence(annotation.sentences, sure, ({ content, cue }) => [...content, ...cue]);
  const triggered = bySentence(annotation.sentences, events, ({ trigger }) => [trigger]);
  const found: Assertion[] = [];
  for (const [i, sentence] of annotation.sentences.entries()) {
    const [tree, inSentence, happening] = [new Tree(sentence), said[i]!, triggered[i]!];
    if (isQuestion(sentence, inSentence)) continue;
    const clauses = [...piecesOf(tree, inSentence, article.text), ...acts(tree, inSentence, happening)]
      .filter((piece) => !asks(piece, article.text))
      .flatMap((piece) =>
        clausesIn(piece, inSentence).map((clause) =>
          assertion(sentence, attributed(piece, clause, inSentence), clause, happening, lookups[i]!),
        ),
      )
      .filter((a) => a !== null)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    for (const a of clauses) found.push(refersBack(a, article.text) ? { ...a, refersTo: referent(a, found) } : a);
  }
  return found;
}

/** A question asserts nothing, unless someone's words are reported in it. */
const isQuestion = ({ tokens }: Sentence, said: readonly Statement[]): boolean =>
  said.length === 0 && tokens.slice(-3).some(({ form }) => form.startsWith("?"));

/** Reported words that are a question themselves: "Who closed the port?" she asked; asked whether it was open. */
function asks({ tree, statement }: Piece, text: string): boolean {
  if (statement?.act === "question") return true;
  const last = tree.tokens.findLast(({ upos }) => upos !== "PUNCT");
  return statement !== null && last !== undefined && /^\s?\?/.test(text.slice(last.end, last.end + 2));
}

/** A cue that is an act itself ("rejected the offer", "signed a treaty") is asserted too, with what it governs. */
function acts(tree: Tree, statements: readonly Statement[], events: readonly Event[]): Piece[] {
  const triggered = (t: Token) => events.some((e) => e.trigger.start < t.end && t.start < e.trigger.end);
  const heads = tree.tokens.filter((t) => isCue(t, statements) && triggered(t));
  return heads.map((head) => ({ tree, statement: null, own: () => true, only: head }));
}

/** Predicates that say something is to come: a promise to deliver is not a delivery. */
const ahead: ReadonlySet<string> = new Set([
  "=promise",
  "=offer",
  "=threaten",
  "plan",
  "intend",
  "guarantee",
  "expect",
  "schedule",
]);

function clausesIn(piece: Piece, statements: readonly Statement[]): Clause[] {
  return clausesOf(piece.tree).filter(({ head }) => {
    const token = piece.tree.tokens[head]!;
    if (piece.only) return piece.only === token;
    return piece.own(token.start, token.end) && !(piece.statement === null && isCue(token, statements));
  });
}

/** "…, of which they had been told": what is said of a noun within reported words is the speaker's too, till it is shown not to be. */
function attributed(piece: Piece, { head }: Clause, statements: readonly Statement[]): Piece {
  const { deprel, head: noun, start, end } = piece.tree.tokens[head]!;
  if (piece.statement !== null) return { ...piece, statement: innermost(statements, start, end) ?? piece.statement };
  const antecedent = piece.tree.tokens[noun];
  if (deprel !== "acl:relcl" || antecedent === undefined) return piece;
  const teller = statements.find((s) => s.content.some((c) => c.start <= antecedent.start && antecedent.end <= c.end));
  return teller === undefined ? piece : { ...piece, statement: teller };
}

/** "Roe said that Venn had told her that …": what Venn said is Venn's, as Roe reports it, and no position of Roe's. */
function innermost(statements: readonly Statement[], start: number, end: number): Statement | null {
  const size = ({ content }: Statement): number => content.reduce((sum, c) => sum + c.end - c.start, 0);
  return statements
    .filter(({ content }) => content.some((c) => c.start <= start && end <= c.end))
    .reduce<Statement | null>((least, s) => (least === null || size(s) < size(least) ? s : least), null);
}

function isCue(head: Token, statements: readonly Statement[]): boolean {
  return statements.some((s) => s.cue.some((c) => c.start <= head.start && head.end <= c.end));
}

/**
 * A sentence with one moment ("In January he came and saw") is about that moment in all clauses that are coordinated
 * with the one that names it or stand around it as its circumstances; not in what is said of a noun, or reported.
 */
function soleMoment(sentence: Sentence, tree: Tree, { head }: Clause, { moments }: Lookup): Moment[] {
  const inside = moments.filter(
    (m) => sentence.start <= m.start && m.end <= sentence.end && m.interval !== null && !namesActor(sentence.tokens, m),
  );
  const [moment, ...others] = inside;
  if (moment === undefined || others.length > 0) return [];
  const named = tree.tokens.findIndex((token) => token.start < moment.end && moment.start < token.end);
  return named >= 0 && around(tree, head).some((i) => around(tree, named, /^(?!acl|ccomp|csubj)/).includes(i))
    ? [moment]
    : [];
}

/** A token and what it hangs on, for as long as it does so as one of these relations. */
function around(tree: Tree, i: number, relations = /^(?:conj|advcl|parataxis)$/): number[] {
  const path = [i];
  for (let at = i; relations.test(tree.relations[at]!) && tree.tokens[at]!.head >= 0; ) {
    at = tree.tokens[at]!.head;
    if (path.includes(at)) break;
    path.push(at);
  }
  return path;
}

/** The nearest assertion before that speaks of the same thing, at most a few clauses back. */
function referent(a: Assertion, before: readonly Assertion[]): string | null {
  const near = before.slice(-REACH).reverse();
  return (near.find((b) => a.words.some((word) => b.words.includes(word))) ?? near[0])?.id ?? null;
}
const REACH = 6;

const refersBack = ({ start, end }: Span, text: string): boolean => /\bno such\b/i.test(text.slice(start, end));

/** The words of what ", of which …" is said of, where its own tree does not hold them: reported words are parsed apart. */
function antecedent(sentence: Sentence, tokens: readonly Token[]): readonly Token[] {
  const opening = tokens.filter(({ upos }) => upos !== "PUNCT").slice(0, 2);
  if (opening[0]?.upos !== "ADP" || !/^which$/i.test(opening[1]?.form ?? "")) return [];
  const before = sentence.tokens.filter(({ end, upos }) => end <= opening[0]!.start && upos !== "PUNCT").slice(-2);
  return before.at(-1)?.upos === "NOUN" ? before.filter(({ upos }) => upos === "NOUN" || upos === "ADJ") : [];
}

/** Where what ", of which …" is said of is reported elsewhere, its comma would be left at the front. */
function unpunctuated(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ upos }) => upos !== "PUNCT");
  return from <= 0 ? tokens : tokens.slice(from);
}

function assertion(
  sentence: Sentence,
  { tree, statement, own }: Piece,
  clause: Clause,
  happening: readonly Event[],
  lookup: Lookup,
): Assertion | null {
  const tokens = unpunctuated(clause.tokens.map((i) => tree.tokens[i]!).filter((t) => own(t.start, t.end)));
  if (tokens.length < 2) return null;
  const { article } = lookup;
  const holds = (span: Span) => touches(span, tokens);
  const around = lookup.around(tokens);
  const moments = around.moments.filter((m) => holds(m) && !namesActor(sentence.tokens, m));
  const amounts = around.amounts.filter(
    (a) => holds(a) && !moments.some((m) => contains(m, a)) && !slots.isAnaphor(a, article.text),
  );
  const events = happening.filter((e) => holds(e.trigger));
  const words = slots.contentWords([...antecedent(sentence, tokens), ...tokens], around, lookup);
  const subject = slots.subjectOf(tree, clause, statement, lookup);
  const entities = unique([...lookup.entitiesOf(around.mentions), ...subject]);
  const checkable = amounts.length + events.length + entities.length > 0 || statement !== null;
  if (words.length === 0 || (!checkable && words.length < 3)) return null;
  const [start, end] = [tokens[0]!.start, tokens.at(-1)!.end];
  const withdrawn = takenBack(sentence, [start, end], lookup);
  const untrue = withdrawn !== null || isAmiss(sentence, [start, end], article.text);
  const negated = untrue || isNegated(tree, clause, statement);
  const predicate = predicateOf(tree, clause.head);
  const measures = slots.current(
    amounts.map((amount) => slots.measured(amount, words, negated, lookup)),
    article.text,
  );
  return {
    id: `${article.id}/${start}-${end}`,
    article: article.id,
    start,
    end,
    sentence: { article: article.id, start: sentence.start, end: sentence.end },
    predicate,
    nominal: !tokens.some(({ upos }) => upos === "VERB" || upos === "AUX"),
    words: unique(predicate.startsWith("=") ? [...words, predicate] : words),
    entities,
    subject,
    roles: rolesOf(tree, clause, statement, lookup),
    amounts: measures,
    times: (moments.length > 0 ? moments : soleMoment(sentence, tree, clause, lookup)).flatMap((m) =>
      slots.openInterval(m, article.text),
    ),
    undated: moments.some(slots.isUndated),
    events: [...new Set(events.map((e) => e.type))].sort(),
    denial: untrue || isDenial(tree, clause),
    takenBack: withdrawn,
    negated: negated && !measures.some((m) => m.always),
    denied: slots.denied(tokens, lookup),
    beginning: slots.isBeginning(predicate, article.text.slice(start, end)),
    conditional: isConditional(tree, clause, statement),
    future: isFuture(tree, clause, statement, article.text) || ahead.has(predicate) || isMeant(tree, clause.head),
    stance: stanceOf(tree, clause, statement, lookup),
    refersTo: null,
    statement: statement?.id ?? null,
  };
}
