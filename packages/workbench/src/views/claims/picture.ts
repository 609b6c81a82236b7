import { shortened } from "hearsay/client";
import type { ListedClaim, MatrixOrigin } from "../../data/story.js";
import { escaped } from "../../parts/picture.js";
import type { Cell, Cells } from "./model.js";

/** So much of the matrix makes a picture that can still be read; the rows as CSV have all of it. */
const most = { rows: 60, columns: 60 };
const [row, column, names, head] = [24, 22, 420, 150];

const marks: Readonly<Record<Cell, (x: number, y: number) => string>> = {
  supports: (x, y) => `<circle cx="${x}" cy="${y}" r="5" fill="#1a6b34"/>`,
  part: (x, y) => `<circle cx="${x}" cy="${y}" r="4.5" fill="none" stroke="#1a6b34" stroke-width="2"/>`,
  contradicts: (x, y) => `<path d="M${x - 4} ${y - 4}l8 8m0 -8l-8 8" stroke="#a4161a" stroke-width="2.2"/>`,
};

/** The matrix as a drawing of its own: a row a claim, a column an origin, on white. */
export function matrixSvg(claims: readonly ListedClaim[], columns: readonly MatrixOrigin[], cells: Cells): string {
  const [down, across] = [claims.slice(0, most.rows), columns.slice(0, most.columns)];
  const [width, height] = [names + across.length * column + 20, head + down.length * row + 10];
  const heads = across.map((origin, i) => {
    const [x, y] = [names + i * column + column / 2 + 4, head - 8];
    return `<text transform="translate(${x} ${y}) rotate(-90)">${escaped(shortened(`${origin.number ?? ""} ${origin.label}`.trim(), 22))}</text>`;
  });
  const rows = down.map((claim, j) => {
    const y = head + j * row;
    const own = across.flatMap((origin, i) => {
      const cell = cells.get(claim.id)?.get(origin.id);
      return cell === undefined ? [] : [marks[cell](names + i * column + column / 2, y + row / 2)];
    });
    const words = `<text x="8" y="${y + 16}">${escaped(shortened(claim.proposition, 66))}</text>`;
    return `<path d="M0 ${y}H${width}" stroke="#ddd"/>${words}${own.join("")}`;
  });
  const style = 'font-family="sans-serif" font-size="12" fill="#1c1b19"';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${style}><rect width="100%" height="100%" fill="#fff"/>${heads.join("")}${rows.join("")}</svg>`;
}
