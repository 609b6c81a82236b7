import { bareName, byline, bylineWithin, clean, closingByline, commonWords, type Named, namedLine } from "./bylines.js";
import type { LinkedData } from "./jsonld.js";
import type { MetaTag, Page } from "./markup.js";
import { authorsOf, looksLikePerson, tidy } from "./names.js";
import { squeezed } from "./text.js";
import { metaOf, plain } from "./title.js";

/** Who wrote a page, and all that name persons. */
export interface PageAuthors {
  readonly chosen: Named | null;
  readonly statements: readonly Named[];
}

/**
 * Who wrote it. Persons come before desks and agencies, these before the outlet's own name; among equals what the reader
 * sees as the by-line, then what the page's data say, then lines that only their place makes by-lines.
 */
export function authorsOfPage(page: Page, data: LinkedData, heading: number, firstKept: number): PageAuthors {
  const site = siteNames(page, data);
  const place = { blocks: page.blocks, heading, firstKept };
  const personal = (one: Named): Named => ({
    ...one,
    names: one.names.filter((name) => looksLikePerson(name) && !site(name)),
  });
  const [signed, stated, shown] = [byline(place), structured(data), namedLine(place)];
  const [inHead, within] = [named(page), bylineWithin(place)];
  const persons = [signed, stated, shown, inHead, within].map(personal).filter(({ names }) => names.length > 0);
  if (persons.length > 0) return { chosen: fullest(persons), statements: persons };
  const common = commonWords(page.blocks);
  // "by email" is none; an account's name in the page's data may be a common word.
  const accounts = (one: Named): Named => ({
    ...one,
    names: one.names.filter((name) => !(/^\p{Ll}+$/u.test(name) && common(name))),
  });
  const groups = [accounts(signed), stated, inHead, accounts(within)];
  const others = groups.map((one) => ({ ...one, names: one.names.filter((name) => !site(name)) }));
  const candidates = [
    () => personal(closingByline(place)),
    ...others.map((one) => () => one),
    () => bareName(place, common),
    () => closingByline(place),
    ...[...groups, accounts(shown)].map((one) => () => one),
  ];
  for (const candidate of candidates) {
    const found = candidate();
    if (found.names.length > 0) return { chosen: found, statements: groups.filter(({ names }) => names.length > 0) };
  }
  return { chosen: null, statements: [] };
}

/** Whether two statements name at least one person in common. */
export const sharesAuthor = (a: Named, b: Named): boolean =>
  a.names.some((one) => b.names.some((other) => same(one, other)));

/**
 * The first, unless another names the same persons and more. A line's further "names" may be roles and places ("and
 * Master Gardener"), so that of a line only a longer list counts, and a by-line yields to the data that name one of its own.
 */
function fullest(lists: readonly Named[]): Named {
  const [first] = lists;
  const data = lists.find(({ from }) => !isLine(from));
  const own = data?.names.some((name) => first!.names.some((one) => same(name, one))) === true ? data : first!;
  const fuller = lists.find(
    ({ names, from }) =>
      names.length >= own.names.length + (isLine(from) ? 2 : 1) &&
      own.names.every((one) => names.some((name) => same(name, one))),
  );
  return fuller ?? own;
}

const isLine = (from: string): boolean => from === "byline" || from === "line";
/** "Ana Novak" and "Dr Ana Novak", "Ana Novak, MD". */
const same = (a: string, b: string): boolean => squeezed(a).includes(squeezed(b)) || squeezed(b).includes(squeezed(a));

function structured(data: LinkedData): Named {
  return { names: clean(data.authors.flatMap(namesIn)), from: "json-ld", text: data.authors.join("; ").slice(0, 200) };
}

/** One name of a page's data, or the list that it is. */
function namesIn(text: string): string[] {
  const value = plain(text);
  return /,|;|&| and /.test(value) ? authorsOf(value) : [tidy(value)];
}

function named(page: Page): Named {
  const metas = page.metas.filter((meta) => namesAuthor(page, meta));
  const [first] = metas;
  if (first === undefined) return { names: [], from: "meta", text: "" };
  // Several names of one kind are a list; another kind says the same again.
  const own = metas.filter((meta) => meta.name === first.name);
  const usable = clean(own.flatMap((meta) => namesIn(meta.content))).length > 0 ? own : metas;
  return {
    names: clean(usable.flatMap((meta) => namesIn(flipped(meta)))),
    from: `meta ${usable[0]!.name}`,
    text: usable
      .map((meta) => meta.content)
      .join("; ")
      .slice(0, 200),
  };
}

/** "Novak, Ana" as citations have it. */
const flipped = ({ name, content }: MetaTag): string =>
  /^citation_author$|^dc\.creator$/.test(name) ? content.replace(/^([^,]{2,40}),\s*([^,]{1,40})$/, "$2 $1") : content;

function namesAuthor(page: Page, meta: MetaTag): boolean {
  if (meta.content === "" || /^https?:/.test(meta.content)) return false;
  if (meta.name === "twitter:data1")
    return /written by|author|verfasst|écrit|escrito/i.test(metaOf(page, "twitter:label1") ?? "");
  return /^(?:author|authors|article:author|article_author|dc\.creator|sailthru\.author|parsely-author|byl|citation_author|dcterms\.creator)$/.test(
    meta.name,
  );
}

/** Whether a name is the publisher's: its own name, or one its address spells. */
function siteNames(page: Page, data: LinkedData): (name: string) => boolean {
  const names = [metaOf(page, "og:site_name"), data.publisher, data.site].filter((name) => name !== null).map(squeezed);
  const host = squeezed(/^https?:\/\/([\w.-]+)/.exec(page.canonical ?? metaOf(page, "og:url") ?? "")?.[1] ?? "");
  return (name) =>
    names.includes(squeezed(name)) || (squeezed(name).length > 5 && host.includes(squeezed(name)) && !/\s/.test(name));
}
