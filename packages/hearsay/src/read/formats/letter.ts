import type { Aside } from "../index.js";
import { type InnerHead, innerHead, unquoted } from "./mail-head.js";

/** The text of a message: what it says itself, what it quotes, and what is said under every message. */
export interface Letter {
  readonly text: string;
  readonly aside: readonly Aside[];
  /** The head of the message that its text was forwarded from; null for a text of its sender's own. */
  readonly forwarded: InnerHead | null;
}

/** What is known of a message by its head. */
export interface Envelope {
  readonly isReply: boolean;
  readonly isForward: boolean;
}

/** A note above what is forwarded is shorter than this, in characters, and than this share of it. */
const note = { longest: 1_000, share: 0.5 };
/** Messages are forwarded in messages that are forwarded. */
const maxForwards = 5;
/** Only the beginning of a line is looked at, in characters: the marks that programs write are short. */
const longestMark = 400;

/**
 * Parts a message into what its sender wrote and what stands under it: the message it answers, a signature, the note of
 * a mailing list. Of a message that forwards another with no more than a note above it, the other is the text.
 */
export function letterIn(whole: string, envelope: Envelope): Letter {
  let lines: readonly string[] = whole.split(/\r?\n/);
  let forwarded: InnerHead | null = null;
  const aside: Aside[] = [];
  for (let depth = 0; depth < maxForwards; depth++) {
    const mark = markIn(lines, envelope, forwarded !== null);
    if (mark === null) break;
    const [own, rest] = [textOf(lines.slice(0, mark.at)), lines.slice(mark.at)];
    const isForward = mark.kind === "forward" || (mark.kind !== "answer" && (envelope.isForward || own === ""));
    const passed = isForward && mark.head !== null ? unquotedAll(lines.slice(mark.head.end)) : [];
    if (passed.length > 0 && isNote(own, textOf(passed))) {
      put(aside, own, "author-note");
      put(aside, textOf(lines.slice(mark.at, mark.head!.end)), "boilerplate");
      [lines, forwarded] = [passed, mark.head];
      continue;
    }
    if (own === "") break;
    lines = lines.slice(0, mark.at);
    put(aside, textOf(rest), "quoted");
    break;
  }
  const answered = envelope.isReply || forwarded !== null ? withoutQuotes(lines, aside) : lines;
  return { text: withoutFooters(answered, aside).join("\n"), aside, forwarded };
}

const textOf = (lines: readonly string[]): string => lines.join("\n").trim();

function put(aside: Aside[], text: string, reason: Aside["reason"]): void {
  if (text !== "") aside.push({ text, reason });
}

/** Whether what a sender wrote is but a note on what is passed on. */
export const isNote = (own: string, passed: string): boolean =>
  own === "" || (own.length <= note.longest && own.length <= passed.length * note.share);

/** Where another message begins in the text of one. */
export interface Mark {
  readonly kind: "forward" | "original" | "head" | "answer";
  readonly at: number;
  /** The head that stands under it. */
  readonly head: InnerHead | null;
}

export const forwardMark =
  /^-{3,}\s*(?:Forwarded message|Weitergeleitete (?:Nachricht|E-Mail)|Message transféré|Mensaje reenviado|Messaggio inoltrato|Mensagem encaminhada|Doorgestuurd bericht|Пересыла\S{2,6} сообщение|Переслан\S{2,4} повідомлення)\s*-{3,}|^(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Начало переадресованного сообщения)\s*:\s*$/i;
const originalMark =
  /^-{3,}\s*(?:Original (?:Message|Appointment)|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Исходное сообщение)\s*-{3,}/i;
/** "On Tue, 6 Mar 2029 at 18:20, Ana Novak <ana@x.example> wrote:" */
const answerMark =
  /^(?:(?:On|Am|Le|El|Il(?: giorno)?|Op|Em|Den|W dniu|Dnia)\s.{5,}?(?:wrote|schrieb.{0,120}|a écrit|escribió|ha scritto|schreef.{0,120}|escreveu|skrev.{0,120}|napisał(?:\(a\)|a)?)|.{5,}(?:пишет|писал\(?а?\)?|написав))\s*:\s*$/i;
const stamp = /\d{1,2}[:.h]\d{2}|<[^<>\s]+@[^<>\s]+>|\b20\d\d\b/;

/** A mark that nothing but a mail program writes: address or time of day, and the year. */
const fullStamp = /<[^<>\s]+@[^<>\s]+>|\b20\d\d\b.{0,40}?\d{1,2}[:.h]\d{2}|\d{1,2}[:.h]\d{2}.{0,40}?\b20\d\d\b/;

/** Where another message begins; null where none does. */
export function markIn(lines: readonly string[], { isReply, isForward }: Envelope, isInner: boolean): Mark | null {
  const behind = tallied(lines);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.slice(0, longestMark).trim();
    if (line === "") continue;
    const kind = forwardMark.test(line) ? "forward" : originalMark.test(line) ? "original" : null;
    if (kind !== null) return { kind, at, head: headUnder(lines, at + 1) };
    const head = isReply || isForward || isInner ? innerHead(lines, at) : null;
    if (head !== null) return { kind: "head", at, head };
    if (answers(lines, at, behind, isReply)) return { kind: "answer", at, head: null };
  }
  return null;
}

/** The head within the next lines: blank ones may stand before it. */
function headUnder(lines: readonly string[], from: number): InnerHead | null {
  for (let at = from; at < Math.min(lines.length, from + 4); at++)
    if (lines[at]!.trim() !== "") return innerHead(lines, at);
  return null;
}

/**
 * Whether a line, or it and the two behind it, say who wrote what is quoted next: to the end, nothing else follows. In a
 * reply, what stands behind need not be marked as quoted.
 */
function answers(lines: readonly string[], at: number, { written, quoted }: Tallied, isReply: boolean): boolean {
  for (let size = 1; size <= 3 && at + size <= lines.length; size++) {
    const text = lines
      .slice(at, at + size)
      .map((line) => line.slice(0, longestMark).trim())
      .join(" ");
    if (!answerMark.test(text) || !stamp.test(text)) continue;
    const from = at + size;
    if (isReply && written[from]! > 0 && quoted[from] === 0 && fullStamp.test(text)) return true;
    return written[from]! > 0 && beginsQuoted(lines, from) && quoted[from]! >= written[from]! * 0.8;
  }
  return false;
}

const isQuoted = (line: string): boolean => /^[ \t]*>/.test(line);

/** Whether the next three lines with something on them are quoted, or as many as there are. */
function beginsQuoted(lines: readonly string[], from: number): boolean {
  for (let [at, left] = [from, 3]; at < lines.length && left > 0; at++) {
    if (lines[at]!.trim() === "") continue;
    if (!isQuoted(lines[at]!)) return false;
    left--;
  }
  return true;
}

/** For each line how many from it on have something on them, and how many of these are quoted. */
interface Tallied {
  readonly written: Int32Array;
  readonly quoted: Int32Array;
}

/** Counted once for all lines: to count for each that may be a mark would be quadratic. */
function tallied(lines: readonly string[]): Tallied {
  const [written, quoted] = [new Int32Array(lines.length + 1), new Int32Array(lines.length + 1)];
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!;
    written[at] = written[at + 1]! + +(line.trim() !== "");
    quoted[at] = quoted[at + 1]! + +isQuoted(line);
  }
  return { written, quoted };
}

/** Lines without the marks of one quotation that all of them are in. */
function unquotedAll(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== "");
  const all = written.length > 0 && written.every(isQuoted);
  return textOf(lines) === "" ? [] : all ? lines.map(unquoted) : lines;
}

/** An answer between the lines that it quotes, without them; what is nothing but quoted stays. */
function withoutQuotes(lines: readonly string[], aside: Aside[]): readonly string[] {
  const own: string[] = [];
  const quoted: string[] = [];
  for (const [at, line] of lines.entries()) {
    const isCue = !isQuoted(line) && isQuoted(nextWritten(lines, at)) && saysWho(line.trim());
    (isQuoted(line) || isCue ? quoted : own).push(line);
  }
  if (quoted.length === 0 || textOf(own) === "") return quoted.length === 0 ? lines : lines.map(unquoted);
  put(aside, textOf(quoted), "quoted");
  return own;
}

const saysWho = (line: string): boolean => line.length <= longestMark && line.endsWith(":") && stamp.test(line);

/** The next line with something on it, of the next two. */
const nextWritten = (lines: readonly string[], at: number): string =>
  [lines[at + 1], lines[at + 2]].find((line) => (line ?? "").trim() !== "") ?? "";

/** A signature has so many lines at most, a list's footer as many. */
const maxFooter = 15;
/** Longest paragraph that is taken for the way out of a newsletter, in characters. */
const longestFooter = 600;
const ruled = /^[ \t]*(?:_{10,}|-{20,}|={20,})[ \t]*$/;
const listWords =
  /unsubscribe|mailing list|list-?info|manage (?:your )?(?:preferences|subscription)|view (?:this (?:e-?mail|message) )?(?:in|on) (?:your|the|a) (?:browser|web)|abmelden|abbestellen|se désabonner|désinscri|darse de baja|cancelar (?:la |tu |su )?suscripción|annulla(?:re)? (?:la tua )?iscrizione|disiscri|uitschrijven|afmelden|отписаться|відписатися/i;
const sentFrom =
  /^(?:Sent from (?:my|Yahoo|Outlook|Mail)|Get Outlook for|Von meinem \S+ gesendet|Envoyé de mon|Enviado desde mi|Inviato da|Отправлено с)\b.{0,80}$/i;

/** Lines without what stands under every message: a signature, a list's footer, the way out of a newsletter. */
function withoutFooters(lines: readonly string[], aside: Aside[]): readonly string[] {
  let end = lines.length;
  for (;;) {
    while (end > 0 && lines[end - 1]!.trim() === "") end--;
    const footer = footerIn(lines, end);
    if (footer === null) return lines.slice(0, end);
    put(aside, textOf(lines.slice(footer.at, end)), footer.reason);
    end = footer.at;
  }
}

/** The footer that stands last before a line: where it begins, and what it is; null where none does. */
function footerIn(
  lines: readonly string[],
  end: number,
): { readonly at: number; readonly reason: Aside["reason"] } | null {
  const from = Math.max(1, end - maxFooter);
  const below = lines.slice(from, end);
  const rule = below.findIndex((line) => ruled.test(line));
  if (rule >= 0 && listWords.test(textOf(below.slice(rule)))) return { at: from + rule, reason: "newsletter" };
  const dashes = below.findIndex((line) => /^--[ \t]?$/.test(line));
  if (dashes >= 0) return { at: from + dashes, reason: "boilerplate" };
  const at = startOfParagraph(lines, end);
  const last = textOf(lines.slice(at, end));
  if (at === 0) return null;
  if (last.length <= longestFooter && listWords.test(last)) return { at, reason: "newsletter" };
  return sentFrom.test(last) ? { at, reason: "boilerplate" } : null;
}

/** The line at which the last paragraph begins. */
function startOfParagraph(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && lines[at - 1]!.trim() !== "") at--;
  return at;
}
