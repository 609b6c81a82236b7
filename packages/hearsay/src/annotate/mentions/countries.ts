import { createRequire } from "node:module";

/** The countries of the world by every name, adjective and capital in use; data from world-countries (ODbL, mledoze/countries). */
export interface Country {
  readonly code: string;
  readonly name: string;
}

interface CountryRecord {
  readonly name: { readonly common: string; readonly official: string };
  readonly cca3: string;
  readonly unMember: boolean;
  readonly capital: readonly string[];
  readonly altSpellings: readonly string[];
  readonly demonyms: { readonly eng?: { readonly f: string; readonly m: string } };
}

/** Names and adjectives the data lacks, all in common use. */
const extraNames: Readonly<Record<string, readonly string[]>> = {
  USA: ["us", "u.s", "u.s.", "usa", "america", "the states", "united states of america"],
  GBR: ["uk", "u.k", "u.k.", "britain", "great britain", "england", "scotland", "wales"],
  ARE: ["uae", "emirates"],
  KOR: ["south korea"],
  PRK: ["north korea"],
  RUS: ["russian federation"],
  COD: ["congo"],
  CZE: ["czech republic"],
  MMR: ["burma"],
  CIV: ["ivory coast"],
  TUR: ["turkey", "türkiye"],
  VAT: ["holy see"],
  TWN: ["taiwan"],
  PSE: ["palestine"],
  MKD: ["north macedonia"],
};
const extraAdjectives: Readonly<Record<string, readonly string[]>> = {
  GBR: ["british", "english", "scottish", "welsh", "briton", "britons"],
  NLD: ["dutch"],
  FRA: ["french"],
  ESP: ["spanish", "spaniard"],
  DNK: ["danish", "dane"],
  SWE: ["swedish", "swede"],
  FIN: ["finnish", "finn"],
  TUR: ["turkish", "turk"],
  POL: ["polish", "pole"],
  IRL: ["irish"],
  PHL: ["philippine", "filipino"],
  ISL: ["icelandic"],
  ARG: ["argentine", "argentinian"],
  AFG: ["afghan"],
  SAU: ["saudi", "saudi arabian"],
  ARE: ["emirati"],
  KOR: ["south korean"],
  PRK: ["north korean"],
  CHE: ["swiss"],
  THA: ["thai"],
  UZB: ["uzbek"],
  KAZ: ["kazakh"],
  KGZ: ["kyrgyz"],
  SRB: ["serbian", "serb"],
  HRV: ["croatian", "croat"],
  ISR: ["israeli"],
  IRQ: ["iraqi"],
  PAK: ["pakistani"],
  YEM: ["yemeni"],
  QAT: ["qatari"],
  KWT: ["kuwaiti"],
  PSE: ["palestinian"],
  CZE: ["czech"],
};
/** Capitals under names the data spells otherwise, and seats of government that are no capital. */
const extraCapitals: Readonly<Record<string, readonly string[]>> = {
  USA: ["washington", "washington d.c", "washington dc"],
  UKR: ["kyiv", "kiev"],
  ISR: ["jerusalem", "tel aviv"],
  NLD: ["the hague", "amsterdam"],
  CHE: ["bern", "berne"],
  KAZ: ["astana"],
  MMR: ["yangon"],
};
/** Words that are countries, adjectives or capitals in the data but mostly something else in English. */
const ambiguous = new Set(["male", "man", "manx", "us"]);

const records = createRequire(import.meta.url)("world-countries/countries.json") as readonly CountryRecord[];

const names = new Map<string, Country>();
const adjectives = new Map<string, Country>();
const capitals = new Map<string, Country>();

for (const record of records) {
  const country: Country = { code: record.cca3, name: record.name.common };
  const long = record.altSpellings.filter((s) => s.length > 3);
  enter(names, [record.name.common, record.name.official, ...long, ...(extraNames[record.cca3] ?? [])], country);
  enter(capitals, [...record.capital, ...(extraCapitals[record.cca3] ?? [])], country);
}
// Adjectives after all names, larger states first where several share one ("American" is also Samoa's and others').
for (const record of records) {
  const country: Country = { code: record.cca3, name: record.name.common };
  enter(adjectives, extraAdjectives[record.cca3] ?? [], country);
}
enter(adjectives, ["american"], { code: "USA", name: "United States" });
for (const record of [...records].sort((a, b) => Number(isTerritory(a)) - Number(isTerritory(b)))) {
  const demonym = record.demonyms.eng;
  if (demonym) enter(adjectives, [demonym.m, demonym.f], { code: record.cca3, name: record.name.common });
}

function isTerritory(record: CountryRecord): boolean {
  return !record.unMember;
}

function enter(map: Map<string, Country>, keys: readonly string[], country: Country): void {
  for (const key of keys) {
    const lower = key.toLowerCase();
    if (lower !== "" && !map.has(lower) && (!ambiguous.has(lower) || key === "us")) map.set(lower, country);
  }
}

/** The country a name stands for: "Iran", "U.S.", "Islamic Republic of Iran"; "us" only in capitals. */
export function countryByName(name: string): Country | null {
  if (name.toLowerCase() === "us" && name !== "US") return null;
  return names.get(name.toLowerCase().replace(/^the /, "")) ?? null;
}

/** The country an adjective or the name of its people stands for: "Iranian", "Iranians", "French". */
export function countryByAdjective(word: string): Country | null {
  const lower = word.toLowerCase();
  return adjectives.get(lower) ?? (lower.endsWith("s") ? (adjectives.get(lower.slice(0, -1)) ?? null) : null);
}

/** The country whose capital (or usual seat of government) bears this name. */
export function countryByCapital(name: string): Country | null {
  return capitals.get(name.toLowerCase()) ?? null;
}

export const countryByCode = (code: string): Country | null => {
  const record = records.find((r) => r.cca3 === code);
  return record ? { code, name: record.name.common } : null;
};
