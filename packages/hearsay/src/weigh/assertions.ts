import { pathToRoot, type Sentence, subtree, type Token } from "@hearsay/english";
import {
  type Amount,
  type Annotation,
  type Article,
  type Event,
  type Extraction,
  type Interval,
  type Mention,
  type Moment,
  overlaps,
  type Span,
  type Statement,
} from "../model/index.js";
import { type Clause, clausesOf, trimmed } from "./clauses.js";
import { isName } from "./entities.js";
import { measureOf } from "./measure.js";
import { denies, meaning } from "./synonyms.js";

/** An amount in its clause. */
export interface Measured {
  readonly amount: Amount;
  /** What it measures, for comparing; null when that is not clear. */
  readonly measure: string | null;
  /** It counts a whole that the text treats as known: "its 22 crew", "all 24 members". */
  readonly whole: boolean;
  /** "Never fell below 485" is a bound that holds throughout. */
  readonly always: boolean;
  /** Whose or of what they are: entities named in what is counted. */
  readonly owners: ReadonlySet<string>;
}

/** One clause of one article that asserts something, or has someone assert it: what claims are made of. */
export interface Assertion extends Span {
  readonly id: string;
  readonly sentence: number;
  /** The meaning of the verb or predicate noun that carries it. */
  readonly predicate: string;
  /**
   * What it is about, weighed later by rarity: meanings of content words; `@` entities; `!` event types; `#` amounts and
   * `%` what they measure; `~` days.
   */
  readonly features: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  readonly subject: ReadonlySet<string>;
  readonly amounts: readonly Measured[];
  /** Explicit moments inside the clause, those that fix a stretch of time; "since" and "until" leave one end open. */
  readonly times: readonly Interval[];
  readonly events: readonly Event[];
  readonly negated: boolean;
  /** What a "no" before the subject says was not there: its words and names; empty otherwise. */
  readonly deniedSubject: ReadonlySet<string>;
  /** It says who began, fired first, provoked. */
  readonly beginning: boolean;
  readonly conditional: boolean;
  /** "No such request": what it is about was taken from the assertion before it. */
  readonly borrowed: boolean;
  readonly statement: Statement | null;
}

const contentTags = new Set(["NOUN", "VERB", "ADJ", "PROPN", "ADV"]);
const negations = new Set("not n't never no none neither nor nobody nothing".split(" "));
const lightLemmas = new Set(
  `be have do say tell make take get go come put give will would also there such then so now just still already even
   more most other such very too here well only much many own new same back again once ever yet however`.split(/\s+/),
);

/** The clauses of an article that say something checkable: with a name, an amount, an event, or as reported content. */
export function assertionsOf(
  article: Article,
  annotation: Annotation,
  extraction: Extraction,
  entityOf: Readonly<Record<string, string>>,
): Assertion[] {
  const context = new Context(article, annotation, extraction, entityOf);
  const found: Assertion[] = [];
  annotation.sentences.forEach((sentence, index) => {
    for (const clause of clausesOf(sentence)) {
      if (isCue(sentence.tokens[clause.head]!, extraction.statements)) continue;
      const next = assertion(sentence, index, withoutAttribution(sentence, clause, extraction.statements), context);
      if (next !== null) found.push(borrowing(next, sentence, found.at(-1)));
    }
  });
  return found;
}

/** A reported clause without the words that report it ("…, the army said"): cut at the source or cue next to its head. */
function withoutAttribution(sentence: Sentence, clause: Clause, statements: readonly Statement[]): Clause {
  const head = sentence.tokens[clause.head]!;
  const statement = innermost(statements, head.start, head.end);
  if (statement === null) return clause;
  const reports = (t: Token) => [...statement.cue, ...statement.source].some((s) => s.start < t.end && t.start < s.end);
  const bounds = sentence.tokens.flatMap((t, i) => (reports(t) ? [i] : []));
  const from = Math.max(-1, ...bounds.filter((i) => i < clause.head));
  const to = Math.min(sentence.tokens.length, ...bounds.filter((i) => i > clause.head));
  return {
    ...clause,
    tokens: trimmed(
      sentence,
      clause.tokens.filter((i) => from < i && i < to),
    ),
  };
}

/** "There is no such request" takes what it is about from the assertion before it. */
function borrowing(assertion: Assertion, sentence: Sentence, before: Assertion | undefined): Assertion {
  const refers = sentence.tokens.some(
    (t) => assertion.start <= t.start && t.end <= assertion.end && /^such$/i.test(t.form),
  );
  if (!refers || before === undefined || assertion.sentence - before.sentence > 1) return assertion;
  return {
    ...assertion,
    features: new Set([...assertion.features, ...before.features]),
    entities: before.entities,
    borrowed: true,
  };
}

function isCue(head: Token, statements: readonly Statement[]): boolean {
  const inside = (span: Span) => span.start <= head.start && head.end <= span.end;
  return statements.some((s) => s.cue.some(inside) && !s.content.some(inside));
}

/** What one article's clauses are looked up in. */
class Context {
  private readonly named: ReadonlySet<string>;
  constructor(
    readonly article: Article,
    readonly annotation: Annotation,
    readonly extraction: Extraction,
    private readonly entityOf: Readonly<Record<string, string>>,
  ) {
    this.named = new Set(annotation.entities.filter((e) => isName(e.name)).map((e) => e.id));
  }
  entity(mention: Mention): string | null {
    return mention.entity !== null && this.named.has(mention.entity) ? this.story(mention.entity) : null;
  }
  story(entity: string): string {
    return this.entityOf[entity] ?? entity;
  }
  mentionsIn(tokens: readonly Token[]): Mention[] {
    return this.annotation.mentions.filter((m) => tokens.some((t) => t.start < m.end && m.start < t.end));
  }
  entitiesIn(tokens: readonly Token[]): Set<string> {
    return new Set(this.mentionsIn(tokens).flatMap((m) => this.entity(m) ?? []));
  }
}

function assertion(sentence: Sentence, index: number, clause: Clause, context: Context): Assertion | null {
  if (clause.tokens.length === 0) return null;
  const tokens = clause.tokens.map((i) => sentence.tokens[i]!);
  const { start } = tokens[0]!;
  const { end } = tokens.at(-1)!;
  const own = (span: Span) => tokens.some((t) => t.start < span.end && span.start < t.end);
  const moments = context.annotation.moments.filter(own);
  const amounts = context.annotation.amounts.filter((a) => own(a) && !moments.some((m) => overlaps(m, a)));
  const events = context.extraction.events.filter((e) => own(e.trigger));
  const statement = innermost(context.extraction.statements, start, end);
  const subject = subjectOf(sentence, clause, statement, context);
  const entities = new Set([...context.entitiesIn(tokens), ...subject]);
  const words = contentWords(tokens, context);
  const checkable = amounts.length + events.length + entities.size > 0 || statement !== null;
  if (words.length === 0 || (!checkable && words.length < 3)) return null;
  const negated = isNegated(sentence, clause, statement);
  const measures = amounts.map((amount) => measured(amount, words, negated, context));
  return {
    id: `${context.article.id}/${start}-${end}`,
    article: context.article.id,
    start,
    end,
    sentence: index,
    predicate: meaningOf(sentence.tokens[clause.head]!),
    features: new Set([
      ...words,
      ...[...entities].map((e) => `@${e}`),
      ...events.map((e) => `!${e.type}`),
      ...measures.flatMap((m) => [`#${m.amount.min}-${m.amount.max} ${m.amount.unit ?? ""}`, `%${m.measure}`]),
      ...moments.flatMap(dayOf),
    ]),
    entities,
    subject,
    amounts: measures,
    times: moments.flatMap((m) => openInterval(m, context.article.text)),
    events,
    negated: negated && !measures.some((m) => m.always),
    deniedSubject: deniedSubject(sentence, clause, context),
    beginning: isBeginning(words, context.article.text.slice(start, end)),
    conditional: isConditional(sentence, clause),
    borrowed: false,
    statement,
  };
}

/** The one day a moment means, as a feature. */
function dayOf({ interval }: Moment): string[] {
  const day = interval?.earliest.slice(0, 10);
  return day !== undefined && day.length === 10 && day === interval?.latest.slice(0, 10) ? [`~${day}`] : [];
}

/** Words that carry meaning, but for names (features as entities), amounts and moments (slots of their own). */
function contentWords(tokens: readonly Token[], context: Context): string[] {
  const names = context.mentionsIn(tokens).filter((m) => m.form === "name" && context.entity(m) !== null);
  const apart: Span[] = [...names, ...context.annotation.moments, ...context.annotation.amounts];
  return tokens
    .filter((t) => (contentTags.has(t.upos) && /\p{L}{2}/u.test(t.form)) || t.upos === "NUM")
    .filter((t) => !lightLemmas.has(t.lemma.toLowerCase()))
    .filter((t) => !apart.some((span) => span.start <= t.start && t.end <= span.end))
    .map(meaningOf);
}

const meaningOf = (token: Token): string => meaning(token.lemma.toLowerCase(), token.upos);

function isConditional(sentence: Sentence, clause: Clause): boolean {
  return sentence.tokens.some(
    (t) =>
      t.head === clause.head &&
      ((t.deprel === "mark" && /^(if|unless|whether)$/i.test(t.form)) ||
        (t.deprel === "aux" && /^(could|might|may|should)$/i.test(t.form))),
  );
}

/** Who the clause is about: the subject's own mention, else one that modifies it; "I", "we", "it" in a quote are the speaker. */
function subjectOf(sentence: Sentence, clause: Clause, statement: Statement | null, context: Context): Set<string> {
  const i = subjectIndex(sentence, clause.head);
  if (i < 0) return new Set();
  const token = sentence.tokens[i]!;
  const speaker = statement?.speaker.entity;
  if (speaker && token.upos === "PRON" && /^(i|we)$/i.test(token.form)) return new Set([context.story(speaker)]);
  const direct = context.entitiesIn([token]);
  if (direct.size > 0) return direct;
  if (speaker && token.upos === "PRON" && /^(it|he|she|they)$/i.test(token.form))
    return new Set([context.story(speaker)]);
  return context.entitiesIn(subtree(sentence, i).map((j) => sentence.tokens[j]!));
}

/** The subject of a predicate, or of the predicate that it is coordinated with. */
function subjectIndex(sentence: Sentence, head: number): number {
  const own = sentence.tokens.findIndex((t) => t.head === head && t.deprel.startsWith("nsubj"));
  const token = sentence.tokens[head]!;
  return own >= 0 || token.deprel !== "conj"
    ? own
    : sentence.tokens.findIndex((t) => t.head === token.head && t.deprel.startsWith("nsubj"));
}

function measured(given: Amount, words: readonly string[], negated: boolean, context: Context): Measured {
  const toll = words.includes("=kill") ? "killed" : words.includes("=wound") ? "wounded" : false;
  const amount = negated ? turned(given, context.article.text) : given;
  const counted = amount.of;
  const owners = counted === null ? [] : context.annotation.mentions.filter((m) => overlaps(m, counted));
  return {
    amount,
    measure: measureOf(amount, toll),
    whole: isWhole(amount, context.article.text),
    always: amount !== given,
    owners: new Set(owners.flatMap((m) => context.entity(m) ?? [])),
  };
}

/** Under a negation "below 485" is 485 or more, and "above 485" 485 or less. */
function turned(amount: Amount, text: string): Amount {
  const around = text.slice(Math.max(0, amount.start - 14), Math.min(amount.end, amount.start + 14)).toLowerCase();
  const value = amount.min > 0 ? amount.min : (amount.max ?? 0);
  if (/\b(below|under|less than|fewer than)\b/.test(around))
    return { ...amount, min: amount.max ?? value, max: null, exact: false };
  if (/\b(above|over|more than|exceed\w*)\b/.test(around)) return { ...amount, min: 0, max: value, exact: false };
  return amount;
}

/** An odd number of "not", a word of denial in it or above it, or a statement that denies. */
function isNegated(sentence: Sentence, clause: Clause, statement: Statement | null): boolean {
  const lemmas = clause.tokens.map((i) => sentence.tokens[i]!.lemma.toLowerCase());
  const above = pathToRoot(sentence, clause.head).map((i) => sentence.tokens[i]!.lemma.toLowerCase());
  const doubted =
    above.includes("hard") && above.some((lemma) => /^(sustain|believe|maintain|credit|defend)$/.test(lemma));
  if (doubted || statement?.act === "denial" || [...lemmas, ...above].some(denies)) return true;
  return lemmas.filter((lemma) => negations.has(lemma)).length % 2 === 1;
}

/** "No Karvenian drone …", "none of its drones …": the words and names of what is said not to be there. */
function deniedSubject(sentence: Sentence, clause: Clause, context: Context): Set<string> {
  const i = sentence.tokens.findIndex((t) => t.head === clause.head && t.deprel.startsWith("nsubj"));
  if (i < 0) return new Set();
  const tokens = subtree(sentence, i).map((j) => sentence.tokens[j]!);
  if (!/^(no|none)$/i.test(tokens[0]!.form)) return new Set();
  return new Set([...contentWords(tokens.slice(1), context), ...[...context.entitiesIn(tokens)].map((e) => `@${e}`)]);
}

function isBeginning(words: readonly string[], text: string): boolean {
  return (
    /\b(open(s|ed|ing)? fire|fir(es?|ed|ing) first|first to|provo(ke|cation)|start(ed)? (it|the)|unprovoked)\b/i.test(
      text,
    ) || words.includes("=begin")
  );
}

/** The number stands for a whole: possessive, "all" or "the" before it, on a count. */
function isWhole({ start, unit }: Amount, text: string): boolean {
  return (
    unit === null &&
    /(?:\b(?:its|their|his|her|our|all|the|both)|['’]s?) (?:of )?$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** "Since January" and "after" have no end, "until 1 March", "by" and "before" no beginning. */
function openInterval({ interval, type, start }: Moment, text: string): Interval[] {
  if (interval === null || type === "DURATION" || type === "SET") return [];
  const before = text.slice(Math.max(0, start - 10), start).toLowerCase();
  if (/\b(since|from|after) (the )?$/.test(before)) return [{ ...interval, latest: "9999" }];
  if (/\b(until|till|by|before) (the )?$/.test(before)) return [{ ...interval, earliest: "0000" }];
  return [interval];
}

/** The smallest statement whose content holds the clause. */
function innermost(statements: readonly Statement[], start: number, end: number): Statement | null {
  const holding = statements.filter((s) => s.content.some((c) => c.start <= start + 1 && end <= c.end + 1));
  const size = (s: Statement) => Math.min(...s.content.map((c) => c.end - c.start));
  return holding.sort((a, b) => size(a) - size(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}
