import type { ReportCommitment } from "./report.js";
import { foldWords } from "./words.js";

/** What a step is on: its telling words, and the kinds of thing it names. */
export interface Matter {
  readonly words: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

/** Kinds of things that go by many words. */
const kinds: Readonly<Record<string, RegExp>> = {
  treaty: /^(?:treat(?:y|ies)|accords?|pacts?|protocols?|agreements?|memorandum|convention|charter|compact)$/,
  truce: /^(?:ceasefire|truce|armistice|cease)$/,
  arms: /^(?:arms?|weapons?|drones?|missiles?|batter(?:y|ies)|launchers?|jets?|tanks?|ammunition|shells?|munitions?)$/,
  talks: /^(?:talks?|mediation|negotiations?|host|meeting|summit|dialogue)$/,
  money: /^(?:loans?|credit|tranche|crowns|dollars?|euros?|money|funding|payment)$/,
};

/** Other words for a truce. */
const quiet = /\b(?:weapons?|arms|guns?) (?:rest|silence|pause)\b|\bcease fire\b/g;

const common = new Set(
  `the and for with from that this which who whom whose been have has had will would could should their his her its
  not more than into over under about after before during since until against between also other any all some
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december year month week day hours new said says made make offer offers request requests proposal invitation`.split(
    /\s+/,
  ),
);

/** @param names the words that anybody of the story is called by: they do not say what a thing is on */
export function matterOf(
  reports: readonly ReportCommitment[],
  names: ReadonlySet<string>,
  party: (called: string | null) => string,
): Matter {
  const texts = reports.map((c) => c.object?.text ?? (c.by === null || party(c.by) === "" ? "" : c.span.text));
  const all = texts.flatMap((text) => foldWords(text).replace(quiet, "ceasefire").split(" "));
  const words = all.filter(
    (word) => word.length > 3 && !common.has(word) && !names.has(word) && !/^\d{4}$/.test(word) && !isGeneral(word),
  );
  const found = Object.entries(kinds).filter(([, pattern]) => all.some((word) => pattern.test(word)));
  return { words: new Set(words.map(stem)), kinds: new Set(found.map(([kind]) => kind)) };
}

/** "A new treaty of partnership" and "the accord": the word for the paper is not what it is on. */
const isGeneral = (word: string): boolean => [...general].some((kind) => kinds[kind]!.test(word));

const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing)$/, "");

/** What papers and meetings are on tells them apart; arms and money are what is given. */
export const general: ReadonlySet<string> = new Set(["treaty", "talks"]);

/**
 * One kind of thing in common, and of treaties and talks also a word for what they are on, if they have any; or, where neither has a kind
 * that the other lacks, a word.
 */
export function isOneMatter(a: Matter, b: Matter): boolean {
  const both = [...a.kinds].filter((kind) => b.kinds.has(kind));
  if (both.some((kind) => !general.has(kind))) return true;
  const word = meet(a.words, b.words);
  if (both.length > 0) return word || (a.words.size === 0 && b.words.size === 0);
  return word && (a.kinds.size === 0 || b.kinds.size === 0);
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}
