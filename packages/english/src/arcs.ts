/** Which relations were seen from a head's tag to a child's tag on which side (1: the child stands to the right). */
export type RelationFilter = (headTag: number, childTag: number, side: number) => readonly number[];

/** Relations seen, by `arcKey`. */
export type SeenRelations = ReadonlyMap<number, readonly number[]>;

/** One number for two tags and a side; tags are below 256. */
export function arcKey(headTag: number, childTag: number, side: number): number {
  return (headTag << 9) | (childTag << 1) | side;
}

/** The tags and the side in an `arcKey`. */
export function arcParts(key: number): [headTag: number, childTag: number, side: number] {
  return [key >> 9, (key >> 1) & 255, key & 1];
}

/** Looks relations up; where the tags were never seen together, any relation will do. */
export function relationFilter(seen: SeenRelations): RelationFilter {
  const all = [...new Set([...seen.values()].flat())].sort((a, b) => a - b);
  return (headTag, childTag, side) => seen.get(arcKey(headTag, childTag, side)) ?? all;
}
