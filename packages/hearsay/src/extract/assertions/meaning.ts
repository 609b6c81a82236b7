/**
 * Words that reports use for one another, a class a line: the predicates, counted things and objects of news English.
 * Written for Hearsay. A class holds only words that can replace each other in a report of one fact; opposites and
 * words of another degree stay apart. Entries are lemmas, `/v` or `/n` where only the verb or noun is meant; the first
 * names the class.
 */
const classes = `
kill die dead death perish fatality toll slay casualty grave/n slaughter execute
wound injure hurt injury maim
close/v shut closure
open reopen unlock
ask request seek petition appeal bid
offer propose proposal tender
refuse reject decline rebuff spurn rejection refusal
agree agreement accord/n pact deal/n treaty
sign/v ink/v conclude/v initial/v signature
announce announcement declare declaration proclaim unveil
deny denial
attack strike hit raid assault bomb bombard shell bombardment shelling airstrike
explode explosion blast detonate
fire/v shoot gunfire shot
begin start commence launch onset
end stop cease halt finish
rise increase climb grow jump surge growth soar gain/v
fall drop/v decrease sink/v slump plunge shrink
supply provide deliver send ship/v delivery shipment furnish
lend loan finance/v fund/v credit/v
owe debt unpaid arrears
withhold suspend freeze delay postpone
pay payment disburse payout
flee evacuate displace displacement evacuation depart
return/v
arrive land/v reach/v arrival
meet talk/n meeting discuss consult consultation negotiation negotiate dialogue session
telephone/v phone/v ring/v
letter note/n message
reply answer respond response
notify notice/n inform notification
threaten threat ultimatum
promise pledge vow commit undertake commitment
withdraw retreat withdrawal pullback
deploy station/v mass/v mobilise mobilize deployment
arrest detain imprison jail/v detention
resign quit resignation
appoint nominate appointment
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
build construct construction erect
capture seize occupy seizure grab
release free liberate
rescue save
ban prohibit outlaw prohibition
sanction embargo
strengthen deepen bolster boost reinforce
weaken undermine erode
cost price
buy purchase acquire
sell sale
invest investment investor
help aid assist assistance
protect defend defence defense protection
observe monitor/v
mediate mediation broker/v
extend extension prolong renew renewal
soldier troop serviceman servicewoman fighter trooper warrior
civilian resident villager inhabitant
child pupil
family household home/n
vessel ship/n boat tanker
plane aircraft jet
drone uav
missile rocket
gun artillery howitzer mortar cannon
bank/n lender
company firm contractor builder
ceasefire truce armistice
war conflict fighting hostilities
dam barrage
gate/n sluice
flow discharge
frontier border boundary
minister secretary
spokesman spokeswoman spokesperson
worker employee
hospital clinic
electricity power/n
harvest crop
dozen twelve
river waterway
test/n trial/n
`;

const classOf = new Map<string, string>();
for (const line of classes.trim().split("\n")) {
  const words = line.split(" ");
  const name = `=${words[0]!.replace(/\/.$/, "")}`;
  for (const word of words) if (!classOf.has(word)) classOf.set(word, name);
}

/** The class of a lemma used as a verb or as a noun, or the lemma itself. */
export function meaning(lemma: string, upos: string): string {
  return classOf.get(lemma) ?? classOf.get(`${lemma}/${upos === "VERB" || upos === "AUX" ? "v" : "n"}`) ?? lemma;
}

const people = new Set(
  `people person man woman child soldier serviceman troop officer guard civilian resident villager worker passenger
   migrant refugee protester demonstrator patient student pupil teacher member sailor fisherman miner firefighter
   policeman police militant fighter rebel prisoner hostage victim body number toll death casualty fatality dead
   grave other one total figure count`.split(/\s+/),
);

/** Whether a counted noun stands for people, dead ones included, or for the count itself. */
export const countsPeople = (noun: string): boolean => people.has(noun);

const denials = new Set(
  `deny denial invention fabrication false untrue groundless baseless unfounded refute hoax myth fake lie disprove
   dismiss fiction nonsense`.split(/\s+/),
);

/** Whether a lemma says of what it governs that it is not so. */
export const denies = (lemma: string): boolean => denials.has(lemma);

const sayings = new Set(
  `claim accusation allegation charge suggestion report rumour rumor assertion notion idea theory story talk account
   statement speculation assumption argument insinuation version narrative comparison warning criticism concern fear
   finding contention implication hint gossip prediction`.split(/\s+/),
);

/** Nouns for what is said and can be called untrue. */
export const isSaying = (noun: string): boolean => sayings.has(noun);
