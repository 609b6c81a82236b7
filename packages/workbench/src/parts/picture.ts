const shown = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "opacity",
  "text-anchor",
] as const;

/** A drawing of the page as a file of its own: with the styles it has here, and a ground. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg, copy].map((s) => [s, ...s.querySelectorAll<SVGElement>("*")]);
  from!.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of shown) to![i]!.setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = sizeOf(svg);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("width", "100%");
  rect.setAttribute("height", "100%");
  rect.setAttribute("fill", ground());
  copy.prepend(rect);
  return new XMLSerializer().serializeToString(copy);
}

/** Drawings of the page under one another, each under its title, as one file. */
export function stacked(drawings: readonly { readonly title: string; readonly svg: SVGSVGElement }[]): string {
  let top = 0;
  const parts = drawings.map(({ title, svg }) => {
    const { width, height } = sizeOf(svg);
    const inner = standalone(svg).replace("<svg", `<svg x="12" y="${top + 30}"`);
    const words = `<text x="12" y="${top + 20}" ${lettering()} font-weight="600">${escaped(title)}</text>`;
    top += height + 44;
    return { width, markup: words + inner };
  });
  const width = Math.max(100, ...parts.map((part) => part.width)) + 24;
  return framed(width, top + 8, parts.map(({ markup }) => markup).join(""));
}

/** A picture of its own on the ground of the page. */
export const framed = (width: number, height: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${ground()}"/>${inside}</svg>`;

/** Words for the inside of markup. */
export const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** How words of a picture look: as in the page. */
export const lettering = (): string =>
  `font-family="sans-serif" font-size="13" fill="${getComputedStyle(document.body).color}"`;

const ground = (): string => getComputedStyle(document.body).backgroundColor;

const sizeOf = (svg: SVGSVGElement): { readonly width: number; readonly height: number } =>
  svg.viewBox.baseVal?.width > 0 ? svg.viewBox.baseVal : svg.getBoundingClientRect();

/** Saves a picture as a file; a png is drawn at twice its size. Nothing leaves the browser. */
export async function savePicture(
  drawn: SVGSVGElement | string | null,
  name: string,
  format: "svg" | "png",
): Promise<void> {
  if (drawn === null) return;
  const text = typeof drawn === "string" ? drawn : standalone(drawn);
  const svg = new Blob([text], { type: "image/svg+xml" });
  save(format === "svg" ? svg : await raster(svg), `${name}.${format}`);
}

async function raster(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((b) => (b === null ? fail(new Error("too large")) : done(b))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the browser to keep. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
