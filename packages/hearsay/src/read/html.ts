import type { Evidence, RemovalReason } from "../model/index.js";
import { dropApart } from "./apart.js";
import type { Piece } from "./assemble.js";
import { authorsOfPage, type PageAuthors, sharesAuthor } from "./authors.js";
import { dropCopies } from "./copies.js";
import type { DraftReading } from "./draft.js";
import { withEntries } from "./entries.js";
import { evidenceFor } from "./evidence.js";
import { reasonFor } from "./flat.js";
import { hintBit } from "./hints.js";
import { type LinkedData, readLinkedData } from "./jsonld.js";
import { decide, judgeBlocks } from "./judge.js";
import { languageOf } from "./language.js";
import { type Block, type Element, type Page, takeApart } from "./markup.js";
import { type Measured, measureBlocks } from "./measured.js";
import { dayOrderOf, outletOf } from "./metadata.js";
import { amendmentIn, evidenceOfNotes, fieldsOf, notesOf } from "./notes.js";
import { keepShortPage } from "./plain.js";
import { datesOf, days } from "./published.js";
import { sectionOf } from "./section.js";
import { fold, squeezed, squeezesTo } from "./text.js";
import { metaOf, plain, sameTitle, titleOf } from "./title.js";

/** Reads a page of HTML: decides on every block and gathers what the page says of itself. */
export function readPage(html: string, url: string | null, retrieved: string | null = null): DraftReading {
  const page = takeApart(html);
  const data = readLinkedData(page.jsonLd);
  const named = titleOf(page, data);
  const title = named.chosen.value;
  const items = measureBlocks(page.blocks);
  const kept = keep(items, judgeBlocks(items, title, data.body), [title, named.chosen.text]);
  const apart = dropApart(items, kept);
  const firstKept = Math.max(0, kept.indexOf(true));
  const heading = headingOf(page.blocks, named.chosen.text, title, firstKept);
  const language = metaOf(page, "content-language", "og:locale") ?? null;
  const order = dayOrderOf(page.language ?? language);
  const pieces = piecesOf(items, kept, title, apart);
  const place = { blocks: page.blocks, heading, firstKept, order, stated: [], retrieved };
  const dates = datesOf(page, data, html, url, place);
  const { published } = dates;
  const writers = authorsOfPage(page, data, heading, firstKept);
  const modified = dates.modified ?? amendmentIn(pieces);
  const notes = notesOf(pieces, writers.chosen?.names);
  const section = sectionOf(page, data, pieces, title);
  const metadata = {
    title,
    deck: deckOf(page, data),
    authors: writers.chosen?.names ?? [],
    outlet: outletOf(page, data, title, url),
    published: published?.value ?? null,
    publishedWithin: dates.publishedWithin,
    modified: modified?.value ?? null,
    ...fieldsOf(notes),
    section: section?.value ?? null,
    evidence: {
      title: evidenceFor("title", named.chosen.value === "" ? null : named.chosen, named.statements, ({ value }) =>
        sameTitle(value, title),
      ),
      authors: authorEvidence(writers),
      published:
        published === null
          ? dates.vaguely
          : evidenceFor("published", published, dates.statements, (other) => days(other, published) === 0),
      modified: evidenceFor("modified", modified, [], () => true),
      ...evidenceOfNotes(notes),
      section: evidenceFor("section", section, [], () => true),
    },
  };
  return {
    draft: {
      url: page.canonical,
      metadata,
      languageOf: (text) => languageOf(text, data.language ?? page.language ?? language),
    },
    pieces: withEntries(pieces, {
      blocks: page.blocks,
      updates: data.updates,
      title: `${title} ${page.title}`,
      url: url ?? page.canonical,
      published: metadata.published,
      modified: metadata.modified,
      dateLines: [published?.text ?? [], modified?.text ?? []].flat(),
    }),
    cut: page.cut,
  };
}

function authorEvidence({ chosen, statements }: PageAuthors): Evidence | null {
  const others = statements.filter((one) => one !== chosen);
  const agreeing = new Map(others.map((one) => [one.text, chosen !== null && sharesAuthor(one, chosen)]));
  return evidenceFor(
    "authors",
    chosen,
    others.map(({ names, from, text }) => ({ value: names.join(", "), from, text })),
    ({ text }) => agreeing.get(text) === true,
  );
}

function deckOf(page: Page, data: LinkedData): string | null {
  const stated = data.description ?? metaOf(page, "og:description", "description", "twitter:description");
  return stated === null ? null : fold(plain(stated)).slice(0, 1_000);
}

/**
 * Where the headline stands: as a heading, as one that says more than it, else at the last heading of the first rank
 * before the prose.
 */
function headingOf(blocks: readonly Block[], words: string, title: string, firstKept: number): number {
  const first = blocks.findIndex((block) => block.kind === "h1" && block.text === words);
  if (first >= 0) return first;
  const start = squeezed(title);
  const cut =
    title.length < 15
      ? -1
      : blocks.findIndex((block) => /^h[12]$/.test(block.kind) && squeezed(block.text).startsWith(start));
  return cut >= 0 ? cut : blocks.slice(0, firstKept).findLastIndex((block) => block.kind === "h1");
}

/** The blocks that the model takes for the article's, without the headline and without a second copy of any. */
export function keep(
  items: readonly Measured[],
  probabilities: ArrayLike<number>,
  titles: readonly string[],
): boolean[] {
  const wanted = titles.map(squeezed);
  const kept = decide(items, probabilities, "html");
  keepShortPage(items, kept);
  items.forEach(({ text, block }, i) => {
    if (/^h[12]$/.test(block!.kind) && wanted.includes(squeezed(text))) kept[i] = false;
  });
  dropCopies(items, probabilities, kept);
  return kept;
}

function piecesOf(
  items: readonly Measured[],
  kept: readonly boolean[],
  title: string,
  apart: ReadonlyMap<number, RemovalReason>,
): Piece[] {
  const wanted = squeezed(title);
  return items.map((item, i) => ({
    text: item.text,
    reason: kept[i] ? null : (apart.get(i) ?? whyNot(item, wanted)),
  }));
}

const byHint: readonly (readonly [keyof typeof hintBit, RemovalReason])[] = [
  ["cookies", "cookies"],
  ["comments", "comments"],
  ["newsletter", "newsletter"],
  ["share", "share"],
  ["caption", "caption"],
  ["credit", "credit"],
  ["related", "teaser"],
  ["advert", "advertisement"],
  ["tags", "tags"],
  ["byline", "byline"],
  ["navigation", "navigation"],
  ["footer", "boilerplate"],
  ["sidebar", "boilerplate"],
];

function whyNot(item: Measured, title: string): RemovalReason {
  // A capital may have a small form of two letters; none has a longer one.
  if (item.text.length * 2 >= title.length && squeezesTo(item.text, title)) return "title";
  if (item.wording.cue !== null) return item.wording.cue.reason;
  let at: Element | null = item.block!.element;
  for (let steps = 0; at !== null && steps < 8; steps++, at = at.parent) {
    if (at.tag === "figcaption") return "caption";
    if (at.tag === "nav") return "navigation";
    if (at.hints !== 0) for (const [hint, reason] of byHint) if ((at.hints & hintBit[hint]) !== 0) return reason;
  }
  return reasonFor(item);
}
