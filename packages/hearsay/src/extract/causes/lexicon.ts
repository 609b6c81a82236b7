import type { Cause } from "../../model/index.js";

/**
 * Words that say that one thing brings about, raises, lowers or prevents another, by what they do to their object.
 * Written for this project from general knowledge of English; lemmas, British and American.
 */
export type Sign = Cause["sign"];

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Subject brings about or raises object. */
const raising = list(`
  cause create produce generate trigger spark provoke prompt induce engender elicit evoke bring make lead result
  contribute drive fuel feed stoke fan ignite inflame unleash precipitate instigate incite inspire motivate encourage
  spur stimulate boost raise increase lift strengthen reinforce bolster enhance improve expand accelerate hasten
  speed deepen heighten intensify worsen aggravate exacerbate compound escalate amplify magnify multiply widen
  promote foster facilitate enable allow let permit help assist support sustain ensure guarantee secure restore
  revive rekindle renew force compel oblige push pressure impel require necessitate mean spell entail involve
  attract draw invite arouse stir rouse sow breed yield trigger leave render send plunge throw set open pave
  kill injure wound destroy damage displace devastate disrupt shake rock hit hurt harm cost burden strain
  persuade convince warrant justify underlie explain shape influence affect determine change transform
  double triple propel catapult launch start begin initiate usher herald introduce add enrage anger infuriate
  upset outrage alarm frighten terrify worry shock surprise please delight embolden empower legitimise legitimize
  destabilise destabilize polarise polarize radicalise radicalize swell inflate balloon save protect preserve
  safeguard free clear deliver earn win gain translate culminate draw attract necessitate perpetuate prolong extend
  kindle foment galvanise galvanize mobilise mobilize rally reignite resurrect stress tempt entice lure
`);

/** Subject lowers, prevents or ends object. */
const lowering = list(`
  prevent avert avoid avoidance stop halt block bar ban prohibit forbid preclude deter discourage dissuade inhibit hinder
  hamper impede obstruct thwart foil frustrate stymie stifle suppress quell curb check contain restrain restrict
  limit constrain reduce lower decrease cut lessen diminish shrink slash trim weaken undermine undercut erode sap
  jeopardise jeopardize imperil endanger threaten compromise damage harm hurt impair cripple paralyse paralyze
  disable sabotage derail scupper scuttle torpedo sink kill doom wreck ruin spoil destroy dismantle eliminate
  eradicate abolish end terminate suspend cancel delay postpone slow stall freeze interrupt disrupt depress dampen
  dent cool calm ease alleviate mitigate relieve soothe defuse allay assuage dispel offset counter counteract
  neutralise neutralize negate nullify reverse undo deny deprive strip rob cost protect shield guard rule
  disincentivise disincentivize outlaw restrain withhold drain deplete exhaust dilute devalue discredit erase
  smother throttle strangle choke starve cap tame blunt repel rebuff keep save spare rescue resist combat fight
  minimise minimize constrict curtail forestall obviate preempt pre-empt head stem staunch
`);

/** Object brings about subject: "the strike stems from the decree". */
const stemming = list(
  "stem arise derive result spring originate come follow emanate emerge flow hinge depend ensue die suffer benefit",
);

/** Nouns: "the cause of", "a blow to". */
const raisingNouns = list(`
  cause reason source trigger driver catalyst factor motive incentive stimulus spur boost impetus origin root basis
  ground result consequence outcome effect impact influence aftermath product upshot response reaction retaliation
  revenge reprisal boon key recipe pretext excuse justification explanation culprit protest anger outrage fear
  contribution pressure support push drive call demand effort bid attempt purpose aim goal intention
`);
const loweringNouns = list(`
  blow threat obstacle barrier hindrance impediment deterrent setback hurdle bar block danger risk brake curb check
  limit constraint damage harm prevention reduction loss end halt antidote remedy cure bulwark safeguard defence
  defense protection disincentive hazard bottleneck
`);

const signOf = (plus: readonly string[], minus: readonly string[]): ReadonlyMap<string, Sign> =>
  new Map([...plus.map((w): [string, Sign] => [w, "+"]), ...minus.map((w): [string, Sign] => [w, "-"])]);

/** Where a verb stands in both lists ("hurt", "kill"), what it does to its object's fortunes decides: lowering. */
export const verbSigns = signOf(raising, lowering);
export const nounSigns = signOf(raisingNouns, loweringNouns);
export const stemmingVerbs: ReadonlySet<string> = new Set(stemming);

/** Prepositions and conjunctions that introduce a cause, joined by "_" when several words. */
export const causeMarkers: ReadonlySet<string> = new Set(
  list(`because because_of due_to owing_to thanks_to on_account_of as_a_result_of as_result_of in_response_to in_reaction_to in_retaliation_for
  in_protest_against in_protest_at in_view_of in_light_of in_the_light_of in_the_wake_of in_wake_of in_connection_with since as for after following
  over amid given out_of by_reason_of by_dint_of on_charges_of on_suspicion_of on_grounds_of on_the_grounds_of for_fear_of lest from by through
  with at against now_that inasmuch_as seeing_that considering if when once whenever provided as_long_as so_long_as unless without`),
);
/** Those that introduce an effect, and those that introduce a purpose. */
export const effectMarkers: ReadonlySet<string> = new Set(
  list("so so_that such_that thereby therefore thus hence until"),
);
export const purposeMarkers: ReadonlySet<string> = new Set(
  list(
    "to in_order_to so_as_to in_order_for in_bid_to in_a_bid_to in_an_effort_to in_effort_to in_an_attempt_to in_attempt_to",
  ),
);

/** "unless it rains", "without water": the effect comes about when the cause does not. */
export const negativeMarkers: ReadonlySet<string> = new Set([
  "unless",
  "without",
  "lest",
  "for_fear_of",
  "too_to",
  "instead_of",
  "despite",
]);
export const conditionMarkers: ReadonlySet<string> = new Set([
  "if",
  "unless",
  "once",
  "provided",
  "as_long_as",
  "so_long_as",
  "in_case_of",
  "in_the_event_of",
  "in_event_of",
  "should",
  "whenever",
]);
/** Verbs that only bring about what their complement verb says: "helped reduce", "forced to end". */
export const lightCauses: ReadonlySet<string> = new Set(
  list(
    "help assist enable allow let permit make cause lead force compel serve act aim seek try use need continue begin start do have threaten push drive get",
  ),
);

/**
 * Verbs that say little else than that one thing causes or prevents another: their frames count as causal wherever
 * they stand, also in texts unlike those that the scorer learnt from.
 */
export const plainVerbs: ReadonlySet<string> = new Set(
  list(`cause trigger spark provoke prompt induce engender precipitate fuel stoke exacerbate aggravate worsen jeopardise jeopardize imperil
  endanger undermine hamper hinder impede thwart prevent avert deter discourage avoid inhibit stymie derail weaken erode cripple
  curb boost bolster strengthen stimulate facilitate enable foster promote create ensure guarantee force compel stifle stall
  disrupt paralyse paralyze intensify escalate accelerate hasten heighten deepen inflame incite necessitate threaten`),
);
/** Plain only with their preposition. */
export const plainVerbMarkers: ReadonlyMap<string, string> = new Map([
  ["lead", "to"],
  ["result", "in"],
  ["contribute", "to"],
  ["translate", "into"],
  ["culminate", "in"],
]);
/** Markers that introduce a cause and mean nothing else. */
export const plainMarkers: ReadonlySet<string> = new Set(
  list(`because because_of due_to owing_to thanks_to on_account_of as_a_result_of as_result_of in_response_to in_retaliation_for unless so_that
  if in_order_to`),
);
/** Nouns whose subject is the effect: "the shortage is a result of the drought". */
export const effectNouns: ReadonlySet<string> = new Set(
  list("result consequence outcome product upshot response reaction retaliation effect aftermath"),
);
