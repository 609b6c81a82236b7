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
  const groups: { words: ReadonlySet<string>; statements: ReportStatement[] }[] = [];
  for (const statement of statements) {
    const words = wordsOf(statement.content.text);
    const group = groups.find(
      (g) => overlap(g.words, words) >= 0.5 && g.statements.every((s) => s.article !== statement.article),
    );
    if (group === undefined) groups.push({ words, statements: [statement] });
    else group.statements.push(statement);
  }
  return groups;
}

/** Whether a remark was told in different words. */
export const isVaried = ({ statements }: Remark): boolean =>
  new Set(statements.map((s) => s.content.text.toLowerCase())).size > 1;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((w) => b.has(w)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
