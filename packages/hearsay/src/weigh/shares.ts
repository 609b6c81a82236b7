import type { Measured } from "../model/index.js";

/** Ends right before a total: "rose to nine", "a total of 40", "reached 12". */
const total =
  /\b(?:(?:rose|risen|rises?|rising|climb\w*|grew|grown|grows?|increas\w+|jump\w*|went|gone|up|bring\w*|brought|soar\w*|doubl\w+) (?:[^.;]{0,24} )?to|reach(?:ed|es|ing)?|total(?:l?ed|s)?|total of|stands? at|stood at)(?: (?:at least|about|around|some|more than|nearly))?$/i;
/** Ends right before some of those: "after two wounded men died", "12 dead, including three children". */
const share =
  /\b(?:after|when|as|including|among (?:them|whom)|of (?:them|whom)|with)(?: (?:the|another|a further))?$/i;
/** Ends right before a change: "up two cents", "by 40 places". */
const change = /\b(?:up|down|by)(?: (?:about|around|some|nearly|almost|more than|at least|another|a further))?$/i;

/**
 * The amounts of a clause of this text, those marked as a part that are no value of what they measure: some of a total given
 * beside them in the sentence ("the toll rose to nine after two wounded men died"), of the same ones; or a change ("up two cents").
 */
export function withShares(
  amounts: readonly Measured[],
  inSentence: readonly Measured[],
  text: string,
): readonly Measured[] {
  const before = ({ amount }: Measured): string => text.slice(Math.max(0, amount.start - 60), amount.start).trimEnd();
  const isShare = (x: Measured): boolean =>
    inSentence.some(
      (y) => isMoreOf(y, x) && (total.test(before(y)) || (y.amount.start < x.amount.start && share.test(before(x)))),
    );
  return amounts.map((x) =>
    x.measure !== null && !x.part && (change.test(before(x)) || isShare(x)) ? { ...x, part: true } : x,
  );
}

const isMoreOf = (more: Measured, less: Measured): boolean =>
  more.measure === less.measure && more.amount.min > less.amount.min && more.owners.join() === less.owners.join();
