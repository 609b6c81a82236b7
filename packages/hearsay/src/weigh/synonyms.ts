/**
 * Words that reports use for one another, a class a line: the predicates, counted things and objects of news English.
 * Written for Hearsay. A class holds only words that can replace each other in a report of one fact; opposites and
 * words of another degree stay apart. Entries are lemmas; the first names the class.
 */
const classes = `
kill die dead death perish fatality toll slay lose_life casualty
wound injure hurt injury maim
close shut closure
open reopen unlock raise_gate
ask request seek petition demand_for appeal bid
offer propose proposal tender
refuse reject decline rebuff spurn rejection refusal turn_down
agree agreement accord pact deal treaty
sign ink conclude initial signature
announce announcement declare declaration proclaim unveil
deny denial
attack strike hit raid assault bomb bombard shell bombardment shelling airstrike
explode explosion blast blow_up detonate
fire shoot gunfire shot
begin start commence launch onset
end stop cease halt finish conclusion
rise increase climb grow jump surge growth soar gain
fall drop decline_in decrease sink slump plunge shrink
supply provide deliver send ship delivery shipment furnish hand_over
lend loan finance fund credit
owe debt unpaid arrears
withhold hold_back suspend freeze delay postpone
pay payment disburse payout
leave flee evacuate displace displacement evacuation depart
return come_back
arrive land reach arrival
meet talk meeting discuss consult consultation negotiation talks negotiate dialogue
call telephone phone ring
write letter note message
reply answer respond response
notify notice inform notification warn_of
threaten threat ultimatum
promise pledge vow commit undertake commitment
withdraw pull retreat withdrawal pullback pull_back
deploy station mass mobilise mobilize deployment
arrest detain imprison jail detention
resign quit step_down resignation
appoint name_to nominate appointment
elect election vote
win victory
lose loss
approve endorse back support approval ratify
condemn denounce criticise criticize condemnation criticism
accuse blame allege accusation
investigate probe inquiry investigation examine
confirm verify confirmation
invade invasion
destroy wreck demolish ruin destruction
damage harm
build construct construction building erect
capture seize take_over occupy seizure
release free liberate
rescue save
ban prohibit outlaw prohibition
sanction embargo
strengthen deepen bolster boost reinforce
weaken undermine erode
cost price
buy purchase acquire purchase_of
sell sale
invest investment investor
help aid assist assistance
protect defend defence defense protection
observe monitor observer
mediate mediation mediator broker
extend extension prolong renew renewal
soldier troop serviceman servicewoman fighter trooper warrior
civilian resident villager inhabitant
child pupil
family household
ship vessel boat tanker
plane aircraft jet
drone uav
missile rocket
gun artillery howitzer mortar cannon
bank lender
company firm contractor builder
ceasefire truce armistice
war conflict fighting hostilities
dam barrage
gate sluice
flow discharge
frontier border boundary
minister secretary
spokesman spokeswoman spokesperson
worker employee
hospital clinic
power electricity
harvest crop
dozen twelve
water river
test trial
`;

const classOf = new Map<string, string>();
for (const line of classes.trim().split("\n")) {
  const words = line.split(" ");
  for (const word of words) if (!classOf.has(word)) classOf.set(word, `=${words[0]}`);
}

/** The class a lemma belongs to, or the lemma itself. */
export function meaning(lemma: string): string {
  return classOf.get(lemma) ?? lemma;
}
