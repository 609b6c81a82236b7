import { type Entity, isRelational, type Mention, relatedAs } from "../../model/index.js";

/** How far before the name the person it relates to may stand. */
const reach = 200;

/**
 * The role of someone who is only called a counterpart: that of the person named before ("Norland's foreign minister … her
 * Perulian counterpart, Ana Ruiz" is a Perulian foreign minister), without that person's own state. A colleague has none.
 */
export function roleInOwnRight(
  { id, role }: Entity,
  mentions: readonly Mention[],
  entities: ReadonlyMap<string, Entity>,
): string | null {
  const own = mentions.find((m) => m.entity === id && m.form === "name");
  if (own === undefined || !/counterpart$/i.test(role ?? "")) return null;
  const other = mentions.findLast((m) => {
    const entity = m.entity === null ? undefined : entities.get(m.entity);
    const near = m.start < own.start && own.start - m.start <= reach;
    return near && m.entity !== id && entity?.kind === "person" && entity.role !== null && !isRelational(entity.role);
  });
  const entity = other && entities.get(other.entity!)!;
  return entity ? [relatedAs(role ?? ""), bare(entity)].filter(Boolean).join(" ") : null;
}

/** "Norlander foreign minister" without the state or people that the role begins with, and what comes "of" or "for" a place. */
function bare({ role, affiliation }: Entity): string {
  const [first = "", ...rest] = (role ?? "").split(" ");
  const owner = /['’]s?$/.test(first) || (affiliation !== null && first.slice(0, 4) === affiliation.slice(0, 4));
  return owner && rest.length > 0 ? rest.join(" ") : (role ?? "");
}
