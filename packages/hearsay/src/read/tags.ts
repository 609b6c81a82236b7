// What the tags of HTML mean for taking a page apart.

const voidTags = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);
/** What is no text of the page; `rt` and `rp` hold how the characters beside them are read. */
const skipped = new Set(
  "script style noscript template svg math iframe object select option textarea canvas audio video map datalist noframes rt rp rtc".split(
    " ",
  ),
);
const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr img picture source amp-img path use g center-inline blink".split(
    " ",
  ),
);
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const kinds = new Set([
  ...headings,
  ..."p li td th dt dd blockquote pre figcaption caption button label summary address legend".split(" "),
]);
const closers: Readonly<Record<string, ReadonlySet<string>>> = (() => {
  const p = new Set(["p"]);
  const table: Record<string, ReadonlySet<string>> = {
    li: new Set(["li", "p"]),
    dt: new Set(["dt", "dd", "p"]),
    dd: new Set(["dt", "dd", "p"]),
    tr: new Set(["tr", "td", "th", "p", "font"]),
    td: new Set(["td", "th", "p", "font"]),
    th: new Set(["td", "th", "p", "font"]),
    option: new Set(["option"]),
    rb: new Set(["rt", "rp"]),
    rt: new Set(["rt", "rp"]),
    rp: new Set(["rt", "rp"]),
    a: new Set(["a"]),
    body: new Set(["head"]),
    tbody: new Set(["thead", "tbody"]),
    tfoot: new Set(["thead", "tbody"]),
  };
  for (const tag of headings) table[tag] = new Set([...headings, "p"]);
  for (const tag of "p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul".split(
    " ",
  ))
    table[tag] = p;
  return table;
})();
/** An end tag or an implied end does not reach beyond these. */
const scopes = new Set(["table", "td", "th", "ul", "ol", "dl", "article", "section", "main", "body", "html"]);
const closesThroughScope = new Set([
  "table",
  "article",
  "section",
  "main",
  "body",
  "html",
  "ul",
  "ol",
  "dl",
  "div",
  "tr",
  "tbody",
]);
/** Inline elements that styling may set apart without a space between them. */
const seamTags = new Set(["a", "span", "time", "label"]);

/** Attributes that say something of what stands inside an element. */
const anywhere =
  "class id role itemprop hidden style aria-hidden datetime data-component data-testid data-type data-module aria-label".split(
    " ",
  );
const attributesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["meta", new Set(["property", "name", "itemprop", "http-equiv", "content"])],
  ["link", new Set(["rel", "href"])],
  ["html", new Set([...anywhere, "lang"])],
  ["script", new Set([...anywhere, "type"])],
]);
const [general, none] = [new Set(anywhere), new Set<string>()];

/** All that its name says of a tag. */
export interface Tag {
  readonly name: string;
  readonly isVoid: boolean;
  readonly isInline: boolean;
  /** What it holds is not text for readers. */
  readonly isSkipped: boolean;
  readonly isSeam: boolean;
  readonly isBold: boolean;
  readonly isScope: boolean;
  readonly closesThroughScope: boolean;
  /** Gives the blocks inside it their kind. */
  readonly isKind: boolean;
  /** Open elements that it closes, when their own end tags were left out. */
  readonly closes: ReadonlySet<string> | undefined;
  /** The attributes worth reading; a bit for each length that their names have. */
  readonly attributes: ReadonlySet<string>;
  readonly attributeLengths: number;
}

const known = new Map<string, Tag>();
const mostKnown = 5_000;

/** The tag of a name in lower case. Asked for every tag of a page: what it says is put together once. */
export function tagOf(name: string): Tag {
  const found = known.get(name);
  if (found !== undefined) return found;
  const tag = describe(name);
  if (known.size < mostKnown) known.set(name, tag);
  return tag;
}

function describe(name: string): Tag {
  const isVoid = voidTags.has(name);
  const attributes = attributesOf.get(name) ?? (isVoid ? none : general);
  return {
    name,
    isVoid,
    isInline: inline.has(name),
    isSkipped: skipped.has(name),
    isSeam: seamTags.has(name),
    isBold: name === "b" || name === "strong",
    isScope: scopes.has(name),
    closesThroughScope: closesThroughScope.has(name),
    isKind: kinds.has(name),
    closes: Object.hasOwn(closers, name) ? closers[name] : undefined,
    attributes,
    attributeLengths: [...attributes].reduce((bits, { length }) => bits | (1 << length), 0),
  };
}
