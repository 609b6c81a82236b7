import { hashOf, stemOf } from "./words.js";

/**
 * Content words that any news text is full of. A set of a dozen articles cannot show how common they are, so they are taken to
 * stand in `commonShare` of the articles of an imagined background; all others in none of it.
 */
const commonWords = `
  say said tell told ask asked add added call called make made take took taken give gave given get got go went gone come came see saw
  seen know knew known think thought find found want wanted use used work worked try tried need needed feel felt become became leave
  left put mean meant keep kept let begin began begun start started show showed shown hear heard play run ran move moved live lived
  believe believed bring brought happen happened write wrote written provide sit stand lose lost pay paid meet met include included
  including continue continued set learn change changed lead led understand watch follow followed stop stopped create speak spoke read
  allow allowed spend grow grew open opened walk win won offer offered remember love consider considered appear appeared buy bought wait
  serve die died send sent expect expected build built stay fall fell cut reach reached kill killed remain remained suggest suggested
  raise raised pass passed sell sold require required report reported reports decide decided pull return returned explain hope develop
  carry carried break broke receive received agree agreed support supported hit produce eat cover caught catch draw drew choose chose
  according announce announced statement warned warn urged urge saying asking making taking going coming
  time times year years month months week weeks day days hour hours today yesterday tomorrow morning night evening afternoon minute
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december people person man men woman women child children family families life world country countries state states city town area
  place home house school office street part group groups number numbers member members company companies system program question
  government president minister prime leader leaders official officials spokesman spokeswoman spokesperson party parties law court police
  military army force forces war security power public national international local federal foreign political economic social general
  house senate congress parliament vote election campaign policy plan plans deal talks meeting news media press interview
  reporter reporters source sources story issue issues problem problems case cases point fact facts way ways thing things end side
  money business market job jobs report number percent million billion hundred thousand dollar dollars half
  good new first last long great little own old right big high different small large next early young important few public bad same able
  second third late later best better free true whole clear recent recently major strong hard possible special difficult short
  far close likely former current several many including
  back well around down off still too even also away again ever never always often together later ago soon nearly around today
  while called another because since until per under among both between during before after against
  attack attacks death deaths dead peace fire weapon weapons rights health care help effort efforts decision action change changes
  washington american americans united nations york u.s america white mr mrs ms dr north south east west`;

const common = new Set(
  commonWords
    .trim()
    .split(/\s+/u)
    .map((word) => hashOf(stemOf(word))),
);

/** Whether any news text is full of a word, from its stem's hash. */
export const isCommon = (stem: number): boolean => common.has(stem);

/** Articles of the imagined background, and how many of them a common word stands in. */
const background = 300;
const commonShare = 0.3;

/** Information a word carries, in nats, from its stem's hash and the number of articles that have it. */
export function informationOf(stem: number, frequency: number, articles: number): number {
  const seen = frequency + (common.has(stem) ? background * commonShare : 0) + 1;
  return Math.max(0, Math.log((articles + background) / seen));
}
