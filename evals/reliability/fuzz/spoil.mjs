// Ways to spoil text and bytes. Every choice comes from the case's chance.
import { gzipSync, zipSync } from "fflate";

/** What no parser should see, and every parser does. */
const pieces = [
  ..."\u0000 \u0007 \u001b[31m \u202e \u2066 \u200b \ufeff \ufffd \ud800 \udc00 \u0301 \u2028 \u00a0".split(" "),
  ...[
    "😀",
    "ﷺ",
    "İ",
    "ß",
    "\r",
    "\t",
    "\n\n\n",
    "\u000b",
    "\u0085",
    '"',
    "'",
    "`",
    "\\",
    "%",
    "%00",
    "%s%n",
    "../../etc/passwd",
  ],
  ...[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "</title>",
  ],
  ...[
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "&#x110000;",
    "&#xD800;",
    "&#0;",
    "&amp",
    "<?php",
  ],
  ...['=HYPERLINK("http://a.example")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1", "\t=1", "\r=1"],
  ...["9".repeat(400), "1e999", "-0", "NaN", "Infinity", "0x7fffffff", "18446744073709551616", "1,000,000,000,000,000"],
  ..."9999-99-99 0000-00-00 2031-02-30 +275760-09-13T00:00:01Z -000001-01-01 31.12.99999 99999999999999".split(" "),
  ...["in January 0", "the year 1000000", "24:61:61", "a million billion trillion people", "on the 99th of March"],
  ...[
    "“",
    "”",
    "„",
    "«",
    "‘",
    "‘‘‘",
    "“““",
    "he said, she said, they said: ",
    "according to according to ",
    "not not not ",
  ],
  ...["__proto__", "constructor", "toString", '{"__proto__":{"x":1}}', "null", "undefined", "[object Object]", "true"],
  ...[
    "--x",
    "--y--",
    "Content-Length: 99999999999",
    "Content-Type: text/html; charset=utf-7",
    "From ",
    "PK\u0003\u0004",
    "%PDF-1.7",
  ],
  ...[
    "'; drop table capture; --",
    "$(id)",
    "$\u007b7*7}",
    "{{7*7}}",
    "a@b.example",
    "http://[::1",
    "http://a.example:99999999/",
  ],
];

/** What is repeated to go deep, or long. */
const deep = [
  ...'<div> <b> <table><tr><td> <ul><li> <!-- < > & &amp; ( [ {"a": [[ “ " \' > . , ; : ! - = \\ % 0 9 a ä 好 é. A. Mr. 1. 1,'.split(
    " ",
  ),
  ...[
    "<p>Yes. ",
    "a ",
    "and ",
    "said ",
    "said that ",
    "who ",
    "John Smith ",
    "of the ",
    "because ",
    "if ",
    "not ",
    "\n",
    "\r\n",
    " ",
    "\t",
    "—",
    "…",
  ],
  ...[
    "he said he said ",
    "“a” said b. ",
    "1 January 2031 ",
    "12 million ",
    "<br>",
    "<a href=x>",
    "<span>a</span>",
    "<q>",
    "<blockquote>",
  ],
];

export const spoilText = (chance, text, others) => {
  let spoilt = text;
  for (let n = chance.size(8); n > 0; n--) spoilt = chance.weighted(textWays)(chance, spoilt, others);
  return spoilt.length > 3_000_000 ? spoilt.slice(0, 3_000_000) : spoilt;
};

const at = (chance, text) => chance.below(text.length + 1);
const stretch = (chance, text) => {
  const from = at(chance, text);
  return [from, Math.min(text.length, from + chance.size(text.length + 1))];
};
const put = (text, place, piece) => text.slice(0, place) + piece + text.slice(place);

const textWays = [
  [(c, text) => put(text, at(c, text), c.of(pieces)), 8],
  [
    (c, text) =>
      text
        .split(/(?<=\s)/)
        .map((word) => (c.is(0.03) ? c.of(pieces) + word : word))
        .join(""),
    1,
  ],
  [(c, text) => put(text, at(c, text), c.of(deep).repeat(c.size(c.is(0.03) ? 60_000 : 3_000))), 2],
  [(c, text) => text.slice(...stretch(c, text)), 2],
  [(c, text) => text.slice(0, at(c, text)), 2],
  [(c, text) => ((from, to) => text.slice(0, from) + text.slice(to))(...stretch(c, text)), 3],
  [
    (c, text) =>
      ((from, to) => put(text, at(c, text), text.slice(from, Math.min(to, from + 20_000))))(...stretch(c, text)),
    3,
  ],
  [
    (c, text, others) =>
      put(text, at(c, text), ((own) => own.slice(...stretch(c, own)))(c.of(others)).slice(0, 20_000)),
    3,
  ],
  [(c, text) => text.replace(/\s+/g, c.of([" ", "", "\n", "\u00a0", "\r", " \u200b"])), 1],
  [(c, text) => text.replace(/[.!?]/g, c.of(["", ",", "…", "?!", ".”"])), 1],
  [(c, text) => text.replace(/[A-Z]/g, (letter) => (c.is(0.5) ? letter.toLowerCase() : letter)), 1],
  [(c, text) => c.of([text.toUpperCase(), text.toLowerCase(), text.normalize("NFD")]), 1],
  [(c, text) => text.replace(/\d+/g, () => c.of(["9".repeat(c.size(40)), "0", "1e9", "½", "٣", "1,2,3", "-7"])), 1],
  [(c, text) => text.replace(/[<>"'&;=]/g, (sign) => (c.is(0.05) ? c.of([..."<>\"'&;=/ "]) : sign)), 2],
  [(c, text) => text.replace(/[a-z]/g, (letter) => (c.is(0.02) ? String.fromCharCode(c.below(0x10000)) : letter)), 1],
];

/** Text in some encoding, rightly or wrongly: what claims another is the rule rather than the exception. */
export function encoded(chance, text) {
  const way = chance.weighted([
    ["utf8", 12],
    ["utf16le", 2],
    ["utf16be", 1],
    ["latin1", 2],
    ["marked", 1],
    ["wide", 1],
  ]);
  if (way === "utf16be") return Buffer.from(text, "utf16le").swap16();
  if (way === "marked")
    return Buffer.concat([
      Buffer.from(chance.of(["fffe", "feff", "efbbbf", "2b2f76", "0000feff"]), "hex"),
      Buffer.from(text),
    ]);
  if (way === "wide")
    return Buffer.from([...text.slice(0, 20_000)].flatMap((letter) => [0, 0, 0, letter.charCodeAt(0) & 255]));
  return Buffer.from(text, way);
}

/** Names that tell the truth, and names that do not. */
export const names = [
  ..."a.html b.txt c.htm d e.docx f.pdf g.zip h.eml i.json j.csv k.xml l.md m.epub n.odt o.warc p.gz q.tar r.mbox s.rtf t.exe".split(
    " ",
  ),
  ...[
    "../../../etc/cron.d/x",
    "a\u0000.html",
    "<img src=x onerror=1>.html",
    "=cmd.csv",
    "con",
    "a".repeat(300),
    "\u202elmth.txt",
    "#.html",
  ],
];

/** Spoils bytes: a bit here, a length there, an end too early. */
export function spoilBytes(chance, bytes) {
  let spoilt = Buffer.from(bytes);
  for (let n = chance.size(12); n > 0 && spoilt.length > 0; n--) spoilt = chance.weighted(byteWays)(chance, spoilt);
  return spoilt;
}

const byteWays = [
  [(c, b) => set(b, c.below(b.length), (old) => old ^ (1 << c.below(8))), 6],
  [(c, b) => set(b, c.below(b.length), () => c.of([0, 0xff, 0x7f, 0x80, 0x0a, 0x3c, c.below(256)])), 6],
  [(c, b) => number(c, b), 4],
  [(c, b) => b.subarray(0, c.below(b.length)), 2],
  [(c, b) => cut(b, c.below(b.length), c.size(b.length)), 2],
  [(c, b) => insert(b, c.below(b.length), b.subarray(...ordered(c, b))), 2],
  [(c, b) => insert(b, c.below(b.length), Buffer.alloc(c.size(20_000), c.below(256))), 1],
  [(c, b) => insert(b, c.below(b.length), Buffer.from(c.of(pieces))), 3],
];
const set = (bytes, place, value) => {
  const copy = Buffer.from(bytes);
  copy[place] = value(copy[place]);
  return copy;
};
/** Lengths and offsets stand in four bytes in most formats. */
const number = (chance, bytes) => {
  if (bytes.length < 4) return bytes;
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(
    chance.of([0, 1, 0xffffffff, 0x7fffffff, 0x80000000, bytes.length, chance.below(2 ** 31)]),
    chance.below(bytes.length - 3),
  );
  return copy;
};
const cut = (bytes, from, length) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
const insert = (bytes, place, more) => Buffer.concat([bytes.subarray(0, place), more, bytes.subarray(place)]);
const ordered = (chance, bytes) => [chance.below(bytes.length), chance.below(bytes.length)].sort((a, b) => a - b);

const mega = 2 ** 20;
const packed = (chance) => new Uint8Array(Buffer.alloc((1 + chance.below(80)) * mega, chance.of([0, 32, 60, 97])));
const bombs = [
  (c) => ({ file: "a.zip", bytes: zipSync({ "a.html": packed(c), "b.html": [packed(c), { level: 1 }] }) }),
  (c) => ({ file: "a.zip", bytes: zipSync({ "a.zip": zipSync({ "a.zip": zipSync({ "a.txt": packed(c) }) }) }) }),
  (c) => ({ file: "a.gz", bytes: gzipSync(gzipSync(packed(c))) }),
  (c) => ({
    file: "a.docx",
    bytes: zipSync({ "[Content_Types].xml": new Uint8Array(9), "word/document.xml": packed(c) }),
  }),
];

/** One piece over and over up to some megabytes, or so much packed into little. */
export function bomb(chance) {
  if (chance.is(0.3)) {
    const { file, bytes } = chance.of(bombs)(chance);
    return { file, bytes: Buffer.from(bytes) };
  }
  const piece = chance.of(deep);
  const text = piece.repeat(Math.ceil(((1 + chance.below(8)) * mega) / piece.length));
  const head = chance.of([
    "",
    "<!doctype html><p>",
    "<rss><channel><item>",
    "[",
    '{"a":',
    "title,text\n",
    "From a\n",
    "%PDF-1.4\n",
    "WARC/1.0\r\n",
  ]);
  return { file: chance.of(names), bytes: Buffer.from(head + text) };
}

/** A JSON value of any shape and depth. */
export function anyJson(chance, depth = 0) {
  const kind = chance.below(depth > 6 ? 6 : 9);
  if (kind < 2) return chance.of(pieces);
  if (kind === 2) return chance.of([0, -1, 1.5, 2 ** 53, 1e308, 20310204]);
  if (kind === 3) return chance.of([null, true, false]);
  if (kind < 6) return chance.of(["2031-02-04", "Cable", "https://gazette.example/a", ""]);
  const size = chance.size(6);
  if (kind === 6) return Array.from({ length: size }, () => anyJson(chance, depth + 1));
  return Object.fromEntries(Array.from({ length: size }, () => [chance.of(keys), anyJson(chance, depth + 1)]));
}
const keys = "id text html title date url type items content properties outlet author __proto__ Event @graph a".split(
  " ",
);

/** A value with some of its parts replaced by others of any shape. */
export function spoilJson(chance, value) {
  if (chance.is(0.08)) return anyJson(chance, 3);
  if (Array.isArray(value)) return value.map((one) => spoilJson(chance, one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoilJson(chance, one)]));
}

/** Something hostile and short: for fields, queries, headers. */
export const word = (chance) =>
  chance.is(0.3)
    ? chance.of(pieces) + chance.of(pieces)
    : chance.is(0.1)
      ? chance.of(deep).repeat(chance.size(2000))
      : chance.of(pieces);
