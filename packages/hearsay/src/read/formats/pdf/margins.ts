import type { Line } from "./lines.js";

/** Share of a page's height, at its head and at its foot, in which running heads stand. */
const margin = 0.12;
/** What stands there in smaller letters, and is no longer than a line, is one though it stands on one page only. */
const smallerThan = 0.92;
const shorterThan = 80;
/** A running head stands at the same height on every page, in points. */
const sameHeight = 4;

const shape = (text: string): string => text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
const pageNumber = /^(?:[-–—]\s*)?(?:(?:page|seite|p\.)\s*)?\d{1,4}(?:\s*(?:of|von|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i;

/**
 * Running heads, feet and page numbers told from the text: lines near an edge that stand at the same height on
 * another page, numbers aside, or are short and set smaller. `height` is that of each page; `bodySize` the size that most text is set in.
 */
export function withoutMargins(
  lines: readonly Line[],
  height: readonly number[],
  bodySize: number,
): { readonly body: readonly Line[]; readonly margins: readonly string[] } {
  const edge = lines.filter((line) => isNearEdge(line, height[line.page]!) && line.size <= 1.3 * bodySize);
  const pagesOf = new Map<string, Set<number>>();
  for (const line of edge) {
    const pages = pagesOf.get(keyOf(line, 0)) ?? new Set();
    pagesOf.set(keyOf(line, 0), pages.add(line.page));
  }
  const isRepeated = (line: Line): boolean =>
    [-1, 0, 1].some((step) => {
      const pages = pagesOf.get(keyOf(line, step));
      return pages !== undefined && (pages.size > 1 || !pages.has(line.page));
    });
  const running = new Set<Line>();
  for (const line of edge) {
    const small = line.size < smallerThan * bodySize && line.text.length < shorterThan;
    if (isRepeated(line) || small || (height.length > 1 && pageNumber.test(line.text.trim()))) running.add(line);
  }
  const margins = [...new Set([...running].map(({ text }) => text.trim()))].filter((text) => !pageNumber.test(text));
  return { body: lines.filter((line) => !running.has(line)), margins };
}

/** What a line says, numbers aside, and at what height, to within one step. */
const keyOf = ({ text, y }: Line, step: number): string => `${Math.round(y / sameHeight) + step} ${shape(text)}`;

const isNearEdge = ({ y }: Line, height: number): boolean => y < margin * height || y > (1 - margin) * height;
