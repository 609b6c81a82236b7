/** What has to be made a page or text before it can be read. */
export type Format = "pdf" | "word" | "opendocument" | "epub" | "mail" | "mhtml" | "web-record" | "record";

/** How far into a file a PDF may begin: some servers put a few bytes before it. */
const pdfWithin = 1_024;

/** The format that bytes are in, by themselves and, for mail alone, by the file's name; null for pages and text. */
export function formatOf(bytes: Uint8Array, file: string): Format | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = whole.toString("latin1", 0, 16_384);
  if (/^WARC\/[\d.]+\r?\n/.test(head)) return "web-record";
  if (/(?:^|[\r\n\0])%PDF-\d/.test(head.slice(0, pdfWithin)) && !/^\s*</.test(head)) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return packed(whole);
  if (/^(?:\u00ef\u00bb\u00bf)?\{/.test(head)) return "record";
  return mailOf(head.replace(/^\s+/, ""), file);
}

/** Which document a zip is, by the names at its end; null for an archive, which nothing here opens. */
function packed(bytes: Buffer): Format | null {
  const names = bytes.subarray(Math.max(0, bytes.length - 1_000_000));
  if (names.includes("word/document.xml")) return "word";
  if (names.includes("META-INF/container.xml")) return "epub";
  return names.includes("content.xml") && names.includes("META-INF/manifest.xml") ? "opendocument" : null;
}

/** Fields that only the head of a message has; "From:" and "Subject:" stand above many a pasted text. */
const surely =
  /^(?:received|message-id|mime-version|return-path|delivered-to|x-mailer|dkim-signature|content-transfer-encoding):/im;
const likely = /^(?:from|subject|date|to|content-type):/gim;
const fieldLine = /^(?:[A-Za-z][A-Za-z0-9-]{0,60}:|[ \t]+\S|>?From )/;

function mailOf(start: string, file: string): "mail" | "mhtml" | null {
  const head = start.split(/\r?\n[ \t]*\r?\n/, 1)[0]!;
  const [first] = head.split(/\r?\n/, 1);
  if (!fieldLine.test(first!)) return null;
  const named = /\.(?:eml|mht|mhtml)$|\.mb(?:o)?x#\d+$/i.test(file);
  const fields = new Set([...head.matchAll(likely)].map(([name]) => name.toLowerCase())).size;
  if (!(surely.test(head) ? fields >= 1 : named && fields >= 2)) return null;
  const isPage = /^content-type:\s*multipart\/related/im.test(head) && !/^(?:received|to|message-id):/im.test(head);
  return isPage || /^snapshot-content-location:/im.test(head) ? "mhtml" : "mail";
}
