import { type CausalMap, type Ring, ringText } from "./model.js";

interface SidesProps {
  readonly sides: readonly string[];
  readonly side: string;
  readonly choose: (side: string) => void;
}

/** Whose arrows are drawn: everybody's, or those of one side. */
export function Sides({ sides, side, choose }: SidesProps) {
  if (sides.length < 2) return null;
  return (
    <select className="button" aria-label="As which side sees it" value={side} onChange={(e) => choose(e.target.value)}>
      <option value="">All sides</option>
      {sides.map((one) => (
        <option key={one} value={one}>
          As {one} sees it
        </option>
      ))}
    </select>
  );
}

interface BesideProps extends SidesProps {
  readonly other: string;
}

/** Another side, to be seen beside the one chosen. */
export function Beside({ sides, side, other, choose }: BesideProps) {
  return (
    <select
      className="button"
      aria-label="Beside which other side"
      value={other}
      onChange={(e) => choose(e.target.value)}
    >
      <option value="">Beside no other</option>
      {sides
        .filter((one) => one !== side)
        .map((one) => (
          <option key={one} value={one}>
            Beside {one}
          </option>
        ))}
    </select>
  );
}

/** Rings of arrows, in words. */
export function Rings({ rings, map }: { readonly rings: readonly Ring[]; readonly map: CausalMap }) {
  if (rings.length === 0) return null;
  return (
    <details className="rings small">
      <summary>
        {rings.length} {rings.length === 1 ? "ring" : "rings"} of arrows
      </summary>
      <ul>
        {rings.map((ring) => (
          <li key={ring.arrows.join()}>
            <b>{ring.kind}</b> <span className="serif">{ringText(ring, map)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
