import { digit, endOfRun, letter, widthAt } from "./characters.js";

/** Names of sections and site functions: a line made of them is a menu, whatever paper it belongs to. */
const sectionWords = new Set(
  "home homepage news latest world uk us usa europe asia africa americas middle east international national local regional politics business economy markets money finance tech technology science health sport sports football cricket culture arts entertainment lifestyle life style travel food fashion opinion comment comments editorial editorials columns columnists analysis explainers features longreads investigations obituaries obits weather traffic video videos audio photos pictures gallery podcasts podcast radio tv live watch listen verify newsletters newsletter puzzles crosswords crossword games quiz jobs classifieds cars property homes shop shopping store deals e-edition epaper e-paper archive archives topics tags sections more menu search login log sign in out up register subscribe subscription subscriber account profile settings help contact about advertise advertising careers privacy terms cookies sitemap rss facebook twitter instagram youtube linkedin telegram whatsapp skip content main navigation education environment climate energy crypto celebrity celebrities royals crime courts court law religion history magazine sunday events calendar community letters cartoons data graphics fact check factcheck trending popular english deutsch français español italiano português русский contact us tips support donate membership members shows schedule stocks commodities bonds currencies metals freight power softs agriculture shipping wealth banking insurance real estate startups ai gaming movies music books theatre theater tv startseite politik wirtschaft kultur wissen panorama reise meinung sport lokales ausland inland accueil politique économie société monde culture sports portada política economía deportes cultura sociedad mundo opinión главная политика экономика общество спорт культура мир новости".split(
    /\s+/,
  ),
);

/** Words, with what hyphens and apostrophes join to them. */
function tokens(line: string): string[] {
  const text = line.toLowerCase();
  const found: string[] = [];
  for (let i = 0; i < text.length; ) {
    let end = endOfRun(text, i, letter | digit);
    if (end === i) {
      i += widthAt(text, i);
      continue;
    }
    while (joiners.has(text.charCodeAt(end))) end = endOfRun(text, end + 1, letter | digit);
    found.push(text.slice(i, end));
    i = end;
  }
  return found;
}
const joiners = new Set([..."'’-"].map((one) => one.charCodeAt(0)));

/** Whether a line is a menu: section names and capitalised labels in a row, no sentence. */
export function isMenu(line: string): boolean {
  if (line.length > 600 || /[.!?]\s/.test(line)) return false;
  const words = tokens(line);
  if (words.length < 3) return false;
  const known = words.filter((word) => sectionWords.has(word)).length;
  return known >= 3 && known >= words.length * (/[|›»>·•/]/.test(line) ? 0.4 : 0.5);
}

/** Whether a line is nothing but the name of a section: "Sport", "Opinion", "Sign in". */
export const isLabel = (line: string): boolean => {
  const words = line.length > 40 || /[.!?]$/.test(line) ? [] : tokens(line);
  return words.length > 0 && words.length <= 3 && words.every((word) => sectionWords.has(word));
};

/** The name that stands before or among a menu's sections, if one does: "The Daily Ferry News Sport Opinion". */
export function mastheadOf(line: string): string | null {
  const words = line.replace(/^skip to (?:main )?content\s*/i, "").split(/\s+/);
  const name: string[] = [];
  for (const word of words) {
    const bare = word.toLowerCase().replace(/[^\p{L}\p{N}'’-]/gu, "");
    if (name.length > 0 && (sectionWords.has(bare) || /^[|/›»—–-]$/.test(word))) break;
    if (!/^[\p{Lu}\d&]/u.test(word) && !/^(?:the|of|and|de|la|le|der|die|das)$/.test(bare)) break;
    name.push(word);
  }
  const found = name
    .join(" ")
    .replace(/[|›»>·•:,/–—-]+$/, "")
    .trim();
  return name.length > 0 &&
    name.length <= 5 &&
    found.length > 2 &&
    !name.every((word) => sectionWords.has(word.toLowerCase()))
    ? found
    : null;
}
