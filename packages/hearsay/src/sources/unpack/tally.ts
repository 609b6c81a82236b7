import type { Diagnostic } from "../../model/index.js";
import { problem } from "../problems.js";

/** So many places are named; the rest is counted. */
const named = 5;

/** Gathers what went wrong in many parts of one file, so that it is said once. */
export class Tally {
  private readonly where: string[] = [];
  private count = 0;

  add(where: string | number): void {
    if (this.count++ < named) this.where.push(String(where));
  }

  /** "3 lines are not JSON: 2, 5 and 9."; nothing when there was none. */
  said(
    file: string,
    severity: Diagnostic["severity"],
    code: string,
    [one, many]: readonly [one: string, many: string],
    remedy: string,
  ): readonly Diagnostic[] {
    if (this.count === 0) return [];
    const rest = this.count > this.where.length ? ", …" : "";
    const message = `${this.count} ${this.count === 1 ? one : many}: ${this.where.join(", ")}${rest}.`;
    return [problem(severity, code, file, message, remedy)];
  }
}
