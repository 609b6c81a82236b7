import { describe, expect, it } from "vitest";
import { decode, isBinary, repairMojibake } from "./decode.js";

/** Encodes in any single-byte encoding, by turning its decoder round. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  if (encoding === "windows-1252")
    for (const [letter, byte] of Object.entries({ "’": 0x92, "“": 0x93, "”": 0x94 })) table.set(letter, byte);
  return Uint8Array.from(text, (letter) => table.get(letter)!);
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean): Uint8Array =>
  Uint8Array.from([
    ...(mark ? [0xff, 0xfe] : []),
    ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ]);

const russian = "Министр заявил в среду, что переговоры о паромной линии продолжатся в столице на следующей неделе.";

describe("decode", () => {
  it("believes a byte order mark and drops it", () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8("Zürich")))).toMatchObject({
      text: "Zürich",
      encoding: "utf-8",
    });
    expect(decode(utf16("Zürich wins", true))).toMatchObject({ text: "Zürich wins", encoding: "utf-16le" });
  });
  it("sees UTF-16 without a mark", () => {
    expect(decode(utf16("The ferry sank off the coast.", false)).text).toBe("The ferry sank off the coast.");
  });
  it("follows a declaration the bytes agree with", () => {
    const page = `<meta charset="windows-1251"><p>${russian}</p>`;
    expect(decode(encode(page, "windows-1251"))).toMatchObject({ text: page, encoding: "windows-1251", lossy: false });
  });
  it("reads valid UTF-8 as that whatever the page declares", () => {
    expect(decode(utf8('<meta charset="iso-8859-1"><p>naïve – “quoted”</p>')).text).toContain("naïve – “quoted”");
  });
  it("guesses where nothing is declared", () => {
    expect(decode(encode(russian, "windows-1251"))).toMatchObject({ text: russian, guessed: true });
    const french = "Le ministre a déclaré que la rivière était très haute, à l’été, malgré le “calme” apparent.";
    expect(decode(encode(french, "windows-1252")).text).toBe(french);
  });
  it("keeps UTF-8 with a broken byte, and says so", () => {
    const bytes = utf8("Über die Brücke führt kein Weg, größer als früher, sagte Jürgen Möller.");
    bytes[1] = 0xff;
    expect(decode(bytes)).toMatchObject({ lossy: true, encoding: "utf-8" });
  });
});

describe("isBinary", () => {
  it("knows images, archives and documents by their first bytes", () => {
    for (const start of ["%PDF-1.7 text follows", "PK\u0003\u0004", "GIF89a"]) expect(isBinary(utf8(start))).toBe(true);
  });
  it("takes no text for one, in any encoding", () => {
    for (const bytes of [
      utf8(russian),
      encode(russian, "windows-1251"),
      utf16(russian, true),
      utf16("Plain words here.", false),
    ])
      expect(isBinary(bytes)).toBe(false);
  });
  it("knows noise by its control bytes", () => {
    expect(isBinary(Uint8Array.from({ length: 2_000 }, (_, i) => (i * 37) % 256))).toBe(true);
  });
});

describe("repairMojibake", () => {
  it("puts twice-encoded text right and leaves the rest alone", () => {
    const broken = "Itâ€™s the mayorâ€™s cafÃ© â€” and itâ€™s “closed”.";
    expect(repairMojibake(broken)).toBe("It’s the mayor’s café — and it’s “closed”.");
  });
  it("leaves text with real letters of that kind", () => {
    for (const text of ["Âge d’or, pâte à choux, São Paulo", russian, "Ã"]) expect(repairMojibake(text)).toBe(text);
  });
});
