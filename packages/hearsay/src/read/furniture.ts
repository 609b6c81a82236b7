import type { LinkedData } from "./jsonld.js";
import type { Element, Page } from "./markup.js";
import type { Measured } from "./measured.js";
import { hostOf } from "./metadata.js";
import { metaOf } from "./title.js";

/** What is known of a page or text beside its lines: names that its furniture uses more than its article. */
export interface Names {
  /** The site's own, in small letters. */
  readonly site: readonly string[];
  readonly authors: readonly string[];
  /** What the page's data say the article is about: its deck, or the beginning of it. */
  readonly deck: string;
}

const lineNames = ["offers", "we", "you", "isOfPerson", "site", "siteHere", "siteRest", "author", "deck"];
const cardNames = [
  "cards",
  "cardUp",
  "cardBlocks",
  "cardWords",
  "cardLink",
  "cardLong",
  "cardLinked",
  "cardLongLeast",
  "cardHeaded",
];
/** Names of the columns that `furnitureRows` fills, in order: blocks of a page have those of cards too. */
export const furnitureColumns = { flat: lineNames, html: [...lineNames, ...cardNames] } as const;

const small = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

/** The site's and the authors' names as a page's data give them. */
export function namesOf(page: Page, data: LinkedData, url: string | null): Names {
  const host = hostOf(url ?? page.canonical ?? metaOf(page, "og:url"));
  const stated = [metaOf(page, "og:site_name", "application-name"), data.publisher, data.site, ownLabel(host)];
  const authors = [...data.authors, metaOf(page, "author", "article:author", "dc.creator") ?? ""];
  const deck = data.description ?? metaOf(page, "og:description", "description") ?? "";
  return {
    site: [...new Set(stated.map((name) => small(name ?? "")))].filter((name) => name.length >= 4 && name.length <= 60),
    authors: [...new Set(authors.map(small))].filter((name) => /^[^/@]{5,60}$/.test(name) && name.includes(" ")).slice(0, 8),
    deck: small(deck).slice(0, 60),
  };
}

/** "blog.ferry-post.co.uk" → "ferry-post". */
function ownLabel(host: string | null): string {
  const labels = (host ?? "").split(".");
  const at = labels.length - (labels.length > 2 && /^(?:com?|org|net|ac|gov|edu)$/.test(labels.at(-2)!) ? 3 : 2);
  return labels[at] ?? "";
}

/** Words of offers and invitations: what a site says for itself, in the languages of most pages. */
const offerWords =
  /\b(?:free|sign(?:ing)? up|subscri\w+|newsletter|get (?:started|in touch|a|the|your)|try|book|contact us|call us|schedule|consultation|demo|download|today|now|learn more|find out|click|visit|shop|order|buy|discount|code|offer|deals?|team|services?|experts?|follow|join|register|webinar|ebook|quote|affiliate|commission|sponsored|partners?|purchase|support|donat\w+|advice|professional|disclaimer|terms|privacy|kostenlos|jetzt|anmelden|abonnieren|angebot|bestellen|kontakt|gratuit\w*|inscri\w+|abonn\w+|suscr\w+|gratis)\b/gi;
const weWords = /\b(?:we|our|ours|us|wir|uns|unser\w*|nous|notre|nos|nosotros|nuestr\w+)\b/gi;
const youWords = /\b(?:you|your|yours|sie|ihr|ihre[nrms]?|du|dein\w*|vous|votre|vos|usted|su)\b/gi;
/** "(Ana Novak is a reporter …", "Ana Novak, MD, covers …" */
const ofPerson =
  /^[("*]?(?:(?:dr|prof)\. )?\p{Lu}[\p{L}.’'-]+(?: [\p{Lu}][\p{L}.’'-]*){0,3}(?:,? \([^)]{2,40}\)|, [^.]{2,60}?,)? (?:is|was|has|holds|covers|writes|wrote|serves|works|joined|lives|leads|reports|studied|graduated|ist|arbeitet|schreibt|est|es)\b/u;

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** A row of `furnitureColumns` for every line or block. */
export function furnitureRows(items: readonly Measured[], names: Names): number[][] {
  const naming = items.map(({ text }) => {
    const low = text.length > 2_000 ? text.slice(0, 2_000).toLowerCase() : text.toLowerCase();
    return { low, site: names.site.some((name) => low.includes(name)) };
  });
  const [named, all] = items.reduce(
    ([some, sum], { wording }, i) => [some + (naming[i]!.site ? wording.words : 0), sum + wording.words],
    [0, 0.001],
  );
  const rows = items.map((item, i) => lineRow(item, naming[i]!, named / all, names));
  if (items[0]?.block != null) cardRows(items, rows);
  return rows;
}

function lineRow(
  { text, wording }: Measured,
  { low, site }: { readonly low: string; readonly site: boolean },
  rest: number,
  names: Names,
): number[] {
  const words = Math.max(1, Math.min(wording.words, 340));
  const head = text.length > 2_000 ? text.slice(0, 2_000) : text;
  const asked = wording.words >= 4;
  const author = names.authors.findIndex((name) => low.includes(name));
  const first = author < 0 && names.authors.some((name) => low.startsWith(`${name.split(" ")[0]!} `));
  return [
    asked ? count(offerWords, head) / words : -1,
    asked ? count(weWords, head) / words : -1,
    asked ? count(youWords, head) / words : -1,
    +(asked && ofPerson.test(text)),
    +site,
    site ? words : 0,
    rest,
    author >= 0 ? (low.startsWith(names.authors[author]!) ? 3 : 2) : +first,
    names.deck.length < 20 ? -1 : +(low.startsWith(names.deck.slice(0, low.length)) && low.length >= 20),
  ];
}

/** Elements of one kind side by side, as cards, entries of a list or sections are: what they hold together. */
interface Group {
  members: number;
  blocks: number;
  words: number;
  chars: number;
  linked: number;
  long: number;
  /** Members that hold a block that is nearly all link. */
  linking: number;
  headed: number;
}

interface Member {
  readonly group: Group;
  blocks: number;
  linking: boolean;
  headed: boolean;
  long: number;
}

const reach = 8;

/** Cards are found by what repeats: the nearest element around a block that has two or more siblings of its kind. */
function cardRows(items: readonly Measured[], rows: number[][]): void {
  const groups = new Map<Element | null, Map<string, Group>>();
  const members = new Map<Element, Member>();
  const memberOf = (element: Element): Member => {
    const known = members.get(element);
    if (known !== undefined) return known;
    const kinds = groups.get(element.parent) ?? new Map<string, Group>();
    groups.set(element.parent, kinds);
    const kind = `${element.tag} ${element.names.replace(/\d+/g, "")}`;
    const group = kinds.get(kind) ?? {
      members: 0,
      blocks: 0,
      words: 0,
      chars: 0,
      linked: 0,
      long: 0,
      linking: 0,
      headed: 0,
    };
    kinds.set(kind, group);
    group.members++;
    const member = { group, blocks: 0, linking: false, headed: false, long: 0 };
    members.set(element, member);
    return member;
  };
  for (const item of items) {
    const { linked, kind } = item.block!;
    const length = item.text.length;
    const linking = linked > length * 0.7;
    const headed = /^h[1-6]$/.test(kind);
    const long = item.wording.words >= 18 && item.wording.sentences > 0 && linked < length * 0.4;
    let at: Element | null = item.block!.element;
    for (let steps = 0; at !== null && steps < reach; steps++, at = at.parent) {
      const member = memberOf(at);
      const { group } = member;
      member.blocks++;
      group.blocks++;
      group.words += item.wording.words;
      group.chars += length;
      group.linked += linked;
      if (long) {
        group.long += length;
        member.long += length;
      }
      if (linking && !member.linking) {
        member.linking = true;
        group.linking++;
      }
      if (headed && !member.headed) {
        member.headed = true;
        group.headed++;
      }
    }
  }
  const known = new Map<Element, number[]>();
  items.forEach(({ block }, i) => {
    const row = known.get(block!.element) ?? cardOf(block!.element, members);
    known.set(block!.element, row);
    rows[i]!.push(...row);
  });
}

function cardOf(element: Element, members: ReadonlyMap<Element, Member>): number[] {
  let at: Element | null = element;
  for (let steps = 0; at !== null && steps < reach; steps++, at = at.parent) {
    const { group, blocks, long } = members.get(at)!;
    if (group.members < 3 || blocks < 2) continue;
    return [
      group.members,
      steps,
      group.blocks / group.members,
      group.words / group.members,
      group.linked / group.chars,
      group.long / group.chars,
      group.linking / group.members,
      long / Math.max(1, group.long / group.members),
      group.headed / group.members,
    ];
  }
  return [0, -1, -1, -1, -1, -1, -1, -1, -1];
}
