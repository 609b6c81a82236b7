/** What a file is, as far as its name tells. */
export type Kind = "article" | "container" | "not-yet" | "other";

const articles = new Set([
  ...["", "txt", "text", "md", "html", "htm", "xhtml", "shtml", "asp", "aspx", "php", "jsp"],
  ...["rss", "atom", "opml"],
  ...["pdf", "docx", "odt", "epub", "eml", "mhtml", "mht"],
]);

/** What holds articles in it. */
const containers = new Set([
  ...["zip", "gz", "tar", "tgz", "warc", "warc.gz", "wacz"],
  ...["mbox", "mbx", "json", "jsonl", "ndjson", "csv", "tsv"],
]);

/** Formats that hold articles and that no reader is written for yet: what they are called. */
const notYet: Readonly<Record<string, string>> = {
  doc: "Old Word (.doc)",
  rtf: "RTF",
  msg: "Outlook (.msg)",
  webarchive: "Safari web archive",
  "7z": "7-Zip",
  rar: "RAR",
  bz2: "bzip2",
  xz: "xz",
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
  if (containers.has(ending)) return "container";
  return ending in notYet ? "not-yet" : "other";
}

/** First bytes of formats that are not read yet, whatever the name says. */
const signatures: readonly (readonly [string, string])[] = [
  ["{\\rtf", "RTF"],
  ["bplist00", "Safari web archive"],
  ["7z\u00bc\u00af", "7-Zip"],
  ["Rar!", "RAR"],
  ["BZh", "bzip2"],
  ["\u00fd7zXZ", "xz"],
];
/** Word, Excel, PowerPoint and Outlook before 2007; since then only what is locked with a password. */
const compound = "\u00d0\u00cf\u0011\u00e0";

/** The format that the bytes themselves declare, of those not read yet; "locked" for Office files with a password; null when they declare none. */
export function declaredFormat(bytes: Uint8Array, file: string): string | null {
  const head = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  const found = signatures.find(([start]) => head.startsWith(start));
  if (found !== undefined) return found[1];
  if (!head.startsWith(compound)) return null;
  return Buffer.from(bytes).includes("EncryptedPackage", 0, "utf16le")
    ? "locked"
    : (notYet[endingOf(file)] ?? "Old Office");
}
