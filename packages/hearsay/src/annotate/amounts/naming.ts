import type { Token } from "@hearsay/english";
import { currencySigns, readUnit } from "./units.js";

/** Numbers that are no amounts: names ("Article 14", "the 1200 block of Elm Street"), ages, scores, and words that say of what kind a thing is. */

/** "One-way", "two-party", "three-fold", "one-man" say of what kind a thing is, not how many there are. */
export const isManner = (words: readonly string[], at: number, next: number): boolean =>
  /^[-‐‑]$/.test(words[next] ?? "") &&
  (/^(?:way|sided|party|fold|off|on|to|in|tier|track|stage|step|time|piece|storey|story|lane|headed|handed|digit)$/.test(
    words[next + 1] ?? "",
  ) ||
    (words[at] === "one" && /^(?:person|man|woman)$/.test(words[next + 1] ?? "")));

const namers =
  /^(?:article|articles|chapter|section|sections|paragraph|clause|resolution|nos?\.?|numbers?|flight|route|highway|motorway|interstate|room|page|pages|line|channel|gate|platform|protocol|annex|volume|vol\.?|part|act|scene|phase|stage|level|grade|category|class|type|model|mark|title|rule|law|decree|directive|order|bill|amendment|area|zone|sector|district|ward|building|block|apartment|suite|box|group|bloc|tier|step|version|windows|verse|psalm|week|day|round|lot)$/;
const streets = /^(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|boulevard|blvd\.?|drive|square|place|terrace|way)$/;

/** In words; what is longer is a table. */
const longestList = 20;

/** "Article 5", "aged 4, 7 and 9": every number of a list is a name or age as its first is. */
function isNamed(words: readonly string[], at: number): boolean {
  let first = at;
  while (
    at - first < longestList &&
    /^(?:,|and|or|to|-|–)$/.test(words[first - 1] ?? "") &&
    /^\d{1,4}$/.test(words[first - 2] ?? "")
  )
    first -= 2;
  const before = words[first - 1] ?? "";
  return (
    namers.test(before) ||
    namers.test(before.replace(/s$/, "")) ||
    before === "aged" ||
    before === "age" ||
    before === "ages"
  );
}

/** "three times the size", "twice" as much: how a quantity compares, not one itself. */
const isMultiple = (words: readonly string[], next: number): boolean =>
  words[next] === "times" &&
  /^(?:the|as|more|less|higher|lower|larger|smaller|bigger|greater|its|their|his|her|that|what)$/.test(
    words[next + 1] ?? "",
  );

/** "Covid-19", "F-16": joined to letters before it. */
function isSuffix(tokens: readonly Token[], at: number): boolean {
  const [word, hyphen, number] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (word === undefined || hyphen === undefined || !/^[-‐‑]$/.test(hyphen.form)) return false;
  return word.end === hyphen.start && hyphen.end === number?.start && /^\p{Lu}/u.test(word.form) && word.upos !== "NUM";
}

/** "3-2", "a 5-4 ruling": the higher first and nothing counted after, the score of a game or a vote. */
export function isScore(words: readonly string[], at: number, tokens: readonly Token[]): boolean {
  const first = /^[-–]$/.test(words[at + 1] ?? "") ? at : /^[-–]$/.test(words[at - 1] ?? "") ? at - 2 : -1;
  const [high, low] = [words[first] ?? "", words[first + 2] ?? ""];
  return (
    first >= 0 &&
    /^\d{1,3}$/.test(high) &&
    /^\d{1,3}$/.test(low) &&
    Number(high) >= Number(low) &&
    (tokens[first + 3]?.upos !== "NOUN" || decided.test(words[first + 3] ?? ""))
  );
}
const decided =
  /^(?:decision|ruling|vote|verdict|majority|split|win|victory|defeat|loss|tie|draw|lead|record|score|series|margin|opinion)$/;

/** "16:20", "2030/14": a part of something longer; not so "it is certain: six were killed". */
const isWithin = (tokens: readonly Token[], at: number): boolean =>
  /^[:./]$/.test(tokens[at - 1]?.form ?? "") && tokens[at - 1]?.end === tokens[at]?.start;

/** Whether the number is a name or an age rather than a quantity. */
export function namesSomething(tokens: readonly Token[], words: readonly string[], at: number, next: number): boolean {
  const [before, after] = [words[at - 1] ?? "", words[next] ?? ""];
  if (/^[#§]$/.test(before) || isWithin(tokens, at) || /^[/:′″]$/.test(after)) return true;
  if (after === "°" && !/^[cf]$/.test(words[next + 1] ?? "")) return true;
  if (isMultiple(words, next) || isNamed(words, at) || isSuffix(tokens, at)) return true;
  if (isAge(tokens, words, at, next)) return true;
  if (at === 0 && /^[.)]$/.test(after) && next === 1) return true;
  if (after === "block" && words[next + 1] === "of") return true;
  const previous = tokens[at - 1];
  if (
    previous?.upos === "PROPN" &&
    currencySigns[previous.form] === undefined &&
    at > 1 &&
    tokens[next]?.upos !== "NOUN" &&
    /^\d+$/.test(words[at] ?? "") &&
    !hasUnit(words, next)
  )
    return true;
  return words.slice(next, next + 4).some((word, i) => streets.test(word) && i > 0 && tokens[next]?.upos === "PROPN");
}

const hasUnit = (words: readonly string[], next: number): boolean => readUnit(words, next) !== null;

/** "the baker, 52, said"; "52-year-old"; "52 years old"; "a man of 74"; "died … at 77". */
function isAge(tokens: readonly Token[], words: readonly string[], at: number, next: number): boolean {
  const rest = words.slice(next, next + 4).join(" ");
  if (/^-? ?(?:year|month|day|week)s?(?: ?-? ?old\b)/.test(rest)) return true;
  if (
    words[at - 1] === "of" &&
    /^(?:man|woman|boy|girl|child|teenager|pensioner|person|youth)$/.test(words[at - 2] ?? "")
  )
    return tokens[next]?.upos !== "NOUN";
  const value = Number(words[at]);
  if (
    words[at - 1] === "at" &&
    value >= 18 &&
    value < 120 &&
    /^[,.;]?$/.test(words[next] ?? "") &&
    words.some((w) => /^d(?:ied|ies|ead)$/.test(w))
  )
    return true;
  return (
    words[at - 1] === "," &&
    /^[,.;)]$/.test(words[next] ?? ".") &&
    next === at + 1 &&
    value > 0 &&
    value < 120 &&
    isNameLike(tokens[at - 2])
  );
}
const isNameLike = (token: Token | undefined): boolean =>
  token !== undefined && (token.upos === "NOUN" || /^\p{Lu}/u.test(token.form));
