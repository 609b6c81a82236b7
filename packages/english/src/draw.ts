import type { Sentence, Token } from "./token.js";

/** Sizes in pixels. */
const size = { font: 16, small: 11, letter: 9.2, gap: 14, level: 26, margin: 12 } as const;

/**
 * A sentence's tree as an SVG picture: words in a row with their tags below, an arc from each head to its dependents
 * with the relation above it. A page can show it as it is; all text of the sentence is escaped.
 */
export function drawSentence(sentence: Sentence): string {
  const { tokens } = sentence;
  const middles = middlesOf(tokens);
  const levels = levelsOf(tokens);
  const top = size.margin + size.small + size.level * Math.max(1, ...levels);
  const width = Math.ceil((middles.at(-1) ?? 0) + wordWidth(tokens.at(-1)) / 2 + size.margin);
  const height = Math.ceil(top + 3.4 * size.font + size.margin);
  const arcs = tokens.map((token, i) =>
    token.head < 0 ? rootMark(middles[i]!, top) : arc(token, middles[i]!, middles[token.head]!, levels[i]!, top),
  );
  const words = tokens.map((token, i) => word(token, middles[i]!, top));
  const label = escaped(`Dependency tree of: ${tokens.map(({ form }) => form).join(" ")}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">
<style>${style}</style>
<rect class="paper" width="${width}" height="${height}"/>
${[...arcs, ...words].join("\n")}
</svg>
`;
}

const style = `text{font-family:ui-sans-serif,system-ui,sans-serif;text-anchor:middle;fill:#1b1f24}.form{font-size:${size.font}px}.tag{font-size:${size.small}px;fill:#57606a}.name{font-size:${size.small}px;paint-order:stroke;stroke:#fff;stroke-width:4px}.arc{fill:none;stroke:#0b5cad;stroke-width:1.4}.tip{fill:#0b5cad}.paper{fill:#fff}@media (prefers-color-scheme:dark){text{fill:#e6edf3}.tag{fill:#9aa4af}.name{stroke:#0d1117}.arc{stroke:#6cb6ff}.tip{fill:#6cb6ff}.paper{fill:#0d1117}}`;

const wordWidth = (token: Token | undefined): number =>
  token === undefined
    ? 0
    : Math.max([...token.form].length * size.letter, token.upos.length * 7.4, token.deprel.length * 6.6);

/** Where the middle of each word stands. */
function middlesOf(tokens: readonly Token[]): number[] {
  let x = size.margin;
  return tokens.map((token) => {
    const half = wordWidth(token) / 2;
    const middle = x + half;
    x = middle + half + size.gap;
    return middle;
  });
}

/** How high each token's arc runs: above all arcs within its span. */
function levelsOf(tokens: readonly Token[]): number[] {
  const levels = tokens.map(() => 0);
  const spans = tokens
    .map(({ head }, i) => ({ i, from: Math.min(i, head), to: Math.max(i, head), head }))
    .filter(({ head }) => head >= 0)
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.i - b.i);
  const drawn: typeof spans = [];
  for (const span of spans) {
    const below = drawn.filter(({ from, to }) => from < span.to && span.from < to);
    levels[span.i] = 1 + Math.max(0, ...below.map(({ i }) => levels[i]!));
    drawn.push(span);
  }
  return levels;
}

function arc(token: Token, x: number, headX: number, level: number, top: number): string {
  // Arcs leave a head beside its middle, so that they do not run into the one that comes down on it.
  const from = headX + (x > headX ? 5 : -5);
  const y = top - level * size.level;
  const bend = Math.min(18, Math.abs(x - from) / 2) * (x > from ? 1 : -1);
  const path = `M${round(from)} ${top}Q${round(from)} ${y} ${round(from + bend)} ${y}H${round(x - bend)}Q${round(x)} ${y} ${round(x)} ${top - 5}`;
  return `<path class="arc" d="${path}"/>${tip(x, top)}<text class="name" x="${round((from + x) / 2)}" y="${y - 4}">${escaped(token.deprel)}</text>`;
}

const rootMark = (x: number, top: number): string =>
  `<path class="arc" d="M${round(x)} ${size.margin + 6}V${top - 5}"/>${tip(x, top)}<text class="name" x="${round(x)}" y="${size.margin + 4}">root</text>`;

const tip = (x: number, top: number): string =>
  `<path class="tip" d="M${round(x - 4)} ${top - 8}L${round(x + 4)} ${top - 8}L${round(x)} ${top}Z"/>`;

const word = ({ form, upos, lemma }: Token, x: number, top: number): string =>
  `<text class="form" x="${round(x)}" y="${round(top + 1.1 * size.font)}">${escaped(form)}</text><text class="tag" x="${round(x)}" y="${round(top + 2.1 * size.font)}">${escaped(upos)}</text><text class="tag" x="${round(x)}" y="${round(top + 3.1 * size.font)}">${escaped(lemma)}</text>`;

const round = (x: number): number => Math.round(x * 10) / 10;

function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  // Control characters may not stand in XML at all.
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD").replace(/[&<>"']/g, (char) => names[char]!);
}
