import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterIn } from "./letter.js";
import { pageLetterIn } from "./letter-page.js";
import { articleOf, prose } from "./testing/reading.js";

const text = prose.join("\n\n");
const quoted = text.replace(/^/gm, "> ");
const reply = { isReply: true, isForward: false };
const forward = { isReply: false, isForward: true };
const fresh = { isReply: false, isForward: false };
const own = "The harbour office has put the second crossing off to April.";

describe("a reply", () => {
  it.each([
    ["one line", "On Tue, 6 Mar 2029 at 18:20, Ana Novak <ana@x.example> wrote:"],
    ["two lines", "On Tue, 6 Mar 2029 at 18:20, Ana Novak of the harbour office\n<ana@x.example> wrote:"],
    ["German", "Am Di., 6. März 2029 um 18:20 Uhr schrieb Ana Novak <ana@x.example>:"],
    ["French", "Le mar. 6 mars 2029 à 18:20, Ana Novak <ana@x.example> a écrit :"],
    ["Russian", "вт, 6 мар. 2029 г. в 18:20, Ana Novak <ana@x.example> пишет:"],
  ])("is what stands above what it quotes: %s", (_, cue) => {
    const letter = letterIn(`${own}\n\n${cue}\n${quoted}\n`, reply);
    expect(letter.text).toBe(own);
    expect(letter.aside).toEqual([{ text: `${cue}\n${quoted}`, reason: "quoted" }]);
    expect(letter.forwarded).toBeNull();
  });

  it.each([
    ["-----Original Message-----\nFrom: Ana Novak\nSent: Tuesday, 6 March 2029 18:20\nSubject: Ferries"],
    ["-----Ursprüngliche Nachricht-----\nVon: Ana Novak\nGesendet: Dienstag, 6. März 2029 18:20\nBetreff: Ferries"],
    [
      "From: Ana Novak <ana@x.example>\nSent: Tuesday, 6 March 2029 18:20\nTo: Bo Lind; Ida Holm;\n Eva Berg <e@x.example>\nSubject: Ferries",
    ],
  ])("is what stands above the head of what it answers", (head) => {
    const letter = letterIn(`${own}\n\n${head}\n\n${text}\n`, reply);
    expect([letter.text, letter.aside.map(({ reason }) => reason)]).toEqual([own, ["quoted"]]);
  });

  it("need not mark what it answers as quoted", () => {
    const cue = "On Tue, 6 Mar 2029 at 18:20, Ana Novak <ana@x.example> wrote:";
    expect(letterIn(`${own}\n\n${cue}\n\n${text}\n`, reply)).toMatchObject({
      text: own,
      aside: [{ reason: "quoted" }],
    });
    const told = `${own}\n\nOn Tuesday the mayor of Tolm, in a letter of 6 March 2029, wrote:\n\n${text}`;
    expect(letterIn(told, reply).text).toBe(told);
    expect(letterIn(`${own}\n\n${cue}\n\n${text}`, fresh).text).toContain(text);
  });

  it("between the lines it quotes is put together", () => {
    const between = `> Will it sail?\n\nFrom Monday, said the office.\n\n> And twice a day?\n\n${own}\n`;
    expect(
      letterIn(between, reply)
        .text.replace(/\n{2,}/g, "\n")
        .trim(),
    ).toBe(`From Monday, said the office.\n${own}`);
    expect(letterIn(between, fresh).text).toContain("> Will it sail?");
  });

  it("that answers ten thousand times is put together in a moment", () => {
    const answer =
      "On 6 Mar 2029 at 18:20 Ana Novak <ana@x.example> wrote:\n> Shall we?\n> If so,\n> when?\nYes, soon.\n";
    const began = performance.now();
    expect(letterIn(answer.repeat(10_000), reply).text).toBe("Yes, soon.\n".repeat(10_000).trim());
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it("that is nothing but what it quotes keeps that", () => {
    expect(letterIn(quoted, reply)).toEqual({ text, aside: [], forwarded: null });
  });
});

describe("a forward", () => {
  const head =
    "---------- Forwarded message ---------\nFrom: Straits News Agency <w@s.example>\nDate: Tue, 6 Mar 2029 at 18:20\nSubject: Ferries";

  it("with nothing above it, or a note, is the message that it passes on", () => {
    for (const note of ["", "For your files. Bo\n\n"]) {
      const letter = letterIn(`${note}${head}\nTo: <bo@x.example>\n\n${text}\n`, fresh);
      expect(letter.text.trim()).toBe(text);
      expect(letter.forwarded).toMatchObject({ from: "Straits News Agency <w@s.example>", subject: "Ferries" });
      expect(letter.aside.map(({ reason }) => reason)).toEqual([...(note ? ["author-note"] : []), "boilerplate"]);
    }
  });

  it("of a reply is that reply, and of a forward what was passed on first", () => {
    const inner = `${text}\n\nOn Mon, 5 Mar 2029 at 10:00, Ana Novak <ana@x.example> wrote:\n> Any news?\n`;
    expect(letterIn(`${head}\n\n${inner}`, forward).text.trim()).toBe(text);
    const twice = `${head}\n\nBegin forwarded message:\n\nFrom: Tolm Gazette\nDate: 5 March 2029 at 09:00\nSubject: Quay\n\n${text}`;
    expect(letterIn(twice, forward).forwarded).toMatchObject({ from: "Tolm Gazette", subject: "Quay" });
  });

  it("under an article of the sender's own is what that article quotes", () => {
    const letter = letterIn(`${text}\n\n${head}\n\nShort notice.\n`, fresh);
    expect([letter.text, letter.forwarded, letter.aside[0]?.reason]).toEqual([text, null, "quoted"]);
  });

  it("may quote all that it passes on", () => {
    const marked = `${head}\n\n${text}`.replace(/^/gm, "> ");
    const letter = letterIn(
      `---------- Forwarded message ---------\n${marked.split("\n").slice(1).join("\n")}`,
      forward,
    );
    expect([letter.text.trim(), letter.forwarded?.subject]).toEqual([text, "Ferries"]);
  });
});

describe("what stands under every message", () => {
  it("is set aside: a signature, the footer of a list, the way out of a newsletter", () => {
    const footers = [
      ["-- \nAna Novak\nHarbour office, Tolm", "boilerplate"],
      [
        "_______________________________________________\nFerries mailing list\nhttps://lists.example/ferries",
        "newsletter",
      ],
      ["You get this because you asked for it. Unsubscribe: https://x.example/u", "newsletter"],
      ["Sent from my phone", "boilerplate"],
    ] as const;
    for (const [footer, reason] of footers)
      expect(letterIn(`${text}\n\n${footer}\n`, fresh)).toMatchObject({ text, aside: [{ text: footer, reason }] });
    expect(letterIn([text, ...footers.map(([footer]) => footer)].join("\n\n"), fresh).text).toBe(text);
  });

  it("is no article that speaks of it", () => {
    const article = `Readers can unsubscribe.\n\n${text}`;
    expect(letterIn(article, fresh)).toEqual({ text: article, aside: [], forwarded: null });
    expect(letterIn("To unsubscribe, write to us.", fresh).text).toBe("To unsubscribe, write to us.");
  });
});

describe("a message's page", () => {
  const page = prose.map((line) => `<p>${line}</p>`).join("");
  const attr =
    '<div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Straits News Agency</b> &lt;w@s.example&gt;<br>Date: Tue, Mar 6, 2029 at 6:20 PM<br>Subject: Ferries<br></div>';

  it("is told from what it answers by the marks of mail programs", () => {
    for (const quote of [
      `<div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Tue Ana wrote:</div><blockquote class="gmail_quote">${page}</blockquote></div>`,
      `<blockquote type="cite"><div>On 6 Mar 2029 Ana wrote:</div>${page}<blockquote type="cite">Older</blockquote></blockquote>`,
      `<div class="yahoo_quoted">${page}</div>`,
      `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Ana</div>${page}`,
    ]) {
      const { html, aside } = pageLetterIn(`<div><p>${own}</p></div>${quote}`, reply);
      expect(html).toBe(`<div><p>${own}</p></div>`);
      expect(aside).toMatchObject([{ reason: "quoted", text: expect.stringContaining(prose[0]!) }]);
    }
  });

  it.each([
    [
      "who wrote it",
      "<p>On Tue, 6 Mar 2029 at 18:20, Ana Novak &lt;<a href='mailto:a@x.example'>a@x.example</a>&gt; wrote:</p>",
    ],
    [
      "its head",
      "<div style='border-top:solid #E1E1E1 1.0pt'><p><b>From:</b> Ana Novak &lt;a@x.example&gt;<br>\n<b>Sent:</b> Tuesday, 6 March 2029 18:20<br><b>To:</b> Bo Lind<br><b>Subject:</b> Ferries</p></div>",
    ],
    [
      "its head in a table",
      "<table><tr><td>Von: Ana Novak</td></tr><tr><td>Gesendet: Dienstag, 6. März 2029 18:20</td></tr></table>",
    ],
  ])("is told from what it answers by the words over it, where nothing marks it: %s", (_, words) => {
    const letter = pageLetterIn(
      `<html><head><title>x</title><style>p{}</style></head><div><p>${own}</p></div>${words}${page}`,
      reply,
    );
    expect(letter.html).toContain(own);
    expect(letter.html).not.toContain(prose[0]);
    expect(letter.html).not.toContain("Ana Novak");
    expect(letter.aside).toMatchObject([{ reason: "quoted", text: expect.stringContaining(prose[0]!) }]);
    expect(pageLetterIn(`<p>${own}</p>${words}${page}`, fresh).aside).toEqual([]);
  });

  it("that passes another on without marks is that too", () => {
    const words = "<p>From: Straits News Agency<br>Date: Tue, 6 Mar 2029 at 18:20<br>Subject: Ferries</p>";
    const letter = pageLetterIn(`<p>For you</p>${words}${page}`, forward);
    expect(letter).toMatchObject({ forwarded: { from: "Straits News Agency", subject: "Ferries" } });
    expect(letter.html).toContain(prose[0]);
    expect(letter.html).not.toContain("Agency");
    expect(letter.aside.map(({ reason }) => reason)).toEqual(["author-note", "boilerplate"]);
  });

  it("that passes another on is that, under its sender's name", () => {
    const html = `<div dir="ltr">For you<br><div class="gmail_quote">${attr}<div>${page}</div></div></div>`;
    const letter = pageLetterIn(html, fresh);
    expect(letter).toMatchObject({ forwarded: { from: "Straits News Agency <w@s.example>", subject: "Ferries" } });
    expect(letter.html).toBe(`<div class="gmail_quote"><div>${page}</div></div>`);
    expect(letter.aside.map(({ reason }) => reason)).toEqual(["author-note", "boilerplate"]);
  });

  it("stays as it is where nothing is marked, or nothing else is there", () => {
    expect(pageLetterIn(page, reply).html).toBe(page);
    const all = `<div class="gmail_quote">${page}</div>`;
    expect(pageLetterIn(all, reply)).toEqual({ html: all, aside: [], forwarded: null });
  });

  it("takes no time for markup without marks", () => {
    const began = performance.now();
    pageLetterIn("<div>".repeat(300_000), reply);
    pageLetterIn("<".repeat(1_000_000), reply);
    pageLetterIn("<style>".repeat(100_000), forward);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it("takes no time for nesting", () => {
    const began = performance.now();
    pageLetterIn(`<div class="gmail_quote">${"<div>".repeat(1_000_000)}`, reply);
    pageLetterIn(`${"<blockquote type=cite>".repeat(300_000)}`, reply);
    letterIn("On ".repeat(2_000_000), reply);
    letterIn(`<${"@".repeat(1_000_000)}:\n> words\nwords`, reply);
    letterIn("From: a\nTo: b@c,\n".repeat(40_000), reply);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

describe("reading messages", () => {
  const head = (subject: string, more = "") =>
    `From: Bo Lind <bo@x.example>\r\nDate: Wed, 7 Mar 2029 10:00:00 +0100\r\nMessage-ID: <1@x.example>\r\n${more}Subject: ${subject}\r\n\r\n`;

  it("gives a reply under its own name, what it answers among what was removed", async () => {
    const cue = "On Tue, 6 Mar 2029 at 18:20, Ana Novak <ana@x.example> wrote:";
    const article = await articleOf("m.eml", `${head("Re: Ferries")}${text}\n\n${cue}\n> An older word.\n`);
    expect(article).toMatchObject({
      title: "Ferries",
      authors: ["Bo Lind"],
      published: "2029-03-07T10:00+01:00",
      text,
    });
    expect(article.removed.at(-1)).toMatchObject({ reason: "quoted", text: expect.stringContaining("An older word.") });
  });

  it("gives a forward under the first sender's name", async () => {
    const inner = `---------- Forwarded message ---------\nFrom: Ana Novak <a@x.example>\nDate: Tue, 6 Mar 2029 at 18:20\nSubject: Crossings\n\n${text}\n`;
    expect(await articleOf("m.eml", `${head("Fwd: Ferries")}FYI\n\n${inner}`)).toMatchObject({
      ...{ title: "Crossings", authors: ["Ana Novak"], text },
      published: expect.stringMatching(/^2029-03-06/),
    });
  });
});

describe("any text", () => {
  it("is parted into pieces that were all there, in any envelope", () => {
    const piece = fc.constantFrom(
      "From: a",
      "Date: b",
      "Subject: c",
      "> x",
      "On 1 Mar 2029 a <b@c.d> wrote:",
      "",
      "-- ",
      "words",
      "-----Original Message-----",
      "---------- Forwarded message ---------",
      "Unsubscribe",
      "__________",
    );
    fc.assert(
      fc.property(fc.array(piece), fc.boolean(), fc.boolean(), (pieces, isReply, isForward) => {
        const letter = letterIn(pieces.join("\n"), { isReply, isForward });
        const all = [letter.text, ...letter.aside.map((one) => one.text)].join("\n").match(/\w+/g) ?? [];
        expect([...all].sort()).toEqual([...(pieces.join("\n").match(/\w+/g) ?? [])].sort());
      }),
    );
  });
});
