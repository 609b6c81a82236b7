import { escaped } from "../../parts/picture.js";
import { type CausalMap, type changesOf, columnsOfMap, isLive } from "./model.js";

/** So many groups make a picture that can still be read; the rows as CSV have all. */
const most = 25;
const [boxWidth, gap, line, pad] = [260, 110, 16, 10];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The causal map as a drawing of its own, on white: green raises, red holds down; what is set and what follows is filled. */
export function causesSvg(groups: readonly CausalMap[], follows: ReturnType<typeof changesOf>): string {
  let top = 12;
  let wide = 0;
  const drawn = groups.slice(0, most).map((map) => {
    const { markup, width, height } = groupSvg(map, follows, top);
    top += height + 24;
    wide = Math.max(wide, width);
    return markup;
  });
  const size = `width="${wide + 24}" height="${top}" viewBox="0 0 ${wide + 24} ${top}"`;
  const style = 'font-family="sans-serif" font-size="12" fill="#1c1b19"';
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}><rect width="100%" height="100%" fill="#fff"/>${drawn.join("")}</svg>`;
}

function groupSvg(map: CausalMap, follows: ReturnType<typeof changesOf>, top: number) {
  const columns = columnsOfMap(map);
  const next = new Map<number, number>();
  const boxes = new Map<number, Box>();
  const concepts = map.concepts.map((concept) => {
    const column = columns.get(concept.at) ?? 0;
    const value = follows.value.get(concept.id) ?? 0;
    const words = wrapped(`${value > 0 ? "▲ " : value < 0 ? "▼ " : ""}${concept.name}`);
    const box = {
      x: 12 + column * (boxWidth + gap),
      y: next.get(column) ?? top,
      height: words.length * line + 2 * pad,
    };
    next.set(column, box.y + box.height + 12);
    boxes.set(concept.at, box);
    return boxSvg(box, words, value);
  });
  const arrows = map.arrows.map((arrow) => {
    const [from, to] = [boxes.get(arrow.from)!, boxes.get(arrow.to)!];
    const [x1, y1] = [from.x + boxWidth, from.y + from.height / 2];
    const [x2, y2] = [to.x - 3, to.y + to.height / 2];
    const bend = Math.max(40, Math.abs(x2 - x1) / 2);
    const colour = arrow.sign > 0 ? "#1a6b34" : "#a4161a";
    const width = isLive(arrow, map, follows) ? 3 : 1.4;
    const d = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}m-7 -4l7 4l-7 4`;
    const sign = `<text x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2 - 5}" fill="${colour}" text-anchor="middle">${arrow.sign > 0 ? "+" : "−"}${arrow.voices > 1 ? ` ×${arrow.voices}` : ""}</text>`;
    return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>${sign}`;
  });
  const width = Math.max(...[...boxes.values()].map(({ x }) => x)) + boxWidth;
  return { markup: arrows.join("") + concepts.join(""), width, height: Math.max(...next.values()) - top };
}

function boxSvg({ x, y, height }: Box, words: readonly string[], value: number): string {
  const fill = value > 0 ? "#e3f1e6" : value < 0 ? "#fbe4e3" : "#f6f4ee";
  const lines = words.map((one, i) => `<text x="${x + pad}" y="${y + pad + 12 + i * line}">${escaped(one)}</text>`);
  return `<rect x="${x}" y="${y}" width="${boxWidth}" height="${height}" rx="4" fill="${fill}" stroke="#8a877c"/>${lines.join("")}`;
}

/** Words in lines of about 40 letters, five lines at most. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const now = lines.at(-1)!;
    if (now !== "" && now.length + word.length >= 40) lines.push(word.slice(0, 40));
    else lines[lines.length - 1] = `${now} ${word.slice(0, 40)}`.trim();
  }
  return lines.length > 5 ? [...lines.slice(0, 4), `${lines[4]} …`] : lines;
}
