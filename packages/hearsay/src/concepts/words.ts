/**
 * Words that say that something goes up or down, comes or goes, as lemmas: what is left without them is the variable.
 * Written for this project from general knowledge of English.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const up = set(`
  rise increase grow growth gain climb surge soar jump expand expansion strengthen strengthening improve improvement
  recover recovery rebound boom escalate escalation intensify intensification heighten deepen accelerate acceleration
  worsen aggravate exacerbate widen spread spike upturn survive survival hold endure last persist persistence prevail
  succeed success open reopen opening reopening start begin resume resumption return restore restoration maintain
  higher high great greater more further additional rising growing increasing mounting soaring surging strong stronger
  large larger good rich escalating deepening widening renewed raise boost expansionary outbreak erupt eruption emergence
`);

export const down = set(`
  fall drop decline decrease collapse plunge slump sink shrink shrinkage fade weaken weakening loss lose lapse
  reduce reduction cut lower low less fewer falling declining shrinking dwindling dwindle decreasing weak weaker
  small smaller diminish diminishing erode erosion worst end ending cease cessation stop halt closure close closing
  shut shutdown suspend suspension cancel cancellation fail failure lack absence shortage defeat destruction destroy demise
  overthrow topple toppling oust ouster removal remove withdraw withdrawal abandon abandonment breakdown break
  disappear disappearance die death subside ease easing relax slow slowdown stall hard harder disrupt jeopardise
  jeopardize undermine hamper hinder damage scrap repeal poor bad dissolve dissolution crumble disintegrate disintegration
`);

/** "stop regarding", "fail to agree", "refuse to talk": what follows does not come about. */
export const undoing = set("stop cease fail refuse quit avoid decline stall");
/** They carry no meaning of their own before another verb or noun. */
export const light = set(`
  be have do make take get go come become will would can could may might must shall should let give keep put set say tell
  think believe feel expect consider regard seem appear try want help use begin start continue remain tend risk threaten
  possible potential likely unlikely any such own other another several many much some certain whole entire very present current
  recent new latest next last first second following possible eventual alleged reported further lot part kind sort way thing fact matter
  prospect possibility likelihood chance danger threat fear case event moment situation issue question time
`);
/** Days, months and measures of time. */
export const times = set(`
  second minute hour day night morning evening noon midnight week weekend month year decade century today tomorrow yesterday
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december spring summer autumn winter
`);
