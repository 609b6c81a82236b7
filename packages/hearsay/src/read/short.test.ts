import { describe, expect, it } from "vitest";
import type { Article } from "../model/index.js";
import { type ReadInput, read } from "./index.js";

interface Case {
  readonly name: string;
  readonly input: Partial<ReadInput>;
  /** The article's text: paragraphs joined by a blank line. */
  readonly stays: readonly string[];
  /** What is set aside, in order. */
  readonly goes?: readonly string[];
  readonly is?: Partial<Article>;
}

const wide = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const bytes = new Uint8Array((text.length + +mark) * 2);
  const view = new DataView(bytes.buffer);
  [...(mark ? "\ufeff" : "")].concat(text.split("")).forEach((unit, i) => {
    view.setUint16(i * 2, unit.charCodeAt(0), little);
  });
  return bytes;
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (...lines: string[]): Partial<ReadInput> => ({ text: lines.join("\n") });

const strike = [
  "The strike began at dawn on Monday.",
  "Dockers in Tolm locked the gates and lit fires in oil drums.",
  "The port authority said it would not negotiate before noon.",
];
const blast = "Two people were hurt when a boiler exploded in the fish market of Tolm on Friday, police said.";
const second = "The cause is not yet known.";
const nothing: Partial<Article> = { title: "", authors: [], outlet: null, published: null };

const cases: readonly Case[] = [
  { name: "one sentence", input: text(blast), stays: [blast], is: nothing },
  { name: "one very short sentence", input: text("The pier fell."), stays: ["The pier fell."], is: nothing },
  { name: "two sentences on a line", input: text(`${blast} ${second}`), stays: [`${blast} ${second}`], is: nothing },
  { name: "two sentences on two lines", input: text(blast, second), stays: [blast, second], is: nothing },
  { name: "three short paragraphs", input: text(strike.join("\n\n")), stays: strike, is: nothing },
  {
    name: "a file named after its article",
    input: { ...text(strike.join("\n\n")), file: "the-strike-began.txt" },
    stays: strike,
    is: nothing,
  },
  {
    name: "a file named after an outlet",
    input: { ...text(strike.join("\n\n")), file: "03-tolm-evening-post.txt" },
    stays: strike,
    is: { outlet: "Tolm Evening Post" },
  },
  {
    name: "a link beside the text",
    input: { ...text(...strike), file: "https://www.tolm.example/the-strike-began" },
    stays: strike,
    is: { outlet: "tolm.example" },
  },
  {
    name: "headline and two paragraphs",
    input: text("Dockers walk out in Tolm", "", strike[0]!, "", strike[1]!),
    stays: strike.slice(0, 2),
    goes: ["Dockers walk out in Tolm"],
    is: { ...nothing, title: "Dockers walk out in Tolm" },
  },
  {
    name: "headline, by-line, date line and two paragraphs",
    input: text("Dockers walk out in Tolm", "By Ana Novak", "4 March 2031", "", strike[0]!, strike[2]!),
    stays: [strike[0]!, strike[2]!],
    goes: ["Dockers walk out in Tolm", "By Ana Novak", "4 March 2031"],
    is: { title: "Dockers walk out in Tolm", authors: ["Ana Novak"], published: "2031-03-04", outlet: null },
  },
  {
    name: "masthead, headline, paragraphs and copyright",
    input: text("The Tolm Courier", "Dockers walk out before the tide", ...strike, "© 2031 The Tolm Courier"),
    stays: strike,
    goes: ["The Tolm Courier", "Dockers walk out before the tide", "© 2031 The Tolm Courier"],
    is: { title: "Dockers walk out before the tide", outlet: "The Tolm Courier", authors: [] },
  },
  {
    name: "wire item that opens with a dateline",
    input: text("TOLM, March 4, 2031 (NPA) - Dockers walked out on Monday.", second),
    stays: ["TOLM, March 4, 2031 (NPA) - Dockers walked out on Monday.", second],
    is: { title: "", published: "2031-03-04", agency: "NPA" },
  },
  {
    name: "wire item signed by its agency",
    input: text("Dockers in Tolm walked out on Monday. Ferries stayed in port. (Reuters)"),
    stays: ["Dockers in Tolm walked out on Monday. Ferries stayed in port. (Reuters)"],
    is: nothing,
  },
  {
    name: "statement with bullets",
    input: text(
      "Statement by the Tolm Port Authority",
      "The authority has decided:",
      "- to keep the ferry pier closed",
      "- to refund all tickets",
      "• to report in May",
      "We thank our passengers for their patience.",
    ),
    stays: [
      "The authority has decided:",
      "- to keep the ferry pier closed",
      "- to refund all tickets",
      "• to report in May",
      "We thank our passengers for their patience.",
    ],
    is: { ...nothing, title: "Statement by the Tolm Port Authority" },
  },
  {
    name: "questions and answers",
    input: text("Q: Who closed the pier?", "A: The ministry.", "Q: When will it open?", "A: I cannot say."),
    stays: ["Q: Who closed the pier?", "A: The ministry.", "Q: When will it open?", "A: I cannot say."],
    is: nothing,
  },
  {
    name: "interview in short lines",
    input: text("Did you sign it?", "No.", "Why not?", "Nobody asked me to.", "Will you?", "Perhaps in June."),
    stays: ["Did you sign it?", "No.", "Why not?", "Nobody asked me to.", "Will you?", "Perhaps in June."],
    is: nothing,
  },
  {
    name: "live-blog entry",
    input: text("14:32 GMT", "Police have closed the harbour road.", "More as we get it."),
    stays: ["14:32 GMT", "Police have closed the harbour road.", "More as we get it."],
    is: nothing,
  },
  {
    name: "verse",
    input: text("“We will not row,", "we will not sail,", "until the harbour pays.”", "— song of the dockers"),
    stays: ["“We will not row,", "we will not sail,", "until the harbour pays.”", "— song of the dockers"],
    is: nothing,
  },
  {
    name: "one cookie line and two sentences",
    input: text("We use cookies to improve your experience. Accept all", strike[0]!, second),
    stays: [strike[0]!, second],
    goes: ["We use cookies to improve your experience. Accept all"],
    is: nothing,
  },
  {
    name: "menu, headline, two sentences, share bar and footer",
    input: text(
      "Home News Politics Sport Opinion Sign in",
      "Dockers walk out in Tolm",
      "Facebook Twitter Email Print",
      strike[0]!,
      second,
      "Read more: Ferry fares to rise again",
      "© 2031 Courier Holdings. All rights reserved.",
    ),
    stays: [strike[0]!, second],
    goes: [
      "Home News Politics Sport Opinion Sign in",
      "Dockers walk out in Tolm",
      "Facebook Twitter Email Print",
      "Read more: Ferry fares to rise again",
      "© 2031 Courier Holdings. All rights reserved.",
    ],
    is: { title: "Dockers walk out in Tolm" },
  },
  {
    name: "sentences that begin like furniture",
    input: text(
      "Comments by the harbour master angered the dockers.",
      "Share the burden, the mayor told them on Monday.",
      "By Tuesday the water had reached the second floor.",
      "Talks resume on 4 March 2031.",
      "Discussion of the treaty ended without a vote.",
    ),
    stays: [
      "Comments by the harbour master angered the dockers.",
      "Share the burden, the mayor told them on Monday.",
      "By Tuesday the water had reached the second floor.",
      "Talks resume on 4 March 2031.",
      "Discussion of the treaty ended without a vote.",
    ],
    is: nothing,
  },
  { name: "CRLF", input: { bytes: utf8(strike.join("\r\n\r\n")) }, stays: strike, is: nothing },
  { name: "UTF-16 LE with its mark", input: { bytes: wide(strike.join("\r\n"), true, true) }, stays: strike },
  { name: "UTF-16 BE with its mark", input: { bytes: wide(strike.join("\n"), false, true) }, stays: strike },
  { name: "UTF-16 LE without a mark", input: { bytes: wide(second, true, false) }, stays: [second] },
  {
    name: "UTF-16 LE without a mark, Cyrillic",
    input: { bytes: wide("Порт закрыт. Паромы стоят.", true, false) },
    stays: ["Порт закрыт. Паромы стоят."],
    is: { language: "ru" },
  },
  { name: "tabs", input: text(`\t${strike[0]}`, `\t${strike[1]!.replace(" ", "\t")}`), stays: strike.slice(0, 2) },
  {
    name: "telegram in capitals",
    input: text("URGENT STOP HARBOUR OF TOLM CLOSED SINCE SUNDAY STOP", "SEND COAL STOP CONSUL"),
    stays: ["URGENT STOP HARBOUR OF TOLM CLOSED SINCE SUNDAY STOP", "SEND COAL STOP CONSUL"],
    is: nothing,
  },
  {
    name: "a link in the text",
    input: text("The report is at https://tolm.example/pier and runs to nine pages.", second),
    stays: ["The report is at https://tolm.example/pier and runs to nine pages.", second],
    is: nothing,
  },
  {
    name: "post of a social network",
    input: text("BREAKING: harbour of Tolm shut after blast, ferries turned back #Tolm @tolmport https://t.example/x1"),
    stays: ["BREAKING: harbour of Tolm shut after blast, ferries turned back #Tolm @tolmport https://t.example/x1"],
    is: nothing,
  },
  {
    name: "one line without a stop",
    input: text("Blast heard in the harbour of Tolm, rescue boats on their way"),
    stays: ["Blast heard in the harbour of Tolm, rescue boats on their way"],
    is: nothing,
  },
  {
    name: "headline with a kicker, outlet between by-line and date",
    input: text(
      "EXCLUSIVE: Harbour master knew of rot",
      "By Ana Novak and Per Holm",
      "Tolm Courier",
      "Published 4 March 2031, 10:15",
      blast,
      second,
    ),
    stays: [blast, second],
    is: {
      title: "EXCLUSIVE: Harbour master knew of rot",
      authors: ["Ana Novak", "Per Holm"],
      outlet: "Tolm Courier",
      published: "2031-03-04T10:15",
    },
  },
  {
    name: "signed at the end",
    input: text("Pier falls at night", "4 March 2031", "The pier fell at night.", second, "Ana Novak, “Ferry Post”"),
    stays: ["The pier fell at night.", second],
    is: { title: "Pier falls at night", published: "2031-03-04", authors: ["Ana Novak"], outlet: "Ferry Post" },
  },
  {
    name: "a name above what its bearer says",
    input: text("Ana Novak", "", "I saw the boat sink.", "I could do nothing."),
    stays: ["Ana Novak", "I saw the boat sink.", "I could do nothing."],
    is: { title: "", outlet: null, language: "en" },
  },
  {
    name: "press release",
    input: text(
      "FOR IMMEDIATE RELEASE",
      "Port authority closes ferry pier",
      "TOLM, 4 March 2031 – The port authority closed the ferry pier today.",
      "Contact: press@tolm.example",
      "ENDS",
    ),
    stays: [
      "FOR IMMEDIATE RELEASE",
      "TOLM, 4 March 2031 – The port authority closed the ferry pier today.",
      "Contact: press@tolm.example",
      "ENDS",
    ],
    is: { title: "Port authority closes ferry pier", published: "2031-03-04", outlet: null },
  },
  {
    name: "a line of places and a date",
    input: text("Tolm, Vesmara, 4 March 2031", "The pier has been closed.", "Nobody was hurt."),
    stays: ["The pier has been closed.", "Nobody was hurt."],
    goes: ["Tolm, Vesmara, 4 March 2031"],
    is: { title: "", published: "2031-03-04", outlet: null },
  },
  {
    name: "a line with a date and nothing else",
    input: text("Talks resume 4 March 2031"),
    stays: ["Talks resume 4 March 2031"],
  },
  {
    name: "numbered points",
    input: text("1. The pier is closed.", "2. Tickets are refunded.", "3. A report follows in May."),
    stays: ["1. The pier is closed.", "2. Tickets are refunded.", "3. A report follows in May."],
    is: nothing,
  },
  {
    name: "two speakers",
    input: text("Ana Novak: Who closed it?", "Per Holm: We did.", "Ana Novak: Why?", "Per Holm: It was rotten."),
    stays: ["Ana Novak: Who closed it?", "Per Holm: We did.", "Ana Novak: Why?", "Per Holm: It was rotten."],
    is: nothing,
  },
  {
    name: "entries of a ticker",
    input: text("12:40 Police confirm one arrest.", "12:15 Two boats are on their way.", "11:58 Smoke is seen."),
    stays: ["12:40 Police confirm one arrest.", "12:15 Two boats are on their way.", "11:58 Smoke is seen."],
    is: nothing,
  },
  {
    name: "menu of single lines, headline, by-line, sentences, buttons",
    input: text(
      "Home",
      "News",
      "Pier falls at night",
      "By Ana Novak",
      "The pier fell at night.",
      second,
      "Share",
      "Print",
    ),
    stays: ["The pier fell at night.", second],
    goes: ["Home", "News", "Pier falls at night", "By Ana Novak", "Share", "Print"],
    is: { title: "Pier falls at night", authors: ["Ana Novak"], outlet: null },
  },
  {
    name: "a teaser between two sentences",
    input: text(blast, "Lesen Sie auch: Fährpreise steigen", second),
    stays: [blast, second],
    goes: ["Lesen Sie auch: Fährpreise steigen"],
    is: nothing,
  },
  {
    name: "six short lines that are not one wrapped paragraph",
    input: text(...strike, ...strike.map((line) => line.replace("The", "Their"))),
    stays: [...strike, ...strike.map((line) => line.replace("The", "Their"))],
    is: nothing,
  },
  {
    name: "German",
    input: text("Fähre gesunken", "Eine Fähre ist am Montag vor Tolm gesunken.", "Niemand wurde verletzt."),
    stays: ["Eine Fähre ist am Montag vor Tolm gesunken.", "Niemand wurde verletzt."],
    goes: ["Fähre gesunken"],
    is: { ...nothing, title: "Fähre gesunken", language: "de" },
  },
  {
    name: "French",
    input: text("Le port de Tolm est fermé depuis lundi.", "« Nous attendons », a dit le maire."),
    stays: ["Le port de Tolm est fermé depuis lundi.", "« Nous attendons », a dit le maire."],
    is: { ...nothing, language: "fr" },
  },
  {
    name: "Spanish",
    input: text("¿Quién cerró el puerto?", "El puerto de Tolm está cerrado desde el lunes.", "Nadie sabe por qué."),
    stays: ["¿Quién cerró el puerto?", "El puerto de Tolm está cerrado desde el lunes.", "Nadie sabe por qué."],
    is: { language: "es" },
  },
  {
    name: "Russian",
    input: text("Паром затонул у берегов Тольма", "Паром затонул в понедельник утром.", "Никто не пострадал."),
    stays: ["Паром затонул в понедельник утром.", "Никто не пострадал."],
    is: { ...nothing, title: "Паром затонул у берегов Тольма", language: "ru" },
  },
  {
    name: "Arabic",
    input: text("أغلقت السلطات الميناء يوم الاثنين بعد انفجار.", "هل يفتح غدا؟"),
    stays: ["أغلقت السلطات الميناء يوم الاثنين بعد انفجار.", "هل يفتح غدا؟"],
    is: { ...nothing, language: "ar" },
  },
  {
    name: "Chinese",
    input: text("渡轮码头周一关闭", "港务局周一关闭了旧渡轮码头。", "没有人受伤。"),
    stays: ["港务局周一关闭了旧渡轮码头。", "没有人受伤。"],
    is: { ...nothing, title: "渡轮码头周一关闭", language: "zh" },
  },
];

describe("read, short texts", () => {
  it.each(cases)("$name", ({ input, stays, goes, is }) => {
    const { output, diagnostics } = read({ id: "s", file: "s.txt", ...input });
    expect(diagnostics).toEqual([]);
    expect(output?.text).toBe(stays.join("\n\n"));
    if (goes !== undefined) expect(output?.removed.map((one) => one.text)).toEqual(goes);
    if (is !== undefined) expect(output).toMatchObject(is);
  });

  it("gives the same date for a short note and its flat copy that can be read both ways", () => {
    const flat = read({ id: "s", file: "s.txt", ...text("Dockers walk out in Tolm", "03/04/2027", ...strike) }).output;
    expect(flat).toMatchObject({
      title: "Dockers walk out in Tolm",
      published: null,
      publishedWithin: { earliest: "2027-03-04", latest: "2027-04-03" },
    });
  });

  it.each(["Home\nNews\nSport\nSign in", "Home News Politics Sport Opinion Sign in", "404", "Accept all cookies"])(
    "is no article: %j",
    (menu) => {
      const { output, diagnostics } = read({ id: "s", file: "s.txt", text: menu });
      expect(output).toBeNull();
      expect(diagnostics).toMatchObject([{ code: "read.no-article" }]);
    },
  );
});
