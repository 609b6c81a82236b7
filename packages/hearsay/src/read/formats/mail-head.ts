/** The head of a message that stands in the text of another, as mail programs write it above what is forwarded or answered. */
export interface InnerHead {
  readonly from: string;
  readonly date: string | null;
  readonly subject: string | null;
  /** The line after it. */
  readonly end: number;
}

/** What mail programs call the fields, in the languages that they are sold in. */
const names = {
  from: "From|Von|De|Da|Van|Fra|Från|Od|От|Від",
  date: "Date|Sent|Datum|Gesendet|Fecha|Enviado(?: el)?|Envoyé|Data|Inviato|Verzonden|Sendt|Skickat|Wysłano|Дата|Отправлено|Надіслано",
  subject: "Subject|Betreff|Asunto|Objet|Oggetto|Onderwerp|Assunto|Emne|Ämne|Temat|Тема",
  to: "To|An|À|A|Aan|Para|Til|Till|Do|Кому|Cc|Kopie|Copie|CC|Bcc|Reply-To|Antwort an|Répondre à|Responder a",
} as const;

const patterns = Object.fromEntries(
  Object.entries(names).map(([field, words]) => [
    field,
    new RegExp(`^[*_]{0,2}(?:${words})[*_]{0,2}:[* \\t_]*(.*)$`, "i"),
  ]),
) as Readonly<Record<keyof typeof names, RegExp>>;

/** A head has so many lines at most: a long list of receivers is folded. */
const longestHead = 14;
/** Longer lines are no fields. */
const longestLine = 1_000;

/** A line without the marks that quote it. */
export const unquoted = (line: string): string => line.replace(/^[ \t]*(?:>[ \t]?)+/, "");

/** The head that begins at a line, when one does: a sender, and a date or a subject, among lines that are all fields. */
export function innerHead(lines: readonly string[], start: number): InnerHead | null {
  const found: { from?: string; date?: string; subject?: string } = {};
  let at = start;
  let isList = false;
  for (; at < lines.length && at < start + longestHead; at++) {
    const line = unquoted(lines[at]!.slice(0, longestLine)).trim();
    if (line === "") break;
    const field = (Object.keys(patterns) as (keyof typeof patterns)[]).find((name) => patterns[name].test(line));
    // Receivers may go on over several lines.
    if (field === undefined && !(isList && /[@;,]/.test(line))) break;
    if (field === undefined) continue;
    isList = field === "to";
    if (field === "to") continue;
    found[field] ??= patterns[field].exec(line)![1]!.replace(/[*\s]+$/, "");
  }
  const { from = "", date = null, subject = null } = found;
  return from === "" || (date === null && subject === null) ? null : { from, date, subject, end: at };
}
