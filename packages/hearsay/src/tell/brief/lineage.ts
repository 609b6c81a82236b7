import type { DerivationKind } from "../../model/index.js";
import type { Line, Part, Section } from "../brief.js";
import { append } from "../copies.js";
import type { Phrase } from "../phrases.js";
import { compare } from "../records.js";
import type { ReportDerivation, ReportOrigin } from "../report.js";
import { clip } from "../words.js";
import { bounded, counted, joined, line, name, number, phrase, published, type Telling } from "./parts.js";
import { section } from "./section.js";

/** How much of a passage that was taken over a reference holds, in UTF-16 units. */
export const passageShown = 240;

const kinds: Readonly<Record<DerivationKind, Phrase>> = {
  copy: "copy of ",
  excerpt: "excerpt of ",
  rewrite: "rewrite of ",
  spun: "machine-spun from ",
  translation: "translation of ",
  cites: "cites ",
};

export function sources(t: Telling): Section {
  const { shown, left } = bounded(t.records.origins, 20);
  const from = new Map<string, ReportDerivation[]>();
  for (const d of t.records.derivations) if (d.source !== null) append(from, d.derived, d);
  const origins = shown.map((o) => originLine(t, o, from));
  const circles = t.records.circles.slice(0, 10).map((ring) => circle(t, ring));
  return section("sources", "Sources and their lineage", {
    note: [phrase("One entry per independent origin; under it the articles that go back to it, and how.")],
    lines: [...origins, ...circles, ...cited(t).slice(0, 15)],
    left,
    command: "hearsay lineage",
  });
}

function originLine(t: Telling, origin: ReportOrigin, from: ReadonlyMap<string, readonly ReportDerivation[]>): Line {
  const root = t.article(origin.root);
  const { shown, left } = bounded(
    origin.articles.filter((a) => a !== origin.root),
    12,
  );
  const lines = shown.map((a) => line(a, published(t, a, "time"), descent(t, from.get(a) ?? [])));
  const rest =
    left === 0 ? [] : [line(null, [], [phrase("and "), ...counted(left, " more article", " more articles")])];
  const lead = [phrase("Origin "), number(origin.number), phrase(" · "), ...published(t, origin.root, "time")];
  // Where the label is the title's beginning, once is enough.
  const named = root === undefined || root.title === "" || root.title.startsWith(root.label.replace(/ …$/, ""));
  const title = named ? [] : [phrase(": "), name(root.title, root.id)];
  const count =
    origin.articles.length > 1 ? [phrase(" · "), ...counted(origin.articles.length, " article", " articles")] : [];
  const agency =
    root?.agency == null || root.agency === root.outlet ? [] : [phrase(" · says it comes from "), name(root.agency)];
  return line(origin.id, lead, [...title, ...count, ...agency], [...lines, ...rest]);
}

/** What an article comes from, the nearest first. */
export function descent(t: Telling, derivations: readonly ReportDerivation[]): Part[] {
  const order = [...derivations].sort(
    (a, b) => Number(a.kind === "cites") - Number(b.kind === "cites") || b.score - a.score,
  );
  return joined(
    order.slice(0, 3).map((d) => derivation(t, d)),
    "; ",
  );
}

function derivation(t: Telling, d: ReportDerivation): Part[] {
  const source = d.source === null ? null : t.article(d.source);
  const place = d.passages[0]?.derived;
  const open = d.direction === "open" ? [phrase(" (or the other way round)")] : [];
  const share = d.kind === "cites" ? [] : [phrase(", "), number(Math.round(d.score * 100)), phrase(" % of the words")];
  const why = d.reasons.slice(0, 2).flatMap((r) => [phrase(", "), name(r)]);
  const to = source == null ? [name(d.outlet ?? "")] : [name(source.label, source.id)];
  return [
    phrase(kinds[d.kind]),
    ...to,
    ...open,
    ...share,
    ...why,
    ...(place === undefined ? [] : [t.cite(clip(place, passageShown))]),
  ];
}

/** Articles that cite one another in a ring. */
export function circle(t: Telling, ring: readonly string[]): Line {
  const names = ring.map((a) => [name(t.article(a)?.label ?? a, a)]);
  return line(null, [phrase("Circle")], [...joined(names, " cites "), phrase(": none of these confirms another")]);
}

/** Outlets that articles lean on but that are not among the articles. */
function cited(t: Telling): Line[] {
  const byOutlet = new Map<string, ReportDerivation[]>();
  for (const d of t.records.derivations) if (d.source === null && d.outlet !== null) append(byOutlet, d.outlet, d);
  return [...byOutlet]
    .sort(([a, x], [b, y]) => y.length - x.length || compare(a, b))
    .map(([outlet, list]) =>
      line(null, [phrase("Not in this set · "), name(outlet)], [phrase("cited by "), ...citers(t, list)]),
    );
}

function citers(t: Telling, list: readonly ReportDerivation[]): Part[] {
  const { shown, left } = bounded(list, 6);
  const each = shown.map((d) => {
    const place = d.passages[0]?.derived;
    return [
      name(t.article(d.derived)?.label ?? d.derived, d.derived),
      ...(place === undefined ? [] : [t.cite(clip(place, passageShown))]),
    ];
  });
  return [...joined(each, ", "), ...(left > 0 ? [phrase(" and "), ...counted(left, " more", " more")] : [])];
}
