import type { RemovalReason } from "../model/index.js";
import { Gate } from "./gate.js";

/** Words that give a whole line away as something other than the article's prose. */
export interface Cue {
  readonly reason: RemovalReason;
  readonly pattern: RegExp;
  /** Lines longer than this (characters) are prose that happens to begin so. */
  readonly upTo: number;
}

const cue = (reason: RemovalReason, pattern: RegExp, upTo: number): Cue => ({ reason, pattern, upTo });

/**
 * Whole lines. Written from knowledge of how news pages are worded in English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Polish and Russian. First match wins; patterns start at the line's beginning unless they say
 * otherwise and contain no nested repetition.
 */
export const lineCues: readonly Cue[] = [
  // Cookies and privacy.
  cue(
    "cookies",
    /\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\b(?:uses?|store|place|set|access)\b.{0,40}\bcookies?\b/i,
    700,
  ),
  cue("cookies", /^(?:we value|we care about|we respect|your) (?:your )?(?:online )?privacy\b/i, 700),
  cue(
    "cookies",
    /\b(?:accept|reject|allow|manage|decline) (?:all )?(?:cookies|preferences|choices|consent)\b|\bcookie (?:policy|settings|preferences|notice|consent|banner)\b/i,
    500,
  ),
  cue("cookies", /^(?:gdpr|privacy|cookie) (?:compliance|notice|policy|settings|overview|preferences)\b/i, 500),
  cue(
    "cookies",
    /\b(?:store|and\/or) (?:and\/or |and |or )?access information on a device\b|\bby continuing (?:to|your) (?:use|brows|visit)/i,
    600,
  ),
  cue(
    "cookies",
    /\b(?:diese|unsere) (?:web)?(?:seite|site) (?:verwendet|nutzt) cookies|\b(?:ce|notre) site utilise des cookies|\b(?:este|nuestro) sitio (?:web )?(?:utiliza|usa) cookies|\butilizza(?:no)? (?:i )?cookie|\bdeze (?:web)?site gebruikt cookies|файлы cookie/i,
    600,
  ),
  // Newsletters, alerts, apps.
  cue(
    "newsletter",
    /^(?:please )?(?:sign[ -]?up|subscribe|register|join)\b.{0,140}\b(?:newsletters?|e-?mails?|inbox|updates?|alerts?|briefings?|mailing list|notified)\b/i,
    400,
  ),
  cue(
    "newsletter",
    /^(?:get|receive|want)\b.{0,160}\b(?:in|to|straight to|delivered to) your (?:e-?mail )?inbox\b/i,
    300,
  ),
  cue("newsletter", /^get\b.{0,80}\b(?:newsletters?|e-?mail alerts?|morning briefing|daily digest)\b/i, 250),
  cue(
    "newsletter",
    /\b(?:enter|provide|submit) your e-?mail(?: address)?\b|\byou (?:can|may) unsubscribe (?:at any time|anytime|any time)\b|\bunsubscribe at any ?time\b|\bwe (?:will not|won['’]t|don['’]t|do not) spam\b/i,
    500,
  ),
  cue(
    "newsletter",
    /^(?:our|the|a) (?:\w+ ){0,3}(?:newsletter|briefing|e-?mail)\b.{0,120}\b(?:every|each|weekly|daily|week|day|inbox|subscribe|tells?|breaks? down|sign)\b/i,
    300,
  ),
  cue("newsletter", /^join [\d.,]+\s?[km]?\+? (?:people|readers|subscribers|others|professionals)\b/i, 200),
  cue(
    "newsletter",
    /^(?:newsletter|e-?mail) (?:sign-?up|subscription|image|promotion)\b|^(?:skip (?:past )?)?(?:previous |after )?(?:e-?)?newsletter promotion\b|^(?:skip|after) .{0,24}(?:newsletter|promotion)$/i,
    120,
  ),
  cue("newsletter", /^(?:turn on|enable|allow|get) (?:push )?notifications\b|^notify me of (?:new|follow)/i, 120),
  cue(
    "newsletter",
    /^(?:melden sie sich|jetzt|hier) .{0,60}newsletter|^newsletter (?:abonnieren|bestellen)|^(?:abonnez|inscrivez)-vous\b|^suscr[ií]b(?:ase|ete|irse)\b|^iscriviti\b|^assine\b.{0,60}newsletter|^подпи(?:шитесь|сывайтесь)/i,
    300,
  ),
  // Paywalls, subscriptions, donations.
  cue(
    "paywall",
    /^you(?:['’]ve| have)? (?:have )?(?:(?:only )?\d+|no|reached|read)\b.{0,60}\b(?:free )?(?:articles?|stories|views)\b/i,
    250,
  ),
  cue(
    "paywall",
    /^(?:already (?:a )?(?:subscriber|member|have an account|registered)|(?:log|sign) in to (?:continue|read|view)|subscribe (?:now|today|to (?:continue|read|unlock|access)|for)|this (?:article|content|story) is (?:only )?(?:available )?(?:for|to|reserved) (?:our )?(?:subscribers|members))/i,
    250,
  ),
  cue(
    "paywall",
    /^(?:abo abschlie|jetzt abonnieren|abo k[uü]ndigen|werbefrei lesen|r[ée]serv[ée] aux abonn[ée]s|contenido exclusivo para)/i,
    200,
  ),
  cue(
    "promotion",
    /^(?:have you been|are you|were you) (?:affected|involved|caught up|there)\b.{0,60}\?|^(?:tell us|share|send us) your (?:stor(?:y|ies)|experiences?|views?|photos?|pictures|tips?)\b/i,
    300,
  ),
  cue(
    "promotion",
    /^(?:please )?(?:support|donate to|help (?:us|support)|make a (?:donation|contribution))\b.{0,80}\b(?:journalism|reporting|independent|our work|this site|newsroom|analysis|today|us\b)/i,
    300,
  ),
  cue(
    "promotion",
    /\bbuy (?:me|us) a coffee\b|\b(?:become|sign up as) a (?:patron|supporter|member)\b|\bpowered by wordpress\b|^blog at [A-Z]|^proudly powered by/i,
    250,
  ),
  cue(
    "promotion",
    /^(?:got|have) (?:a |any )?(?:news )?(?:tip|story)\b.{0,140}|^(?:do you have|have you got) (?:a |any )?(?:news )?(?:tip|story|information)\b|^send (?:us )?(?:your )?tips\b/i,
    260,
  ),
  cue(
    "promotion",
    /^(?:download|get|install) (?:the|our) (?:free )?(?:\w+ ){0,3}app\b|^(?:available )?on (?:the )?(?:app store|google play)\b/i,
    160,
  ),
  cue(
    "promotion",
    /^(?:follow|like|find|join) (?:us|me|our|the)\b.{0,60}\b(?:on|via) (?:facebook|twitter|x\b|instagram|whatsapp|telegram|linkedin|youtube|google news|social|bluesky|threads|mastodon|tiktok|flipboard)\b|^(?:follow|join) (?:us|our (?:whatsapp|telegram) channel)\b.{0,60}$/i,
    200,
  ),
  cue(
    "promotion",
    /^add (?:us |as (?:a )?|\w+ (?:as|to) )?(?:a )?preferred source\b|^add .{0,30} (?:as a preferred|to (?:your )?google)/i,
    120,
  ),
  // Advertising.
  cue(
    "advertisement",
    /^(?:advertisements?|anzeige|werbung|publicit[éeà]|publicidad(?:e)?|pubblicit[àa]|advertentie|reklama|реклама|sponsored (?:content|by|post)|paid (?:content|post|partnership)|promoted (?:content|by|stories))(?![\p{L}])|^advertising$/iu,
    140,
  ),
  cue(
    "advertisement",
    /^(?:story|article|page) continues (?:below|after)|^continue reading (?:below|after)|^scroll (?:down )?to continue|^skip (?:ad|advertisement)\b/i,
    120,
  ),
  cue(
    "advertisement",
    /^please enable javascript|^(?:your browser|this browser) (?:does not|doesn['’]t|is not|no longer)|^javascript (?:is )?(?:disabled|required)|^(?:we['’]ve noticed|it looks like|looks like) you(?:['’]re| are) using an ad ?block/i,
    300,
  ),
  // Teasers to other articles.
  cue(
    "teaser",
    /^(?:see|read|watch|listen|look|view|check)(?: also| too| more| next| now| here| this)?\s?(?::|›|»|→|➡|–|\||>)|^(?:see also|read also|also read|also see|also on|also in|read next|up next|next up|watch next|don['’]t miss|must[ -]read|must watch|in case you missed|icymi)\b/i,
    260,
  ),
  cue(
    "teaser",
    /^read more\b(?!.{0,20}\bthan\b)|^(?:more|related|recommended|suggested|trending|popular|most (?:read|popular|viewed|shared|commented)|top stor(?:y|ies)|editor['’]?s?['’]? (?:picks?|choice)|latest|recent posts?|similar|further reading|background|analysis|explainer|opinion|exclusive|video|watch|gallery|photos?|in pictures|podcast|quiz|live)(?: (?:now|articles?|stor(?:y|ies)|news|posts?|reading|content|links?|coverage|topics?|videos?|updates?))?\s?:\s?\S/i,
    260,
  ),
  cue(
    "teaser",
    /^(?:related|recommended|trending|popular|latest|recent|more|similar|other|top)(?: (?:now|today))? (?:articles?|stor(?:y|ies)|news|posts?|content|links?|coverage|topics?|videos?|reads?|headlines?)\b.{0,24}$/i,
    60,
  ),
  cue(
    "teaser",
    /^(?:you (?:may|might|could)(?: also)? (?:also )?(?:like|enjoy|be interested)|we recommend\s?(?::|$)|recommended for you|more (?:on|from|in|about) (?:this|the|our|[\p{L} ]{2,30})(?: \w+)?\s?:|related to this|related (?:to|topics?|posts?)\b|what to read next|keep reading|people also read|from the archives?)(?![\p{L}])/iu,
    320,
  ),
  cue(
    "teaser",
    /^most (?:read|popular|viewed|shared|commented)\b|^trending(?: now)?\b|^latest(?: news| headlines| stories| updates)?$|^top stories\b|^recent posts\b|^hot topics\b/i,
    400,
  ),
  cue(
    "teaser",
    /^(?:lesen sie (?:auch|hier|mehr|dazu)|mehr (?:zum thema|dazu|aus|von)|mehr lesen|auch interessant|das k[öo]nnte (?:sie|dich)|siehe auch|zum thema|weiterlesen|à lire (?:aussi|également)|lire (?:aussi|[ée]galement|la suite)|voir aussi|sur le même sujet|lee (?:también|además|más)|leer más|le(?:a|er) también|ver también|te puede interesar|más (?:noticias|sobre|información)|leggi anche|leggi tutto|potrebbe interessarti|leia (?:também|mais)|veja também|lees ook|lees meer|zobacz (?:też|także|również)|czytaj (?:też|także|również|więcej)|читайте (?:также|еще|ещё)|смотрите также|по теме|läs (?:också|även|mer)|les (?:også|mer))(?=[\s:.,!–-]|$)/i,
    320,
  ),
  cue(
    "navigation",
    /^(?:next|prev(?:ious)?)(?: (?:article|post|story|page|entry))?\b.{0,4}$|^(?![«‹][^»›]*[»›])[←«‹<]+\s.{0,120}$|^(?!.*[«‹]).{0,50}\s[→»›>]+$|^(?![«‹][^»›]*[»›])(?:←|→|«|»|‹|›)|^(?:prev(?:ious)?|next) (?:article|post|story)\b/i,
    220,
  ),
  cue(
    "navigation",
    /^(?:skip|jump|go|back) to (?:main |the |primary )?(?:content|navigation|main|top|home(?:page)?|search|menu|comments?)\b/i,
    260,
  ),
  cue(
    "navigation",
    /^(?:load|show|view|see|read) (?:more|older|newer|all|less|previous|full)\b.{0,40}$|^(?:click|tap) here\b.{0,80}$|^(?:home(?:page)?|menu|search|close|open|back|more|news|login|log in|sign in|sign up|register|my account|subscribe|contact(?: us)?|about(?: us)?|shopping cart|saved articles|browse articles|startseite|suche|accueil|inicio|buscar|главная|поиск)$/i,
    70,
  ),
  cue(
    "navigation",
    /^(?:pinned|key events|table of contents|in this article|contents|on this page|jump to section|inhalt(?:sverzeichnis)?|sommaire|índice)\b\s?(?::.{0,120})?$/i,
    160,
  ),
  cue(
    "navigation",
    /^source (?:link|url)$|^(?:read|view|see|visit) (?:the )?(?:original|full) (?:article|story|post|text|version)\b.{0,40}$|^original (?:article|source|link)\b.{0,60}$/i,
    100,
  ),
  // Sharing, saving, printing.
  cue(
    "share",
    /^(?:share|tweet|pin|print|save|gift|bookmark|copy link|e-?mail|whatsapp|facebook|twitter|linkedin|telegram|reddit|like|x)(?:[\s|/·,&•]+(?:on|this|it|via|to|article|story|post|page|share|tweet|pin|print|save|gift|bookmark|copy|link|e-?mail|mail|whatsapp|facebook|twitter|linkedin|telegram|reddit|pinterest|instagram|messenger|like|likes|comments?|listen|add|more|\d+|x|a|as|source|preferred))*[\s:!.]*$/i,
    200,
  ),
  cue(
    "share",
    /^(?:share|tweet|send) (?:this|on|via|it|with|the)\b.{0,100}$|^like this\s?:|^share (?:this|on)?\s?:|^(?:teilen|drucken|merken|partager|compartir|condividi|compartilhar|delen|udostępnij|поделиться)(?:[\s|·:]|$).{0,80}$/i,
    200,
  ),
  cue(
    "share",
    /^listen to (?:this )?(?:article|story)\b.{0,60}$|^\d+ (?:shares?|likes?|views?|claps?|retweets?|reactions?)\b.{0,30}$|^\d+\s?-?\s?min(?:ute)?s? (?:read|listen)$|^(?:estimated )?reading time\b.{0,40}$|^(?:views?|e-?mail|hits)\s?:\s?[\d.,k]+$/i,
    120,
  ),
  // Comments.
  cue(
    "comments",
    /^(?:\d+ |no |leave a |post a |add a |write a |join the |view |show |hide |see |read )?(?:comments?|replies|reply|responses?|conversation|discussion)\b(?: (?:are closed|off|section|\(?\d+\)?|yet|below))?.{0,50}$/i,
    90,
  ),
  cue(
    "comments",
    /^(?:\d+|one|two|three|no) (?:comments?|thoughts?|responses?|replies)\b(?: (?:on|to)\b.{0,200}| [-–|].{0,100})?$|^leave a (?:reply|comment|response)\b|\byour e-?mail address will not be published\b|\brequired fields are marked\b|^(?:log|sign) in to (?:join|comment|leave|post|reply)/i,
    320,
  ),
  cue(
    "comments",
    /^(?:kommentare?|commentaires?|comentarios?|commenti|reacties|komentarze|комментарии)\s?\(?\d*\)?$|^(?:laisser un commentaire|deja un comentario|schreiben sie einen kommentar|kommentar schreiben|lascia un commento)/i,
    160,
  ),
  // Tags, categories.
  cue(
    "tags",
    /^(?:tags?|tagged(?: (?:with|as))?|topics?|keywords?|categor(?:y|ies)|filed under|posted in|schlagw[oö]rter|schlagworte|themen|mots[- ]cl[ée]s|etiquetas|tagi|теги|метки)\s?:\s?\S/i,
    300,
  ),
  cue("tags", /^(?:#[\p{L}\d_]+[\s,]*){1,30}$/u, 300),
  cue("tags", /^(?:tags|topics|keywords|categories|related topics|explore more)$/i, 40),
  // Disclaimers, copyright, corrections.
  cue("copyright", /^(?:(?:all )?content )?(?:©|\(c\)|copyright\b)\s?.{0,500}$|\ball rights reserved\b/i, 600),
  cue(
    "copyright",
    /\bmay not be (?:published|reproduced|copied|broadcast)\b.{0,120}\b(?:rewritten|redistributed|permission|consent)\b|\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|все права защищены)\b/i,
    600,
  ),
  cue("copyright", /(?:^|\s)©\s?(?:\d{4}|\p{Lu})/u, 160),
  cue(
    "disclaimer",
    /^(?:disclaimer|disclosure|editor['’]s? disclaimer|legal notice|risk (?:warning|disclosure)|haftungsausschluss|affiliate disclosure)\b/i,
    900,
  ),
  cue(
    "disclaimer",
    /\b(?:is|are) not responsible for\b.{0,80}\b(?:content|actions?|sites?|links?|loss(?:es)?|decisions?|accuracy|errors?|investors?|users?|external)\b/i,
    600,
  ),
  cue(
    "disclaimer",
    /\b(?:for (?:general )?(?:reference|informational|information|educational) (?:purposes )?only|not (?:constitute|intended as) (?:investment|financial|legal|medical) advice|does not (?:claim|assume) (?:ownership|any liability|liability|responsibility)|no liability for (?:errors|any))\b/i,
    700,
  ),
  cue(
    "disclaimer",
    /^(?:this (?:article|story|text|translation)|(?:automatic(?:ally)?|machine)[- ]?translat(?:ed|ion))\b.{0,80}\b(?:automatic|machine|translat|generated)\w*\b|^(?:automatic|machine) translation\b|^(?:automatically )?translated (?:from|by)\b/i,
    300,
  ),
  cue(
    "disclaimer",
    /^(?:views|opinions) expressed\b|\bthe (?:views|opinions) expressed (?:in this|here|are)\b|\b(?:member of|regulated by) (?:the )?(?:press|ipso|impress)\b|\bif you (?:see|spot|notice|find) (?:an? )?(?:errors?|mistakes?|typos?)\b|\breport (?:a |an )?(?:typo|error|correction|mistake)\b/i,
    500,
  ),
  cue(
    "disclaimer",
    /^(?:terms (?:of (?:use|service)|and conditions)|privacy policy|do not sell|impressum|datenschutz|mentions l[ée]gales|aviso legal)\b.{0,160}$|\bdata (?:is |are )?delayed (?:at least|by)\b/i,
    300,
  ),
  cue(
    "correction",
    /^(?:correction|corrections? and clarifications?|clarification|erratum)\s?(?::|\bappended\b)|^this (?:article|story) (?:was|has been) (?:updated|corrected|amended)\b/i,
    600,
  ),
  // Agencies' production notes and the author's own line.
  cue(
    "author-note",
    /^[([]?(?:(?:additional |with )?(?:reporting|writing|editing|files|inputs?)|compiled|edited|written|translated) (?:by|from)\b.{0,220}[)\]]?\.?$/i,
    300,
  ),
  cue(
    "author-note",
    /^(?:about the authors?|editor['’]s note|this story was (?:originally )?(?:published|produced|reported))\b/i,
    400,
  ),
];

const agencies =
  "Getty(?: Images)?|Shutterstock|iStock|Alamy|AFP|Afp|Reuters|AP(?: Photo)?|Associated Press|EPA|DPA|dpa|Xinhua|TASS|Tass|Sputnik|Anadolu(?: Agency)?|PA(?: Wire| Media| Images)?|Bloomberg|Unsplash|Pexels|Pixabay|Wikimedia(?: Commons)?|Flickr|NurPhoto|Zuma(?: Press)?|UPI|ANSA|EFE|Imago|imago|Magnum";
const credits = new Gate([
  // "Photographer: Ana Novak/XYZ", "Image: agency", "Foto: dpa".
  /(?:^|[.\s(|/–—-])(?:photo(?:graph(?:er|y|s)?)?s?|images?|pictures?|pic|foto|bild|imagen|immagine|crédit photo|photo credit|image credit|illustration|фото)(?: (?:credit|courtesy|by|via|source|agency))?\s?[:/]\s?\S[^.]{0,70}\.?$/iu,
  // "(LNA file photo)", "(Photo by A. Novak)".
  /\((?:[\p{L}\p{N}.'’/ ]{0,40}\s)?(?:file |handout |pool )?(?:photo|image|picture|handout|courtesy)[^()]{0,70}\)\.?$/iu,
  // "Ana Novak | Afp | Getty Images", "Ivan Petrov/Reuters", "Someone via AP".
  new RegExp(`(?:\\s[|/]\\s?|/|\\b[Vv]ia |\\()(?:${agencies})\\)?(?:\\s?[|/]\\s?[\\p{L} ]{2,30})?\\.?$`, "u"),
  // A sentence and behind it an outlet and a name: "Smoke over the port. Ferry/A. Novak".
  /[.!?]\s\p{Lu}[\p{L}.’' -]{0,40}\s?\/\s?\p{Lu}[\p{L}.’' -]{1,40}$/u,
]);
/** Without one of these none of the credits matches: cheaper to see. */
const creditMarks = /[:/|(]|[Vv]ia /;
const creditOpening = /^(?:courtesy(?: of)?|credit|photo(?:s)? by|image by|photographs? by)\b.{1,60}$/i;
const captionOpening =
  /^in this (?:\w+ ){0,3}(?:photo(?:graph)?|image|picture|handout|screengrab|frame)\b|^(?:file photo|file|pictured|above|left|right|caption)\s?:\s/i;

/** Whether a line is a picture's caption or credit, by its form alone. */
export function isCaption(line: string): boolean {
  if (line.length >= 600) return false;
  return (
    captionOpening.test(line) || creditOpening.test(line) || (creditMarks.test(line) && credits.exec(line) !== null)
  );
}

/** Whether a line is a credit and nothing else: names and agencies set off by bars. */
export const isCredit = (line: string): boolean =>
  line.length < 120 &&
  isCaption(line) &&
  !/[.!?]["”’]?\s/.test(line.slice(0, -1)) &&
  (line.match(/\p{L}+/gu)?.length ?? 0) <= 9;

const gate = new Gate(lineCues.map(({ pattern }) => pattern));
const longest = Math.max(...lineCues.map(({ upTo }) => upTo));

/** The first cue that gives the line away, or null. */
export function cueOf(line: string): Cue | null {
  if (line.length > longest) return null;
  for (const i of gate.mayMatch(line)) {
    const cue = lineCues[i]!;
    if (line.length <= cue.upTo && cue.pattern.test(line)) return cue;
  }
  return null;
}
