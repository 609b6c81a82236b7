import type { ReactNode } from "react";
import type { Problem } from "../data/api.js";
import { refresh } from "../data/use.js";

/** What stands where something will be: grey lines, so that nothing moves when it comes. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, i) => i).map((i) => (
        <i key={i} />
      ))}
    </div>
  );
}

/** What went wrong, and a way on. */
export function Failed({ problem, slim = false }: { readonly problem: Problem; readonly slim?: boolean }) {
  return (
    <div className={`notice${slim ? " slim" : " card"}`} role="alert">
      <h2>{problem.title}</h2>
      {problem.detail !== "" && <p>{problem.detail}</p>}
      <button type="button" className="button" onClick={() => refresh()}>
        Try again
      </button>
    </div>
  );
}

/** Nothing to show: why, and what to do about it. */
export function Empty({
  title,
  children,
  slim = false,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly slim?: boolean;
}) {
  return (
    <div className={`notice${slim ? " slim" : " card"}`}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
