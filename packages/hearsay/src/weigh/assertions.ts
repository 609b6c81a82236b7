import type { Sentence, Token } from "@hearsay/english";
import type {
  Amount,
  Annotation,
  Article,
  Event,
  Extraction,
  Interval,
  Moment,
  Span,
  Statement,
} from "../model/index.js";
import { meaning } from "./synonyms.js";

/** One clause of one article that asserts something, or has someone assert it: what claims are made of. */
export interface Assertion extends Span {
  readonly id: string;
  readonly sentence: number;
  /** The verb or predicate noun that carries it. */
  readonly predicate: string;
  /** What it is about, weighed later by rarity: meanings of content words, entities, event types. */
  readonly features: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  readonly subject: ReadonlySet<string>;
  readonly amounts: readonly Amount[];
  /** Explicit moments inside the clause, those that fix a stretch of time. */
  readonly times: readonly Interval[];
  /** Explicit moments elsewhere in the sentence, which often hold for the clause too. */
  readonly nearTimes: readonly Interval[];
  readonly events: readonly Event[];
  readonly negated: boolean;
  readonly conditional: boolean;
  readonly statement: Statement | null;
}

const clauseRelations = new Set(["root", "ccomp", "advcl", "acl:relcl", "parataxis", "conj", "csubj", "csubj:pass"]);
const contentTags = new Set(["NOUN", "VERB", "ADJ", "PROPN", "NUM"]);
const negations = new Set(["not", "n't", "never", "no", "none", "neither", "nor", "nobody", "nothing", "without"]);
const lightLemmas = new Set(
  "be have do say tell make take get go come add note say put give will would last week day month year time people more most other first second new also there such".split(
    " ",
  ),
);

/** The clauses of an article that say something checkable: with a name, an amount, an event or a reported content. */
export function assertionsOf(
  article: Article,
  annotation: Annotation,
  extraction: Extraction,
  entityOf: Readonly<Record<string, string>>,
): Assertion[] {
  const context = new Context(annotation, extraction, entityOf);
  return annotation.sentences.flatMap((sentence, index) =>
    clausesOf(sentence)
      .filter((clause) => !isCue(sentence, clause, extraction.statements))
      .map((clause) => assertion(article, sentence, index, clause, context))
      .filter((a) => a !== null),
  );
}

/** A clause: its head and the tokens that are its own, not those of a clause within it. */
interface Clause {
  readonly head: number;
  readonly tokens: readonly number[];
}

export function clausesOf(sentence: Sentence): Clause[] {
  const heads = new Set(sentence.tokens.flatMap((token, i) => (headsClause(sentence, token, i) ? [i] : [])));
  const owned = new Map<number, number[]>([...heads].map((head) => [head, []]));
  sentence.tokens.forEach((_, i) => {
    owned.get(ownerOf(sentence, i, heads))?.push(i);
  });
  return [...owned]
    .map(([head, tokens]) => ({ head, tokens: trimmed(sentence, tokens) }))
    .filter((c) => c.tokens.length > 1);
}

function headsClause(sentence: Sentence, token: Token, i: number): boolean {
  if (token.head < 0) return true;
  if (!clauseRelations.has(token.deprel)) return false;
  if (token.deprel !== "conj")
    return token.upos === "VERB" || token.upos === "AUX" || hasDependent(sentence, i, /^(nsubj|cop)/);
  return (token.upos === "VERB" || token.upos === "AUX") && hasDependent(sentence, i, /^(nsubj|obj|obl)/);
}

function hasDependent(sentence: Sentence, head: number, relation: RegExp): boolean {
  return sentence.tokens.some((token) => token.head === head && relation.test(token.deprel));
}

function ownerOf(sentence: Sentence, i: number, heads: ReadonlySet<number>): number {
  let at = i;
  for (let steps = 0; steps <= sentence.tokens.length && at >= 0; steps++) {
    if (heads.has(at)) return at;
    at = sentence.tokens[at]!.head;
  }
  return -1;
}

/** Without punctuation and connectives at either end. */
function trimmed(sentence: Sentence, tokens: readonly number[]): number[] {
  const edge = (i: number | undefined) =>
    i !== undefined && ["PUNCT", "SCONJ", "CCONJ"].includes(sentence.tokens[i]!.upos);
  let from = 0;
  let to = tokens.length;
  while (from < to && edge(tokens[from])) from++;
  while (to > from && edge(tokens[to - 1])) to--;
  return tokens.slice(from, to);
}

function isCue(sentence: Sentence, clause: Clause, statements: readonly Statement[]): boolean {
  const head = sentence.tokens[clause.head]!;
  const inside = (span: Span) => span.start <= head.start && head.end <= span.end;
  return statements.some((s) => s.cue.some(inside) && !s.content.some(inside));
}

/** What one article's clauses are looked up in. */
class Context {
  constructor(
    readonly annotation: Annotation,
    readonly extraction: Extraction,
    readonly entityOf: Readonly<Record<string, string>>,
  ) {}
  entitiesIn(spans: readonly Span[]): Set<string> {
    const found = new Set<string>();
    for (const mention of this.annotation.mentions)
      if (mention.entity !== null && spans.some((s) => s.start <= mention.start && mention.start < s.end))
        found.add(this.entityOf[mention.entity] ?? mention.entity);
    return found;
  }
}

function assertion(
  article: Article,
  sentence: Sentence,
  index: number,
  clause: Clause,
  context: Context,
): Assertion | null {
  const tokens = clause.tokens.map((i) => sentence.tokens[i]!);
  const start = tokens[0]!.start;
  const end = tokens.at(-1)!.end;
  const own = (span: { start: number; end: number }) => tokens.some((t) => t.start < span.end && span.start < t.end);
  const amounts = context.annotation.amounts.filter(own);
  const events = context.extraction.events.filter((e) => own(e.trigger));
  const entities = context.entitiesIn(tokens.map((t) => ({ article: article.id, start: t.start, end: t.end })));
  if (amounts.length === 0 && events.length === 0 && entities.size === 0) return null;
  const words = contentWords(tokens);
  if (words.length < 2) return null;
  const statement = innermost(context.extraction.statements, start, end);
  return {
    id: `${article.id}/${start}-${end}`,
    article: article.id,
    start,
    end,
    sentence: index,
    predicate: meaning(sentence.tokens[clause.head]!.lemma.toLowerCase()),
    features: new Set([...words, ...[...entities].map((e) => `@${e}`), ...events.map((e) => `!${e.type}`)]),
    entities,
    subject: subjectOf(article.id, sentence, clause, context),
    amounts,
    times: intervals(context.annotation.moments.filter(own)),
    nearTimes: intervals(context.annotation.moments.filter((m) => m.start >= sentence.start && m.end <= sentence.end)),
    events,
    negated: tokens.filter((t) => negations.has(t.lemma.toLowerCase())).length % 2 === 1 || statement?.act === "denial",
    conditional: /^(if|unless|should|would|could|might|may)$/i.test(tokens[0]!.form) || isConditional(sentence, clause),
    statement,
  };
}

function contentWords(tokens: readonly Token[]): string[] {
  return tokens
    .filter((t) => contentTags.has(t.upos) && !lightLemmas.has(t.lemma.toLowerCase()) && /\p{L}/u.test(t.form))
    .map((t) => meaning(t.lemma.toLowerCase()));
}

function isConditional(sentence: Sentence, clause: Clause): boolean {
  return sentence.tokens.some(
    (t) =>
      t.head === clause.head &&
      ((t.deprel === "mark" && /^(if|unless|whether)$/i.test(t.form)) ||
        (t.deprel === "aux" && /^(would|could|might|may)$/i.test(t.form))),
  );
}

function subjectOf(article: string, sentence: Sentence, clause: Clause, context: Context): Set<string> {
  const subject = sentence.tokens.findIndex((t) => t.head === clause.head && /^nsubj/.test(t.deprel));
  if (subject < 0) return new Set();
  const below = new Set([subject]);
  const own = new Set(clause.tokens);
  for (let grew = true; grew; ) {
    grew = false;
    sentence.tokens.forEach((t, i) => {
      if (!below.has(i) && own.has(i) && below.has(t.head)) grew = below.add(i).has(i);
    });
  }
  return context.entitiesIn(
    [...below].map((i) => ({ article, start: sentence.tokens[i]!.start, end: sentence.tokens[i]!.end })),
  );
}

function intervals(moments: readonly Moment[]): Interval[] {
  return moments.flatMap((m) => (m.interval && m.type !== "DURATION" && m.type !== "SET" ? [m.interval] : []));
}

/** The smallest statement whose content holds the clause. */
function innermost(statements: readonly Statement[], start: number, end: number): Statement | null {
  const holding = statements.filter((s) => s.content.some((c) => c.start <= start + 1 && end <= c.end + 1));
  const size = (s: Statement) => Math.min(...s.content.map((c) => c.end - c.start));
  return holding.sort((a, b) => size(a) - size(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}
