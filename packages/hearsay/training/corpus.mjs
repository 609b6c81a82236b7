// Pages to train on and to score with: blocks or lines with what they should become, and the site each page is from.
import { flatten } from "../../../evals/flatten.mjs";
import { blockColumns, blockRows } from "../dist/read/block-features.js";
import { paragraphsOf } from "../dist/read/flat.js";
import { frontOf } from "../dist/read/front.js";
import { readLinkedData } from "../dist/read/jsonld.js";
import { lineColumns, lineRows } from "../dist/read/line-features.js";
import { takeApart } from "../dist/read/markup.js";
import { measureBlocks, measureLines } from "../dist/read/measured.js";
import { plainnessOf } from "../dist/read/plain.js";
import { titleOf } from "../dist/read/title.js";
import { coverage, tokenCount } from "./labels.mjs";

export const columns = { html: blockColumns, flat: lineColumns };

/** The site a page is from, so that no page of a site is judged by a model that has seen another of its pages. */
export function siteOf({ id, url }) {
  const kept = /web\.archive\.org\/web\/[^/]*\/(?:https?:\/\/)?(.*)$/.exec(url ?? "")?.[1];
  const address = kept === undefined ? (url ?? "") : `http://${kept}`;
  if (!URL.canParse(address)) return id;
  const labels = new URL(address).hostname.split(".");
  const country = labels.length > 2 && /^(?:com?|org|ac|gov|net|edu)$/.test(labels.at(-2));
  return labels.slice(country ? -3 : -2).join(".");
}

/** A number that only the text decides, from 0 to below `of`. */
export function bucketOf(text, of) {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % of;
}

/** A page as the read stage sees it, with a row, a label and a weight for each block or line. */
export function pageOf(kind, gold) {
  return kind === "html" ? blocksOf(gold, takeApart(gold.html)) : linesOf(gold, paragraphsOf(flatten(gold.html)));
}

/** A text flattened another way, for training: a line for each of the page's blocks. Null for pages with their markup. */
export function variantOf(kind, gold) {
  if (kind === "html") return null;
  const { blocks } = takeApart(gold.html);
  return linesOf(
    gold,
    blocks.map(({ text }) => text),
  );
}

function blocksOf(gold, page) {
  const data = readLinkedData(page.jsonLd);
  const { chosen } = titleOf(page, data);
  const items = measureBlocks(page.blocks);
  const rows = blockRows(items, chosen.value, data.body);
  return { ...labelled(gold, items), rows: rows.map(narrow), titles: [chosen.value, chosen.text] };
}

function linesOf(gold, texts) {
  const items = measureLines(texts);
  const plainness = plainnessOf(items);
  const front = frontOf(items, plainness);
  return { ...labelled(gold, items), rows: lineRows(items, front.title).map(narrow), plainness, front };
}

const narrow = (row) => Float32Array.from(row);

/** Pages with a body have a label on every block; pages with strings only on the blocks that hold one. */
function labelled(gold, items) {
  const texts = items.map(({ text }) => text);
  const known = gold.body === undefined ? stringLabels(texts, gold) : bodyLabels(texts, gold.body);
  return { id: gold.id, gold, items, site: siteOf(gold), ...known };
}

/** Weights are what a wrong decision costs: words, by the length of the body. A second copy of a text counts less. */
function bodyLabels(texts, body) {
  const total = tokenCount(body);
  const seen = new Set();
  return {
    labels: coverage(texts, body).map((share) => (share >= 0.5 ? 1 : 0)),
    weights: texts.map((text) => {
      const again = seen.has(text);
      seen.add(text);
      return ((1 + tokenCount(text)) / (60 + total)) * 25 * (again ? 0.3 : 1);
    }),
  };
}

export const folded = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

function stringLabels(texts, gold) {
  const held = (strings) => {
    const wanted = strings.map(folded);
    return texts.map((text) => wanted.filter((one) => text.includes(one)).length);
  };
  const [keep, drop] = [held(gold.with), held(gold.without)];
  return {
    labels: keep.map((count) => (count > 0 ? 1 : 0)),
    weights: texts.map((_, i) => (keep[i] > 0 !== drop[i] > 0 ? 2.5 : 0)),
  };
}
