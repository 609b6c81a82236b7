/** A publisher. */
export interface Outlet {
  readonly name: string;
  /** Admiralty reliability A–F as an analyst rated it; F, "cannot be judged", until someone does. */
  readonly reliability: Reliability;
}
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";
