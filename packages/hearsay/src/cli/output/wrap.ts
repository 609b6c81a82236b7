import width from "string-width";

/** Breaks text at spaces into lines of at most `columns` terminal columns; a longer word is cut, not lost. */
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
  const pieces: string[] = [];
  let [piece, used] = ["", 0];
  for (const { segment } of graphemes.segment(word)) {
    const wide = width(segment);
    if (used + wide > columns && piece !== "") {
      pieces.push(piece);
      [piece, used] = ["", 0];
    }
    piece += segment;
    used += wide;
  }
  return [...pieces, piece];
}
