import { outletLikeness } from "./outlets.js";

/** Words that say where the news comes from: "according to The New York Times", "first reported by Reuters". */
export interface Citation {
  /** The outlet as named here. */
  readonly name: string;
  /** The words that cite, name included. */
  readonly start: number;
  readonly end: number;
  /** The name alone. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The cue itself says that it reports or publishes, so that a name of any shape may be an outlet. */
  readonly reporting: boolean;
  /** 0–2: how surely the name is an outlet's by its own shape. */
  readonly likeness: number;
}

/** Bounded throughout: text is hostile. */
const capital = String.raw`(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)\p{Lu}[\p{L}\p{N}'’&.]{0,30}(?:-\p{Lu}[\p{L}\p{N}]{0,30}){0,3}`;
const domain = String.raw`[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}`;
const name = String.raw`(?:(?:[Tt]he\s)?${capital}(?:\s(?:(?:of|and|&|for|in)\s)?${capital}){0,5}|${domain})`;
const day = String.raw`(?:on\s|last\s|late\s|early\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;
const adverb = `(?:first|also|has|had|have|is|are|was|now|later|earlier|since|previously|separately|recently|today|yesterday|citing|${day})`;
/** What an outlet is, or what it puts out: "the Herald newspaper", "the Herald's live page". */
const product = String.raw`(?:live\s|news\s|front\s|home\s|web\s)?(?:page|site|feed|ticker|edition|newsroom|bulletin)`;
const modifier = String.raw`(?:['’]?s?\s(?:newspaper|magazine|news agency|agency|website|daily|channel|network|radio|broadcaster|television|blog|${product}))?`;

interface Cue {
  readonly pattern: RegExp;
  readonly reporting: boolean;
}
/** An outlet reports that, on, what …; a ship reports engine trouble. */
const onward = String.raw`(?=\s(?:that|on|in|last|late|early|earlier|first|this|yesterday|today|how|what|the|an?|its|it|there|some|more|\p{Lu}|[“"‘']|\d)|[,.:;—–]|$)`;

const cue = (source: string, reporting: boolean): Cue => ({ pattern: new RegExp(source, "gud"), reporting });
const lead = String.raw`(?<![\p{L}\p{N}])`;

/** Each pattern names the outlet in group 1. */
const cues: readonly Cue[] = [
  cue(
    String.raw`${lead}[Aa]ccording\sto\s(?:an?\s\w{1,30}\s(?:in|by|from)\s|reports?\s(?:in|by|from)\s)?(${name})`,
    false,
  ),
  cue(
    String.raw`${lead}(?:told|tells|telling|speaking\sto|spoke\sto|speaking\swith|spoke\swith|interview\swith|interview\sto|interview\son|appearing\son|appeared\son|remarks\sto|statement\sto|comments?\sto)\s(${name})`,
    false,
  ),
  cue(
    String.raw`${lead}(?:[Rr]eported|published|revealed|quoted|cited|carried|broadcast|aired|obtained|seen|reviewed|broken)\s(?:\w{1,30}\s)?(?:by|in|on)\s(${name})`,
    true,
  ),
  cue(
    String.raw`${lead}(?:report|reports|story|article|account|investigation|analysis|editorial|op-ed|interview|piece|column)\s(?:\w{1,30}\s)?(?:by|in|from|published\sby|published\sin)\s(${name})`,
    true,
  ),
  cue(
    String.raw`${lead}(${name})${modifier},?(?:\s${adverb}){0,3}\s(?:(?:reports|reported)${onward}|(?:reporting|revealed|reveals|published|broke)(?![\p{L}\p{N}]))`,
    true,
  ),
  cue(
    String.raw`${lead}(${name})${modifier}(?:\s${adverb}){0,3}\s(?:wrote|writes|writing|learned|observed|observes|confirmed|confirms|unearthed|uncovered|broadcast|aired|investigates|investigated|obtained|quoted|cited|noted|notes|says|said|quotes|cites|described|called|put|puts)(?![\p{L}\p{N}])`,
    false,
  ),
  cue(
    String.raw`${lead}(?:said|says|speaking|spoke|told\s\w{1,30}|writing|wrote|posted|published|appearance|interviewed)\s(?:[\w-]{1,30}\s){0,3}(?:on|in|for|by)\s(${name})`,
    false,
  ),
  cue(
    String.raw`${lead}(${name}?)['’]s?\s(?:own\s)?(?:report|reports|reporting|story|account|investigation|scoop|article|editorial)(?![\p{L}\p{N}])`,
    true,
  ),
  cue(
    String.raw`${lead}[Aa]n?\s(${name})\s(?:report|story|article|investigation|analysis|editorial|interview)(?![\p{L}\p{N}])`,
    true,
  ),
  cue(String.raw`(?:,|[”"’'])\s(?:reports|reported)\s(${name})`, false),
  cue(String.raw`${lead}(?:via|[Ss]ource:|[Cc]iting)\s(${name})`, true),
];

const mostCitations = 60;
/** Outlets are named in the running text; what follows a megabyte is not searched. */
const longestSearched = 200_000;

/** Every place where the text names who reported something; overlapping finds are reduced to the longest. In text order. */
export function citationsOf(text: string): Citation[] {
  const searched = text.length > longestSearched ? text.slice(0, longestSearched) : text;
  const found = cues
    .flatMap(({ pattern, reporting }) => [...searched.matchAll(pattern)].map((match) => citationAt(match, reporting)))
    .filter((c) => c !== null)
    .sort((x, y) => x.nameStart - y.nameStart || Number(y.reporting) - Number(x.reporting) || y.end - x.end);
  return found.filter((c, i) => i === 0 || c.nameStart >= found[i - 1]!.nameEnd).slice(0, mostCitations);
}

function citationAt(match: RegExpMatchArray, reporting: boolean): Citation | null {
  const [nameStart, nameEnd] = match.indices![1]!;
  const cited = trimName(match[1]!);
  if (cited === "") return null;
  const from = nameStart + match[1]!.indexOf(cited);
  const end = match.index! + match[0].length;
  return {
    name: cited,
    start: match.index === nameStart ? from : match.index!,
    end: end === nameEnd ? from + cited.length : end,
    nameStart: from,
    nameEnd: from + cited.length,
    reporting,
    likeness: outletLikeness(cited),
  };
}

/** Sentence openers that the pattern takes for the start of a name. */
const leadingWord =
  /^(?:As|But|And|So|Yet|While|When|Since|In|On|At|For|From|Like|Although|Though|Because|If|After|Before|Both|Even|Then|Now|Also|That|This|Last|Earlier)\s/u;

/** A name does not run over a sentence end nor keep its possessive: "Fox News. He" is "Fox News". */
function trimName(raw: string): string {
  return raw
    .replace(leadingWord, "")
    .replace(/(?<=\p{L}{2})\.\s.*$/su, "")
    .replace(/['’]s?\b.*$/su, "")
    .replace(/[.'’&]+$/u, "")
    .trim();
}

/** Notes that say a text was translated: the language, "" where none is named, null where there is no note. */
export function translationNote(text: string): string | null {
  const note =
    /\b(?:[Aa]utomatic|[Mm]achine|AI)[-\s](?:translation|translated)(?:\sfrom\s(?:the\s)?(\p{Lu}\p{L}+))?|\b[Tt]ranslated\sfrom\s(?:the\s)?(\p{Lu}\p{L}+)/u;
  const match = note.exec(text.slice(0, 2000)) ?? note.exec(text.slice(-1000));
  return match === null ? null : (match[1] ?? match[2] ?? "");
}

/** Whose text this is by its own words: dateline, copyright line, source line. Names as written, in text order. */
export function creditsOf(text: string): string[] {
  const margins = `${text.slice(0, 600)}\n${text.slice(-600)}`;
  const found = creditPatterns.flatMap((pattern) => [...margins.matchAll(pattern)].map((match) => trimName(match[1]!)));
  return [...new Set(found.filter((credit) => credit.length > 1))];
}

const creditPatterns: readonly RegExp[] = [
  /\((\p{Lu}{2,6}|\p{Lu}\p{L}+)\)\s[-–—]/gu,
  /\/(\p{Lu}{3,10})\/\.?\s/gu,
  /(?:©|\(c\)|[Cc]opyright)\s(?:\d{4}\s)?(?:[Tt]he\s)?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,4})/gu,
  /(?:[Ss]ource|[Aa]gency):\s(?:[Tt]he\s)?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,4})/gu,
  /^[Bb]y\s(?:[Tt]he\s)?(\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}\s(?:Agency|Press|News|Service|Newswire))\s*$/gmu,
];
