import { escaped, framed, lettering, standalone } from "../../parts/picture.js";

/** What is drawn of the lineage now, with the names of the articles beside it; null where nothing is drawn. */
export function lineageSvg(): string | null {
  const drawing = document.querySelector<SVGSVGElement>(".lineage-svg");
  if (drawing === null) return null;
  const { width, height, left, top } = drawing.getBoundingClientRect();
  const names = [...document.querySelectorAll<HTMLElement>(".lineage-name")].map((row) => {
    const link = row.querySelector("a")!.getBoundingClientRect();
    const text = [...row.children].map((part) => part.textContent).join("  ");
    return { x: link.left, y: link.top + link.height * 0.75 - top, text };
  });
  const edge = Math.min(left, ...names.map(({ x }) => x)) - 28;
  const words = names.map(
    ({ x, y, text }) => `<text x="${x - edge - 20}" y="${y}" ${lettering()}>${escaped(text)}</text>`,
  );
  const inner = standalone(drawing).replace("<svg", `<svg x="${left - edge}" y="0" overflow="visible"`);
  return framed(left - edge + width + 8, height, inner + words.join(""));
}
