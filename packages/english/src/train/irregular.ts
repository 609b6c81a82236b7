/** Irregular English verbs: base, past, past participle (where it differs). Written for this project. */
const verbs = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen
begin began begun|behold beheld|bend bent|beset beset|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|broadcast broadcast|build built|burn burnt|burst burst|buy bought|cast cast
catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|dive dove dived
do did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen
feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden
forecast forecast|foresee foresaw foreseen|foretell foretold|forget forgot forgotten|forgive forgave forgiven
forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone
grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept
kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let let|lie lay lain
light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood
outdo outdid outdone|overcome overcame overcome|overhear overheard|override overrode overridden|overrun overran overrun
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid
plead pled|prove proved proven|put put|quit quit|read read|rebuild rebuilt|redo redid redone|repay repaid|retell retold
rethink rethought|rewrite rewrote rewritten|rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said
see saw seen|seek sought|sell sold|send sent|set set|sew sewed sewn|shake shook shaken|shed shed|shine shone|shoot shot
show showed shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept
slide slid|sling slung|slit slit|smell smelt|sow sowed sown|speak spoke spoken|speed sped|spell spelt|spend spent
spill spilt|spin spun|spit spat|split split|spoil spoilt|spread spread|spring sprang sprung|stand stood|steal stole stolen
stick stuck|sting stung|stink stank stunk|stride strode stridden|strike struck|string strung|strive strove striven
swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn
tell told|think thought|throw threw thrown|thrust thrust|tread trod trodden|undergo underwent undergone
understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken
wear wore worn|weave wove woven|wed wed|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|wring wrung|write wrote written`;

const nouns = `
men man|women woman|children child|people person|feet foot|teeth tooth|geese goose|mice mouse|oxen ox|lives life
wives wife|knives knife|leaves leaf|loaves loaf|halves half|selves self|shelves shelf|thieves thief|wolves wolf
calves calf|hooves hoof|scarves scarf|crises crisis|analyses analysis|theses thesis|hypotheses hypothesis|oases oasis
diagnoses diagnosis|bases basis|axes axis|parentheses parenthesis|criteria criterion|phenomena phenomenon|data datum
media medium|bacteria bacterium|strata stratum|memoranda memorandum|referenda referendum|nuclei nucleus|alumni alumnus
fungi fungus|cacti cactus|stimuli stimulus|indices index|matrices matrix|vertices vertex|appendices appendix
series series|species species|means means|headquarters headquarters|aircraft aircraft|spacecraft spacecraft|sheep sheep
deer deer|fish fish|crossroads crossroads|servicemen serviceman|policemen policeman|firemen fireman|gunmen gunman
fishermen fisherman|spokesmen spokesman|spokeswomen spokeswoman|businessmen businessman|businesswomen businesswoman
congressmen congressman|lawmen lawman|chairmen chairman|servicewomen servicewoman|grandchildren grandchild`;

const degrees = `
JJR better good|JJR worse bad|JJR less less|JJR more more|JJR further far|JJR farther far|JJS best good|JJS worst bad
JJS least least|JJS most most|JJS furthest far|JJS farthest far|RBR better well|RBR worse badly|RBR further far
RBS best well|RBS worst badly`;

const items = (text: string): string[] =>
  text
    .split(/[|\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");

/** Lemmas of irregular forms, keyed "xpos form". */
export function irregularLemmas(): Map<string, string> {
  const lemmas = new Map<string, string>();
  for (const item of items(verbs)) {
    const [base, past, participle] = item.split(" ");
    lemmas
      .set(`VBD ${past}`, base!)
      .set(`VBN ${participle ?? past}`, base!)
      .set(`VBN ${past}`, base!);
  }
  for (const item of items(nouns)) {
    const [plural, singular] = item.split(" ");
    lemmas.set(`NNS ${plural}`, singular!);
  }
  for (const item of items(degrees)) {
    const [xpos, form, lemma] = item.split(" ");
    lemmas.set(`${xpos} ${form}`, lemma!);
  }
  return lemmas;
}
