import type { Line } from "./lines.js";

/** Sizes within this share are one size. */
const sameSize = 0.1;
/** A gap between lines wider than the usual by this factor parts paragraphs. */
const paragraphGap = 1.4;
/** A first line is set in by this many times its size, at least and at most. */
const indent: readonly [number, number] = [0.7, 5];
/** A line that ends this far from the edge, as a share of the column, is a paragraph's last. */
const shortEnd = 0.12;

/** The size that most of the text is set in. */
export function bodySizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 10;
}

/** A headline is set so much larger than most text, and is the largest on the first page. */
const headlineRatio = 1.25;
const longestHeadline = 250;

/** What the first page sets in the largest letters; null when nothing stands out. */
export function headlineOf(lines: readonly Line[], bodySize: number): string | null {
  const first = lines.filter(({ page }) => page === 0);
  const largest = Math.max(0, ...first.map(({ size }) => size));
  if (largest < headlineRatio * bodySize) return null;
  const start = first.findIndex(({ size }) => size > 0.95 * largest);
  const end = first.findIndex(({ size }, i) => i > start && size <= 0.95 * largest);
  const [text] = blocksOf(first.slice(start, end < 0 ? undefined : end), largest);
  return text === undefined || text.length > longestHeadline || !/\p{L}{2}/u.test(text) ? null : text;
}

/** Lines in reading order made paragraphs and headings, words parted at line ends put together. */
export function blocksOf(lines: readonly Line[], bodySize: number): readonly string[] {
  const leading = leadingOf(lines, bodySize);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group !== undefined && last !== undefined && continues(last, line, leading)) group.push(line);
    else groups.push([line]);
  }
  const vocabulary = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? []));
  return groups.map((group) => joinedLines(group, vocabulary)).filter((text) => text !== "");
}

const joinedLines = (group: readonly Line[], vocabulary: ReadonlySet<string>): string =>
  joined(
    group.map(({ text }) => text),
    vocabulary,
  );

/** The usual distance of a line from the one above, in sizes of the text. */
function leadingOf(lines: readonly Line[], bodySize: number): number {
  const gaps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    const gap = (b.y - a.y) / bodySize;
    if (a.page === b.page && a.column === b.column && isLike(a, b) && gap > 0.5 && gap < 3) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  // Paragraphs of two lines have as many gaps between as within: the lower half knows better.
  return gaps[Math.floor(gaps.length * 0.35)] ?? 1.2;
}

const isLike = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) <= sameSize * Math.max(a.size, b.size);
const isEnd = (text: string): boolean => /[.!?:…]["'”’»)\]]*\s*$/.test(text);
const isItem = (text: string): boolean => /^\s*(?:[•‣▪●◦–—-]\s|\(?\d{1,2}[.)]\s)/.test(text);

/** Whether a line goes on with the paragraph of the line before it. */
function continues(last: Line, line: Line, leading: number): boolean {
  if (!isLike(last, line) || isItem(line.text)) return false;
  if (last.page !== line.page || last.column !== line.column) return goesOnElsewhere(last, line);
  if (line.y - last.y > paragraphGap * leading * line.size) return false;
  const inward = line.x0 - line.left;
  const isSetIn = inward > indent[0] * line.size && inward < indent[1] * line.size;
  if (isSetIn && last.x0 - last.left <= 0.4 * last.size) return false;
  return !(isEnd(last.text) && last.right - last.x1 > shortEnd * (last.right - last.left));
}

/** In the next column or on the next page a paragraph goes on when it did not end, and nothing is set in. */
const goesOnElsewhere = (last: Line, line: Line): boolean =>
  !isEnd(last.text) && last.right - last.x1 < 0.3 * (last.right - last.left) && line.x0 - line.left < line.size;

const partedEnd = /(\p{L}+)[-\u2010]$/u;
/** Only so much of the text before is looked at for half a word. */
const longestWord = 60;
const softHyphen = /\u00ad/g;

/** Lines made running text. A word parted by a hyphen loses it unless the text writes it with one elsewhere. */
export function joined(lines: readonly string[], vocabulary: ReadonlySet<string>): string {
  let text = "";
  for (const line of lines) {
    const next = line.trim();
    const end = text.slice(-longestWord);
    const head = partedEnd.exec(end)?.[1];
    const tail = /^\p{Ll}[\p{L}]*/u.exec(next)?.[0];
    if (text.endsWith("\u00ad")) text = text.slice(0, -1) + next;
    else if (head !== undefined && tail !== undefined)
      text = (vocabulary.has(`${head}-${tail}`.toLowerCase()) ? text : text.slice(0, -1)) + next;
    else text += text === "" || partedEnd.test(end) ? next : ` ${next}`;
  }
  return text.replace(softHyphen, "").replace(/\s+/g, " ").trim();
}
