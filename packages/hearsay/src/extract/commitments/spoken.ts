import type { Token } from "@hearsay/english";
import { type Article, type Commitment, type CommitmentStatus, type Statement, stableId } from "../../model/index.js";
import { baseRelation, dependents, formAt, headAt, lemmaAt, subtree, type Tree } from "../events/tree.js";
import { conditionOf, objectSpan, wordsOf } from "./parts.js";

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What one can undertake to do for others; "be", "see", "continue" and the like undertake nothing. */
const helpful = set(`
  pay give send build rebuild repair provide deliver supply release return restore reopen open lift lower fund finance invest
  compensate refund donate publish report investigate help support protect defend host sign ratify join share lend withdraw
  stop halt end free guarantee raise plant house feed vaccinate evacuate honour honor implement apply
`);
/** What one can undertake to do to others. */
const hostile = set(`
  leave quit abandon attack strike hit bomb fire shoot retaliate respond punish sanction ban expel arrest close shut block cut
  suspend cancel boycott veto sue seize invade fight destroy kill shell blockade withhold scrap oppose
`);

/**
 * What a speaker undertakes in words of their own: "we will pay …" is promised, "we will pay no …" is refused, "if they shoot, we
 * will leave …" is threatened. Only in quotations that have a speaker: outside them "we" may be anybody.
 */
export function spokenIn(article: Article, tree: Tree, statements: readonly Statement[]): readonly Commitment[] {
  return tree.tokens.flatMap((token, i) => {
    const [friendly, unfriendly] = [helpful.has(lemmaAt(tree, i)), hostile.has(lemmaAt(tree, i))];
    if (!(friendly || unfriendly) || !isUndertaken(tree, i)) return [];
    const nothing = ofNothing(tree, i);
    if (nothing && !friendly) return [];
    const holder = statements.find((s) => s.kind !== "indirect" && s.act === "speech" && quotes(s, token));
    const by = holder === undefined ? "" : (holder.speaker.name ?? holder.speaker.description);
    if (holder === undefined || by === "" || !isSaidOutright(tree, i, holder)) return [];
    const threat = unfriendly && (conditionOf(article.id, tree, i) !== null || !friendly);
    return [made(article, tree, i, holder, by, nothing ? "refused" : threat ? "threatened" : "promised")];
  });
}

/** "We will pay no ransom", "we will give them nothing". */
const ofNothing = (tree: Tree, i: number): boolean =>
  dependents(tree, i, "obj", "iobj").some(
    (kid) =>
      /^(?:nothing|nobody|none|no-one)$/.test(formAt(tree, kid)) ||
      dependents(tree, kid, "det").some((det) => formAt(tree, det) === "no"),
  );

/** "we will", "I shall": in the first person, and not "will we", "we will no longer" or "neither we nor they will". */
function isUndertaken(tree: Tree, i: number): boolean {
  const will = dependents(tree, i, "aux").find((kid) => ["will", "'ll", "’ll", "shall"].includes(formAt(tree, kid)));
  const self = dependents(tree, i, "nsubj").find((kid) => ["i", "we"].includes(formAt(tree, kid)));
  if (will === undefined || self === undefined || self > will) return false;
  const clause = subtree(tree, i, (kid) => ["advcl", "conj", "parataxis"].includes(baseRelation(tree, kid)));
  const opening = clause.find((at) => /\p{L}/u.test(formAt(tree, at)));
  return !clause.some((at) => (at === opening || (self < at && at < i)) && refuses(tree, at));
}

/** "no" refuses in "in no way" and "no longer"; in "no doubt" and as an answer ("No, we will …") it does not. */
const refuses = (tree: Tree, i: number): boolean =>
  refusing.has(formAt(tree, i)) && !(formAt(tree, i) === "no" && ["doubt", ","].includes(formAt(tree, i + 1)));

const refusing = set("not n't n’t never no hardly scarcely barely nor neither");

/** The verb leads what is quoted, or is joined to what leads it; in "nobody thinks we will pay" it is what somebody thinks. */
function isSaidOutright(tree: Tree, i: number, holder: Statement): boolean {
  if (dependents(tree, i, "mark").some((kid) => quotes(holder, tree.tokens[kid]!))) return false;
  let top = i;
  while (["conj", "parataxis"].includes(baseRelation(tree, top))) top = headAt(tree, top);
  const above = tree.tokens[headAt(tree, top)];
  return above === undefined || !quotes(holder, above);
}

const quotes = (statement: Statement, token: Token): boolean =>
  statement.content.some((part) => part.start <= token.start && token.end <= part.end);

function made(
  article: Article,
  tree: Tree,
  i: number,
  holder: Statement,
  by: string,
  status: CommitmentStatus,
): Commitment {
  const words = wordsOf(article.id, tree, i);
  return {
    ...words,
    id: stableId("commitment", article.id, words.start, words.end, status),
    status,
    by,
    to: null,
    object: objectSpan(article.id, tree, i, null),
    condition: conditionOf(article.id, tree, i),
    when: null,
    statement: holder.id,
    score: 0.6,
  };
}
