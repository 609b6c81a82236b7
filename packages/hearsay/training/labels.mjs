// Which blocks of a page belong to its article, told from the article's body as the corpus gives it.
const tokens = (text) => String(text).match(/[\p{L}\p{N}_]+/gu) ?? [];

/** For every block the share of it that is in the body, 0 to 1. */
export function coverage(texts, body) {
  const sets = [1, 2, 3, 4].map(() => new Set());
  const gold = tokens(body);
  for (let n = 1; n <= 4; n++)
    for (let i = 0; i + n <= gold.length; i++) sets[n - 1].add(gold.slice(i, i + n).join(" "));
  const lines = new Set(
    String(body)
      .split(/\n+/)
      .map((line) => tokens(line).join(" ")),
  );
  const raw = texts.map((text) => {
    const t = tokens(text);
    if (t.length === 0) return { share: 0, long: false };
    if (t.length < 4)
      return { share: lines.has(t.join(" ")) ? 1 : sets[t.length - 1].has(t.join(" ")) ? 0.3 : 0, long: false };
    let hit = 0;
    for (let i = 0; i + 4 <= t.length; i++) if (sets[3].has(t.slice(i, i + 4).join(" "))) hit++;
    return { share: hit / (t.length - 3), long: t.length >= 8 };
  });
  // A short line found somewhere in the body counts when the long lines on both sides are in it too.
  return raw.map(({ share }, i) => {
    if (share !== 0.3) return share;
    const before = raw.slice(Math.max(0, i - 6), i).findLast((one) => one.long);
    const after = raw.slice(i + 1, i + 7).find((one) => one.long);
    return before?.share > 0.7 && after?.share > 0.7 ? 0.8 : 0;
  });
}
export const tokenCount = (text) => tokens(text).length;
