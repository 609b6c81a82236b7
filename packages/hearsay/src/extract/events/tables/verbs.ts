import type { EventType } from "../../../model/index.js";

/**
 * Verbs that carry a type by themselves, whatever their object; `verb_particle` where the particle matters
 * ("turn_down"). Frames (frames.ts) come first: "lift" has no type, "lift sanctions" has.
 * Types follow PLOVER's codebook (Halterman et al. 2023) by way of its CAMEO table.
 */
export const verbs: Readonly<Record<EventType, string>> = {
  AGREE: `
    agree consent assent concur promise pledge vow offer volunteer undertake commit guarantee assure reassure propose
    accede acquiesce intend plan resolve swear propose plan_on opt`,
  CONSULT: `
    meet meet_up visit host confer consult negotiate mediate telephone phone ring_up sit_down liaise parley bargain
    discuss talk speak debate converse travel fly_to attend dine lunch brief huddle
    haggle intercede arbitrate broker deliberate convene exchange_views hobnob co-host cohost chair
    call_in drop_in welcome_in reconvene facilitate shuttle greet_at moderate accompany call_up email
    videoconference interview`,
  SUPPORT: `
    support back endorse praise commend applaud hail welcome laud salute congratulate thank approve ratify recognize
    recognise defend champion advocate favor favour uphold celebrate honor honour decorate acclaim extol compliment
    admire apologize apologise forgive reconcile normalize normalise sympathize sympathise empathize
     esteem cheer stand_by stick_by stick_up stand_up_for rally_behind rally_around back_up
    vouch exonerate absolve nominate mourn console condole befriend toast sign initial conclude clinch
    seal ink finalize finalise lobby_for campaign_for vote_for defer_to vindicate invite
    greet underwrite pay_tribute bless legitimize legitimise accredit`,
  CONCEDE: `allow permit 
    concede resign step_down step_aside stand_down relent yield capitulate back_down back_off give_in give_way cave
    bow abdicate relinquish cede pardon amnesty acquit parole reinstate legalize legalise decriminalize unban
    compromise comply succumb soften rehabilitate backtrack climb_down bow_out quit hand_in grant accommodate
    enfranchise rescind repeal revoke_ban unblock reopen`,
  COOPERATE: `
    cooperate co-operate collaborate partner team_up coordinate co-ordinate trade join_forces ally exchange share
    interoperate integrate co-produce coproduce twin pool extradite train drill exercise swap outsource co-develop
    joint_venture work_together`,
  AID: `
    aid assist help donate fund finance subsidize subsidise bankroll supply equip arm provide furnish deliver
    lend loan bail_out rescue feed shelter evacuate treat vaccinate rebuild reconstruct resupply
    airdrop air-drop airlift ferry_in sponsor resettle naturalize safeguard escort relieve
    reimburse compensate nurse rearm replenish chip_in prop_up shore_up hand_over give send`,
  RETREAT: `
    retreat withdraw pull_out pull_back pull_away draw_down surrender release free liberate_from disarm demobilize
    demobilise demilitarize demilitarise disengage de-escalate deescalate desist lay_down repatriate evacuate_from
    unfreeze roll_back vacate disband decommission dismantle let_go set_free flee fall_back
    stand_aside unchain hand_back give_back exchange_prisoners readmit`,
  REQUEST: `insist_on push_for seek_from 
    request ask demand urge appeal call_on call_for call_upon order command instruct implore beseech beg plead
    petition press pressure pressurize pressurise solicit exhort enjoin entreat summon invoke require
    beckon admonish_to lobby persuade prod nudge coax cajole encourage_to apply oblige compel_to
      ask_for press_for push_for tell_to `,
  ACCUSE: `
    accuse blame condemn criticize criticise denounce decry deplore fault slam blast lambast lambaste lash_out rebuke
    reprimand reproach scold chide castigate censure admonish upbraid berate rap deride mock ridicule disparage
    denigrate vilify defame slander insult malign allege charge indict sue prosecute impeach convict investigate
    probe inquire enquire interrogate question scrutinize scrutinise audit subpoena object complain protest_to disapprove
    oppose assail attack_verbally excoriate chastise revile vituperate belittle disavow call_out hit_out implicate
    incriminate inculpate suspect deplore lament regret bemoan mistrust distrust finger single_out try sentence inspect
    search query cross-examine inveigh rail fulminate bash take_aim snipe pillory lampoon smear discredit rubbish
    dress_down demonize demonise stigmatize disown disapprove arraign litigate hold_responsible pan savage
    tear_into rip_into lay_into name_and_shame decry raise_concern vent file_suit label brand`,
  REJECT: `
    reject refuse decline rebuff spurn veto turn_down rule_out deny disagree defy flout disobey snub refute
    repudiate renounce ignore disregard resist balk baulk dismiss renege withhold_consent shrug_off brush_off
    brush_aside scorn contravene violate breach infringe walk_out walk_away scrap abrogate rescind_offer oppose_plan
    discount disclaim contradict dispute shun overrule overturn override quash stonewall abstain block_bid
    dig_in hold_out nix vote_down strike_down throw_out cold-shoulder bar_entry call_off cancel contest rebut evade
    circumvent shirk disdain forswear foreswear stall backpedal filibuster`,
  THREATEN: `
    threaten warn menace intimidate blackmail caution_against bully forewarn browbeat sabre-rattle saber-rattle
    extort terrorize_into hold_to_ransom cow`,
  PROTEST: `
    protest demonstrate rally march riot boycott picket strike_over rebel revolt mutiny rise_up walk_off
    heckle jeer boo loot rampage chant agitate mobilise_against overthrow oust topple depose unseat barricade
    clash_with_police sit-in down_tools`,
  SANCTION: `
    sanction expel embargo boycott_goods downgrade suspend cut_off break_off recall ostracize ostracise isolate
    disinvite blacklist blackball delist defund discontinue halt freeze curtail disengage_from divest
    withhold excommunicate deplatform kick_out disqualify terminate dissolve scale_back
    decouple disinvest drop_out secede dismiss_envoy break_with break_away dissociate disassociate`,
  MOBILIZE: `
    mobilize mobilise deploy redeploy amass mass scramble station garrison muster militarize militarise
    reinforce fortify conscript call_up_reservists encircle patrol rearm_itself remobilize beef_up gird arm_itself brace
    militarise dig_in_troops forward-deploy preposition`,
  COERCE: `
    arrest detain jail imprison incarcerate deport ban outlaw prohibit bar seize confiscate impound expropriate
    nationalize nationalise blockade besiege occupy annex censor hack evict displace repress suppress coerce
    force compel fine penalize penalise punish restrict intern lock_up round_up extradite_by_force apprehend raid
    commandeer intercept cordon_off cordon quarantine lock_down shut_down close_down close tax silence muzzle gag
    crack_down clamp_down persecute oppress subjugate colonize colonise disenfranchise purge sack_judges
    hold_captive remand institutionalize handcuff extort surveil wiretap spy eavesdrop demolish
    besiege starve barricade_in bulldoze uproot exile banish dispossess forbid proscribe disbar
    sentence_to imprison embargo_goods jam hijack_account capture conquer overrun take_over usurp nab
    pick_up_suspect bust collar take_into_custody suspend_license shutter seal_off fence_off `,
  ASSAULT: `
    attack assault bomb bombard shell strafe strike shoot shoot_down shoot_dead gun_down kill murder assassinate slay
    slaughter massacre execute behead hang torture rape beat beat_up stab wound injure maim maul abduct kidnap hijack
    ambush raid_militarily invade storm fight battle clash skirmish torpedo sink mine blow_up detonate explode
    destroy raze burn torch gas poison lynch exterminate annihilate wipe_out decimate target pound pummel hammer hit
    blitz fire launch_at open_fire down intercept_missile retaliate counterattack counter-attack besiege_militarily
    war wage_war battle ravage devastate level flatten ransack pillage sabotage terrorize terrorise molest
    whip lash flog electrocute drown suffocate strangle choke tear-gas teargas club mutilate dismember crucify
    rocket dive-bomb firebomb fire-bomb nuke carpet-bomb infiltrate push_into penetrate incinerate
    martyr eliminate neutralize neutralise mow_down cut_down take_out finish_off trample ram knife snipe_at
    crush rout overpower repel repulse victimize brutalize brutalise exchange_fire shoot_at fire_at harm hurt
    rain_down barrage mortar pepper riddle cleanse`,
};
