/** Case, digits and typographic variants levelled: "Moscow’s" → "moscow's", "1,250" → "0,000". */
export function normalise(form: string): string {
  return form
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\d/gu, "0")
    .replace(/[\u00AD\u200B-\u200D\u2060]/gu, "");
}

/** Runs of capital, small, digit and other characters, each run as one or two letters. */
export function shapeOf(form: string): string {
  let shape = "";
  for (const char of form.slice(0, 40)) {
    const mark = /\p{Lu}/u.test(char) ? "X" : /\p{L}/u.test(char) ? "x" : /\p{N}/u.test(char) ? "d" : char;
    if (!shape.endsWith(mark + mark)) shape += mark;
  }
  return shape;
}
