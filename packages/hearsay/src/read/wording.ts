import { classAt, digit, endOfRun, letter, mark, space, widthAt } from "./characters.js";
import { type Cue, cueOf, isCaption } from "./cues.js";

/** What one line of text looks like by itself: the measures that tell prose from furniture. */
export interface Wording {
  readonly words: number;
  readonly chars: number;
  /** Mean letters a word. */
  readonly wordLength: number;
  /** Share of words that are function words in one of a dozen languages. */
  readonly stopWords: number;
  /** Share of words that begin with a capital; share of letters that are capitals. */
  readonly capitalised: number;
  readonly capitals: number;
  readonly digits: number;
  readonly commas: number;
  /** Marks that furniture uses between its items: | · › / • » > */
  readonly separators: number;
  readonly sentences: number;
  /** 0 none, 1 full stop, 2 question or exclamation, 3 colon, 4 ellipsis, 5 comma or semicolon, 6 closing quote or bracket. */
  readonly ending: number;
  /** 0 lower case, 1 capital, 2 digit, 3 quotation mark, 4 bullet or dash, 5 other. */
  readonly beginning: number;
  readonly quotes: number;
  /** Share of characters that program code is full of. */
  readonly symbols: number;
  readonly dated: boolean;
  /** A picture's caption or credit, by its form. */
  readonly credit: boolean;
  readonly address: boolean;
  readonly firstOrSecondPerson: number;
  readonly imperative: boolean;
  readonly cue: Cue | null;
}

const stopWords = new Set(
  (
    "the a an of to in and for on that is was with as at by it from be are were this which or not but have has had his her their its he she they we you i who will would been said more than when there after about into over " +
    "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein " +
    "le la les de des du et en un une que qui dans pour pas sur au aux par plus ne se ce est il elle avec son sa ses ont été mais ou " +
    "el los las y una por con para como su al lo del más pero sus este entre cuando muy sin sobre también fue hay desde " +
    "il lo gli di che per non una sono da è alla dei della nel anche come più ma si ha " +
    "o os as um uma do da dos das em no na não com se para por mais como mas foi ao ele tem seu sua ou quando muito nos já eu também só pelo pela até isso " +
    "het een van op te dat niet zijn voor met die er maar om hem dan zou of wat mijn dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze want nog " +
    "i w na z do że się nie jest o jak po co ale od za ten to przez jego są tak czy tym być oraz dla już " +
    "и в не на я что он с как это по но они к у же за вы так его от из мы бы для был было о а все её"
  ).split(" "),
);
const stopWord = 1;
const person = 2;
const knownWords: ReadonlyMap<string, number> = (() => {
  const kinds = new Map([...stopWords].map((word) => [word, stopWord]));
  for (const word of "you your yours we our us i my me".split(" ")) kinds.set(word, (kinds.get(word) ?? 0) | person);
  return kinds;
})();
const longestKnown = Math.max(...[...knownWords.keys()].map((word) => word.length));
const imperatives = new Set(
  "click|tap|subscribe|sign|join|follow|share|download|read|watch|listen|see|view|check|get|try|buy|shop|learn|discover|explore|find|start|book|contact|register|log|enter|submit|support|donate|save|browse|search|select|choose|accept|manage|skip|load|show|visit".split(
    "|",
  ),
);
const months =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b\.?\s?\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b20\d\d-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|mär|apr|ma[iy]|jun|jul|aug|sep|oct|okt|nov|dec|dez)|\b\d+ (?:minutes?|hours?|days?|weeks?|months?) ago\b|tháng \d|年\d/iu;

/** Measures a line. Only the first few thousand characters are looked at word by word. */
export function wordingOf(text: string): Wording {
  const head = text.length > 4_000 ? text.slice(0, 4_000) : text;
  const tally = tallyOf(head);
  const { words } = tally;
  const n = Math.max(1, words);
  return {
    words: text.length > head.length ? Math.round((words * text.length) / head.length) : words,
    chars: text.length,
    wordLength: tally.letters / n,
    stopWords: tally.stops / n,
    capitalised: tally.capitalised / n,
    capitals: tally.capitals / Math.max(1, tally.letters),
    digits: tally.digits / Math.max(1, head.length),
    commas: tally.commas,
    separators: tally.separators,
    sentences: tally.sentences,
    ending: endingOf(text),
    beginning: beginningOf(text),
    quotes: tally.quotes,
    symbols: tally.symbols / Math.max(1, head.length),
    dated: tally.digits > 0 && months.test(head.slice(0, 300)),
    credit: isCaption(text),
    address: holdsAddress(head),
    firstOrSecondPerson: tally.person / n,
    imperative: imperatives.has(/^\w{1,12}/.exec(head)?.[0].toLowerCase() ?? ""),
    cue: cueOf(text),
  };
}

/** Asked sign by sign: nearly no line holds any of them. */
const holdsAddress = (text: string): boolean =>
  (text.includes("@") && /@[\w-]+\.\w/.test(text)) ||
  (text.includes("://") && /https?:\/\//i.test(text)) ||
  /www\./i.test(text);

/** What one pass over a line counts. */
interface Tally {
  words: number;
  letters: number;
  stops: number;
  capitalised: number;
  capitals: number;
  digits: number;
  commas: number;
  separators: number;
  sentences: number;
  quotes: number;
  person: number;
  symbols: number;
}

const wordy = letter | mark | digit;

/** Goes through a line once: words are runs of letters and digits, an apostrophe and letters behind it included. */
function tallyOf(text: string): Tally {
  const tally: Tally = {
    words: 0,
    letters: 0,
    stops: 0,
    capitalised: 0,
    capitals: 0,
    digits: 0,
    commas: 0,
    separators: 0,
    sentences: 0,
    quotes: 0,
    person: 0,
    symbols: 0,
  };
  const lowered = text.toLowerCase();
  // Where a letter has a longer small form, places in the two no longer match: then each word is lowered by itself.
  const lower = lowered.length === text.length ? lowered : null;
  for (let i = 0; i < text.length; ) {
    if ((classAt(text, i) & wordy) === 0) {
      countMark(text, i, tally);
      i += widthAt(text, i);
      continue;
    }
    let end = endOfRun(text, i, wordy);
    if (text[end] === "'" || text[end] === "’") {
      const further = endOfRun(text, end + 1, letter);
      if (further > end + 1) end = further;
    }
    countWord(text, i, end, lower?.slice(i, end) ?? text.slice(i, end).toLowerCase(), tally);
    i = end;
  }
  return tally;
}

function countWord(text: string, from: number, to: number, lower: string, tally: Tally): void {
  let cjk = false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) tally.digits++;
    else if (code >= 0x3040 && isCjk(code)) cjk = true;
  }
  const length = to - from;
  // A run of Chinese or Japanese has no spaces: two characters count as a word.
  tally.words += cjk && length > 1 ? Math.ceil(length / 2) : 1;
  tally.letters += length;
  const kind = length <= longestKnown ? knownWords.get(lower) : undefined;
  if (kind !== undefined) {
    if ((kind & stopWord) !== 0) tally.stops++;
    if ((kind & person) !== 0) tally.person++;
  }
  if (text[from] !== lower[0]) {
    tally.capitalised++;
    const word = text.slice(from, to);
    tally.capitals += word === word.toUpperCase() ? length : 1;
  }
}

const isCjk = (code: number): boolean =>
  code <= 0x30ff || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af);

/** What the marks count as. 。 ！ ？ and the Arabic, Urdu and Hindi marks end a sentence without a space behind them. */
const marks: ReadonlyMap<number, keyof Tally> = new Map(
  (
    [
      ["commas", ",，、"],
      ["separators", "|·›•»>"],
      ["quotes", '"“”„«'],
      ["symbols", "{}[]()=<;_$#\\/*+&^~`@"],
      ["sentences", "。！？؟۔।"],
    ] as const
  ).flatMap(([kind, all]) => [...all].map((one) => [one.charCodeAt(0), kind] as const)),
);

function countMark(text: string, i: number, tally: Tally): void {
  const code = text.charCodeAt(i);
  if (code === 32) return;
  if (code === 46 || code === 33 || code === 63) {
    if (i + 1 >= text.length || endsSentence(text, i + 1)) tally.sentences++;
    return;
  }
  const kind = marks.get(code);
  if (kind !== undefined) tally[kind]++;
}

const closers = new Set([..."\"'”’)"].map((one) => one.charCodeAt(0)));
const endsSentence = (text: string, i: number): boolean =>
  (classAt(text, i) & space) !== 0 || closers.has(text.charCodeAt(i));

/** What kind of mark a line ends with, begins with: the numbers of `ending` and `beginning`. */
const endings = kinds([
  [1, ".。۔।"],
  [2, "?!？！؟"],
  [3, ":："],
  [5, ",;"],
  [6, "\"'”’»)]"],
]);
const beginnings = kinds([
  [3, "\"'“”„«‘’"],
  [4, "•·▪●*–—-"],
]);

function kinds(all: readonly (readonly [kind: number, marks: string])[]): ReadonlyMap<number, number> {
  return new Map(all.flatMap(([kind, marks]) => [...marks].map((mark) => [mark.charCodeAt(0), kind] as const)));
}

const sentenceEnds = /[.!?。！？]/;

function endingOf(text: string): number {
  const kind = endings.get(text.charCodeAt(text.length - 1)) ?? 0;
  if (kind === 6) return sentenceEnds.test(text[text.length - 2] ?? "") ? 1 : 6;
  return text.endsWith("...") || text.endsWith("…") ? 4 : kind;
}

function beginningOf(text: string): number {
  const first = text[0] ?? "";
  const kind = beginnings.get(text.charCodeAt(0));
  if (kind !== undefined) return kind;
  // Of a pair's first half nothing is known, as of no character.
  const bits = first === "" ? 0 : classAt(first, 0);
  if ((bits & digit) !== 0) return 2;
  if ((bits & letter) === 0) return 5;
  return first === first.toLowerCase() && first !== first.toUpperCase() ? 0 : 1;
}
