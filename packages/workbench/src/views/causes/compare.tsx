import { useMemo, useState } from "react";
import { openHref } from "../../app/navigate.js";
import { Empty } from "../../parts/state.js";
import { type Arrow, type CausalMap, type Compared, compareTwo, type Sight, saidBy } from "./model.js";

/** So many arrows at a time. */
const most = 60;

interface Props {
  readonly map: CausalMap;
  readonly first: string;
  readonly second: string;
}

const sights: Readonly<Record<Sight, string>> = {
  says: "says so",
  denies: "denies it",
  opposite: "says the opposite",
  silent: "says nothing of it",
};

/** What two sides see, side by side; each saying leads to its words. */
export function SideBySide({ map, first, second }: Props) {
  const rows = useMemo(() => compareTwo(map.arrows, first, second), [map, first, second]);
  const [shown, setShown] = useState(most);
  const names = new Map(map.concepts.map(({ at, name }) => [at, name]));
  if (rows.length === 0) return <Empty title="Neither says what causes what" slim />;
  return (
    <div className="side-scroll" tabIndex={0} role="region" aria-label={`${first} and ${second}`}>
      <table className="side-table">
        <thead>
          <tr>
            <th scope="col">Arrow</th>
            <th scope="col">{first}</th>
            <th scope="col">{second}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={`${row.arrow.from} ${row.arrow.to} ${row.arrow.sign}`}>
              <th scope="row" className="serif">
                {names.get(row.arrow.from)}{" "}
                <b className={row.arrow.sign > 0 ? "sign plus" : "sign minus"}>{row.arrow.sign > 0 ? "+ →" : "− →"}</b>{" "}
                {names.get(row.arrow.to)}
              </th>
              <Cell row={row} sight={row.first} side={first} />
              <Cell row={row} sight={row.second} side={second} />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" className="button more-button" onClick={() => setShown(shown + most)}>
          {Math.min(most, rows.length - shown)} more of {(rows.length - shown).toLocaleString("en-GB")}
        </button>
      )}
    </div>
  );
}

function Cell({ row, sight, side }: { readonly row: Compared; readonly sight: Sight; readonly side: string }) {
  return (
    <td className={`sight ${sight}`}>
      {sights[sight]}
      <Said arrow={row.arrow} side={side} />
    </td>
  );
}

function Said({ arrow, side }: { readonly arrow: Arrow; readonly side: string }) {
  const own = arrow.sayings.filter((saying) => saying.side === side);
  return own.map((saying) => (
    <span key={saying.cause} className="soft small">
      <br />
      <a href={openHref(`${saying.article}/${saying.cause}`)}>{saidBy(saying)}</a>
    </span>
  ));
}
