import { isCredit } from "./cues.js";
import { type Hint, hintBit } from "./hints.js";
import type { Measured } from "./measured.js";
import { isLabel, isMenu } from "./sections.js";

/**
 * How a text without markup came about: `bare` is prose that someone pasted, with nothing or next to nothing around
 * it; `brief` is short but has furniture; `scrape` is what the classifier was trained on.
 */
export type Plainness = "bare" | "brief" | "scrape";

/** Words up to which a text is short, what is given away not counted. A wire item or a statement has fewer. */
const short = 250;

/** Tells pasted prose from a scrape by how much of it gives itself away as furniture. */
export function plainnessOf(items: readonly Measured[]): Plainness {
  const rest = items.filter((item) => !isFurniture(item));
  const furniture = items.length - rest.length;
  const words = rest.reduce((sum, { wording }) => sum + wording.words, 0);
  if (words < 2) return "scrape";
  if (words <= short) return furniture === 0 || (furniture <= 2 && furniture <= rest.length) ? "bare" : "brief";
  if (furniture > 2 || rest.filter(isSentence).length * 2 < rest.length) return "scrape";
  return furniture === 0 ? "bare" : "brief";
}

/** A line that its wording or its form gives away. */
export const isFurniture = (item: Measured): boolean =>
  (item.wording.cue !== null && !isReport(item)) ||
  isMenu(item.text) ||
  isLabel(item.text) ||
  (item.wording.credit && !isSigned(item));

/** What furniture says when it speaks of itself or to its reader in a full sentence. */
const toReader = /\b(?:this (?:article|story|page|post|site)|your?|us|friends|closed|below|here)\b/i;

/** "Comments by the minister drew anger.": begins like a bar of buttons, and is a sentence about something else. */
function isReport({ text, wording }: Measured): boolean {
  const reason = wording.cue?.reason;
  return (
    (reason === "comments" || reason === "share") && wording.ending === 1 && wording.words >= 6 && !toReader.test(text)
  );
}

/** Prose that its agency signed at the end, "Nobody was hurt. (Reuters)", and no caption: there is more than a line. */
const isSigned = ({ text, wording }: Measured): boolean =>
  !isCredit(text) && wording.sentences > 0 && /[.!?]["”’]?\s\(\p{Lu}[\p{L} ]{1,30}\)\.?$/u.test(text);

/** Reads as a sentence by itself in any script: begins as one does, ends in a full stop or the like. */
export const isSentence = ({ text, wording }: Measured): boolean =>
  wording.words >= 1 &&
  (wording.ending === 1 || wording.ending === 2 || (wording.ending === 6 && wording.sentences > 0)) &&
  wording.separators === 0 &&
  wording.symbols < 0.1 &&
  /^["'“”„«‘’¿¡([\s]{0,3}[\p{Lu}\p{Lo}\p{N}]/u.test(text);

/** What a plain text keeps though the classifier would not: all of a bare one, the sentences of a brief one. */
export const isPlainText = (item: Measured, plainness: Plainness): boolean =>
  plainness !== "scrape" && !isFurniture(item) && (plainness === "bare" || isSentence(item));

/** Where the prose of a plain text begins: its first sentence, list or line too long for a headline; 0 without one. */
export function plainStart(items: readonly Measured[]): number {
  return Math.max(0, items.findIndex(opens));
}

const opens = (item: Measured): boolean => {
  const { wording } = item;
  if (isFurniture(item)) return false;
  if (wording.words >= 18 || wording.beginning === 4) return true;
  return wording.words >= 2 && (wording.ending === 1 || wording.ending === 3 || wording.ending === 6);
};

/** "Q: …", "Mayor Dahl: …": who speaks, where more than one line begins so. */
const speaker = /^(?:\p{Lu}[\p{L}.]{0,20}\s?){1,3}:\s/u;
const label =
  /^(?:(?:for )?immediate release|press (?:release|statement)|news release|media (?:release|statement)|statement|communiqu[eé]|urgent|flash|breaking(?: news)?|pressemitteilung|communiqué de presse|comunicado de prensa|(?:embargoed|source|contact|photo|tel)\b.*)[.:!]?$/i;
/** "Exclusive: …" is a teaser further down; at the top it is the headline. */
const kicker =
  /^(?:exclusive|analysis|explainer|opinion|background|live|profile|factbox|timeline|interview|comment)\b[^:]{0,12}:\s\S/i;

/**
 * The index of a bare text's headline: a first line set off from the prose, capitalised and without a full stop;
 * −1 when there is none. `isAside` knows mastheads, by-lines and date lines.
 */
export function plainTitle(items: readonly Measured[], start: number, isAside: (item: Measured) => boolean): number {
  const isFirst = (item: Measured, i: number): boolean =>
    (!isFurniture(item) || kicker.test(item.text)) && !isAside(item) && i < start && !label.test(item.text);
  const at = items.findIndex(isFirst);
  if (at < 0 || at < start - 4) return -1;
  const talk = items.filter(({ text }) => speaker.test(text)).length > 1 && speaker.test(items[at]!.text);
  return isHeadline(items[at]!) && !talk && isLonger(items[start]!, items[at]!) ? at : -1;
}

function isHeadline({ text, wording }: Measured): boolean {
  if (wording.words < 2 || wording.words > 32 || !/\p{L}{2,}\P{L}+\p{L}{2,}|\p{Lo}{4,}/u.test(text)) return false;
  const shaped = wording.ending === 0 || wording.ending === 2 || wording.ending === 6;
  return shaped && !/[?？؟]$/.test(text) && wording.beginning >= 1 && wording.beginning <= 3;
}

/** Prose is longer than the headline above it, or at least a full sentence; an answer of a word is not. */
const isLonger = (prose: Measured, headline: Measured): boolean =>
  prose.wording.words >= Math.min(4, headline.wording.words);

const asideHints = (
  "cookies comments newsletter share caption credit related advert tags byline meta navigation footer sidebar" as const
)
  .split(" ")
  .reduce((bits, hint) => bits | hintBit[hint as Hint], 0);

const isError =
  /\b(?:404|403|not found|no longer available|does(?: not|n['’]t) exist|access denied|forbidden|error)\b/i;

/**
 * On a page with little text, marks as kept the sentences that stand beside one that the classifier kept; where it
 * kept none, those beside the headline, or all where nothing is linked: two short paragraphs are an article.
 */
export function keepShortPage(items: readonly Measured[], kept: boolean[]): void {
  const words = items.reduce((sum, { wording }, i) => sum + (kept[i] ? wording.words : 0), 0);
  if (words > short) return;
  const homes = new Set(items.flatMap(({ block }, i) => (kept[i] ? [block!.element.parent] : [])));
  const fragment = homes.size === 0 && items.every(({ block }) => block!.linked === 0);
  if (homes.size === 0)
    for (const { block, text } of items)
      if (block!.kind === "h1" && !isError.test(text)) homes.add(block!.element.parent);
  items.forEach((item, i) => {
    if ((fragment || homes.has(item.block!.element.parent)) && isParagraph(item)) kept[i] = true;
  });
}

/** A sentence on a page that is no heading, link, or part of anything that calls itself something else. */
function isParagraph(item: Measured): boolean {
  const { element, linked, kind } = item.block!;
  const furniture = /^h\d$/.test(kind) || linked > item.text.length * 0.4 || (element.hints & asideHints) !== 0;
  return !furniture && isSentence(item) && !isFurniture(item);
}
