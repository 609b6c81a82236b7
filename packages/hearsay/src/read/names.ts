const particles =
  "(?:de|da|do|dos|das|los|las|del|della|der|den|di|du|von|van|vom|zu|zum|al|el|bin|ibn|bint|la|le|ter|ten|af|av|y|e|of)";
const part = "(?:(?:Mc|Mac|O['’]|D['’]|d['’]|[Aa]l-|[Ee]l-)?\\p{Lu}[\\p{L}\\p{M}’'-]*|\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)*)";
const honorific = "(?:(?:Dr|Prof|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Rev|Hon)\\.?\\s+)?";
const nameShape = new RegExp(`^${honorific}${part}(?:\\s+(?:${particles}\\s+){0,2}${part}){1,4}$`, "u");
/** Words that no person is called, though they stand capitalised in by-lines. */
const notNames =
  /\b(?:staff|editors?|editorial|team|desk|news|newsroom|press|agency|agencies|agence|agentur|reporters?|correspondents?|writers?|contributors?|bureau|media|group|times|post|daily|online|admin|redaktion|redacción|rédaction|redazione|service|wire|reuters|bloomberg|politics|world|business|opinion|analysis|commentary|comment|sport|sports|updated|published|posted|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|min|mins|read|home|menu|the|and|for|with|about|how|why|what|when|where|who|is|are|was|will|to|in|on|at|by|from|this|that|your|you|our|ltd|inc|llc|gmbh|corp|company|foundation|institute|university|college|association|society|club|blog|magazine|journal|centre|center|department|ministry|council|committee|support|marketing|design|guide|guides|best|top|share|follow|contact|learn|view|see|all|more|click|here|sign|log|login|new|free|social|review|reviews|reviewed|verified|fact|checked|subscribe|advertisement|comments?|print|articles?|select|websites?|products?|resources?|tools?|portal|videos?|podcasts?|tags?|topics?|submit|search|takeaways|considerations|insights|strategy|overview|introduction|summary|written|related|skip|download|email|menu|tips|steps?|sponsored)\b/i;

/**
 * Whether this looks like a person's name: two to five capitalised words; particles, degrees and one remark in
 * brackets allowed.
 */
export function looksLikePerson(text: string): boolean {
  if (text.length > 70) return false;
  const bare = text
    .replace(/\s\(\p{L}[^()]{0,30}\)/u, "")
    .split(/,\s/)
    .filter((part, i, parts) => i === 0 || !(degree.test(part) || (degree.test(parts[1]!) && furtherDegree.test(part))))
    .join(", ")
    .replace(afterName, "");
  return (
    nameShape.test(bare) && !notNames.test(bare) && bare !== bare.toUpperCase() && !/\p{L}['’]s(?!\p{L})/u.test(bare)
  );
}

/** Who signs for an editorial office: "The Ferry Team", "News Desk", "Ferry Post Staff". */
export const isDesk = (text: string): boolean =>
  text.length <= 40 &&
  /^\p{Lu}/u.test(text) &&
  text.split(" ").length <= 5 &&
  /^(?:the )?(?:team\s\S+|.{2,30}\s(?:team|staff|editors?|editorial|desk|newsroom|contributors?))$/iu.test(text);

const outletPart =
  /^(?:[\p{Lu}\p{Lo}\d][\p{L}\p{M}\p{N}.&'’-]*|&|of|and|the|for|de|del|della|la|le|el|der|die|das|des|du|und|et|y|e)$/u;

/** Written as a publisher's name is: a few capitalised words, no sentence, no person. */
export function looksLikeOutlet(name: string): boolean {
  const words = name.trim().split(/\s+/);
  return (
    words.length <= 6 && name.length <= 60 && /^[\p{L}\d]/u.test(name) && words.every((word) => outletPart.test(word))
  );
}

/** What publishers are called, in the languages that the cues know. */
const outletNouns =
  /(?<![\p{L}])(?:times|post|news|herald|gazette|courier|tribune|chronicle|mirror|guardian|observer|telegraph|standard|star|journal|mail|express|press|daily|weekly|review|agency|broadcasting|radio|tv|bulletin|echo|examiner|dispatch|ledger|monitor|sentinel|globe|record|independent|digest|argus|advertiser|inquirer|zeitung|tageblatt|abendblatt|anzeiger|nachrichten|blatt|kurier|presse|rundschau|monde|gazette|dépêche|diario|noticias|periódico|heraldo|giornale|corriere|gazzetta|jornal|notícias|folha|krant|dagblad|gazeta|dziennik|новости|известия|вестник|газета|ведомости)(?![\p{L}])/iu;

/** A line that is a publisher's name alone: "The Ferry Courier". */
export const isMasthead = (line: string): boolean =>
  line.split(" ").length <= 5 && looksLikeOutlet(line) && outletNouns.test(line);

/** Whether a name holds a word that publishers are called by. */
export const namesOutlet = (name: string): boolean => outletNouns.test(name);

const lead =
  /^(?:(?:written|posted|published|reported|authored|edited|story|text|words|article|analysis|guest post|report|recipe|created|contributed|guide|interview|column|essay|opinion)\s+)?(?:by|von|par|por|di|door|av|af|autor(?:en|in)?|authors?|auteurs?|contributors?|текст|автор)(?![\p{L}])\s*(?::\s*|-\s*|\s)/iu;
const roles =
  /[,|–—-]\s*(?:(?:senior|staff|chief|deputy|associate|managing|contributing|guest|special|national|foreign|political|business|science|technology|health|diplomatic|defen[cs]e|world|video|digital|investigative|breaking news|news|features?)\s+)*(?:writer|reporter|editor|correspondent|contributor|columnist|journalist|author|producer|analyst|fellow|editor-in-chief|photographer|freelancer?)\b.*$/iu;
/** Degrees and memberships: "MD", "Ph.D.", "CEPF®", "E-RYT 200". */
const degree =
  /^(?:Ph\.?D|M\.?D|R\.?D|V\.?M\.?D|MBA|MPH|RN|CFP|CPA|J\.?D|Esq|MS|MA|MSc|BSc|BA|DO|DDS|DVM|DPT|LD|LDN|RDN|CNM|LCSW|CSCS|CFA|EA|PE|Jr|Sr|II|III|[A-Z][A-Za-z]{1,6}(?=[®™])|[A-Z]-[A-Z]{2,5}(?: \d{1,4})?)\.?[®™*]?$/;
/** What may follow a degree; alone it may as well be an agency or a place. */
const furtherDegree = /^[A-Z]{2,6}\*?$/;
/** The same behind a name without a comma. */
const afterName = /(?:\s(?:Ph\.?D|[A-Z]{2,6}|M\.D|R\.D)\.?)+$/;
const openRole =
  /\s(?:(?:Senior|Staff|Chief|Deputy|Associate|Managing|Contributing|Special|National|Foreign|Political|Business|Executive|Lead|Assistant|Guest|Former|Digital|Freelance)\s)+(?:\p{Lu}[\p{L}&]*\s){0,3}(?:Writer|Reporter|Editor|Correspondent|Contributor|Columnist|Producer|Analyst|Author|Manager|Director).*$|\s(?:Writer|Reporter|Editor|Correspondent|Contributor|Columnist|Journalist)$(?<=\p{Lu}\S*\s\p{Lu}\S*\s\S+)|\s(?:Founder|Co-Founder|CEO|Director|Head|Editor)\s(?:at|of)\s.*$/u;
/** ", Home and Digital Security Expert" between two names. */
const rolePart =
  /,\s[^,;&|]{0,60}?\b(?:experts?|editors?|writers?|reporters?|correspondents?|head of|director|officer|manager|founder|president|specialist|consultant|professor|columnist)\b[^,;&|]{0,60}?(?=\sand\s|\s?[,;&|]|$)/giu;
/** What follows the name in a by-line that is one run of words. */
const hangers =
  /\s(?:(?:last\s)?updated|published|posted|(?:medically\s)?reviewed|edited|\d+\s(?:comments?|min)|no comments|leave a|last$|on\s(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?)\b.*$/iu;

/**
 * The authors that one by-line names, in order: "By", roles, places and dates stripped, lists taken apart.
 * Gives agencies and desks ("Staff and agencies") as one author when no person is named.
 */
export function authorsOf(byline: string): string[] {
  const bare = byline
    .slice(0, 400)
    .replace(/\S+@\S+/g, " ")
    .replace(/https?:\/\/\S+/g, " ")
    // "(Reuters)" behind a name goes, a nickname within it stays.
    .replace(/\((?:[^)]{0,60})\)(?!\s\p{Lu}\p{Ll}+(?:$|[\s,]))/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^&\s/, "")
    .replace(lead, "")
    .replace(hangers, "")
    .replace(rolePart, "");
  if (bare === "") return [];
  const names = joinCredentials(
    bare
      .replace(/\s(?:in|on behalf of)\s+\p{Lu}.*$/u, "")
      .split(/\s*(?:;|\s[|·•●–—/⋅]\s|\s&\s|\s(?:and|und|et|y|e|en|och|og|и|with|mit|avec|con)\s|,\s?(?:and\s)?)\s*/u),
  )
    .map((name) => tidy(name))
    .filter((name) => name.length > 1);
  const people = names.filter(looksLikePerson);
  if (people.length > 0) return unique(people);
  // "Ana and Per", "Staff and agencies": no list of persons, one signature.
  const [whole] = bare.split(/\s[|·•●–—/⋅]\s|[,;]/);
  return unique([tidy(names.length === 2 && / (?:and|&) /.test(whole!) ? whole! : (names[0] ?? ""))]).filter(
    (name) => name.length > 1 && name.length <= 60,
  );
}

/** "Ana Novak", "MD" → "Ana Novak, MD". */
function joinCredentials(parts: readonly string[]): string[] {
  const out: string[] = [];
  let joined = false;
  for (const part of parts) {
    joined = out.length > 0 && (degree.test(part) || (joined && furtherDegree.test(part)));
    if (joined) out[out.length - 1] += `, ${part.replace(/\*$/, "")}`;
    else out.push(part);
  }
  return out;
}

/** One name as a page's data state it, without "By", a role, an address or a date. */
export function tidy(name: string): string {
  const bare = name
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 400)
    .replace(lead, "")
    .replace(openRole, "")
    .replace(roles, "")
    .replace(/^@/, "")
    .trim();
  const upper =
    bare === bare.toUpperCase() &&
    /\s/.test(bare) &&
    bare.length > 5 &&
    /^[\p{Lu}\s.'’-]+$/u.test(bare) &&
    !degree.test(bare);
  return (upper ? titleCase(bare) : bare).replace(/^[\s,.:;|–—-]+|[\s,:;|–—-]+$/g, "");
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());

export const unique = (list: readonly string[]): string[] => [
  ...new Map(list.map((one) => [one.toLowerCase(), one])).values(),
];
