import type { Found } from "../../engine/ports.js";
import { endingOf, kindOf } from "../kinds.js";
import { Counts, passedOver } from "../passed.js";
import { problem } from "../problems.js";
import { nothing } from "./opening.js";

/** What is inside an archive for the machine only. */
const hidden = /(?:^|\/)(?:\.[^/]*|__MACOSX|node_modules|Thumbs\.db|desktop\.ini)(?:\/|$)/;
/** Names that lead out of the archive, or onto a drive. */
const leadsOut = /(?:^|\/)\.\.(?:\/|$)|^\/|^[A-Za-z]:/;

/** Files in an archive: which are opened, under what name, and what is said about the others. */
export class Entries {
  private readonly skipped = new Counts();
  private readonly odd: string[] = [];
  private readonly met = new Map<string, number>();

  /**
   * The name under which a file is told of; null when it is passed over, as a folder's would be. Nothing is ever
   * written to disk, so that a name that leads out of the archive ("../../x") does no harm: it is cleaned and noted.
   */
  nameOf(given: string): string | null {
    const name = given.replace(/\\/g, "/").replace(/\p{Cc}/gu, "");
    const clean = name
      .replace(/^[A-Za-z]:/, "")
      .split("/")
      .filter((part) => part !== "" && part !== "." && part !== "..")
      .join("/");
    if (clean === "" || hidden.test(clean)) return null;
    if (kindOf(clean) === "other") {
      this.skipped.add(`.${endingOf(clean)}`);
      return null;
    }
    if (leadsOut.test(name)) this.odd.push(name.slice(0, 100));
    return this.numbered(clean);
  }

  /** An archive may hold several files of one name: the second is told of as "a (2).html". */
  private numbered(name: string): string {
    const count = (this.met.get(name) ?? 0) + 1;
    this.met.set(name, count);
    return count === 1 ? name : name.replace(/(?:\.[^./]*)?$/, (ending) => ` (${count})${ending}`);
  }

  /** What there is to say at the end. */
  said(place: string): Found {
    const diagnostics = !this.skipped.isEmpty ? [passedOver(place, this.skipped)] : [];
    if (this.odd.length > 0) {
      const message = `${this.odd.length === 1 ? "A name leads" : `${this.odd.length} names lead`} out of the archive: ${this.odd[0]}. Nothing was written there.`;
      diagnostics.push(problem("warning", "odd-name", place, message, "Be wary of an archive with such names."));
    }
    return nothing(place, ...diagnostics);
  }
}
