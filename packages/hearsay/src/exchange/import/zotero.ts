import { isWeb } from "../places.js";
import { article, isObject, type Json, objects, type Said, type Taken, textOf } from "./taken.js";

/** CSL JSON, as Zotero exports it: what it knows of an article, and at most its abstract. */
export function fromCsl(value: unknown): Taken | null {
  const entries = objects(Array.isArray(value) ? value : isObject(value) ? value.items : null);
  const isEntry = ({ type, id, title, issued }: Json) =>
    typeof type === "string" && (id !== undefined || issued !== undefined) && typeof title === "string";
  const own = entries.filter(isEntry);
  if (own.length === 0 || entries.some((one) => "text" in one || "body" in one)) return null;
  return bibliography(
    "Zotero (CSL JSON)",
    own.map((entry) => ({ abstract: textOf(entry.abstract), known: known(entry) })),
  );
}

function known(entry: Json) {
  const authors = objects(entry.author).flatMap(({ literal, given, family }) => {
    const name = [textOf(given), textOf(family)].filter(Boolean).join(" ");
    return textOf(literal) ?? (name === "" ? [] : name);
  });
  return {
    title: textOf(entry.title),
    authors,
    outlet: textOf(entry["container-title"]) ?? textOf(entry.publisher),
    published: dateOf(entry.issued),
    url: textOf(entry.URL),
    language: textOf(entry.language)?.slice(0, 2).toLowerCase() ?? null,
  };
}

/** {"date-parts": [[2031, 3, 4]]}: a full date or none. */
function dateOf(issued: unknown): string | null {
  if (!isObject(issued)) return null;
  const parts = Array.isArray(issued["date-parts"]) ? (issued["date-parts"][0] as unknown) : null;
  if (!Array.isArray(parts) || parts.length < 3)
    return /^\d{4}-\d{2}-\d{2}/.exec(textOf(issued.raw) ?? "")?.[0] ?? null;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  return [String(year).padStart(4, "0"), ...[month, day].map((one) => String(one).padStart(2, "0"))].join("-");
}

/** What bibliographies have in common: abstracts at best, and addresses under which the articles are to be had. */
export function bibliography(
  format: string,
  entries: readonly { readonly abstract: string | null; readonly known: Omit<Parameters<typeof article>[0], "text"> }[],
): Taken {
  const articles = entries.flatMap(({ abstract, known }) => article({ ...known, text: abstract }) ?? []);
  const without = entries.filter(({ abstract }) => abstract === null);
  const addresses = without.flatMap(({ known }) => argumentOf(known.url ?? null) ?? []).slice(0, mostAddresses);
  const said: Said[] = [];
  if (articles.length > 0)
    said.push({
      severity: "warning",
      code: "import.abstract",
      message: `${articles.length} of the texts taken are abstracts: a bibliography holds no more.`,
      remedy: "Add the articles' own pages where the words matter.",
    });
  if (without.length > 0)
    said.push({
      severity: "warning",
      code: "import.no-text",
      message: `${without.length} entries have no text.`,
      remedy:
        addresses.length === 0 ? "Add the articles' files." : `Add their pages: hearsay add ${addresses.join(" ")}`,
    });
  return { format, articles, said };
}

/** So many addresses are named, and none longer than this, in UTF-16 units. */
const [mostAddresses, longestAddress] = [20, 2_000] as const;

/** A web address as one argument of a shell, in which nothing runs; null for what is no web address. It is there to be pasted. */
function argumentOf(url: string | null): string | null {
  if (!isWeb(url)) return null;
  const { href } = new URL(url);
  return href.length > longestAddress ? null : `'${href.replaceAll("'", "'\\''")}'`;
}
