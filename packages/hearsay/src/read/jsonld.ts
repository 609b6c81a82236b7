/** What a page's own structured data say of its article. Every field is evidence, not truth. */
export interface LinkedData {
  readonly headline: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly body: string | null;
  readonly language: string | null;
  readonly section: string | null;
  /** The names of the pages above it, from the home page down. */
  readonly trail: readonly string[];
  /** The entries of a live blog. */
  readonly updates: readonly Update[];
}

/** One entry of a live blog, as the page's data list it. */
export interface Update {
  readonly headline: string | null;
  readonly body: string | null;
  readonly published: string;
}

type Node = Readonly<Record<string, unknown>>;
const articleTypes =
  /(?:Article|Posting|Report|Review|Recipe|HowTo|Analysis|Opinion|Backgrounder|LiveBlog|ScholarlyWork|Blog|CreativeWork|Guide|Column|NewsItem|FAQPage|Course|VideoObject|QAPage)$/;

/** Reads JSON-LD scripts as leniently as they are written: comments, trailing commas, raw line breaks in strings. */
export function readLinkedData(scripts: readonly string[]): LinkedData {
  const nodes = scripts.slice(0, 50).flatMap((script) => nodesOf(parseLeniently(script), 0));
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node["@id"] === "string" && Object.keys(node).length > 1 ? [[node["@id"], node] as const] : [],
    ),
  );
  const main =
    nodes.find((node) => typesOf(node).some((type) => /Article$|Posting$|Report/.test(type))) ??
    nodes.find((node) => typesOf(node).some((type) => articleTypes.test(type)) && node.author !== undefined) ??
    nodes.find((node) => node.datePublished !== undefined);
  const page = nodes.find((node) => typesOf(node).includes("WebPage"));
  const site = nodes.find((node) => typesOf(node).includes("WebSite"));
  const get = (key: string): unknown => main?.[key];
  return {
    headline: text(get("headline")) ?? text(get("name")),
    description: text(get("description")),
    authors: namesOf(get("author") ?? get("creator"), byId),
    publisher: namesOf(get("publisher") ?? get("sourceOrganization"), byId)[0] ?? null,
    site: text(site?.name) ?? null,
    published: text(get("datePublished")) ?? text(page?.datePublished),
    modified: text(get("dateModified")) ?? text(page?.dateModified),
    body: text(get("articleBody")) ?? text(get("text")),
    language: text(get("inLanguage")) ?? text(page?.inLanguage),
    section: text(get("articleSection")),
    trail: trailOf(nodes.find((node) => typesOf(node).includes("BreadcrumbList"))),
    updates: updatesOf(nodes.find((node) => node.liveBlogUpdate !== undefined)),
  };
}

const mostUpdates = 2_000;

const updatesOf = (node: Node | undefined): Update[] =>
  [node?.liveBlogUpdate ?? []]
    .flat()
    .slice(0, mostUpdates)
    .flatMap((one: unknown) => {
      if (typeof one !== "object" || one === null) return [];
      const node = one as Node;
      const published = text(node.datePublished) ?? text(node.dateModified);
      return published === null
        ? []
        : { headline: text(node.headline) ?? text(node.name), body: text(node.articleBody), published };
    });

const trailOf = (list: Node | undefined): string[] =>
  (Array.isArray(list?.itemListElement) ? (list.itemListElement as unknown[]) : []).slice(0, 12).flatMap((one) => {
    if (typeof one !== "object" || one === null) return [];
    const node = one as Node;
    return text(node.name) ?? text(node.item) ?? [];
  });

const flattened = (script: string): string => script.replace(/\p{Cc}+/gu, " ");
/** Tried in turn until one gives JSON. */
const repairs: readonly ((script: string) => string)[] = [
  (script) => script,
  flattened,
  (script) => flattened(script).replace(/,\s*(?=[}\]])/g, ""),
];

function parseLeniently(script: string): unknown {
  // Step by step: one pattern for the whole end would be tried at every space of a long run of them.
  const bare = script
    .trim()
    .replace(/^(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/;$/, "")
    .trimEnd()
    .replace(/(?:-->|\/\/\]\]>|\]\]>)$/, "");
  for (const repair of repairs) {
    try {
      return JSON.parse(repair(bare));
    } catch {
      // The next repair may help.
    }
  }
  return null;
}

function nodesOf(value: unknown, depth: number): Node[] {
  if (depth > 6 || value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((one) => nodesOf(one, depth + 1));
  const node = value as Node;
  const inner = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"].flatMap((key) =>
    nodesOf(node[key], depth + 1),
  );
  return [node, ...inner];
}

function typesOf(node: Node): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === "string");
}

/** The words of a value: its own, or those it holds, a few levels down at most. */
function text(value: unknown, depth = 0): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof one === "string" && one.trim() !== "") return one;
  if (typeof one !== "object" || one === null || depth > 6) return null;
  return text((one as Node)["@value"] ?? (one as Node).name, depth + 1);
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 30) : [value];
  return list.flatMap((one) => {
    if (typeof one === "string") return one.trim() === "" ? [] : [one.trim()];
    if (typeof one !== "object" || one === null) return [];
    const node = one as Node;
    const target = typeof node["@id"] === "string" && node.name === undefined ? byId.get(node["@id"]) : node;
    const name = target?.name;
    if (Array.isArray(name)) return name.filter((part): part is string => typeof part === "string");
    return typeof name === "string" && name.trim() !== "" ? [name.trim()] : [];
  });
}
