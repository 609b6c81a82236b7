import { type ReactNode, useState } from "react";

interface Props<T> {
  readonly of: readonly T[];
  readonly children: (one: T, index: number) => ReactNode;
  /** So many at first, and so many more at each time. */
  readonly most?: number;
}

/** The first of a list, and a way to more of it: a hot story has thousands of what is usually a few. */
export function Some<T>({ of, children, most = 40 }: Props<T>) {
  const [shown, setShown] = useState(most);
  const left = of.length - shown;
  return (
    <>
      {of.slice(0, shown).map(children)}
      {left > 0 && (
        <button type="button" className="button more-button" onClick={() => setShown(shown + Math.max(most, 40))}>
          {Math.min(left, Math.max(most, 40))} more of {left.toLocaleString("en-GB")}
        </button>
      )}
    </>
  );
}
