/** Heads of noun phrases that can act: people, bodies, states, forces. A name or a known mention counts as well. */
export const actorNouns = `
  president premier minister chancellor king queen prince princess emir sultan sheikh ayatollah pope monarch ruler leader
  chief head secretary ambassador envoy diplomat consul official spokesman spokeswoman spokesperson aide adviser
  advisor deputy governor mayor senator congressman congresswoman lawmaker legislator mp parliamentarian politician
  candidate delegate negotiator mediator commander general admiral colonel major captain lieutenant sergeant officer
  soldier troop trooper serviceman servicewoman conscript reservist marine sailor pilot airman guard ranger commando
  sniper gunman gunner militant fighter rebel insurgent guerrilla terrorist extremist jihadist bomber attacker assailant
  hijacker kidnapper pirate militia militiaman paramilitary separatist loyalist mercenary warlord cartel gang mob
  army military navy airforce air-force force police policeman policewoman gendarmerie constabulary brigade battalion
  regiment division unit contingent squadron fleet artillery gun cannon mortar warplane jet bomber helicopter drone warship
  frigate submarine tank airstrike strike missile rocket shelling bomb fire raid
  government administration cabinet ministry department office bureau agency authority commission committee council
  parliament congress senate house assembly legislature knesset duma bundestag court tribunal judge jury magistrate
  prosecutor attorney lawyer party opposition faction bloc coalition alliance union federation league movement front
  group organization organisation body institution foundation charity ngo watchdog regulator bank fund company firm
  corporation airline newspaper broadcaster outlet network station university school church mosque synagogue embassy
  consulate mission delegation team panel junta regime state country nation republic kingdom empire province region
  city town village municipality capital side neighbour neighbor ally rival enemy partner member power superpower
  people population community tribe clan family resident citizen national civilian villager inhabitant man woman
  child boy girl student teacher worker employee staff personnel crew passenger tourist journalist reporter activist
  campaigner protester protestor demonstrator dissident critic refugee migrant immigrant asylum-seeker evacuee detainee
  prisoner hostage captive inmate suspect defendant convict victim witness patient doctor nurse medic driver farmer
  fisherman miner trader businessman businesswoman executive investor donor supplier manufacturer contractor owner
  settler nationalist socialist communist conservative liberal democrat republican islamist cleric imam rabbi priest
  bishop archbishop cardinal pastor monk nun author scholar academic professor scientist expert analyst economist
  inspector observer monitor peacekeeper investigator detective agent spy hacker whistleblower informant
  counterpart colleague successor predecessor wife husband son daughter father mother brother sister relative
  supporter follower opponent voter elector taxpayer consumer customer client user shareholder boss manager director
  chairman chairwoman chair chairperson founder veteran hero artist actor singer player coach athlete
  administration leadership elite establishment public crowd youth minority majority group-of-seven dictator tyrant
  club association society chamber operator utility insurer publisher carrier shipyard surveyor
  superintendent constable sheriff vigilante looter rioter striker picket unionist teacher-union lawmakers executive
  warden ombudsman auditor congregation diaspora exile emigre ex-president ex-minister frontman kremlin
  pentagon vatican taliban militias authorities forces troops police officials rebels`;

/** What an attack, a seizure or a closure can hit, besides actors. */
export const objectNouns = `
  base camp position post checkpoint airport airfield airbase port harbour harbor ship vessel tanker boat plane aircraft airliner
  helicopter vehicle car bus truck train convoy bridge road building house home hospital school market mosque church
  factory plant refinery pipeline depot warehouse facility reactor station substation dam power-station headquarters compound
  prison outpost stronghold neighbourhood neighborhood suburb district village town city enclave area territory
  border crossing village target infrastructure site installation silo bunker tunnel website account asset fund
  office shop store hotel restaurant palace tower statue monument flag newspaper channel embassy consulate launcher
  battery radar arsenal island strip valley zone corridor street square checkpoint field farm grid network`;
