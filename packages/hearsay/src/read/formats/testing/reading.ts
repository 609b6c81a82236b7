import { readDocument } from "../../document.js";

/** Three paragraphs of news for documents in any format. */
export const prose = [
  "The ferry from Tolm to Lund will run twice a day from Monday, the harbour office said on Wednesday.",
  "The second crossing had been dropped in the autumn, when the older of the two ships was laid up for repairs.",
  "“Both ships are sound again,” said Ana Novak, who leads the office. “We expect full decks by the end of the month.”",
];

/** What reading a file of that name and content gives. */
export const readFile = async (file: string, content: string | Uint8Array) =>
  readDocument({ id: "a", file, bytes: Buffer.from(content as Uint8Array) });
export const articleOf = async (file: string, content: string | Uint8Array) => (await readFile(file, content)).output!;
export const codeOf = async (file: string, content: string | Uint8Array) =>
  (await readFile(file, content)).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
