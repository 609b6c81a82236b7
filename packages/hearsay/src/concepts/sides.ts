import type { Report } from "../tell/report.js";

/** What of a speaker says whom they speak for. */
export interface Speaking {
  readonly entity: string | null;
  readonly affiliation: string | null;
}

/** Makes the sides of a report's speakers: a state, else a body; null where nothing is known. */
export function sideMaker({ entities }: Pick<Report, "entities">): (speaker: Speaking | null) => string | null {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  const states = new Map(
    entities.flatMap(({ kind, country, name }) => (kind === "state" && country !== null ? [[country, name]] : [])),
  );
  return (speaker) => {
    const entity = speaker?.entity == null ? null : (known.get(speaker.entity) ?? null);
    const own = entity?.kind === "state" || entity?.kind === "body" ? entity.name : null;
    const affiliation = entity?.affiliation ?? speaker?.affiliation ?? null;
    const country = entity?.country ?? null;
    return (country === null ? null : (states.get(country) ?? affiliation ?? country)) ?? affiliation ?? own;
  };
}
