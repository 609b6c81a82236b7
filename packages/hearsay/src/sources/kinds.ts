/** What a file is, as far as its name tells. */
export type Kind = "article" | "not-yet" | "other";

const articles = new Set([
  "",
  "txt",
  "text",
  "md",
  "html",
  "htm",
  "xhtml",
  "shtml",
  "asp",
  "aspx",
  "php",
  "jsp",
  "rss",
  "atom",
  "opml",
]);

/** Formats that hold articles and that no reader is written for yet: what they are called. */
const notYet: Readonly<Record<string, string>> = {
  pdf: "PDF",
  docx: "Word",
  doc: "Word",
  odt: "OpenDocument",
  rtf: "RTF",
  epub: "EPUB",
  eml: "e-mail",
  mbox: "e-mail",
  msg: "e-mail",
  warc: "web archive (WARC)",
  "warc.gz": "web archive (WARC)",
  wacz: "web archive (WACZ)",
  mhtml: "web archive (MHTML)",
  mht: "web archive (MHTML)",
  webarchive: "web archive",
  zip: "archive",
  gz: "compressed",
  tar: "archive",
  tgz: "archive",
};

/** The ending of a file name in lower case, without the dot; "warc.gz" counts as one. */
export function endingOf(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1).toLowerCase();
  if (name.endsWith(".warc.gz")) return "warc.gz";
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1);
}

/** What kind of file a name belongs to. */
export function kindOf(file: string): Kind {
  const ending = endingOf(file);
  if (articles.has(ending)) return "article";
  return ending in notYet ? "not-yet" : "other";
}

/** What to call a format that is not read yet. */
export const formatName = (file: string): string => notYet[endingOf(file)] ?? endingOf(file).toUpperCase();

/** First bytes of formats that are not read yet, whatever the name says. */
const signatures: readonly (readonly [string, string])[] = [
  ["%PDF-", "PDF"],
  ["PK\u0003\u0004", "Word or archive"],
  ["WARC/1.", "web archive (WARC)"],
  ["{\\rtf", "RTF"],
];

/** The format that the bytes themselves declare, of those not read yet; null when they declare none. */
export function declaredFormat(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  return signatures.find(([start]) => head.startsWith(start))?.[1] ?? null;
}
