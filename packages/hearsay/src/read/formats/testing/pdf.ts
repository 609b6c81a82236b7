/** One line of text on a page: where its baseline begins, in points from the lower left, and how large it is. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly text: string;
}

/** How a PDF for a test is made. */
export interface PdfOptions {
  /** Its information dictionary, as PDF strings: `{Title: "…", CreationDate: "D:2029…"}`. */
  readonly info?: Readonly<Record<string, string>>;
  /** More entries of the trailer, as written: `/Encrypt 9 0 R`. */
  readonly trailer?: string;
  /** More objects, as written, numbered after the pages'. */
  readonly extra?: readonly string[];
}

/** A PDF string in WinAnsi: typographic quotes are octal there. */
const literal = (text: string): string =>
  `(${text
    .replace(/“/g, "\u0093")
    .replace(/”/g, "\u0094")
    .replace(/[\\()]/g, "\\$&")})`;

/** A PDF of pages with lines of Helvetica at given places, letter size; written by hand from the PDF reference. */
export function makePdf(
  pages: readonly (readonly Run[])[],
  { info = {}, trailer = "", extra = [] }: PdfOptions = {},
): Uint8Array {
  const first = 4;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((runs, i) => {
      const content = runs
        .map(({ x, y, size = 10, text }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${literal(text)} Tj ET`)
        .join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...extra,
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${literal(value)}`)
      .join(" ")} >>`,
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    "latin1",
  );
}

/** A column of lines under one another. */
export const column = (x: number, y: number, lines: readonly string[], leading = 12, size = 10): readonly Run[] =>
  lines.map((text, i) => ({ x, y: y - i * leading, size, text }));
