/**
 * Words for conveying and holding, by what they convey: general English, so that a verb the training text lacks behaves
 * like its kind. A word may be in several classes.
 */
const classes: Readonly<Record<string, string>> = {
  say: `say tell state declare announce report mention note remark observe comment add explain describe relate recount
    communicate inform notify advise brief convey express articulate voice utter speak talk address write tweet post
    publish blog text email message telegram cable phone read recite narrate broadcast reiterate repeat restate stress
    underline underscore emphasise emphasize highlight specify clarify elaborate detail outline summarise summarize
    respond reply answer retort counter rejoin interject interrupt quip joke jest boast brag crow gloat gush chirp
    continue conclude begin finish go recall recollect reminisce reflect muse opine volunteer offer venture proclaim
    pronounce assert aver affirm avow attest testify swear certify quote cite reference relay transmit disclose reveal
    divulge confide leak expose unveil hint intimate insinuate imply signal indicate suggest point echo concur chime
    caption title headline label term dub call name style brand characterise characterize portray depict paint`,
  manner: `shout yell scream cry exclaim whisper mutter murmur mumble grumble growl snarl snap bark hiss sigh sob wail
    moan groan laugh chuckle giggle scoff sneer snort drawl stammer stutter bellow roar rant rave gasp breathe beam
    smile shrug nod wink deadpan intone chant sing`,
  claim: `claim allege contend maintain argue insist hold posit submit profess purport pretend reason theorise theorize
    hypothesise speculate conjecture guess surmise postulate assert vouch warrant`,
  admit: `admit acknowledge concede confess confirm agree accept recognise recognize grant allow own verify validate
    corroborate`,
  deny: `deny dispute reject refute rebut dismiss disavow disown contradict contest challenge question doubt deflect
    downplay repudiate renounce disclaim discount debunk rebuff spurn disagree demur object protest`,
  refuse: `decline refuse balk resist avoid dodge sidestep evade duck withhold abstain`,
  warn: `warn caution threaten alert admonish menace forewarn counsel`,
  predict: `predict forecast foresee project anticipate expect prophesy estimate calculate reckon bet wager assess
    gauge foretell envision envisage`,
  praise: `praise laud applaud commend hail welcome celebrate thank congratulate salute compliment extol tout champion
    endorse back support defend favor favour approve credit cheer admire appreciate honor honour recommend advocate
    promote embrace bless vindicate root toast`,
  blame: `criticise criticize condemn denounce blast slam attack lambaste lambast assail decry deplore deride mock
    ridicule taunt insult belittle disparage denigrate rebuke chastise chide scold berate reprimand castigate censure
    excoriate pan bash rip rap hit knock trash savage skewer pillory vilify demonise demonize smear accuse blame fault
    charge indict impugn indict lament bemoan complain gripe carp whine rail fume vent bristle apologise apologize
    regret curse fire lash decry hammer tar target needle jab troll`,
  ask: `ask inquire enquire question query wonder quiz interview grill press probe poll survey interrogate`,
  urge: `urge demand request call plead beg implore beseech appeal exhort entreat press push lobby petition order
    command instruct direct tell bid charge require insist advise encourage invite summon recommend propose move
    advocate campaign agitate enjoin prod nudge pressure goad dare remind persuade convince coax`,
  promise: `promise vow pledge swear commit guarantee assure reassure undertake guarantee offer volunteer agree threaten
    propose contract bind`,
  think: `think believe know consider regard view deem judge reckon suppose assume presume suspect understand realise
    realize recognise recognize feel sense perceive imagine conceive figure gather infer deduce conclude decide
    determine remember recall forget doubt wonder ponder mull weigh contemplate reflect theorise interpret construe read
    see find hold rate rank esteem trust mistake misjudge discern grasp comprehend appreciate learn discover notice
    note guess estimate mind`,
  emotion: `hope fear worry dread regret love like hate dislike loathe despise detest resent envy enjoy prefer relish
    cherish value respect admire mourn grieve rejoice marvel care mind lament celebrate fret agonise agonize wish
    long yearn crave welcome`,
  want: `want wish desire intend plan mean aim seek hope aspire endeavour endeavor strive try attempt prepare threaten
    consider mull eye look vow resolve decide choose opt elect determine propose need prefer expect`,
  see: `see hear watch witness observe notice overhear feel smell spot view detect find monitor record film photograph
    perceive look listen`,
  show: `show demonstrate prove reveal indicate suggest find confirm illustrate document detail depict portray present
    contain include read state list record describe note report say display point signal reflect highlight expose
    conclude establish`,
  seem: `seem appear look sound feel expect think believe say report know consider deem suppose`,
  stance: `support oppose back favor favour reject resist champion defend endorse embrace dispute question challenge
    criticise criticize protest agree disagree side accept approve disapprove condemn decry`,
  noun: `statement claim announcement remark comment report assertion allegation accusation charge denial promise pledge
    vow threat warning call demand request appeal plea proposal suggestion recommendation plan intention aim goal hope
    fear concern worry belief view opinion idea thought feeling sense suspicion doubt question answer response reply
    explanation argument contention insistence admission acknowledgment acknowledgement confession confirmation
    declaration description prediction forecast expectation estimate assessment conclusion finding decision order
    ruling agreement commitment offer vow criticism praise attack support opposition desire wish determination resolve
    effort attempt bid notion theory suggestion hint signal sign news word rumor rumour speculation testimony account
    quote tweet post speech letter complaint objection reservation frustration anger outrage skepticism scepticism
    confidence conviction faith interest willingness readiness refusal reluctance pretence vision message`,
  adjective: `sure certain confident convinced aware unaware afraid scared fearful worried concerned anxious nervous
    hopeful optimistic pessimistic sceptical skeptical doubtful suspicious critical supportive proud happy glad pleased
    sad sorry upset angry furious frustrated disappointed surprised shocked ready willing eager keen determined
    reluctant unwilling hesitant adamant clear unclear positive keen interested uncertain unsure wary dismissive
    grateful thankful optimistic insistent bullish bearish outspoken vocal`,
};

const names = Object.keys(classes);
const members = new Map<string, number>();
names.forEach((name, bit) => {
  for (const word of classes[name]!.trim().split(/\s+/)) members.set(word, (members.get(word) ?? 0) | (1 << bit));
});

/** The classes a lemma belongs to, one bit each; 0 for none. */
export const classesOf = (lemma: string): number => members.get(lemma) ?? 0;
export const classCount = names.length;
