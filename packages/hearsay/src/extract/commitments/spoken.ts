import { type Article, type Commitment, type CommitmentStatus, type Statement, stableId } from "../../model/index.js";
import { dependents, formAt, lemmaAt, type Tree } from "../events/tree.js";
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
 * What a speaker undertakes in words of their own: "we will pay …" is promised, "if they shoot, we will leave …" is threatened.
 * Only in quotations that have a speaker: outside them "we" may be anybody.
 */
export function spokenIn(article: Article, tree: Tree, statements: readonly Statement[]): readonly Commitment[] {
  return tree.tokens.flatMap((token, i) => {
    const [friendly, unfriendly] = [helpful.has(lemmaAt(tree, i)), hostile.has(lemmaAt(tree, i))];
    if (!(friendly || unfriendly) || !isUndertaken(tree, i)) return [];
    const holder = statements.find(
      (s) =>
        s.kind !== "indirect" &&
        s.act === "speech" &&
        s.content.some((c) => c.start <= token.start && token.end <= c.end),
    );
    const by = holder === undefined ? "" : (holder.speaker.name ?? holder.speaker.description);
    if (holder === undefined || by === "") return [];
    const condition = conditionOf(article.id, tree, i);
    return [
      made(article, tree, i, holder, by, unfriendly && (condition !== null || !friendly) ? "threatened" : "promised"),
    ];
  });
}

/** "we will", "I shall": in the first person, and not "we will not" or "will we". */
function isUndertaken(tree: Tree, i: number): boolean {
  const self = dependents(tree, i, "nsubj").some((kid) => kid < i && ["i", "we"].includes(formAt(tree, kid)));
  const will = dependents(tree, i, "aux").some((kid) => ["will", "'ll", "’ll", "shall"].includes(formAt(tree, kid)));
  return self && will && !dependents(tree, i, "advmod").some((kid) => /^(?:not|n['’]t|never)$/.test(formAt(tree, kid)));
}

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
