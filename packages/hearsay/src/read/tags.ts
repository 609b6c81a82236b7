// What the tags of HTML mean for taking a page apart.

export const voidTags = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);
/** What is no text of the page; `rt` and `rp` hold how the characters beside them are read. */
export const skipped = new Set(
  "script style noscript template svg math iframe object select option textarea canvas audio video map datalist noframes rt rp rtc".split(
    " ",
  ),
);
export const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr img picture source amp-img path use g center-inline blink".split(
    " ",
  ),
);
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
export const kinds = new Set([
  ...headings,
  ..."p li td th dt dd blockquote pre figcaption caption button label summary address legend".split(" "),
]);
export const closers: Readonly<Record<string, ReadonlySet<string>>> = (() => {
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
export const scopes = new Set(["table", "td", "th", "ul", "ol", "dl", "article", "section", "main", "body", "html"]);
export const closesThroughScope = new Set([
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
export const attributesKept = new Set(
  "class id role itemprop hidden style aria-hidden href type name property content lang datetime rel data-component data-testid data-type data-module aria-label http-equiv title media".split(
    " ",
  ),
);
/** Inline elements that styling may set apart without a space between them. */
export const seamTags = new Set(["a", "span", "time", "label"]);
