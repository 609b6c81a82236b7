import type { ReportStatement } from "hearsay";

type Speaker = ReportStatement["speaker"];

/** A speaker as the article has it: by name, else in its own words. Nobody unnamed is given a name. */
export const speakerName = (s: Speaker): string => s.name ?? s.description;

/** Role and affiliation, and whether the source stays unnamed. */
export function sayAffiliation(s: Speaker): string {
  const unnamed =
    s.name !== null ? null : s.anonymous ? "asked not to be named" : s.collective ? "several, unnamed" : "unnamed";
  return [s.role, s.affiliation === s.name ? null : s.affiliation, unnamed].filter(Boolean).join(" · ");
}

/** What the manner of a statement adds to its words. */
export const sayTone = (s: Pick<ReportStatement, "act" | "negated" | "hedged">): readonly string[] => [
  ...(s.act === "speech" ? [] : [s.act]),
  ...(s.negated ? ["negated"] : []),
  ...(s.hedged ? ["hedged"] : []),
];

/** One remark as several articles have it. */
export interface Remark {
  readonly statements: readonly ReportStatement[];
}

/**
 * A speaker's statements joined where two have most of their words in common (Jaccard over word sets, at least half),
 * in the order of the first of each. Only statements of different articles are joined.
 */
export function remarks(statements: readonly ReportStatement[]): readonly Remark[] {
  const groups: { words: ReadonlySet<string>; statements: ReportStatement[]; articles: Set<string> }[] = [];
  for (const statement of statements) {
    const { article } = statement;
    const words = wordsOf(statement.content.text);
    const group = groups.find((g) => !g.articles.has(article) && isLike(g.words, words));
    if (group === undefined) groups.push({ words, statements: [statement], articles: new Set([article]) });
    else {
      group.statements.push(statement);
      group.articles.add(article);
    }
  }
  return groups;
}

/** Whether a remark was told in different words. */
export const isVaried = ({ statements }: Remark): boolean =>
  new Set(statements.map((s) => s.content.text.toLowerCase())).size > 1;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** At least half of all words of two are in both. Sets of very different sizes need not be looked through. */
function isLike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size > 2 * b.size || b.size > 2 * a.size) return false;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both > 0 && both * 3 >= a.size + b.size;
}
