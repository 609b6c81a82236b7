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
  const { width, height } = svg.viewBox.baseVal.width > 0 ? svg.viewBox.baseVal : svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

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
