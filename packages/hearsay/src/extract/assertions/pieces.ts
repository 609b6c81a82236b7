import type { Sentence, Token } from "@hearsay/english";
import { parsedAt, tokenWith } from "../../annotate/index.js";
import type { Statement } from "../../model/index.js";
import { Tree } from "../tree.js";

/** A stretch of one sentence with a tree of its own, and the statement that reports it, if one does. */
export interface Piece {
  readonly tree: Tree;
  readonly statement: Statement | null;
  /** Token heads outside this stretch of the tree are not its own. */
  readonly own: (start: number, end: number) => boolean;
  /** If given, only the clause of this head is meant. */
  readonly only?: Token;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly statement: Statement;
}

/** Shorter reported words are left in the sentence they stand in. */
const MIN_TOKENS = 3;

/**
 * Cuts a sentence into what is reported and the rest. Reported words that are no clause of the sentence's tree are parsed
 * by themselves: where a sentence joins a quotation to "… said", the tree of the whole is least reliable at the seam.
 */
export function piecesOf(sentence: Tree, statements: readonly Statement[], text: string): Piece[] {
  const segments = reported(sentence, statements);
  if (segments.length === 0) return [{ tree: sentence, statement: null, own: () => true }];
  const outside = (start: number, end: number) => !segments.some((s) => s.start < end && start < s.end);
  const rest: Piece = { tree: sentence, statement: null, own: outside };
  const [only, ...more] = segments;
  if (only && more.length === 0 && covers(segments, sentence))
    return [{ tree: sentence, statement: only.statement, own: () => true }];
  return [
    ...segments.flatMap((segment) => parsed(sentence, segment, text)),
    ...(segments.length > 0 && covers(segments, sentence) ? [] : [rest]),
  ];
}

/** The parts of statements' contents in this sentence, the widest first; what lies inside another is not cut again. */
function reported(sentence: Tree, statements: readonly Statement[]): Segment[] {
  const parts = statements
    .flatMap((statement) => statement.content.map((c) => within(sentence, c.start, c.end, statement)))
    .filter((part) => part !== null)
    .sort(
      (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.statement.id < b.statement.id ? -1 : 1),
    );
  const kept: Segment[] = [];
  for (const part of parts) if (!kept.some((k) => k.start < part.end && part.start < k.end)) kept.push(part);
  return kept;
}

function within(sentence: Tree, start: number, end: number, statement: Statement): Segment | null {
  const inside = sentence.tokens.filter((t) => start <= t.start && t.end <= end && t.upos !== "PUNCT");
  if (inside.length < MIN_TOKENS) return null;
  return { start: inside[0]!.start, end: inside.at(-1)!.end, statement };
}

function covers(segments: readonly Segment[], sentence: Tree): boolean {
  return sentence.tokens.every((t) => t.upos === "PUNCT" || segments.some((s) => s.start <= t.start && t.end <= s.end));
}

function parsed(sentence: Tree, segment: Segment, text: string): Piece[] {
  const { start, end, statement } = segment;
  const own = subtreeOf(sentence, segment);
  const sentences = own === null ? parsedAt(text, start, end) : [own];
  return sentences.map((one) => ({ tree: new Tree(one), statement, own: () => true }));
}

/** The segment's part of the sentence's tree, when it is a clause there already: all of it below one predicate. Else null. */
function subtreeOf({ tokens, relations, children }: Tree, { start, end }: Segment): Sentence | null {
  const from = tokens.findIndex((t) => t.start >= start);
  const to = tokens.findLastIndex((t) => t.end <= end) + 1;
  const isInside = (i: number) => i >= from && i < to;
  let top = -1;
  for (let i = from; i < to; i++) {
    if (isInside(tokens[i]!.head)) continue;
    if (top >= 0) return null;
    top = i;
  }
  const isPredicate =
    tokens[top]!.upos === "VERB" || children[top]!.some((c) => isInside(c) && predicated.has(relations[c]!));
  if (!isPredicate) return null;
  const cut = (token: Token, i: number): Token =>
    tokenWith(token, i + from === top ? { head: -1, deprel: "root" } : { head: token.head - from });
  return { start, end, tokens: tokens.slice(from, to).map(cut) };
}

const predicated: ReadonlySet<string> = new Set(["cop", "nsubj"]);
