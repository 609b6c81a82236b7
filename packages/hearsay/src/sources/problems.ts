import type { Diagnostic } from "../model/index.js";

/** Nothing larger is taken as one article's bytes. */
export const maxBytes = 50 * 1024 * 1024;

type Severity = Diagnostic["severity"];

/** A diagnostic of the sources: `source.CODE`. */
export function problem(severity: Severity, code: string, file: string, message: string, remedy?: string): Diagnostic {
  return {
    severity,
    code: `source.${code}`,
    message,
    stage: "source",
    file,
    ...(remedy !== undefined && { remedy }),
  };
}

export const tooLarge = (file: string, size: number | null): Diagnostic =>
  problem(
    "error",
    "too-large",
    file,
    size === null ? "Larger than 50 MB." : `${(size / 1024 / 1024).toFixed(0)} MB: larger than 50 MB.`,
    "An article is never that large: give the article's own page or text.",
  );

/** What to do with a format that is not read, by what it is called. */
const remedies: Readonly<Record<string, string>> = {
  "Old Word (.doc)": "Save it as .docx, PDF or text and add that file.",
  RTF: "Save it as .docx, PDF or text and add that file.",
  "Outlook (.msg)": "Save the message as .eml, HTML or text and add that file.",
  "Safari web archive": "Open it in Safari, save the page as its source (.html) or as PDF, and add that file.",
  Excel: "Save the sheet as CSV and add that file.",
  PowerPoint: "Save it as PDF and add that file.",
  "Old Office": "Save it in a format of today (.docx, .csv) or as PDF and add that file.",
};

export const notYet = (severity: Severity, file: string, format: string): Diagnostic =>
  problem(
    severity,
    "not-yet",
    file,
    `${format} files are not read.`,
    remedies[format] ?? "Unpack it and add the files, or add them as a zip.",
  );

/** Why the system refused a path, in words. */
const refusals: Readonly<Record<string, readonly [code: string, message: string, remedy: string]>> = {
  ENOENT: ["missing", "There is no such file or folder.", "Check the spelling and the folder you are in."],
  ENOTDIR: ["missing", "There is no such file or folder.", "Check the spelling and the folder you are in."],
  EACCES: ["unreadable", "It may not be read: permission denied.", "Change its permissions (chmod +r)."],
  EPERM: ["unreadable", "It may not be read: not permitted.", "Change its permissions."],
  ELOOP: ["unreadable", "A link that leads round in a circle.", "Remove or repair the link."],
  ENAMETOOLONG: ["missing", "The name is longer than a file name can be.", "Quote it, if it is several names."],
};

/** The diagnostic for an error of the file system. */
export function refused(file: string, error: unknown): Diagnostic {
  const errno = (error as NodeJS.ErrnoException).code ?? "";
  const [code, message, remedy] = refusals[errno] ?? ["unreadable", `It could not be read (${errno || error}).`];
  return problem("error", code, file, message, remedy);
}
