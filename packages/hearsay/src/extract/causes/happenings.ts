import { isActorNoun, isObjectNoun } from "../events/lexicon.js";
import { lemma, type Range, type Tree } from "./tree.js";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Verbs that say what a happening did to something: of a person or a body they tell an act ("the ministry cut fees"), of what
 * happens a cause ("the drought cut yields"). Written from general knowledge of English.
 */
export const movingVerbs: ReadonlySet<string> = set(`
  reduce lower decrease cut lessen diminish shrink slash limit restrict constrain restrain slow delay postpone halt stop end
  ease alleviate mitigate relieve calm cool dampen soften raise increase lift drive push fuel feed fan improve enhance reinforce
  expand speed help let allow permit encourage motivate inspire embolden empower galvanise galvanize mobilise mobilize
  stabilise stabilize destabilise destabilize polarise polarize radicalise radicalize divide split unite isolate
  discredit devalue strain burden overwhelm hurt harm damage destroy ruin wreck devastate displace kill injure wound trap strand
  cost deprive rob save spare protect shield preserve sustain support benefit favour favor explain harden prolong extend perpetuate revive renew rekindle restore
  shake rock unsettle alarm anger worry frighten outrage disappoint please surprise attract draw bring leave make render keep
  plunge throw send plague drain deplete exhaust sap dent erode undercut subvert sabotage delegitimise delegitimize
  complicate simplify facilitate impair obstruct block impede curtail suppress quell defuse reverse offset outweigh
  earn win gain generate produce breed sow spawn shape transform reshape determine dictate expose heighten sharpen widen
  narrow close open clear pave interrupt ground empty swell inflate double triple halve multiply
`);

/** Who acts, by the form of the word: "minister", "activist", "gunman". */
const agent = /(?:[^aeiou]er|[^t]or|ctor|tator|ist|ian|man|men|woman|women|eer|ee|crat|ster|arch|ant)$/;
const measures = set(`
  kilometre kilometer metre meter mile yard foot inch tonne ton kilo gram litre liter barrel degree percent dollar euro pound way place
  day week month year hour minute second time lot part kind sort one some role
`);
/** They end like those who act and do not. */
const notAgent =
  /^(?:winter|summer|water|river|paper|power|letter|matter|order|border|number|cover|corner|danger|anger|disaster|quarter|weather|fever|hunger|timber|fertiliser|fertilizer|silver|error|factor|corridor|tariff|warrant|covenant|restaurant|plant|grant|fee|guarantee|referee|shower|tower|answer|offer|barrier|computer|reactor|tractor|generator|radiator|vapor|rumor|terror|horror|mirror|monitor)s?$/;

/** Nouns that name what happens or how things stand, where their form does not show it. */
const happenings: ReadonlySet<string> = set(`
  war battle conflict fight clash attack strike raid siege blockade embargo ban boycott tariff sanction tax levy duty quota
  subsidy law rule ruling verdict decree order bill act treaty deal pact accord agreement truce ceasefire peace talk summit
  vote election referendum poll campaign protest riot unrest uprising revolt coup mutiny rebellion revolution scandal affair row
  dispute quarrel feud rift split crisis emergency disaster catastrophe storm flood drought famine earthquake quake fire
  blaze heat heatwave frost snow fog rain monsoon thaw wind cold outbreak epidemic pandemic disease illness virus plague
  shortage lack absence scarcity surplus glut price cost rate wage debt deficit loan aid cut rise fall drop decline increase growth boom
  slump recession inflation collapse loss gain failure success defeat victory death killing murder arrest trial purge raid
  visit speech remark comment gaffe silence leak memo rumour rumor report news warning threat fear anger hatred mistrust distrust trust doubt hope
  pressure violence crime corruption greed poverty hunger thirst need demand supply trade export import investment tourism migration exodus influx
  flow surge wave spread rush run shutdown lockdown curfew outage blackout cutoff cyberattack explosion blast bomb crash accident
  delay move step decision plan policy reform change shift turn return exit entry arrival departure fall purchase sale merger
  weakness strength dependence influence power control fence wall dam bridge pipeline link checkpoint law fee patrol drill exercise
  action erosion motion seizure option passage usage fusion aging ageing ejection election auction
  harvest yield weather climate sea ice test launch presence neutrality amnesty pardon constitution deal program programme scheme measure
  effort help support backing work study finding discovery withdrawal use overuse abuse misuse tension tie alliance rivalry competition
  prospect plea appeal call delivery shipment find recovery inquiry enquiry query siren alarm lease project pause wait shortfall gap break
  money cash income revenue profit subsidy grant bailout credit freedom independence isolation secrecy openness access
  silting damming spending bidding turnout stalemate standoff deadlock impasse breakthrough compromise ultimatum deadline
  traffic noise pollution smoke waste spill panic rumour mood morale turnout result outcome effect impact occupation resistance
`);

/** Their stem has four letters or more: "faction", "witness" and "ship" itself are no such words. */
const abstract =
  /^\p{L}{4,}(?:tion|sion|ment|ness|ity|ence|ance|ency|ancy|ism|ship|ure|age|al|ing|sis|dom|hood|cy|out|down|lessness)$/u;
const vessels = /(?:war|battle|flag|space|air|steam|star|gun|cargo|motor|container|town|lord)ship$/;
/** They end like happenings and are people, bodies or things. */
const notHappenings: ReadonlySet<string> = set(`
  host guest pupil student patient nurse child parent relative neighbour neighbor friend foe ally enemy donor youth veteran victim survivor
  witness hostage refugee migrant tenant client expert people public crowd mob gang fan bank firm press bride widow household tribe clan junta
  nation government parliament ministry minister council department administration delegation commission organisation organization institution
  association corporation foundation union agency embassy general admiral hospital capital official animal criminal journal tribunal
  king building wedding village university city community majority minority authority party family army navy commander president resident
  agreement-maker opposition coalition federation station population generation regiment garrison militia company document apartment station
  cardinal principal rival individual professional intellectual militant vintage garage carriage sibling being thing evening
  morning audience alliance-member passenger orphanage signal medal metal canal terminal crystal pedestal ceiling lightning
  ambulance celebrity expedition battalion monument instrument equipment basement pavement settlement infrastructure furniture
  congregation plantation reservation residence facility charity entity personality dignitary deputation coalition dignity
  cottage package sausage literature structure creature manufacture patrol-ship cannibal
  detachment contingent assembly academy pharmacy democracy bureaucracy leadership township friendship-society state
`);

const namesIt = (word: string): boolean =>
  happenings.has(word) || (abstract.test(word) && !vessels.test(word) && !notHappenings.has(word));

/** What is no person, body or place, nor what they send or drive: things and matters ("the dam", "money"). */
const isInanimate = (word: string): boolean => {
  const one = word.replace(/(?<=\p{L}{3})s$/u, "");
  return /^\p{Ll}{3,}$/u.test(word) && ![word, one].some(isActing);
};
const isActing = (word: string): boolean =>
  isActorNoun(word) ||
  isObjectNoun(word) ||
  notHappenings.has(word) ||
  measures.has(word) ||
  (agent.test(word) && !notAgent.test(word));

/** Verbs of doing: of a thing they tell of happenings only ("the dam made …", "stones broke …" do not say what caused what). */
const doing = set(`
  make render keep leave bring draw attract open close clear cut stop halt end slow delay limit restrict block obstruct strand trap interrupt ground empty
  push drive send throw plunge shake rock drain win earn gain expose lift raise help let allow kill injure wound destroy damage wreck
  strike break hit divide split turn
`);

/** Whether a stretch can be what brings something about, with this verb; behind "by" only what happens can. */
export const couldCause = (tree: Tree, range: Range, verb: string, passive: boolean): boolean =>
  namesHappening(tree, range) || (!passive && !doing.has(verb) && namesThing(tree, range));

/** Whether its main word names a thing or matter, not a name and not a number of something. */
function namesThing(tree: Tree, { from, to }: Range): boolean {
  const at = tree.tokens.findIndex(({ head }, i) => i >= from && i < to && (head < from || head >= to));
  const token = tree.tokens[at];
  if (token === undefined || token.upos !== "NOUN" || (at > 0 && /^\p{Lu}/u.test(token.form))) return false;
  return isInanimate(lemma(tree, at));
}

/** The same of a stretch whose tree cannot be trusted: by the noun before the first preposition. */
export function couldCauseAt(tree: Tree, { from, to }: Range, verb: string): boolean {
  const { tokens } = tree;
  if (tokens[from]?.xpos === "VBG") return true;
  let end = from;
  while (end < to && !/^(?:IN|TO|WDT|WP|,)$/.test(tokens[end]!.xpos)) end++;
  const noun = tokens
    .slice(from, end)
    .findLastIndex(({ upos }) => upos === "NOUN" || upos === "ADJ" || upos === "VERB");
  const isLast = noun >= 0 && noun === end - from - 1;
  const word = isLast ? tokens[from + noun]!.form.toLowerCase() : "";
  if (!isLast || (from + noun > 0 && /^\p{Lu}/u.test(tokens[from + noun]!.form))) return false;
  const forms = [word, lemma(tree, from + noun), word.replace(/s$/, "")];
  return forms.some(namesIt) || (!doing.has(verb) && forms.every(isInanimate));
}

/** Whether the main word of a stretch names something that happens or is the case, not somebody who acts. */
function namesHappening(tree: Tree, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) {
    const token = tree.tokens[i]!;
    if (token.head >= from && token.head < to) continue;
    if (token.xpos === "VBG") return i === from;
    if (token.upos !== "NOUN") return false;
    const word = lemma(tree, i);
    return namesIt(word);
  }
  return false;
}
