import type { CommitmentStatus, EventType } from "../../model/index.js";

/**
 * The step that a word takes in the life of a commitment, by its lemma, `verb_particle` where that matters.
 * Only words that can have no other sense in news belong here: precision before recall.
 */
export const statusWords: Readonly<Partial<Record<CommitmentStatus, string>>> = {
  requested: `ask request seek appeal petition urge plead beg solicit implore call_for ask_for apply request appeal plea petition invite`,
  demanded: `demand insist order instruct require press demand ultimatum`,
  offered: `offer propose volunteer tender offer proposal ready willing prepared`,
  promised: `promise pledge vow guarantee undertake commit assure swear promise pledge vow assurance guarantee undertaking commitment bind oblige`,
  threatened: `threaten warn threat ultimatum`,
  announced: `agree announce declare consent accept agreement`,
  signed: `sign ratify initial ink seal renew extend approve`,
  delivered: `deliver hand_over transfer fulfil fulfill implement donate supply land complete ship repay airlift send give provide release free return reopen withdraw lift`,
  refused: `refuse reject decline rebuff turn_down rule_out spurn veto deny balk withhold hold_back refusal rejection ignore`,
  broken: `break violate breach renege tear_up scrap abandon withdraw_from pull_out cancel violation breach abrogate shatter ditch`,
  expired: `expire lapse elapse`,
};

/** "entered into force", "took effect". */
export const forcePhrases: readonly (readonly [verb: string, noun: string])[] = [
  ["enter", "force"],
  ["come", "force"],
  ["go", "force"],
  ["take", "effect"],
  ["come", "effect"],
  ["go", "effect"],
  ["enter", "effect"],
];

/** Nouns that are agreements, or what one asks for and promises; they make "expire", "unmet", "enter into force" speak of one. */
export const commitmentNouns = `
  agreement deal accord treaty pact memorandum contract protocol ceasefire cease-fire truce armistice offer proposal request
  demand promise pledge commitment guarantee ultimatum deadline plan appeal resolution sanction moratorium
  extension loan tranche mandate settlement measure undertaking obligation`;

/** A request or promise with one of these has come to nothing. */
export const unmetWords = `unmet unanswered unfulfilled unheeded ignored undelivered`;
export const conditionMarks = `if unless provided providing once until before assuming when lest`;
export const conditionPhrases = `return exchange condition`;

/** Which steps an event of a type can be, and the step it is when none of its words says more; null: no commitment then. */
export const stepsOfType: Readonly<
  Partial<
    Record<EventType, { readonly steps: readonly CommitmentStatus[]; readonly otherwise: CommitmentStatus | null }>
  >
> = {
  REQUEST: { steps: ["demanded", "requested"], otherwise: "requested" },
  AGREE: { steps: ["offered", "promised", "announced"], otherwise: null },
  THREATEN: { steps: ["threatened"], otherwise: "threatened" },
  REJECT: { steps: ["refused", "broken"], otherwise: null },
  SUPPORT: { steps: ["signed"], otherwise: null },
  CONCEDE: { steps: ["announced"], otherwise: null },
  RETREAT: { steps: ["announced", "delivered", "signed"], otherwise: null },
  AID: { steps: ["delivered"], otherwise: null },
  SANCTION: { steps: ["refused"], otherwise: null },
};
