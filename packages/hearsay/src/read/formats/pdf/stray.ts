/** What the parser of PDF calls its own errors. */
const ofParser: ReadonlySet<string> = new Set([
  ...["ParserEOFException", "XRefEntryException", "XRefParseException", "MissingDataException", "FormatError"],
  ...["InvalidPDFException", "UnknownErrorException", "AbortException", "JpegError", "JpxError", "Jbig2Error"],
]);

/** Whether a promise was rejected by the parser of PDF. */
export const isStray = (reason: unknown): boolean => reason instanceof Error && ofParser.has(reason.name);

let guarded = false;

/**
 * The parser leaves promises behind that a damaged file rejects later, when nobody waits for them: that would end the process
 * in the middle of other articles. What it says of the file is heard where it is asked. All else ends the process as before.
 */
export function guardStray(): void {
  if (guarded) return;
  guarded = true;
  process.on("unhandledRejection", (reason) => {
    if (!isStray(reason)) throw reason;
  });
}
