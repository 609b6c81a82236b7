import type { Quote } from "../../model/index.js";
import type { Line, Section } from "../brief.js";
import { compare } from "../records.js";
import type { ReportArticle, ReportClaim, ReportEvent, ReportOrigin } from "../report.js";
import { foldWords } from "../words.js";
import { byWeight, proposition } from "./claims.js";
import { memory } from "./distinct.js";
import {
  bounded,
  counted,
  date,
  inContext,
  joined,
  line,
  name,
  phrase,
  published,
  publishedKey,
  quoted,
  standalone,
  type Telling,
} from "./parts.js";
import { section } from "./section.js";

/** How much is looked through: the newest articles, the weightiest claims, of which no more are silent than this. */
const within = { articles: 500, claims: 30, silent: 50 } as const;
/** Lines of each kind. */
const most = { questions: 4, ahead: 3, sided: 3, silent: 3, outlets: 4 } as const;

/**
 * What the story leaves open, as far as its own words and their absence show: what articles call unknown, what was to
 * come after the last of them, who gives one side of a dispute after the other was published, and who is silent on what most others report. Null
 * where nothing is.
 */
export function missing(t: Telling): Section | null {
  const lines = [...questions(t), ...ahead(t), ...oneSided(t), ...silences(t)];
  if (lines.length === 0) return null;
  return section("missing", "What is missing", {
    note: [phrase("Silence proves nothing: an origin may not know, or tell it in words that were not recognised.")],
    lines,
    left: 0,
    command: "hearsay claims",
  });
}

/** "Nobody has established who …", "it is unclear whether …". */
const unknown =
  /\b(?:(?:nobody|no one) (?:has (?:yet )?(?:established|explained|said)|knows|can say|could say)|(?:is|are|was|were|remains?|remained) (?:still |yet )?(?:unclear|unknown|not known|not clear|not yet known|not yet clear)|(?:has|have) (?:not|never) (?:been )?(?:explained|established|said)|(?:was|were|is|are|it is) not immediately (?:clear|known)) (?:by )?(?:who|whom|whose|what|why|how|whether|when|where|which)\b/giu;

/** Sentences in which an article itself says that something is not known. */
function questions(t: Telling): Line[] {
  const seen = memory();
  const newest = [...t.records.articles]
    .sort((a, b) => compare(b.published ?? "", a.published ?? "") || compare(a.id, b.id))
    .slice(0, within.articles);
  const found = newest.flatMap(({ id, text }) =>
    [...text.matchAll(unknown)].map(({ index, 0: words }): Quote => {
      const place = { article: id, start: index, end: index + words.length, text: words };
      return t.sentenceOf(place);
    }),
  );
  const places = found
    .sort(
      (a, b) => compare(publishedKey(t, b), publishedKey(t, a)) || compare(a.article, b.article) || a.start - b.start,
    )
    .filter((place) => !seen(place.text));
  return bounded(places, most.questions).shown.map((place) =>
    line(null, [phrase("Not known")], [phrase(": "), ...quoted(t, place, 200), phrase(" — "), ...published(t, place)]),
  );
}

/** What was to happen after the last day that an article of the story was published on. */
function ahead(t: Telling): Line[] {
  const last = t.records.summary.period?.latest ?? "~";
  const events = new Map(t.records.events.map((e) => [e.id, e]));
  const seen = memory();
  const coming = t.records.timeline.flatMap(({ when, events: ids }) => {
    const event = events.get(ids[0] ?? "");
    if (event === undefined || when === null || when.earliest.slice(0, 10) <= last || !isAhead(event.mode)) return [];
    const place = standalone(t, event.span);
    return seen(place.text) ? [] : [{ when, place, at: event.trigger.start }];
  });
  return coming
    .slice(0, most.ahead)
    .map(({ when, place, at }) =>
      line(
        null,
        [phrase("Still to come"), phrase(", "), date(when)],
        [phrase(": "), ...quoted(t, place, 170, at), phrase(" — "), ...published(t, place)],
      ),
    );
}

const isAhead = (mode: ReportEvent["mode"]): boolean =>
  mode === "planned" || mode === "demanded" || mode === "hypothetical";

/** Whose articles carry a claim, in part or whole. */
const carriers = (t: Telling, claim: ReportClaim): Set<string> =>
  new Set(claim.support.map(({ article }) => t.originOf(article)));

const firstDay = (t: Telling, claim: ReportClaim): string =>
  claim.support.map(({ span }) => publishedKey(t, span).slice(0, 10)).sort(compare)[0] ?? "~";

/** Who tells one side of a dispute alone though the other had been published on an earlier day. */
function oneSided(t: Telling): Line[] {
  const lines = t.records.claims
    .filter((c) => c.conflicts.length > 0)
    .sort(byWeight)
    .slice(0, within.claims)
    .flatMap((claim) => {
      const rivals = claim.conflicts.flatMap((id) => t.claim(id) ?? []);
      const told = new Set(rivals.flatMap((rival) => [...carriers(t, rival)]));
      const since = rivals.map((rival) => firstDay(t, rival)).sort(compare)[0] ?? "~";
      const alone = outlets(
        claim.support
          .filter(({ article, span }) => !told.has(t.originOf(article)) && isLater(publishedKey(t, span), since))
          .flatMap(({ article }) => t.article(article) ?? [])
          .filter((article) => !rivals.some((rival) => mentions(article, rival))),
      );
      return alone.length === 0 ? [] : [about(t, claim, "One side only", ": told without the other by ", alone)];
    });
  return lines.slice(0, most.sided);
}

/** Who is silent on what at least as many others report, though it published after two of them had. */
function silences(t: Telling): Line[] {
  const lines = t.records.claims
    .filter((c) => c.origins >= 2 && c.verdict !== "revised")
    .sort(byWeight)
    .slice(0, within.claims)
    .map((claim) => ({ claim, silent: silentOn(t, claim) }))
    .filter(({ claim, silent }) => silent.length > 0 && silent.length <= carriers(t, claim).size)
    .sort(
      (a, b) => b.claim.origins - a.claim.origins || a.silent.length - b.silent.length || byWeight(a.claim, b.claim),
    );
  const { shown } = bounded(lines, most.silent);
  return shown.map(({ claim, silent }) =>
    about(t, claim, "Silent", ": not in ", outlets(silent.flatMap(({ root }) => t.article(root) ?? []))),
  );
}

function silentOn(t: Telling, claim: ReportClaim): ReportOrigin[] {
  const rivals = claim.conflicts.flatMap((id) => t.claim(id) ?? []);
  const telling = new Set([claim, ...rivals].flatMap((c) => [...carriers(t, c)]));
  const days = new Map<string, string>();
  for (const { article, span } of claim.support) {
    const [origin, day] = [t.originOf(article), publishedKey(t, span).slice(0, 10)];
    if (day < (days.get(origin) ?? "~")) days.set(origin, day);
  }
  const known = [...days.values()].sort(compare)[1] ?? "~";
  const later = ({ articles }: ReportOrigin): boolean =>
    articles.some((id) => isLater(publishedKey(t, { article: id, start: 0 }), known));
  const hints = ({ articles }: ReportOrigin): boolean =>
    articles.some((id) => [claim, ...rivals].some((c) => mentions(t.article(id), c)));
  const silent = t.records.origins.filter((origin) => !telling.has(origin.id) && later(origin));
  return silent.length > within.silent ? [] : silent.filter((origin) => !hints(origin));
}

/** A day that is known, after another. */
const isLater = (key: string, day: string): boolean => key !== "~" && key.slice(0, 10) > day;

/** From this share of a claim's longer words and figures on an article may well tell it in a way that was not recognised. */
const MENTIONED = 0.5;

/** Whether an article has most of the words that some report of a claim is told in. */
function mentions(article: ReportArticle | undefined, claim: ReportClaim): boolean {
  const words = new Set(foldWords(article?.text ?? "").split(" "));
  return claim.support.some(({ span }) => {
    const telling = foldWords(span.text)
      .split(" ")
      .filter((word) => word.length > 4 || /\d/.test(word));
    return telling.filter((word) => words.has(word)).length >= MENTIONED * Math.max(1, telling.length);
  });
}

/** One of each name, in the order given. */
function outlets(articles: readonly ReportArticle[]): ReportArticle[] {
  const seen = new Set<string>();
  return articles.filter(({ label }) => !seen.has(foldWords(label)) && seen.add(foldWords(label)));
}

function about(
  t: Telling,
  claim: ReportClaim,
  lead: "One side only" | "Silent",
  by: ": told without the other by " | ": not in ",
  articles: readonly ReportArticle[],
): Line {
  const place = proposition(t, claim);
  const { shown, left } = bounded(articles, most.outlets);
  const names = joined(
    shown.map(({ label, id }) => [name(label, id)]),
    ", ",
  );
  const more = left === 0 ? [] : [phrase(" and "), ...counted(left, " more", " more")];
  const words = place === null ? [] : inContext(t, place, 140);
  return line(claim.id, [phrase(lead)], [phrase(by), ...names, ...more, phrase(" · "), ...words]);
}
