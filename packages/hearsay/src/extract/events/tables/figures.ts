/** Word lists of ways of speaking in which nothing is done between actors (figures.ts). All are lemmas. */

/** Sport and elections: there "attack", "beat" and "battle" hurt nobody. */
export const contestWords = `
  candidate nominee primary caucus election re-election electorate voter ballot poll debate runoff frontrunner
  match game season league cup tournament championship playoff final semifinal team coach striker goalkeeper quarterback
  midfielder defender innings wicket goal score scorer medal medallist race racer lap tennis football cricket rugby hockey
  baseball basketball boxer champion`;

/** One of these in the sentence, and what is done in it is done in earnest. */
export const violentWords = `
  kill wound injure dead death die bomb bomber bombing gun gunman gunmen shoot shooting rifle missile rocket shell shelling
  artillery army troop soldier militant rebel police weapon violence violent drone airstrike air-strike knife stab massacre
  murder assassinate terrorist insurgent militia warplane explosive grenade mortar hostage civilian`;

/** "legal battle", "trade war", "heart attack": an event noun of force with one of these names no use of force. */
export const peacefulModifiers = `
  legal court verbal heart panic asthma trade price bidding culture cultural political election electoral presidential
  marketing advertising publicity charm media promotional sales fundraising primary custody boardroom takeover
  uphill rhetorical personal negative partisan budget turf information awareness vaccination labour labor hunger rail pilot
  teacher transit lightning chess snowball pillow bull cold`;

/** Deeds that no such name makes peaceful, and those that only some do. */
export const deadlyNouns = /^(?:assassination|murder|killing|massacre|bombing|execution)$/;
export const wordyNouns = /^(?:attack|assault|raid)$/;
export const wordyModifiers = `
  heart panic asthma verbal rhetorical personal political partisan negative media advertising marketing legal court`;

/** A "campaign" or "operation" is one of force only with one of these. */
export const forcefulModifiers = `
  military bombing air aerial terror terrorist ground bombardment guerrilla insurgent armed drone naval army counterinsurgency
  shelling combat amphibious artillery police security cross-border`;

/** "conflict of interest", "war of words". */
export const figureComplements = `interest word idea opinion will generation wit nerve attrition conscience wills loyalty`;

/** What a person is hurt or killed by when nobody does it. */
export const accidents = `
  crash accident collision earthquake quake aftershock flood flooding storm hurricane wildfire blaze avalanche landslide tornado
  typhoon cyclone heatwave heat-wave disease virus outbreak stampede derailment disaster tsunami eruption epidemic pandemic
  lightning mudslide shipwreck drought famine cancer`;

/** Norms, machines and circumstances: they require, allow, force and threaten without anybody doing it. */
export const unacting = `
  law act rule regulation treaty statute code charter constitution clause article program programme scheme system
  method technology device software app application technique study evidence fact idea trend shortage drought weather storm
  shortfall heat cold price cost inflation recession economy crisis decision ruling provision policy requirement standard
  virus disease shift change growth process approach lack absence circumstance pressure cost`;

/** Holding a view, citing or asking for the record: nothing is done to anybody. */
export const opinionVerbs = `
  admire esteem favor favour sympathize sympathise empathize mistrust distrust suspect resent envy respect regret lament
  bemoan deplore mourn cheer invoke interview oblige disagree`;

/** Verbs of force or movement that need something they are done to. */
export const needObject = `provide supply furnish soften take_over scramble hit strike take_out seize capture beat target close_down close`;

/** Cannot be hit, held, moved or sent, whoever it belongs to. */
export const intangible = `
  attention imagination spotlight initiative opportunity moment chance headline lead mood spirit reputation credibility
  hope dream confidence trust image argument case idea notion challenge problem poverty hunger inflation unemployment
  deficit debt record balance stigma stereotype belief perception view concern doubt fear point fact theme narrative
  message tone sense feeling impression momentum morale faith future past legacy chance prospect value principle
  tradition culture economy growth market trend pattern time advice authority letter statement speech mix power permission
  response answer explanation reason detail figure name number look glimpse voice space room credit say edge boost lesson
  joke line remark comment warning goal benefit reply word notice signal hand help-line pleasure rhetoric mind view-point viewpoint thing way`;

/** Such nouns, too: nobody can hold an "-ness". Known things ("ammunition", "equipment") are asked for first. */
export const abstractEndings = /(?:tion|sion|ness|ity|ism|ance|ence|ship|hood|dom|acy|ment|sis)$/;

/** What one does to people, in hospital or at sea; statements are "treated" otherwise. */
export const caringVerbs = `treat shelter help rescue feed assist escort vaccinate nurse rehouse`;

/** With these particles a verb means something else: "signed up", "was sworn in". */
export const otherParticles = `sign_up sign_in swear_in call_in call_out fire_up turn_out open_up`;

/** Done to someone with words as well; by a person named, where nothing violent is told, it is. */
export const wordyForce = `attack hit target beat battle fight clash strike slam hammer pound pummel blast torch destroy savage`;

/** Weapons name an attack only with a verb that uses them. */
export const weaponNouns = `missile rocket mortar artillery drone bomb shot fire`;
export const weaponVerbs = `fire launch lob drop hurl throw detonate open exchange return trade set plant come draw`;

/** Coercion that needs nobody to be named. */
export const coerceAlone = `crack_down clamp_down raid spy eavesdrop wiretap`;

/** What a verb with these objects says nothing by: `verbs : objects`, as in frames.ts. */
export const emptyFrames = `
  release put_out publish issue : video clip tape footage transcript record return tax plan proposal guideline rule photo
    photograph picture image statement report document data figure result name detail email list album book film song finding
    memo poll study ad advertisement recording text > NONE
  charge : fee price toll rate interest rent commission fare > NONE
  deliver give make : speech address remark lecture sermon performance keynote toast statement letter document > NONE
  give lend bring get : airtime boost chance hand lift voice weight hope reason look sense idea example account credence
    credibility confidence impression opportunity advantage edge shot thought priority rise birth comfort cover glimpse
    pause interview answer lesson clue > NONE
  send offer give : condolence sympathy greeting regard congratulation love wish apology thanks > NONE
  pay pay_back pay_off repay : loan debt bill attention salary wage price > NONE
  sponsor co-sponsor cosponsor draft : bill act law legislation amendment reauthorization motion > NONE
  find : solution way agreement ground > NONE
  host hold : event rally fundraiser party game match concert press-conference news-conference > NONE
  deliver : warhead payload blow verdict > NONE
  ignore dismiss disregard : reality fact truth problem issue question evidence science history > NONE
  take : part place time care note aim advantage office shape look break seat turn oath stage lead > NONE
  send : son daughter child kid order signal > NONE
  give supply provide offer furnish : estimate figure detail number account description information list proof clarity > NONE
  suspend end launch announce : campaign bid candidacy > NONE
  appeal : case ruling decision verdict sentence conviction > NONE
  share : affinity view value belief opinion little > NONE
  fight wage win lose : election case lawsuit seat campaign cancer disease > NONE
`;

/** "nothing will be decided", "will not be known": foretold, refused to nobody. */
export const foretold = `decide know say see do change find settle think expect believe hear forget lose`;

/** "declined to say": a refusal to answer is no event between actors. */
export const answers = `
  say comment elaborate answer confirm identify name specify disclose give discuss define acknowledge admit believe see
  speculate reveal respond reply`;
