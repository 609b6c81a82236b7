import type { Report } from "../../tell/index.js";
import { polecatColumns } from "./columns.js";
import { type Happening, quads, tsv } from "./types.js";

/** POLECAT's table, its names first. What Hearsay does not tell, sectors, coordinates and contexts, is left empty. */
export function polecat(happenings: readonly Happening[], report: Report): string {
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  const named = (kinds: readonly string[], article: string) => {
    const spoken = report.statements.filter((one) => one.article === article).map(({ speaker }) => speaker.entity);
    const acting = report.events.filter((one) => one.article === article);
    const ids = new Set([...spoken, ...acting.flatMap(({ source, target }) => [source?.entity, target?.entity])]);
    return [...entities.values()].filter(({ id, kind }) => ids.has(id) && kinds.includes(kind)).map(({ name }) => name);
  };
  const records = happenings.map(({ id, reports }) => {
    const { event, article, date } = reports[0]!;
    const { type, source, target, who, whom, where, goldstein } = event;
    const role = (id: string | null | undefined) => (id ? (entities.get(id)?.role ?? "") : "");
    return {
      "Event ID": id,
      "Event Date": date,
      "Event Type": type,
      Intensity: goldstein,
      "Quad Code": quads[type].name,
      "Actor Name": source?.name ?? who ?? "",
      "Actor Country": source?.country ?? "",
      "Actor Title": role(source?.entity),
      "Actor Name Raw": source?.span.text ?? "",
      "Recipient Name": target?.name ?? whom ?? "",
      "Recipient Country": target?.country ?? "",
      "Recipient Title": role(target?.entity),
      "Recipient Name Raw": target?.span.text ?? "",
      Placename: where ?? "",
      "Raw Placename": where ?? "",
      Source: article.label,
      "Publication Date": article.published?.slice(0, 10) ?? "",
      "Story People": named(["person"], article.id).join("; "),
      "Story Organizations": named(["body", "group"], article.id).join("; "),
      "Story Locations": named(["state", "place"], article.id).join("; "),
      Language: article.language,
      Version: "hearsay",
    };
  });
  return `${polecatColumns.join("\t")}\n${tsv(polecatColumns, records)}`;
}
