/** Articles that are in another story than before: `from` has become part of `to`, or `to` has left it. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly articles: readonly string[];
  /** Whether `from` has no open article any more, and most of it went to `to`: what is closed of it follows. */
  readonly whole: boolean;
}

/** Each group with the number of the story that most of it comes from, largest shares first; a number is given once. */
export function numbered(
  groups: readonly number[][],
  before: readonly number[],
  next: () => number,
): readonly (readonly [number[], number])[] {
  const claims = groups.flatMap((group, at) => {
    const counts = new Map<number, number>();
    for (const member of group) counts.set(before[member]!, (counts.get(before[member]!) ?? 0) + 1);
    return [...counts].map(([number, count]) => ({ at, number, count }));
  });
  claims.sort((a, b) => b.count - a.count || a.number - b.number || a.at - b.at);
  const [numbers, given] = [new Map<number, number>(), new Set<number>()];
  for (const { at, number } of claims) {
    if (numbers.has(at) || given.has(number)) continue;
    numbers.set(at, number);
    given.add(number);
  }
  return groups.map((group, at) => [group, numbers.get(at) ?? next()]);
}

/** What moved, by where from and where to. */
export function movesBetween(
  articles: readonly { readonly id: string; readonly from: number; readonly to: number }[],
): readonly Move[] {
  const moves = new Map<string, { from: number; to: number; articles: string[] }>();
  const left = new Set(articles.map(({ to }) => to));
  for (const { id, from, to } of articles) {
    if (from === to) continue;
    const key = `${from} ${to}`;
    const known = moves.get(key) ?? { from, to, articles: [] };
    known.articles.push(id);
    moves.set(key, known);
  }
  const all = [...moves.values()].sort((a, b) => a.from - b.from || a.to - b.to);
  const most = new Map<number, Omit<Move, "whole">>();
  for (const move of all)
    if (!left.has(move.from) && move.articles.length > (most.get(move.from)?.articles.length ?? 0))
      most.set(move.from, move);
  return all.map((move) => ({ ...move, whole: most.get(move.from) === move }));
}
