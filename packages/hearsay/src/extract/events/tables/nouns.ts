import type { EventType } from "../../../model/index.js";

/**
 * Nouns that name an event, by type. They count when someone does them ("launched a raid on"), or when the noun
 * phrase itself names who or whom ("Israeli strikes on", "talks between", "the fall of").
 */
export const eventNouns: Readonly<Record<EventType, string>> = {
  AGREE: `promise pledge vow offer commitment willingness readiness assurance undertaking proposal consent`,
  CONSULT: `
    talk talks meeting negotiation discussion consultation dialogue summit visit mediation call phone-call conversation
    conference debate session audience trip tour parley roundtable tete-a-tete good-offices shuttle-diplomacy
    contact exchange-of-views handshake teleconference briefing get-together luncheon dinner lunch delegation`,
  SUPPORT: `support backing 
    agreement deal accord treaty pact memorandum mou protocol communique declaration-of-friendship
    praise endorsement congratulation condolence solidarity apology recognition approval welcome tribute gratitude
    backing applause thank thanks ratification rapprochement reconciliation normalization normalisation admiration
    sympathy award medal understanding compact armistice-agreement accolade alliance invitation partnership`,
  CONCEDE: `resignation concession amnesty pardon compromise abdication clemency capitulation acquiescence reprieve`,
  COOPERATE: `
    cooperation co-operation collaboration exercise drill manoeuvre maneuver war-game wargame trade joint-venture
    exchange training coordination interoperability extradition`,
  AID: `
    aid assistance donation relief grant loan bailout airlift rescue airdrop air-drop funding subsidy shipment delivery
    peacekeeping-mission asylum help contribution humanitarian-aid reconstruction`,
  RETREAT: `
    ceasefire cease-fire truce armistice withdrawal retreat pullout pull-out pullback pull-back release surrender
    disarmament demobilization demobilisation demilitarization de-escalation drawdown repatriation evacuation
    disengagement prisoner-swap prisoner-exchange reopening moratorium standdown liberation return`,
  REQUEST: `request demand appeal call plea petition order summons ultimatum-free urging entreaty bid pressure`,
  ACCUSE: `
    accusation condemnation criticism denunciation complaint allegation charge lawsuit suit indictment investigation
    probe inquiry enquiry inquest rebuke censure reprimand prosecution trial impeachment objection conviction audit
    outcry broadside tirade reproach slur insult legal-action proceeding subpoena blame scrutiny backlash
    hearing inspection disapproval search verdict`,
  REJECT: `rejection refusal veto denial defiance breach violation cancellation rebuff snub walkout abrogation refutation`,
  THREATEN: `threat ultimatum warning deadline blackmail intimidation saber-rattling sabre-rattling menace`,
  PROTEST: `
    protest demonstration rally march riot strike-action boycott uprising revolt unrest hunger-strike sit-in
    vigil picket walkout insurrection rebellion mutiny revolution coup putsch overthrow ouster civil-disobedience
    stoppage general-strike`,
  SANCTION: `
    expulsion suspension embargo severance downgrade blacklisting boycott-of-goods termination`,
  MOBILIZE: `
    mobilization mobilisation deployment buildup build-up troop-movement alert show-of-force call-up conscription
    redeployment patrol reinforcement`,
  COERCE: `
    sanction sanctions arrest detention crackdown blockade curfew ban annexation occupation seizure deportation siege
    cyberattack cyber-attack hacking imprisonment repression confiscation clampdown restriction tariff censorship
    eviction demolition raid-on-home martial-law state-of-emergency purge roundup round-up shutdown house-arrest fine
    penalty persecution incarceration capture takeover conquest displacement fall expropriation`,
  ASSAULT: `
    attack assault strike airstrike air-strike bombing bombardment shelling killing murder assassination massacre raid
    offensive invasion ambush shooting explosion war battle fighting clash skirmish fire shot gunfire rocket-fire
    incursion abduction kidnapping hostage-taking torture rape beating bomb blast operation campaign aggression
    violence hostility genocide execution beheading barrage salvo drone-strike missile-strike stabbing slaughter
    firefight counteroffensive counter-offensive counterattack onslaught intervention atrocity terrorism crossfire
    genocide ethnic-cleansing lynching sabotage infiltration retaliation blitz missile rocket mortar artillery drone
    airstrikes hijacking bloodshed destruction poisoning sortie conflict exchange-of-fire warfare duel`,
};

/** Nouns made from verbs: read as the verb, with what follows "of" as its object ("the expulsion of diplomats"). */
export const nominalizations: Readonly<Record<string, string>> = {
  suspension: "suspend",
  expulsion: "expel",
  withdrawal: "withdraw",
  release: "release",
  deployment: "deploy",
  mobilization: "mobilize",
  mobilisation: "mobilise",
  imposition: "impose",
  lifting: "lift",
  easing: "ease",
  cancellation: "cancel",
  violation: "violate",
  breach: "breach",
  rejection: "reject",
  refusal: "refuse",
  reduction: "reduce",
  cut: "cut",
  halt: "halt",
  freeze: "freeze",
  severance: "sever",
  resumption: "resume",
  signing: "sign",
  ratification: "ratify",
  arrest: "arrest",
  detention: "detain",
  deportation: "deport",
  killing: "kill",
  assassination: "assassinate",
  murder: "murder",
  abduction: "abduct",
  kidnapping: "kidnap",
  bombing: "bomb",
  shelling: "shell",
  invasion: "invade",
  occupation: "occupy",
  annexation: "annex",
  seizure: "seize",
  capture: "capture",
  destruction: "destroy",
  condemnation: "condemn",
  prosecution: "prosecute",
  investigation: "investigate",
  extradition: "extradite",
  repatriation: "repatriate",
  delivery: "deliver",
  provision: "provide",
  supply: "supply",
  closure: "close",
  closing: "close",
  reopening: "reopen",
  recall: "recall",
  rescue: "rescue",
  evacuation: "evacuate",
  appointment: "appoint",
  recognition: "recognize",
  restoration: "restore",
  establishment: "establish",
  transfer: "transfer",
  sale: "sell",
  purchase: "buy",
  demolition: "demolish",
  overthrow: "overthrow",
  ouster: "oust",
  execution: "execute",
  liberation: "free",
  surrender: "surrender",
  termination: "terminate",
  extension: "extend",
  resignation: "resign",
  return: "return",
};
