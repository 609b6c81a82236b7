import { columnsOf as width } from "../../tell/columns.js";

/** Breaks text at spaces into lines of at most `columns` terminal columns; a longer word is cut, at "/", "-", "_" or "." if it has one. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((word) => cut(word, columns))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && width(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function cut(word: string, columns: number): readonly string[] {
  if (word.length <= columns / 2 || width(word) <= columns) return [word];
  const parts = word.match(/[^/_.-]*[/_.-]?/g) ?? [word];
  return filled(
    parts.flatMap((part) => (width(part) > columns ? filled(segmentsOf(part), columns) : [part])),
    columns,
  );
}

const segmentsOf = (text: string): readonly string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

/** Parts put together into pieces of at most `columns`. */
function filled(parts: readonly string[], columns: number): readonly string[] {
  const pieces: string[] = [];
  let [piece, used] = ["", 0];
  for (const part of parts) {
    const wide = width(part);
    if (used + wide > columns && piece !== "") {
      pieces.push(piece);
      [piece, used] = ["", 0];
    }
    piece += part;
    used += wide;
  }
  return [...pieces, piece];
}
