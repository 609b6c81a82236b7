/** Why a document gives no text, thrown inside conversion only: `convert` makes a diagnostic of it. */
export class Unreadable extends Error {
  /** @param code behind `read.` */
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

export const locked = (): Unreadable =>
  new Unreadable("password", "It is protected by a password.", "Save it without one and add that file.");

export const damaged = (what: string): Unreadable =>
  new Unreadable("damaged", what, "Download or copy it again, or save it as HTML or text and add that file.");

export const swollen = (): Unreadable =>
  new Unreadable(
    "bomb",
    "It unpacks to far more than a document of its size holds: it was not opened.",
    "Be wary of this file; save its text elsewhere and add that.",
  );
