/** Units of measure and money, each with the words that name it. The name on the left is what an Amount carries. */

const measures: Readonly<Record<string, string>> = {
  percent: "percent|per cent|%|pct|pc",
  "percentage points": "percentage point|percentage points",
  "basis points": "basis point|basis points|bps",
  mm: "millimetre|millimeter|mm",
  cm: "centimetre|centimeter|cm",
  m: "metre|meter",
  km: "kilometre|kilometer|km|kms",
  mi: "mile",
  ft: "foot|feet|ft",
  in: "inch|inches",
  yd: "yard",
  nmi: "nautical mile",
  m2: "square metre|square meter|sq m|m²|m2|sqm",
  km2: "square kilometre|square kilometer|sq km|km²|km2",
  mi2: "square mile|sq mi",
  ft2: "square foot|square feet|sq ft",
  ha: "hectare|ha",
  acre: "acre",
  m3: "cubic metre|cubic meter|cu m|m³|m3",
  km3: "cubic kilometre|cubic kilometer|km³|km3",
  ft3: "cubic foot|cubic feet|cu ft",
  l: "litre|liter",
  gal: "gallon",
  bbl: "barrel|bbl",
  mg: "milligram|milligramme|mg",
  g: "gram|gramme",
  kg: "kilogram|kilogramme|kilo|kg|kgs",
  t: "tonne|ton|metric ton|metric tonne",
  lb: "pound of|lb|lbs",
  oz: "ounce",
  kt: "kiloton|kilotonne",
  kW: "kilowatt|kw",
  MW: "megawatt|mw",
  GW: "gigawatt|gw",
  kWh: "kilowatt hour|kilowatt-hour|kwh",
  MWh: "megawatt hour|megawatt-hour|mwh",
  TWh: "terawatt hour|terawatt-hour|twh",
  "°C": "degree celsius|degree centigrade|°c|° c|celsius",
  "°F": "degree fahrenheit|°f|° f|fahrenheit",
  degree: "degree|°",
  mph: "mph",
  "km/h": "km/h|kph|kmh",
  kn: "knot",
  MB: "megabyte",
  GB: "gigabyte|gb",
  TB: "terabyte",
  "m3/s": "m³/s|m3/s|cumec",
};

const currencies: Readonly<Record<string, string>> = {
  USD: "dollar|us dollar|u.s. dollar|american dollar|usd|dlrs|buck",
  CAD: "canadian dollar|cad",
  AUD: "australian dollar|aud",
  NZD: "new zealand dollar",
  HKD: "hong kong dollar",
  EUR: "euro|eur|€",
  GBP: "pound|pound sterling|british pound|gbp|quid",
  CHF: "franc|swiss franc|chf",
  JPY: "yen|japanese yen|jpy",
  CNY: "yuan|chinese yuan|renminbi|cny|rmb",
  RUB: "ruble|rouble|russian ruble|russian rouble|rub",
  UAH: "hryvnia|hryvnya|ukrainian hryvnia|uah",
  INR: "rupee|indian rupee|inr",
  PKR: "pakistani rupee",
  KRW: "won|south korean won|krw",
  ILS: "shekel|israeli shekel|new israeli shekel",
  TRY: "lira|turkish lira",
  IRR: "rial|iranian rial",
  SAR: "riyal|saudi riyal",
  AED: "dirham|emirati dirham|uae dirham",
  QAR: "qatari riyal",
  EGP: "egyptian pound",
  SYP: "syrian pound",
  LBP: "lebanese pound",
  IQD: "iraqi dinar",
  KWD: "kuwaiti dinar",
  PLN: "zloty|zlotys|polish zloty|polish zlotys",
  CZK: "czech crown|koruna",
  SEK: "swedish krona|krona|kronor|swedish kronor",
  NOK: "norwegian krone|norwegian kroner",
  DKK: "danish krone|krone|kroner|danish kroner",
  HUF: "forint|hungarian forint",
  MXN: "mexican peso|peso",
  BRL: "brazilian real|reais|brazilian reais|reals",
  ZAR: "rand|south african rand",
  NGN: "naira|nigerian naira",
  KES: "kenyan shilling|shilling",
  THB: "baht|thai baht",
  IDR: "rupiah|indonesian rupiah",
  VND: "dong|vietnamese dong",
  PHP: "philippine peso",
  ARS: "argentine peso",
  CLP: "chilean peso",
  COP: "colombian peso",
  UYU: "uruguayan peso",
  DOP: "dominican peso",
  CUP: "cuban peso",
  PEN: "peruvian sol",
  TZS: "tanzanian shilling",
  UGX: "ugandan shilling",
  SOS: "somali shilling",
  ETB: "birr|ethiopian birr",
  GHS: "cedi|ghanaian cedi",
  SDG: "sudanese pound",
  SSP: "south sudanese pound",
  DZD: "algerian dinar",
  TND: "tunisian dinar",
  LYD: "libyan dinar",
  JOD: "jordanian dinar",
  BHD: "bahraini dinar",
  RSD: "serbian dinar",
  MAD: "moroccan dirham",
  OMR: "omani rial",
  YER: "yemeni rial",
  AFN: "afghani",
  BDT: "taka|bangladeshi taka",
  LKR: "sri lankan rupee",
  NPR: "nepalese rupee",
  MMK: "kyat",
  MYR: "ringgit|malaysian ringgit",
  SGD: "singapore dollar|sgd",
  TWD: "taiwan dollar|new taiwan dollar",
  KZT: "tenge",
  GEL: "lari|georgian lari",
  AMD: "armenian dram",
  AZN: "azerbaijani manat",
  BYN: "belarusian ruble|belarusian rouble",
  RON: "romanian leu|romanian lei",
  BGN: "bulgarian lev|bulgarian leva",
  ISK: "icelandic krona|icelandic kronur",
  crown: "crown",
  cent: "cent",
};

/** Signs written before the number. */
export const currencySigns: Readonly<Record<string, string>> = {
  $: "USD",
  US$: "USD",
  C$: "CAD",
  CA$: "CAD",
  A$: "AUD",
  AU$: "AUD",
  NZ$: "NZD",
  HK$: "HKD",
  S$: "SGD",
  R$: "BRL",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₽": "RUB",
  "₹": "INR",
  "₩": "KRW",
  "₪": "ILS",
  "₴": "UAH",
  "₺": "TRY",
  "₦": "NGN",
  "₫": "VND",
  EUR: "EUR",
  USD: "USD",
  GBP: "GBP",
  Rs: "INR",
  "Rs.": "INR",
};

const unitByName: ReadonlyMap<string, string> = new Map(
  [...Object.entries(measures), ...Object.entries(currencies)].flatMap(([unit, names]) =>
    names.split("|").map((name): [string, string] => [name, unit]),
  ),
);

/** What a rate is counted by: "275 cubic metres a second" is m3/s. */
export const rateUnits: Readonly<Record<string, string>> = {
  second: "s",
  s: "s",
  sec: "s",
  minute: "min",
  hour: "h",
  h: "h",
  hr: "h",
  day: "day",
  week: "week",
  month: "month",
  year: "year",
  annum: "year",
  person: "person",
  head: "person",
  household: "household",
  family: "family",
  hectare: "ha",
  tonne: "t",
  ton: "t",
  barrel: "bbl",
  litre: "l",
  liter: "l",
  gallon: "gal",
  kilo: "kg",
  share: "share",
  capita: "person",
};

const singular = (word: string): string => (word.length > 3 && !word.endsWith("ss") ? word.replace(/s$/, "") : word);

/** The unit that words name, singular or plural; null when they name none. */
export function unitNamed(words: readonly string[]): string | null {
  const last = words.length - 1;
  const plain = words.join(" ").toLowerCase();
  const one = words.map((word, i) => (i === last ? singular(word.toLowerCase()) : word.toLowerCase())).join(" ");
  const first = [singular(words[0]?.toLowerCase() ?? ""), ...words.slice(1)].join(" ").toLowerCase();
  return unitByName.get(plain) ?? unitByName.get(one) ?? unitByName.get(first) ?? null;
}

export interface Unit {
  readonly unit: string;
  readonly next: number;
}

/** The unit that starts at word `at`, with what it is counted by: "%", "square kilometres", "cubic metres a second". */
export function readUnit(words: readonly string[], at: number): Unit | null {
  const start = words[at] === "-" ? at + 1 : at;
  for (let length = 3; length > 0; length--) {
    const unit = unitNamed(words.slice(start, start + length));
    if (unit !== null && start + length <= words.length) return withRate(words, unit, start + length);
  }
  return null;
}

export function withRate(words: readonly string[], unit: string, next: number): Unit {
  const link = words[next] ?? "";
  const by = rateUnits[words[next + 1] ?? ""];
  if (by === undefined || !/^(?:an?|per|each|every|\/)$/.test(link) || unit === "percent") return { unit, next };
  return { unit: `${unit}/${by}`, next: next + 2 };
}
