import { classAt, letter, mark, runsOf, widthAt } from "./characters.js";

/** Function words that tell languages written in one script apart. */
const words: Readonly<Record<string, string>> = {
  en: "the and of to in that is was for with as on by it from be are this which or not but have has had his her their they he she you will would been said more when after about we who what how where can did them our out up why there then if i could my me at",
  de: "der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei um noch wie einem über einen war",
  fr: "le la les de des du et en un une que qui dans pour pas sur au aux par plus ne se ce est il elle avec son sa ses ont été mais cette nous vous leur",
  es: "el la los las de y que en un una por con para como su al lo del más pero sus este entre cuando muy sin sobre también fue hay desde se no es",
  it: "il lo la gli di che e per non una sono da è alla dei della nel anche come più ma si ha con del in un le nella questo stato dal",
  pt: "o a os as um uma do da dos das em no na que não com se para por mais como mas foi ao ele tem seu sua ou quando nos já também só pelo pela é",
  nl: "de het een van en in is dat op te zijn met voor niet die aan er om ook als maar door over bij nog uit naar heeft hebben werd wordt deze dan",
  sv: "och att det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan när efter även också under",
  da: "og at det en på er af for med den til ikke har de et om han men var jeg sig fra vi så kan når efter også blev der som skal",
  no: "og at det en på er av for med den til ikke har de et om han men var jeg seg fra vi så kan når etter også ble der som skal",
  fi: "ja on ei että se oli hän ovat myös kun mutta niin kuin joka mukaan jo tai sen ole vain sitä olla jos nyt",
  pl: "w i na z do że się nie jest o jak po co ale od za to przez jego są tak czy tym być oraz dla już ma może które który",
  cs: "a se v na je že s z do o i to jako za by ale po od tak jsou pro k ve který jeho si podle která však byl už při",
  sk: "a sa v na je že s z do o i to ako za by ale po od tak sú pre k vo ktorý jeho si podľa ktorá však bol už pri",
  hu: "a az és hogy nem is egy ez meg de csak már volt van még el mint vagy ki azt ha minden után lesz szerint",
  ro: "și în de la a cu pe că nu este din care un o pentru mai sau au fost ce se al ale prin dar după sunt fi",
  hr: "i je u na se da za su od s a ne o će kao što bi koji iz to nije do ili koja te ali po sve",
  tr: "ve bir bu da de için ile çok olarak olan daha en gibi sonra kadar ne ise ama olduğu değil var göre ya o",
  id: "yang dan di itu dengan untuk dari dalam tidak ini pada akan juga ke ada oleh karena telah saat bisa tersebut atau para",
  vi: "và của là có cho không được trong một các với người này đã khi từ những đến tại ra về cũng như",
  ru: "и в не на я что он с как это по но они к у же за вы так его от из мы бы для был было о а все при",
  uk: "і в не на що з як це по але вони до у та за ви так його від із ми для був було про а все при є також",
  bg: "и на да се в за не от е с че по са това като си но до или след при ще беше той",
  sr: "и је у на се да за су од с а не о ће као што би који из то није",
  fa: "و در به از که این را با است برای آن یک خود تا بر هم نیز شد می",
  ar: "في من على إلى أن عن مع هذا هذه التي الذي كان لا ما بعد قد بين كما",
  ur: "کے میں کی ہے اور سے کا کو پر نے یہ کہ اس ہیں تھا بھی",
  hi: "के में की है और से का को पर ने यह कि इस हैं था भी एक",
};
const languages = Object.keys(words);
/** For each function word the languages that have it, by their place in `languages`. */
const speakers: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, Set<number>>();
  for (const [at, language] of languages.entries())
    for (const word of words[language]!.split(" ")) found.set(word, (found.get(word) ?? new Set()).add(at));
  return new Map([...found].map(([word, set]) => [word, [...set]]));
})();
const longestWord = Math.max(...[...speakers.keys()].map((word) => word.length));

/** Scripts that one language (or nearly) uses. Order matters: kana before Chinese characters. */
const scripts: readonly { readonly from: number; readonly to: number; readonly language: string }[] = [
  { from: 0x3040, to: 0x30ff, language: "ja" },
  { from: 0xac00, to: 0xd7af, language: "ko" },
  { from: 0x4e00, to: 0x9fff, language: "zh" },
  { from: 0x0370, to: 0x03ff, language: "el" },
  { from: 0x0590, to: 0x05ff, language: "he" },
  { from: 0x0e00, to: 0x0e7f, language: "th" },
  { from: 0x10a0, to: 0x10ff, language: "ka" },
  { from: 0x0530, to: 0x058f, language: "hy" },
  { from: 0x0980, to: 0x09ff, language: "bn" },
  { from: 0x0b80, to: 0x0bff, language: "ta" },
];
const latinEnd = 0x36f;

/**
 * The language of a text as ISO 639-1, from its script and its function words; "und" when too little speaks for any.
 * `hint` (a page's own `lang`) decides only where the text itself leaves it open.
 */
export function languageOf(text: string, hint: string | null = null): string {
  const sample = text.slice(0, 8_000);
  const stated = /^[a-z]{2}(?=$|[-_])/i.exec(hint ?? "")?.[0].toLowerCase() ?? null;
  let letters = 0;
  const written = new Array<number>(scripts.length).fill(0);
  for (let i = 0; i < sample.length; i += widthAt(sample, i)) {
    if ((classAt(sample, i) & letter) !== 0) letters++;
    const code = sample.charCodeAt(i);
    if (code > latinEnd)
      for (const [at, { from, to }] of scripts.entries()) if (code >= from && code <= to) written[at]!++;
  }
  if (letters < 10) return stated ?? "und";
  return scripts.find((_, at) => written[at]! > letters * 0.2)?.language ?? byWords(sample, stated);
}

function byWords(sample: string, stated: string | null): string {
  const all = runsOf(sample.toLowerCase(), letter | mark);
  const hits = new Array<number>(languages.length).fill(0);
  for (const word of all)
    if (word.length <= longestWord) for (const language of speakers.get(word) ?? []) hits[language]!++;
  const scores = languages.map((language, i) => ({ language, hits: hits[i]! }));
  scores.sort((a, b) => b.hits - a.hits);
  const [best, next] = [scores[0]!, scores[1]!];
  const enough = best.hits >= 3 || (best.hits > next.hits && best.hits >= all.length * 0.15);
  if (!enough || best.hits < all.length * 0.05) return stated ?? byLetters(sample);
  const close = scores.find(({ language, hits }) => language === stated && hits > best.hits * 0.85);
  if (best.hits < next.hits * 1.1 && close !== undefined) return close.language;
  return best.language;
}

/** Letters that tell languages of one script apart, the script's commonest language last. */
const letterClues: readonly (readonly [RegExp, string])[] = [
  [/[ђћџљњј]/i, "sr"],
  [/[іїєґ]/i, "uk"],
  [/[а-яё]/i, "ru"],
  [/[ٹڈڑے]/, "ur"],
  [/[پچژگ]/, "fa"],
  [/[\u0621-\u064a]/, "ar"],
  [/[\u0900-\u097f]/, "hi"],
  [/ß/, "de"],
  [/[¿¡ñ]/, "es"],
  [/[ąęłśźż]/, "pl"],
  [/[ğşı]/, "tr"],
];

/** What the letters of a text too short for function words say. */
const byLetters = (sample: string): string => letterClues.find(([letters]) => letters.test(sample))?.[1] ?? "und";
