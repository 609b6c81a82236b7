import type { Line, Part, Section } from "../brief.js";
import { causalLinks, type Link, tellingLinks } from "../links.js";
import type { Phrase } from "../phrases.js";
import type { ReportCause } from "../report.js";
import { alsoIn, onePerArticle } from "./claims.js";
import { firstNew } from "./distinct.js";
import { counted, line, name, phrase, published, type Telling, words } from "./parts.js";
import { section } from "./section.js";

export function causal(t: Telling): Section {
  // Each pair of cause and effect in nearly the same words once.
  const shown = firstNew(tellingLinks(t.records), ({ best }) => `${best.cause.text} ${best.effect.text}`, 6);
  return section("causes", "What is said to cause what", {
    note: [phrase("Asserted, not found: + raises or brings about, − lowers or prevents.")],
    lines: shown.map((link) => linkLine(t, link)),
    left: causalLinks(t.records).length - shown.length,
    command: "hearsay causes",
  });
}

function linkLine(t: Telling, { best, reports, origins }: Link): Line {
  const others = onePerArticle(reports.filter((c) => c.article !== best.article)).map((c) => ({
    article: c.article,
    span: c.effect,
  }));
  const count = origins > 1 ? [phrase(" · "), ...counted(origins, " origin", " origins")] : [];
  const said = [
    words(best.cause, 140),
    t.cite(best.cause),
    phrase(arrow(best)),
    words(best.effect, 140),
    t.cite(best.effect),
  ];
  return line(
    best.id,
    [],
    [...said, phrase(" — "), ...asserter(t, best), ...manner(best), ...count, ...alsoIn(t, others)],
  );
}

function arrow({ sign, negated }: ReportCause): Phrase {
  if (negated) return sign === "+" ? " does not bring about " : " does not prevent ";
  return sign === "+" ? " —(+)→ " : " —(−)→ ";
}

function asserter(t: Telling, { by, effect }: ReportCause): Part[] {
  const where = published(t, effect);
  return by === "author" ? [...where, phrase(" (the article itself)")] : [name(by), phrase(", in "), ...where];
}

function manner({ hedged, conditional }: ReportCause): Part[] {
  const told = [...(hedged ? [phrase(", hedged")] : []), ...(conditional ? [phrase(", conditional")] : [])];
  return told;
}
