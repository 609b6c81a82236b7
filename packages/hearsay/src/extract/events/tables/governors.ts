/** How a verb or adjective colours the action that depends on it ("agreed to", "threatened to", "ready to"). */
export type Attitude =
  | "commit"
  | "threaten"
  | "ask"
  | "refuse"
  | "plan"
  | "begin"
  | "fail"
  | "deny"
  | "accuse"
  | "allow"
  | "say"
  | "consider";

export const attitudes: Readonly<Record<Attitude, string>> = {
  commit: `
    agree pledge promise vow offer commit volunteer undertake guarantee consent propose swear willing ready prepared
    commitment pledge promise offer readiness willingness agreement determined happy open`,
  plan: `
    plan intend decide expect schedule prepare aim resolve opt mean set due likely poised intention decision plan
    want hope going about wish seek look move hop`,
  threaten: `threaten warn threat warning`,
  ask: `
    ask urge demand request call order appeal press push instruct implore beg plead insist tell require command exhort
    petition pressure pressurize want invite encourage lobby advise recommend must should direct appeal demand request
    call_on call_for call_upon remind summon oblige need`,
  refuse: `refuse decline reject reluctant unwilling refusal rule_out balk resist`,
  begin: `
    begin start continue keep resume proceed cease_not help manage use seek try attempt go_on come finish complete
    stop end go be_used accelerate`,
  fail: `fail stop avoid cease halt prevent forget neglect refrain quit abandon end`,
  deny: `deny dispute reject refute denial`,
  accuse: `accuse blame suspect condemn criticize criticise denounce charge allege claim fault convict sentence accusation arrest`,
  allow: `allow let permit enable authorize authorise help force compel make cause lead push get have oblige`,
  consider: `consider contemplate weigh mull debate discuss ponder study explore suggest possible might`,
  say: `
    say tell announce state report add confirm note claim declare argue insist believe think know reveal disclose
    write reiterate stress explain maintain assert describe hear show suggest emphasize emphasise learn testify
    acknowledge admit hope predict warn vow point_out allege indicate estimate remark tweet`,
};

/** Words that make a clause one that need not have happened. */
export const hypotheticalMarks = `if unless whether should in_case provided assuming lest`;
export const hypotheticalAuxiliaries = `could might may would can`;
export const demandAuxiliaries = `must should shall ought`;
export const negators = `not n't n’t never no neither nor without hardly barely none nobody nothing`;
