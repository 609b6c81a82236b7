import type { Reading } from "./reading.js";

/** Lines by which a site speaks to its visitors rather than tells the story. */
const invitation =
  /\b(?:sign up|subscribe|newsletter|read more|see also|follow us|like us|click here|tap here|our (?:website|site|app|channel|page|coverage)|all rights reserved|share this|join the (?:conversation|discussion)|leave a (?:comment|reply)|more (?:updates|stories|on this)|stay tuned|download (?:our|the) app|support us|become a member)\b/iu;
const longestLine = 30;

/** Whether an article has such a line among the sentences that another does not share. */
export function addsFurniture(reading: Reading, shared: ReadonlySet<number>): boolean {
  return reading.sentences.some(({ first, last }, s) => {
    if (shared.has(s) || last - first > longestLine) return false;
    return invitation.test(reading.text.slice(reading.start[first]!, reading.end[last - 1]!));
  });
}
