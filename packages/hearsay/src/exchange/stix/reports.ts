import type { Report } from "../../tell/index.js";
import { isWeb } from "../places.js";
import { outletId } from "./identities.js";
import { common, external, idOf, noStamp, type StixObject, stampOf } from "./objects.js";

/** Each article as a report on the identities that its notes are about, and which report comes from which. */
export function reportObjects(
  { articles, derivations }: Report,
  notes: readonly StixObject[],
  known: ReadonlySet<string>,
): readonly StixObject[] {
  const about = new Map<string, Set<string>>();
  for (const note of notes) {
    const object_refs = note.object_refs as readonly string[];
    for (const report of object_refs.filter((id) => id.startsWith("report--")))
      about.set(report, new Set([...(about.get(report) ?? []), ...object_refs.filter((id) => known.has(id))]));
  }
  const reports = articles.map((article) => {
    const { id, title, label, url } = article;
    const stamp = stampOf(article);
    const object = common("report", id, stamp);
    return {
      ...object,
      created_by_ref: outletId(label),
      name: title || label,
      published: stamp,
      ...(stamp === noStamp && { labels: ["date-unknown"] }),
      object_refs: [outletId(label), ...(about.get(object.id) ?? [])],
      ...(isWeb(url) && { external_references: [external(article, id, title || label)] }),
    };
  });
  const stamps = new Map(articles.map((article) => [article.id, stampOf(article)]));
  const descents = derivations
    .filter(({ source }) => source !== null)
    .map(({ derived, source, kind, score, passages }) => ({
      ...common("relationship", `${derived}/${source}/${kind}`, stamps.get(derived)!),
      relationship_type: kind === "copy" ? "duplicate-of" : kind === "cites" ? "related-to" : "derived-from",
      description: [
        `${kind}, ${Math.round(score * 100)} % shared`,
        ...passages.slice(0, 3).map((one) => `“${one.derived.text}”`),
      ].join("\n"),
      source_ref: idOf("report", derived),
      target_ref: idOf("report", source!),
    }));
  return [...reports, ...descents];
}
