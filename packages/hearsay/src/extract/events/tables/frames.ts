/** Sets of nouns that frames share. A noun may be in several. */
export const nounSets: Readonly<Record<string, string>> = {
  TIES: `tie relation relations relationship link cooperation co-operation contact partnership alliance channel friendship bond diplomacy mission embassy consulate`,
  AID: `
    aid assistance relief support funding fund money loan grant donation food medicine supply equipment vaccine
    ventilator dollar euro pound yen ruble million billion package subsidy tranche financing shipment delivery help
    cash kit tent blanket water fuel generator grain wheat flour rice oxygen medication drug dose ambulance
    expertise shelter protection asylum refuge sanctuary scholarship gift credit contribution goods expert`,
  ARMS: `
    weapon arms ammunition munition missile tank howitzer rocket-launcher battery system aircraft drone helicopter jet fighter
    vehicle shell rifle gun radar launcher hardware bullet grenade weaponry armor armour armament arsenal`,
  TROOPS: `
    troop soldier force army unit battalion brigade regiment division warship ship carrier destroyer frigate submarine fleet flotilla
    reinforcement squadron marine reservist navy police officer bomber fighter jet tank artillery battery missile
    personnel contingent platoon militia warplane military armor armour howitzer guard commando paratrooper convoy
    launcher gunboat garrison presence`,
  PEACEKEEPERS: `peacekeeper observer monitor inspector adviser advisor medic doctor engineer mediator team expert trainer rescuer firefighter aid-worker`,
  CAPTIVES: `
    prisoner hostage detainee captive inmate convict activist journalist dissident suspect pilot crew sailor soldier
    body remains citizen national leader woman child man people civilian bail prison custody jail captivity`,
  CURBS: `
    sanction embargo tariff blockade restriction ban curfew quota levy duty limit penalty lockdown siege measure
    emergency law state moratorium freeze boycott control censorship cap travel-ban no-fly-zone fine suspension
    curb block toll surcharge visa-ban clampdown asset-freeze closure`,
  DEAL: `
    agreement deal accord treaty pact memorandum contract protocol understanding mou declaration communique charter
    convention settlement statement document declaration-of-intent compact letter compromise`,
  TRUCE: `ceasefire cease-fire truce armistice cessation moratorium pause lull de-escalation disengagement halt`,
  TALKS: `
    talk talks negotiation meeting discussion consultation conversation dialogue summit conference visit trip call
    mediation session round contact tour debate audience phone-call roundtable hearing effort process exchange
    reception dinner lunch breakfast banquet parley bilateral forum`,
  OFFER: `
    offer proposal request demand bid plan call appeal resolution petition invitation suggestion claim charge
    allegation accusation motion bill report idea criticism mediation compromise notion deal agreement ultimatum
    draft amendment application complaint result outcome overture terms`,
  ATTACK: `
    attack strike raid offensive assault airstrike air-strike operation bombing bombardment shelling invasion war ambush
    incursion campaign missile rocket drone mortar bomb shot grenade massacre killing murder abduction kidnapping
    atrocity counteroffensive counterattack ambush execution barrage torture rape sortie blitz intervention salvo
    bombing-campaign fire shell artillery flare aggression violence genocide crime blow explosive cyberattack cyber-attack`,
  PROTEST: `
    protest demonstration rally march riot strike sit-in hunger-strike boycott picket vigil walkout uprising rebellion
    revolt mutiny street stoppage procession parade barricade dharna bandh blockade`,
  INQUIRY: `
    investigation probe inquiry enquiry audit inquest review search lawsuit suit complaint charge case proceeding
    petition action prosecution trial indictment impeachment legal-action motion`,
  DRILL: `exercise drill manoeuvre maneuver war-game wargame game training patrol`,
  WARNING: `warning ultimatum threat deadline alert travel-warning caution`,
  PRAISE: `
    support solidarity praise gratitude thanks thank appreciation condolence sympathy confidence backing satisfaction
    endorsement congratulation admiration respect hope apology regret understanding best-wishes tribute award medal honor
    honour order mandate title`,
  BLAME: `
    concern criticism condemnation anger outrage dismay disappointment displeasure doubt alarm opposition dissatisfaction
    blame accusation allegation objection disapproval indignation fury fear frustration disgust rejection suspicion
    reservation scepticism skepticism contempt anxiety unease complaint worry`,
  DEMAND: `request demand appeal call plea order subpoena summons`,
  PLACE: `
    city town village territory area region district position base airport port hill post checkpoint building control
    island border land bridge camp province stronghold part swath facility outpost headquarters power house ship
    tanker vessel boat plane property asset account cargo passport equipment document drug weapon newspaper`,
  RIGHT: `right permission access entry visa permit passage request accreditation licence license asylum`,
  WORK: `work production operation tool job`,
};

/**
 * What a verb means with a given object: `verbs : objects > TYPE`. Objects are heads of the object (or of what
 * it consists of: "a round of talks"), sets in capitals; `*` any. The first that fits wins.
 */
export const frames = `
  hold host have start begin open resume launch conduct continue attend convene join lead organize organise arrange
    mediate chair pay make schedule conclude wrap_up finish kick_off restart complete enter_into undertake facilitate
    end_with broker stage moderate : TALKS > CONSULT
  cancel postpone call_off scrap boycott skip abandon pull_out_of cut_short leave quit walk_out : TALKS > REJECT
  suspend halt break_off end freeze stop interrupt terminate discontinue : TALKS > SANCTION
  refuse reject decline rebuff spurn deny turn_down rule_out oppose : TALKS > REJECT
  propose offer promise pledge suggest volunteer announce_plan : TALKS > AGREE
  request seek demand want urge call_for ask_for : TALKS > REQUEST

  sign reach ratify clinch conclude strike seal ink finalize finalise initial agree approve extend prolong endorse renew extend
    complete hammer_out enter enter_into secure negotiate cut forge make adopt unveil agree_to agree_on : DEAL > SUPPORT
  reject scrap tear_up abandon leave quit pull_out renege cancel withdraw_from exit denounce renounce repudiate suspend breach
    violate break ditch annul void dump walk_away_from : DEAL > REJECT
  agree agree_to agree_on accept : TRUCE > AGREE
  agree_to agree_on : DEAL > AGREE
  declare announce observe implement respect honor honour call extend begin accept hold uphold start sign reach agree
    agree_to agree_on broker order enter institute : TRUCE > RETREAT
  violate break breach shatter end collapse flout reject : TRUCE > ASSAULT
  seek demand propose urge request call_for want : TRUCE > REQUEST

  reject refuse rebuff spurn dismiss deny decline turn_down rule_out veto ignore disregard throw_out vote_down shoot_down
    brush_off brush_aside shrug_off refute rebut oppose discount snub strike_down overturn : OFFER > REJECT
  accept approve grant meet heed agree_to bow_to satisfy fulfil fulfill accede_to welcome back support endorse
    : demand request call condition appeal term > CONCEDE
  accept welcome back support endorse approve adopt pass : OFFER > SUPPORT
  make issue submit send lodge file put_forward put_in renew repeat reiterate present hand deliver table : DEMAND > REQUEST
  issue make give repeat sound send deliver set impose renew : WARNING > THREATEN
  give set : day hour week month deadline ultimatum > THREATEN

  impose slap reimpose announce introduce enact levy extend prolong tighten enforce order declare expand toughen
    renew apply place put clamp prepare institute toughen step_up broaden widen adopt approve proclaim maintain
    unveil decree : CURBS > COERCE
  lift ease end remove relax loosen roll_back suspend waive drop cancel repeal scrap soften reduce abolish
    withdraw rescind revoke reverse partially_lift : CURBS > RETREAT
  seek demand want urge call_for push_for advocate propose back : sanction embargo restriction penalty > THREATEN
  face suffer > NONE
  defy break violate flout evade circumvent breach ignore skirt bust : CURBS law norm rule resolution order airspace sovereignty convention > REJECT
  violate breach enter penetrate intrude : airspace border territory water sovereignty frontier > ASSAULT

  cut cut_off sever break break_off suspend downgrade freeze end reduce curtail review scale_back halt terminate
    downgrade recall withdraw : TIES ambassador envoy diplomat > SANCTION
  restore establish resume normalize normalise strengthen upgrade improve boost deepen expand enhance rebuild renew forge build
    develop cement broaden reopen repair mend consolidate bolster promote : TIES > SUPPORT
  send appoint exchange reinstate accredit : ambassador envoy diplomat delegation > SUPPORT
  expel kick_out throw_out dismiss withdraw recall eject declare order_out pull_out evict ban : diplomat ambassador envoy attache
    staff PEACEKEEPERS mission worker agency embassy > SANCTION
  summon call_in haul_in convoke : ambassador envoy diplomat attache charge-d'affaires consul > ACCUSE
  suspend cut cut_off halt freeze reduce stop end withhold slash block hold_back hold_up discontinue terminate
    withdraw pull scale_back curtail delay trim hold deny axe defund : AID ARMS flight import export trade membership
    service transit visa programme program project investment purchase sale gas oil electricity link route license
    licence participation > SANCTION

  give send serve : notice notification > CONSULT
  hand give deliver : note > REQUEST
  send give provide deliver donate supply offer_up grant hand_over contribute ship distribute extend allocate award
    fly transfer dispatch release disburse approve lend increase earmark channel spend rush bring double raise
    commit airlift ferry gift present ship_out boost step_up resume : AID > AID
  send give provide deliver donate supply grant hand_over contribute ship transfer lend dispatch sell lease export
    : ARMS > AID
  send deploy dispatch contribute provide train increase add offer : PEACEKEEPERS peacekeeping mission > AID
  accept take_in welcome host receive admit harbor harbour shelter resettle open : refugee migrant asylum-seeker evacuee
    displaced border > AID
  grant offer give : asylum refuge sanctuary citizenship shelter > AID
  seek request ask_for apply_for beg_for appeal_for claim : AID asylum refuge > REQUEST
  pledge promise vow reaffirm reiterate offer voice declare : support backing solidarity > SUPPORT
  pledge promise offer announce commit : AID ARMS PEACEKEEPERS TROOPS > AGREE

  send deploy dispatch mass mobilize mobilise move amass station position move_in rush redeploy put place build_up
    raise reinforce bolster strengthen beef_up increase call_up gather concentrate assemble bring_in test-fire parade
    order scramble order_in intensify double : TROOPS reserve army presence readiness alert defence defense security > MOBILIZE
  remain be stay put place keep stand go raise : alert standby > MOBILIZE
  test test-fire conduct carry_out flight-test : missile test rocket weapon warhead bomb > MOBILIZE
  hold conduct stage carry_out launch begin start perform undertake run kick_off join : DRILL > COOPERATE
  withdraw pull pull_out pull_back remove move_back redeploy_from evacuate bring_home recall reduce cut draw_down
    bring scale_down disarm : TROOPS weapon arm artillery howitzer missile > RETREAT
  withdraw remove pull_out evacuate : PEACEKEEPERS > SANCTION
  lay_down put_down surrender hand_over give_up turn_in destroy dismantle decommission drop : ARMS arm > RETREAT
  release free return hand_over repatriate pardon exchange swap let_go liberate set transfer : CAPTIVES > RETREAT
  return give_back hand_back restore repatriate : * > RETREAT
  hold keep take seize use : hostage captive shield > ASSAULT
  open reopen allow grant ease unblock clear restore : border crossing corridor access road route passage gate port airspace
    inspection visit return entry bridge tap valve airport checkpoint strait flow > CONCEDE
  close shut block seal cut_off cordon shut_down obstruct barricade close_off seal_off : border crossing airspace
    port road route strait channel airport gate tap valve entrance pipeline bridge office embassy outlet station access point > COERCE

  launch carry_out conduct stage mount start begin wage unleash commit perpetrate fire drop lob open make intensify
    continue resume order step_up renew execute hurl throw detonate plant set_off direct aim press execute escalate
    undertake claim lead plan plot orchestrate mastermind suffer_in : ATTACK > ASSAULT
  open return exchange trade : fire gunfire shot > ASSAULT
  call_for : sanction embargo boycott > THREATEN
  set burn torch : fire house flag vehicle car > ASSAULT
  take_up take : arm > ASSAULT
  seize capture take overrun occupy recapture retake conquer annex control impound confiscate wrest raid regain
    grab claim storm : PLACE > COERCE
  stage hold organize organise join lead launch begin call go_on take_to plan mount attend start continue end_in
    block : PROTEST > PROTEST
  stop down : WORK > PROTEST
  go : strike > PROTEST
  burn : flag effigy > PROTEST
  end call_off suspend lift abandon : strike protest boycott sit-in hunger-strike > CONCEDE
  take launch bring file : action > ACCUSE
  seek demand : sentence penalty conviction charge > ACCUSE
  launch open begin start order file bring initiate lodge conduct institute announce take hold set_up reopen widen
    approve lead press pursue seek undertake complete submit mount carry_out expand authorize authorise : INQUIRY > ACCUSE
  demand call_for urge want seek : investigation probe inquiry > ACCUSE
  express voice convey offer extend reiterate pledge declare send show give pay receive get win affirm reaffirm
    award confer bestow present demonstrate accord : PRAISE > SUPPORT
  express voice raise convey level make vent register air state reiterate direct aim lodge : BLAME > ACCUSE
  find hold : guilty liable responsible accountable > ACCUSE
  deny refuse block withhold revoke reject cancel bar restrict : RIGHT > REJECT
  issue order seek obtain execute : arrest warrant detention > COERCE
  take : action step measure > NONE
  demonstrate : * > NONE
  receive : president minister premier ambassador envoy delegation leader king secretary official counterpart > CONSULT
  arrive_in arrive_at : TALKS > CONSULT
  protect defend : troop civilian refugee > AID
  bolster : TIES > SUPPORT
  form join establish create : alliance coalition union partnership front > COOPERATE
  share exchange swap provide give pass trade hand_over transfer : information intelligence evidence data technology
    secret expertise knowledge experience detail document record > COOPERATE
  sell buy purchase import export lease : * > COOPERATE
  sign : decree order law bill legislation > NONE
  withhold hold_back : * > SANCTION
  send write issue deliver hand : letter message note demarche statement > NONE
  send : delegation mission envoy > CONSULT
  lose win hold > NONE
`;

/** Verbs that lend a subject to an event noun and add nothing: "launched an attack", "faces criticism". */
export const lightVerbs = `
  launch carry_out conduct stage mount start begin make hold have give take do commit perform announce declare order
  wage unleash open lead continue resume plan prepare undertake execute intensify issue deliver attempt
  step_up complete end_up initiate organize organise pursue press renew escalate repeat offer express voice level
  impose approve authorize authorise call pay send perpetrate reiterate put_up engage_in participate_in take_part join
  expand extend propose support set`;

/** Verbs by which an event noun's subject is the one it happens to: "came under attack", "suffered strikes". */
export const sufferVerbs = `suffer face receive undergo endure sustain withstand survive repel come experience draw attract get weather`;

/** Verbs that only say that an event noun took place: "talks opened", "a raid killed". */
export const occurVerbs = `
  take_place begin start open resume continue end occur happen break_out erupt go_on collapse stall fail conclude follow
  kill hit wound destroy injure damage target strike leave come`;
