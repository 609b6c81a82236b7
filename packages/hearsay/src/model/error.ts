/** Misuse of the library, with a code that programs can match. Expected failure is a Diagnostic instead. */
export class HearsayError extends Error {
  override readonly name = "HearsayError";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
