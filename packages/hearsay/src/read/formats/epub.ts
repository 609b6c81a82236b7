import { decode } from "../decode.js";
import type { Converted } from "./converted.js";
import { escapeHtml } from "./markup.js";
import { damaged, locked } from "./trouble.js";
import { partsOf } from "./unzip.js";
import { textsOf, walkXml } from "./xml.js";

/** An EPUB: its chapters in reading order as one page. */
export async function fromEpub(bytes: Uint8Array): Promise<Converted> {
  const parts = await partsOf(bytes, (name) => /\.(?:xml|opf|x?html?)$/i.test(name));
  const container = parts.get("META-INF/container.xml")?.toString("utf8") ?? "";
  const opfName = /full-path\s*=\s*["']([^"']+)/.exec(container)?.[1] ?? "";
  const opf = parts.get(opfName)?.toString("utf8");
  if (opf === undefined) throw damaged("The book has no table of what is in it.");
  const folder = opfName.includes("/") ? opfName.slice(0, opfName.lastIndexOf("/") + 1) : "";
  const chapters = spineOf(opf).map((href) => resolve(folder, href));
  const secret = parts.get("META-INF/encryption.xml")?.toString("utf8") ?? "";
  if (chapters.some((name) => secret.includes(`"${name}"`))) throw locked();
  const bodies = chapters.flatMap((name) => {
    const part = parts.get(name);
    return part === undefined ? [] : [bodyOf(decode(part).text)];
  });
  const found = textsOf(opf, ["title", "creator", "publisher", "date", "language"]);
  const title = found.title?.[0] ?? "";
  return {
    html: `<!doctype html><html><head><title>${escapeHtml(title)}</title></head><body><article>${bodies.join("\n")}</article></body></html>`,
    stated: {
      sure: true,
      title,
      authors: found.creator ?? [],
      outlet: found.publisher?.[0] ?? null,
      published: found.date?.[0] ?? null,
      language: found.language?.[0] ?? null,
    },
  };
}

/** The files of a book in reading order. */
function spineOf(opf: string): readonly string[] {
  const files = new Map<string, string>();
  const order: string[] = [];
  walkXml(opf, {
    open(name, attributes) {
      const local = name.replace(/^.*:/, "");
      if (local === "item") files.set(attributes.id ?? "", attributes.href ?? "");
      if (local === "itemref" && attributes.linear !== "no") order.push(attributes.idref ?? "");
    },
  });
  return order.flatMap((id) => files.get(id) ?? []);
}

/** A file's name inside the book, as its table writes it. */
function resolve(folder: string, href: string): string {
  const plain = href.replace(/[#?].*$/, "");
  try {
    return new URL(decodeURIComponent(plain), `file:///${folder}`).pathname.slice(1).replace(/%20/g, " ");
  } catch {
    return folder + plain;
  }
}

function bodyOf(html: string): string {
  const start = /<body\b[^>]{0,500}>/i.exec(html);
  const inner = start === null ? html : html.slice(start.index + start[0].length);
  const end = inner.search(/<\/body\s*>/i);
  return `<section>${end < 0 ? inner : inner.slice(0, end)}</section>`;
}
