import { createRequire } from "node:module";

interface Record {
  readonly cca2: string;
  readonly cca3: string;
}

let known: ReadonlyMap<string, string> | null = null;

/** ISO 3166-1 alpha-2 in small letters for alpha-3 ("NOR" → "no"); null for what is in no list. */
export function alpha2(country: string | null): string | null {
  const read = () => createRequire(import.meta.url)("world-countries/countries.json") as readonly Record[];
  known ??= new Map(read().map(({ cca2, cca3 }) => [cca3, cca2.toLowerCase()]));
  return (country !== null && known.get(country)) || null;
}

/** ISO 639-3 for the two letters of ISO 639-1, of the languages that reading tells apart. */
const languages: Readonly<{ [language: string]: string }> = {
  ...{ ar: "ara", bg: "bul", ca: "cat", cs: "ces", da: "dan", de: "deu", el: "ell", en: "eng", es: "spa", et: "est" },
  ...{ fa: "fas", fi: "fin", fr: "fra", he: "heb", hi: "hin", hr: "hrv", hu: "hun", id: "ind", it: "ita", ja: "jpn" },
  ...{ ka: "kat", ko: "kor", lt: "lit", lv: "lav", nb: "nob", nl: "nld", no: "nor", pl: "pol", pt: "por", ro: "ron" },
  ...{ ru: "rus", sk: "slk", sl: "slv", sr: "srp", sv: "swe", th: "tha", tr: "tur", uk: "ukr", vi: "vie", zh: "zho" },
};
export const alpha3Language = (language: string): string | null => languages[language.slice(0, 2)] ?? null;
