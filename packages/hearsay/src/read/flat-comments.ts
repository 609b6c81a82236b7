import type { Measured } from "./measured.js";

/** The button below a comment, alone in its line. */
const button =
  /^(?:reply|reply to .{1,40}|respond|antworten?|auf .{1,40} antworten|répondre|responder|rispondi|beantwoorden|reageren|odpowiedz|ответить)\s?(?:delete|löschen|↓|·.{0,40}|\(\d{1,4}\))?$/i;
/** The name above one, alone in its line: "Ana Novak says:". */
const speaker =
  /^[^.!?:]{1,50}\s(?:says|sagt|schreibt|meint|a dit|dit|dice|dijo|ha scritto|zegt|schreef|pisze|пишет)\s?:$/i;
/** How a line begins that announces what somebody says, and is no name: "What the council says:". */
const announcing =
  /^(?:what|how|why|who|when|where|which|as|here|was|wie|warum|wer|wann|welche[rs]?|so|hier|ce qu[e’']|comm(?:e|ent)|pourquoi|qui|quand|selon|lo que|qu[ée]|c[óo]mo|por qu[ée]|qui[ée]n|cu[áa]ndo|(?:che )?cosa|quello che|come|perché|wat|hoe|waarom|zoals|co|jak|dlaczego|kto|что|как|почему|кто)(?![\p{L}-])/iu;
const longest = 90;

/** So many marks make a thread, where so many words of an article stand before it. */
const thread = { marks: 3, before: 80, above: 6 };

/**
 * What readers wrote below an article that was flattened: from the heading of their comments, or their first name or
 * button, down to the last; in a thread with buttons they end with what the last of them says.
 */
export function dropThread(items: readonly Measured[], kept: boolean[]): void {
  const marks = items.flatMap(({ text }, i) => (text.length <= longest && isMark(text) ? [i] : []));
  if (marks.length < thread.marks) return;
  const start = startOf(items, marks[0]!);
  let before = 0;
  for (let i = 0; i < start; i++) if (kept[i]) before += items[i]!.wording.words;
  if (before < thread.before) return;
  const last = marks[marks.length - 1]!;
  for (let i = start; i <= last; i++) kept[i] = false;
  // Names alone do not tell where the last one's words end and the article goes on.
  const ends = button.test(items[last]!.text) || !marks.some((i) => button.test(items[i]!.text));
  if (!ends) for (let i = last + 1; kept[i] === true; i++) kept[i] = false;
}

const isMark = (text: string): boolean => button.test(text) || (speaker.test(text) && !announcing.test(text));

/** The heading of the comments near above the first mark; else the mark, or above a button the date or name of its comment. */
function startOf(items: readonly Measured[], first: number): number {
  for (let i = first - 1; i >= Math.max(0, first - thread.above); i--)
    if (items[i]!.wording.cue?.reason === "comments") return i;
  if (!button.test(items[first]!.text)) return first;
  for (let i = first - 1; i >= Math.max(0, first - thread.above); i--)
    if (items[i]!.wording.dated === true && items[i]!.wording.words <= 12) return i;
  return first;
}
