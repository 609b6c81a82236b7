/** Word lists for names, roles and groups: general English, lower case, one list a notion. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Forms of address. They show a person and, most of them, a gender; they are no role. */
export const honorifics: ReadonlyMap<string, "f" | "m" | null> = new Map([
  ...["mr", "sir", "lord", "king", "prince", "duke", "count", "baron", "father", "brother", "sheikh", "sultan"].map(
    (w) => [w, "m"] as const,
  ),
  ...["mrs", "ms", "miss", "lady", "dame", "queen", "princess", "duchess", "sister", "sheikha", "madame"].map(
    (w) => [w, "f"] as const,
  ),
  ...["dr", "prof", "mx", "rev", "hon", "saint", "haji", "imam", "rabbi", "ayatollah", "hajj"].map(
    (w) => [w, null] as const,
  ),
]);

/** Nouns for someone by office, trade or rank: "minister", "engineer", "colonel". */
export const roleNouns = words(`
 president vice-president vicepresident chancellor premier minister secretary undersecretary ambassador envoy diplomat consul
 governor mayor senator congressman congresswoman representative lawmaker legislator deputy mp delegate commissioner
 councillor councilman councilwoman councilor speaker whip leader chief head chair chairman chairwoman chairperson
 director manager executive ceo cfo coo founder co-founder cofounder owner partner president-elect boss supremo
 spokesman spokeswoman spokesperson adviser advisor aide counsel counsellor counselor assistant negotiator mediator
 general colonel brigadier major captain lieutenant sergeant corporal commander admiral marshal commodore private cadet
 commandant officer soldier fighter pilot sailor guard policeman policewoman detective inspector superintendent sheriff
 judge justice prosecutor attorney lawyer solicitor barrister magistrate notary
 professor lecturer scientist researcher scholar academic historian economist analyst expert specialist strategist
 fellow scientist physicist chemist biologist geologist hydrologist meteorologist epidemiologist sociologist
 climatologist seismologist virologist psychologist psychiatrist statistician mathematician political-scientist
 doctor physician surgeon nurse paramedic midwife pharmacist dentist veterinarian therapist
 teacher headteacher headmaster headmistress principal student pupil dean rector provost vice-chancellor
 journalist reporter correspondent editor columnist commentator broadcaster presenter anchor blogger photographer
 author writer poet novelist playwright critic artist actor actress singer musician composer filmmaker producer
 farmer fisherman miner worker driver engineer technician mechanic electrician builder carpenter plumber welder
 baker butcher grocer shopkeeper trader merchant broker banker investor accountant auditor clerk cashier waiter
 waitress cook chef tailor hairdresser cleaner porter janitor caretaker keeper gauge-keeper gatekeeper dispatcher
 operator controller inspector surveyor architect planner designer developer programmer consultant contractor
 activist campaigner organiser organizer volunteer protester demonstrator dissident rebel militant
 priest bishop archbishop cardinal pope pastor vicar imam rabbi monk nun cleric mullah
 coach trainer player captain goalkeeper striker midfielder defender athlete referee
 official officeholder bureaucrat civil-servant negotiator observer monitor inspector rapporteur ombudsman
 witness victim survivor suspect defendant plaintiff resident villager neighbour neighbor passer-by bystander
 candidate nominee frontrunner contender challenger incumbent opponent rival
 successor predecessor counterpart colleague deputy ally critic supporter
 treasurer registrar librarian curator archivist coroner pathologist firefighter lifeguard paratrooper veteran
 king queen prince princess sultan emir sheikh emperor shah pontiff monarch
 chief-of-staff commander-in-chief pollster lobbyist donor fundraiser
 agent d.a. rep. reps. sen. sens. gov. govs. amb. atty. gen. gens. col. cols. maj. capt. cmdr. lt. lts. cpl. sgt. pvt. adm. brig. det. insp. supt.
`);

/** Words that go before a role noun and belong to it: "deputy prime minister", "senior vice president". */
export const roleModifiers = words(`
 deputy vice prime foreign defence defense interior home finance energy water oil health education trade economy
 economic justice environment agriculture transport labour labor culture sports security national senior chief former
 acting interim first second assistant associate executive general managing press lead top supreme permanent special
 presidential state federal regional provincial district city party opposition government military army naval police
 intelligence political human rights research relief aid brigade retired late ex then incoming outgoing new long-time
 longtime veteran co founding honorary emeritus chief-of-staff high under junior shadow attorney solicitor surgeon
 lieutenant major brigadier rear air field staff nobel special independent majority minority house senate parliamentary party lt. maj. brig. atty.
`);

/** Fields of an office after "of" or "for": "Minister of Foreign Affairs", "Secretary of State". */
export const portfolios = words(`
 foreign affairs defence defense energy finance state justice interior home health education trade commerce industry
 agriculture transport transportation labour labor culture tourism environment water resources security emergency
 situations economy economic development planning housing science technology communications sport sports homeland
 treasury veterans international cooperation relations information public works social welfare internal external
 natural rural urban youth women children staff government parliament
`);

/** Last words of names of organised bodies: "Ministry", "Bank", "Tribune". */
export const bodyNouns = words(`
 ministry department office bureau agency authority administration commission committee council board cabinet
 parliament senate congress assembly duma house court tribunal government army navy force forces guard guards corps
 regiment brigade division battalion squadron fleet police service services secretariat embassy consulate mission
 delegation municipality prefecture legislature politburo junta regime leadership military militia gendarmerie
 bank fund treasury exchange reserve union federation confederation league alliance association society organisation
 organization institute institution foundation centre center university college school academy hospital clinic church
 party movement front coalition bloc group company corporation corp inc ltd plc llc gmbh co firm holdings industries
 enterprises partners consortium cooperative trust network initiative campaign programme program
 times post tribune herald journal gazette chronicle courier observer guardian telegraph mail mirror sun star express
 standard press news newspaper broadcasting radio television tv channel media voice daily weekly digest magazine review
 bulletin monitor globe inquirer examiner register dispatch ledger wire
 laboratory laboratories observatory museum team club compact pact taskforce panel watchdog regulator inspectorate
 airlines airways railways motors electric energy oil gas steel pharmaceuticals systems solutions technologies
 grid power shipping hydropower insurance mutual capital securities logistics foods pharma biotech telecom
 telecommunications mining petroleum petrochemicals chemicals aerospace aviation automotive semiconductor
 semiconductors electronics networks studios pictures entertainment records books publishing publications publishers
 brewery brewing commodities consulting analytics labs works retail stores supermarkets properties realty construction
 engineering ventures equity advisers advisors associates brothers sons shipyard shipyards refineries refinery metals
 aluminium aluminum cement copper steelworks chapter caucus lobby orchestra choir ballet band quartet rangers scouts brigades volunteers
 thinktank think-tank ngo charity directorate command headquarters staff presidency chancellery judiciary opposition
`);

/** Body nouns that also stand alone in lower case for a body of a state: "the army", "the foreign ministry". */
export const commonBodies = words(`
 ministry department government army navy military police parliament senate congress cabinet court council committee
 commission agency bank embassy consulate municipality authority authorities administration presidency opposition
 regulator watchdog union party company firm group hospital university institute alliance lender newspaper paper
 broadcaster outlet campaign coalition legislature militia regime leadership judiciary command secretariat bureau
 airline operator service mission charity organisation organization society association federation board office
 think-tank thinktank treasury forces
`);

/** Last words of names of places. */
export const placeNouns = words(`
 river lake sea ocean bay gulf strait straits channel canal dam reservoir mountain mountains mount hill hills valley
 desert forest park island islands peninsula coast cape beach province region district county territory republic city
 town village street road avenue square bridge airport airfield port harbour harbor station plant tower palace stadium
 border crossing plain plateau range highway quarter gate barrage basin delta base camp field pass post
 boulevard blvd lane drive terrace alley expressway motorway turnpike freeway trail railway-station terminal runway
 hotel resort inn motel hostel cemetery graveyard churchyard cathedral basilica mosque synagogue monastery abbey temple
 shrine chapel castle fortress citadel fort manor villa mansion ruins tomb mausoleum monument memorial statue theatre
 theater cinema arena hall opera-house market bazaar mall zoo aquarium garden gardens woods grove meadow marsh swamp
 creek stream brook falls waterfall spring springs pond lagoon fjord sound inlet cove isle islet atoll reef shoal shelf
 glacier iceberg volcano peak summit ridge cliff canyon gorge cave caves rock dunes oasis steppe tundra jungle
 building skyscraper prison jail embankment pier wharf dock docks marina lighthouse tunnel viaduct aqueduct canal
 neighbourhood neighborhood suburb outskirts downtown hamlet commune borough parish governorate oblast voivodeship
 point headland canton emirate kingdom sultanate archipelago continent hemisphere region area zone site
`);

/** Last words of names of things that are neither people, bodies nor places: treaties, laws, wars, prizes. */
export const thingNouns = words(`
 accord accords treaty agreement act bill law protocol convention charter constitution article amendment declaration
 memorandum resolution plan pact deal war conflict operation revolution uprising summit forum conference talks cup
 prize award medal games festival day week month year century era age bible quran koran index report survey poll
 project strategy doctrine policy crisis scandal affair case line
 scholarship fellowship grant trophy championship championships olympics tournament season race marathon derby match
 exhibition expo fair parade ceremony celebration anniversary massacre bombing attack siege battle campaign-trail
 hurricane typhoon cyclone storm earthquake tsunami flood drought famine epidemic pandemic virus disease syndrome fever
 film movie album song single novel book poem play opera musical symphony show series episode podcast magazine-cover
 mysteries gospel testament scripture psalm theory theorem principle method model algorithm equation constant effect
 ship tanker vessel ferry boat trawler freighter yacht liner barge tug warship cruiser aircraft plane airliner train
 telescope satellite spacecraft rocket probe rover mission missile bomber jet helicopter submarine frigate destroyer
 carrier tank rifle engine browser software app platform server protocol format version language alphabet grammar
 dictionary encyclopedia encyclopaedia software-license license licence visa passport certificate degree diploma
 tax fund-drive subsidy tariff index-fund currency bond bonds dollar euro pound yen ruble
 wars awards prizes medals acts laws treaties accords agreements rights
`);

/** Capitalised words of the calendar, and others that start with a capital without naming anyone. */
export const notNames = words(`
 monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
 october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
 jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun.
 christmas easter ramadan eid hanukkah i i'm i'd i'll i've ok am pm gmt est utc cet q1 q2 q3 q4 covid covid-19
 article chapter section figure table no vol page part yes internet god english
 the a an this that these those it its he she they we you my our your his her their who what when where why how which
 and but or nor so yet for if as at by in on of to from with without within under over after before since until while
 although though because despite during amid among between against about around across according also even still now along beside past amidst opposite
 then here there not never all some any each every both either neither many much more most few several another other
 such only just meanwhile however moreover nevertheless instead otherwise perhaps maybe asked told once later earlier
 today yesterday tomorrow tonight last next first second third one two three four five six seven eight nine ten
 hundreds thousands millions dozens do does did has have had is are was were be been being will would can could should
 may might must let no none nobody nothing everyone everybody everything someone somebody something whether whose
`);

/** Unnamed people as sources: the noun alone marks someone who is not to be named. */
export const sourceNouns = words("source sources insider insiders whistleblower whistleblowers informant informants");

/** Further nouns for people, beyond the roles. */
export const peopleNouns = words(`
 man woman boy girl person people men women child children mother father brother sister son daughter wife husband
 cousin relative family friend parent citizen voter civilian refugee migrant survivor local elder youth youngster
 crowd public elite elites member members staff crew customer client patient passenger tourist visitor user employee
 employer tenant landlord homeowner commuter motorist cyclist pensioner taxpayer consumer believer worshipper hostage
 prisoner detainee inmate fugitive smuggler trafficker gunman gunmen attacker attackers assailant hacker troops
 pundits observers insiders republicans democrats conservatives liberals socialists progressives
 neighbours neighbors journalists diplomats spokesmen spokeswomen policemen servicemen serviceman businessman
 businesswoman businessmen entrepreneur tycoon oligarch mogul billionaire millionaire economists
`);

/** Letters that stand for things, whatever the article: arts and crafts, measures, diseases. */
export const thingLetters = words(`
 ai ict it html css url pdf usb gps gdp gnp hiv aids dna rna tv pc dvd cd vpn sms faq diy phd bsc msc mba ma ba iq ceo
 cfo coo cto mp mep mvp vip vat ufo suv atm pin id lgbt lgbtq lgbtq+ ngo ngos ip isp cpu gpu ram led lcd fm am hd 3d 2d
 ppe ptsd adhd als mri ct irc rss xml json sql api covid sars mers wmd icbm ied ieds pow pows mia asap q&a r&d pr hr
`);

/** Postal letters of American and Canadian parts, read as places right after a comma. */
export const postalLetters = words(`
 al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc
 sd tn tx ut vt va wa wv wi wy dc d.c d.c. on qc bc ab mb sk ns nb
`);

/** Names of seats of power that stand for a body: name, then ISO 3166-1 alpha-3 of its state. */
export const seats: ReadonlyMap<string, string | null> = new Map([
  ["kremlin", "RUS"],
  ["white house", "USA"],
  ["pentagon", "USA"],
  ["state department", "USA"],
  ["capitol hill", "USA"],
  ["downing street", "GBR"],
  ["no 10", "GBR"],
  ["whitehall", "GBR"],
  ["westminster", "GBR"],
  ["foreign office", "GBR"],
  ["élysée", "FRA"],
  ["elysee", "FRA"],
  ["quai d'orsay", "FRA"],
  ["bundestag", "DEU"],
  ["knesset", "ISR"],
  ["duma", "RUS"],
  ["majlis", "IRN"],
  ["zhongnanhai", "CHN"],
  ["blue house", "KOR"],
  ["brussels", null],
  ["vatican", "VAT"],
  ["wall street", null],
  ["silicon valley", null],
]);

/** Bodies known by one word or by letters that no rule would show to be bodies. */
export const knownBodies = words(`
 reuters bloomberg cnbc cnn bbc nbc abc cbs msnbc npr pbs tass interfax sputnik xinhua axios politico fox telegram
 twitter facebook instagram whatsapp youtube tiktok google microsoft apple amazon meta nato un eu imf wto who iaea
 opec fbi cia nsa mi5 mi6 fsb gru kgb mossad hamas hezbollah isis taliban al-qaeda interpol europol unesco unicef
 unhcr oecd ecb fed gop idf irgc pkk plo anc bjp wikileaks gallup ipsos yougov greenpeace amnesty oxfam
`);
