const particles =
  "(?:de|da|do|dos|das|del|della|der|den|di|du|von|van|vom|zu|zum|al|el|bin|ibn|bint|la|le|ter|ten|af|av|y|e|of)";
const part = "(?:(?:Mc|Mac|O['’]|D['’]|d['’]|[Aa]l-|[Ee]l-)?\\p{Lu}[\\p{L}\\p{M}’'-]*|\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)*)";
const nameShape = new RegExp(`^${part}(?:\\s+(?:${particles}\\s+){0,2}${part}){1,4}$`, "u");
/** Words that no person is called, though they stand capitalised in by-lines. */
const notNames =
  /\b(?:staff|editors?|editorial|team|desk|news|newsroom|press|agency|agencies|agence|agentur|reporters?|correspondents?|writers?|contributors?|bureau|media|group|times|post|daily|online|admin|redaktion|redacción|rédaction|redazione|service|wire|reuters|bloomberg|politics|world|business|opinion|analysis|commentary|comment|sport|sports|updated|published|posted|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|min|mins|read|home|menu|the|and|for|with|about|how|why|what|when|where|who|is|are|was|will|to|in|on|at|by|from|this|that|your|you|our)\b/i;

/** Whether this looks like a person's name: two to five capitalised words, particles allowed. */
export function looksLikePerson(text: string): boolean {
  return text.length <= 60 && nameShape.test(text) && !notNames.test(text) && text !== text.toUpperCase();
}

const lead =
  /^(?:(?:written|posted|published|reported|reviewed|edited|story|text|words|article|analysis|guest post|report)\s+)?(?:by|von|par|por|di|door|av|af|autor(?:en|in)?|author|auteur|текст|автор)\b\s*[:-]?\s+/iu;
const roles =
  /[,|–—-]\s*(?:(?:senior|staff|chief|deputy|associate|managing|contributing|guest|special|national|foreign|political|business|science|technology|health|diplomatic|defen[cs]e|world|video|digital|investigative|breaking news|news|features?)\s+)*(?:writer|reporter|editor|correspondent|contributor|columnist|journalist|author|producer|analyst|fellow|editor-in-chief|photographer|freelancer?)\b.*$/iu;
const credentials = /\b(?:PhD|MD|RD|MBA|MPH|RN|CFP|CPA|JD|Esq|MS|MA|MSc|BSc|DO|DDS|LDN|RDN)\b\.?/;

/**
 * The authors that one by-line names, in order: "By", roles, places and dates stripped, lists taken apart.
 * Gives agencies and desks ("Staff and agencies") as one author when no person is named.
 */
export function authorsOf(byline: string): string[] {
  const bare = byline
    .slice(0, 400)
    .replace(/\S+@\S+/g, " ")
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/\((?:[^)]{0,60})\)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(lead, "");
  if (bare === "") return [];
  const names = bare
    .split(
      /\s*(?:;|\s[|·•–—/]\s|\s&\s|\s(?:and|und|et|y|e|en|och|og|i|и|with|mit|avec|con)\s|,\s(?:and\s)?(?!\s*(?:Jr|Sr|II|III)\b))\s*/u,
    )
    .map((name) => tidy(name))
    .filter((name) => name.length > 1);
  const people = names.filter(looksLikePerson);
  return unique(people.length > 0 ? people : [tidy(bare)].filter((name) => name.length > 1 && name.length <= 60));
}

/** One name as a page's data state it, without "By", a role, an address or a date. */
export function tidy(name: string): string {
  const bare = name.replace(/\s+/g, " ").trim().replace(lead, "").replace(roles, "").replace(/^@/, "").trim();
  const upper =
    bare === bare.toUpperCase() &&
    /\s/.test(bare) &&
    bare.length > 5 &&
    /^[\p{Lu}\s.'’-]+$/u.test(bare) &&
    !credentials.test(bare);
  return (upper ? titleCase(bare) : bare).replace(/^[\s,.:;|–—-]+|[\s,:;|–—-]+$/g, "");
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());

export const unique = (list: readonly string[]): string[] => [
  ...new Map(list.map((one) => [one.toLowerCase(), one])).values(),
];
