import type { Piece } from "./assemble.js";
import type { Found } from "./evidence.js";
import type { LinkedData } from "./jsonld.js";
import type { Page } from "./markup.js";
import { squeezed } from "./text.js";
import { metaOf, plain } from "./title.js";

const names = [
  "article:section",
  "section",
  "parsely-section",
  "sailthru.section",
  "cxenseparse:category",
  "rnews:articlesection",
];
const longest = 60;
const home =
  /^(?:home(?:page)?|startseite|start|accueil|inicio|portada|in[ií]cio|главная|головна|strona główna|domů|naslovnica|ana sayfa|etusivu|uncategori[sz]ed)$/iu;

/** The section that a page's data name, else the last step of the trail above its headline. */
export function sectionOf(page: Page, data: LinkedData, pieces: readonly Piece[], title: string): Found | null {
  const meta = names.find((name) => metaOf(page, name) !== null);
  return (
    usable(data.section, "json-ld") ??
    (meta === undefined ? null : usable(metaOf(page, meta), `meta ${meta}`)) ??
    usable(lastStep(data.trail, title), "json-ld") ??
    sectionInTrail(pieces, title)
  );
}

function usable(text: string | null, from: string): Found | null {
  const value = plain(text ?? "").trim();
  return value === "" || value.length > longest || home.test(value) ? null : { value, from, text: value };
}

/** "Home > Harbour > Pier closes": the step before the headline, or the last where it does not end in that. */
function lastStep(steps: readonly string[], title: string): string | null {
  const own = squeezed(title);
  const inner = steps
    .map((step) => step.trim())
    .filter((step) => step !== "" && !home.test(step) && squeezed(step) !== own);
  const [last] = inner.slice(-1);
  return last === undefined || (own.length > 8 && squeezed(last).startsWith(own.slice(0, 20)))
    ? (inner.at(-2) ?? null)
    : last;
}

/** The section of the trail that stands among an article's removed lines: "Home » Harbour » Ferries". */
export function sectionInTrail(pieces: readonly Piece[], title: string): Found | null {
  for (const { text, reason } of pieces.slice(0, 400)) {
    if (reason === null || text.length > 300 || !/[>›»/]/.test(text)) continue;
    const steps = text.split(/\s*[>›»]\s*|\s\/\s/);
    if (steps.length < 2 || steps.length > 8 || !home.test(steps[0]!.trim())) continue;
    const step = lastStep(steps.slice(1), title);
    if (step !== null && step.length <= longest) return { value: step, from: "line", text };
  }
  return null;
}

/**
 * The section among the categories that feeds file a page under, which may be tags: the only one, or the one that its
 * address names ("/harbour-news/…" for "Harbour news"). Null where that does not tell.
 */
export function sectionAmong(categories: readonly string[], url: string | null): string | null {
  const named = categories.filter((name) => usable(name, "feed") !== null);
  const steps = url !== null && URL.canParse(url) ? new URL(url).pathname.split("/").slice(1, -1) : [];
  const inAddress = new Set(steps.map(squeezed));
  const found = named.length > 1 ? named.filter((name) => inAddress.has(squeezed(name))) : named;
  return found.length === 1 ? found[0]! : null;
}
