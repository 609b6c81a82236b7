import { Gate } from "./gate.js";

/**
 * What the names that page authors give to elements say about them: class, id, role and the like. General words of
 * the trade in several languages, no site names. The order is the order of the bits and of the model's features.
 */
const hintPatterns = {
  body: /article-?(?:body|content|text|copy|detail)|(?:entry|post|story|page|main|news|blog|single|rich|body)-?(?:content|body|text|copy|rich)|content-?(?:body|text|main|inner|block)|rich-?text|wysiwyg|prose|articlebody|text-?(?:block|component|body)|paragraph|field-name-body|body-copy|markdown|artikel-?text|corps|cuerpo|contenu-?article|w-richtext/,
  article:
    /\barticle|\bpost\b|\bstory\b|\bentry\b|hentry|\bnews-?item|artikel|articulo|articolo|single-?post|blog-?post|\bmain\b|\bcontent\b|main-?content|primary/,
  related:
    /relat(?!ive)|recommend|recirc|more-?(?:stories|news|from|posts|on|articles|like)|read-?(?:more|next|also)|see-?also|also-?(?:like|read)|similar|you-?may|suggest|further|weitere|mehr-?zum|outbrain|taboola|teaser|a-lire|lire-aussi|up-?next|next-?(?:up|article|post)|prev|latest|most-?(?:read|popular|viewed|recent)|popular|trending|top-?stories|recent|archive/,
  comments:
    /comment|disqus|kommentar|comentario|commento|reactie|reply|replies|respond|discussion|livefyre|leserbrief|thread-?list/,
  share:
    /share|sharing|social|addtoany|addthis|facebook|twitter|whatsapp|linkedin|pinterest|follow|teilen|partage|sociales|like-?button|reaction/,
  navigation:
    /\bnav|navbar|\bmenu|breadcrumb|masthead|toolbar|site-?header|global-?header|pagination|pager|page-?numbers|\btabs?\b|skip-?link|topbar|top-?bar|header-?(?:inner|wrap|top|menu|nav)|site-?nav|mega|hamburger|offcanvas|drawer|jump-?link|categories|kategorie/,
  contents:
    /\btoc\b|table-?of-?contents|tableofcontents|contents-?list|anchor-?(?:list|links|nav)|in-?this-?article|ez-toc|inhaltsverzeichnis/,
  footer: /footer|colophon|copyright|legal|impress|imprint|bottom-?bar|site-?info|disclaimer|disclosure/,
  sidebar:
    /side-?bar|\baside\b|\brail\b|right-?col|left-?col|secondary|widget|complementary|infobox|side-?col|\bpanel\b|\bbox\b|callout|highlight-?box|factbox|fact-?box|info-?box/,
  caption:
    /caption|legend|wp-caption|image-?(?:text|desc|info|meta|title)|img-?(?:text|desc)|photo-?(?:text|desc|info|credit)|figure|bildunterschrift|bildtext|legende|didascalia|media-?(?:info|desc|text)|gallery|slideshow|carousel|slider|swiper|lightbox/,
  credit: /credit|photographer|copyright-?holder|\bsource\b|attribution|quelle|fotograf/,
  byline:
    /byline|by-?line|author|\bauteur|\bautor|contributor|writer|reporter|vcard|journalist|biograph|\bbio\b|about-?the/,
  meta: /\bmeta\b|entry-?meta|post-?meta|article-?meta|info-?bar|dateline|publish|posted|timestamp|\bdate\b|\bdatum\b|fecha|\btime\b|read-?time|reading-?time|post-?info|article-?info|kicker|eyebrow|overline/,
  title:
    /headline|(?:entry|post|article|page|story|main|hero)-?title|\btitle\b|heading|\bhero\b|ueberschrift|titulo|\btitre\b/,
  deck: /\bdeck\b|standfirst|sub-?(?:title|head|headline|heading)|\blede?\b|\bintro\b|summary|abstract|excerpt|\bdek\b|teaser-?text|chapo|vorspann|anriss|bajada|sommario|takeaway|key-?points|highlights|tl-?dr|description/,
  newsletter:
    /newsletter|subscri|sign-?up|signup|optin|opt-?in|mailing|mailchimp|\bform\b|hbspt|hubspot|lead-?(?:gen|magnet)|\babo\b|registr|paywall|piano|premium|metered|\blogin\b|\bcta\b|call-?to-?action|donat/,
  advert:
    /\bads?\b|advert|adslot|ad-?(?:container|wrapper|unit|slot|label|banner|block|box|place)|sponsor|promo|banner|dfp|gpt-?ad|anzeige|werbung|publicite|publicidad|affiliate|commercial|product-?(?:card|box|list|item)|price|\bbuy\b|shop|deal|coupon|partner/,
  cookies: /cookie|consent|gdpr|privacy|cmp\b|onetrust|didomi|ccpa/,
  tags: /\btags?\b|tag-?(?:list|links|cloud)|keyword|\btopics?\b|categor|schlagwort|etiqueta|tagged|hashtag|\blabel/,
  modal: /modal|popup|pop-?up|overlay|dialog|tooltip|toast|lightbox|dropdown|flyout|alert|notification|sticky/,
  hidden:
    /\bhidden\b|visually-?hidden|sr-?only|screen-?reader|print-?only|no-?print|noprint|d-none|display-?none|invisible|offscreen|assistive/,
  list: /\blists?\b|\bgrid\b|\bcards?\b|\bitems?\b|\btiles?\b|\bfeed\b|\bloop\b|\brow\b|\bblogroll/,
  quote: /quote|blockquote|zitat|citation|tweet|embed|instagram|twitter-?tweet/,
  faq: /\bfaqs?\b|accordion|toggle|question|answer|collaps|expand/,
  references: /reference|footnote|citation|bibliograph|sources|endnote|fussnote/,
} satisfies Record<string, RegExp>;

export type Hint = keyof typeof hintPatterns;
export const hintNames = Object.keys(hintPatterns) as Hint[];
const patterns = Object.values(hintPatterns);
const gate = new Gate(patterns);

/** One bit a hint, in the order of `hintNames`. */
export const hintBit: Readonly<Record<Hint, number>> = Object.fromEntries(
  hintNames.map((name, index) => [name, 1 << index]),
) as Record<Hint, number>;

/**
 * What names say: an element's whole, which those of its kind share, and the single ones in it, which pages share where
 * the whole is new.
 */
const known = new Map<string, number>();
const mostKnown = 20_000;

/** The hints in an element's names, as bits. Long values are cut: nobody names an element in a kilobyte. */
export function hintsOf(names: string): number {
  if (names === "") return 0;
  const head = names.length > 300 ? names.slice(0, 300) : names;
  return remembered(head, () =>
    // No pattern reaches beyond white space, so that each name speaks for itself.
    head.split(/\s+/).reduce((bits, name) => bits | remembered(name, () => match(name)), 0),
  );
}

function remembered(names: string, find: () => number): number {
  const found = known.get(names);
  if (found !== undefined) return found;
  const bits = find();
  if (known.size >= mostKnown) known.clear();
  known.set(names, bits);
  return bits;
}

function match(name: string): number {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[_:./]+/g, "-");
  let bits = 0;
  for (const i of gate.mayMatch(words)) if (patterns[i]!.test(words)) bits |= 1 << i;
  return bits;
}
