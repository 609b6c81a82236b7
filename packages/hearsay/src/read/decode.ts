import { detect } from "chardet";

/** Bytes made text. `lossy` is true when some bytes meant nothing in the encoding chosen. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly lossy: boolean;
  /** True when nothing declared the encoding and it had to be guessed. */
  readonly guessed: boolean;
}

const sampleSize = 64_000;

/**
 * Decodes a document: byte order mark, then UTF-8 if the bytes are that, then a declaration made beside the bytes
 * and one in the markup (the order of the HTML standard) if they agree with it, then a guess from the bytes. Never fails: the last resort is windows-1252,
 * which every byte fits.
 * @param beside the character set that came with the bytes, as in a Content-Type header
 */
export function decode(bytes: Uint8Array, beside?: string): Decoded {
  const marked = markOf(bytes);
  if (marked !== null) return decodeAs(bytes, marked, false);
  const wide = wideOf(bytes);
  if (wide !== null) return decodeAs(bytes, wide, true);
  // Valid UTF-8 beyond ASCII is never anything else by accident, whatever the page declares.
  if (isUtf8(bytes)) return decodeAs(bytes, "utf-8", false);
  for (const declared of [beside ?? null, declaredIn(bytes)]) {
    if (declared === null || /^utf-?8$/i.test(declared) || decoderFor(declared) === null) continue;
    const decoded = decodeAs(bytes, declared, false);
    if (!decoded.lossy) return decoded;
  }
  return guess(bytes);
}

/** Control bytes and zeros that no text has: an image, an archive, a PDF. */
export function isBinary(bytes: Uint8Array): boolean {
  if (markOf(bytes) !== null) return false;
  const head = bytes.subarray(0, sampleSize);
  if (magic.some((start) => start.every((byte, i) => head[i] === byte))) return true;
  if (wideOf(bytes) !== null) return false;
  let strange = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange++;
  return strange > Math.max(2, head.length * 0.005);
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
/** PDF, PNG, JPEG, GIF, ZIP, GZIP, RAR, 7z, ELF, MZ, OLE, RIFF, Ogg, ID3, bzip2, xz. */
const magic: readonly (readonly number[])[] = [
  ascii("%PDF-"),
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  ascii("GIF8"),
  [0x50, 0x4b, 3, 4],
  [0x1f, 0x8b],
  ascii("Rar!"),
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90, 0],
  [0xd0, 0xcf, 0x11, 0xe0],
  ascii("OggS"),
  ascii("ID3\u0003"),
  ascii("BZh9"),
  [0xfd, 0x37, 0x7a, 0x58],
];

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** High bytes of Latin, Greek, Cyrillic, Hebrew and Arabic letters in UTF-16; as bytes of a text they mean nothing. */
const isPage = (byte: number): boolean => byte === 0 || (byte >= 3 && byte <= 6);

/** UTF-16 without a mark: every other byte is zero, or a script's page. */
function wideOf(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length, 4_000) & ~1;
  if (n < 8) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < n; i += 2) {
    if (isPage(bytes[i]!)) even++;
    if (isPage(bytes[i + 1]!)) odd++;
  }
  const half = n / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  return even > half * 0.4 && odd < half * 0.05 ? "utf-16be" : null;
}

/** Whether bytes are UTF-8 without a fault. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 8_192));
  const found =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head) ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

/** 0x80 to 0x9f in windows-1252. Some Node releases decode these as control characters. */
const specials = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeAs(bytes: Uint8Array, encoding: string, guessed: boolean): Decoded {
  const decoder = decoderFor(encoding);
  if (decoder === null || decoder.encoding === "windows-1252") {
    const text = new TextDecoder("windows-1252").decode(bytes);
    const whole = text.replace(/[\u0080-\u009f]/g, (letter) => specials[letter.charCodeAt(0) - 0x80]!);
    return { text: whole, encoding: "windows-1252", guessed: guessed || decoder === null, lossy: false };
  }
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, guessed, lossy: text.includes("\ufffd") };
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

/** The Windows code page that holds a Latin or other ISO part and typographic quotes besides. */
const wider: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-2": "windows-1250",
  "iso-8859-5": "windows-1251",
  "iso-8859-7": "windows-1253",
  "iso-8859-8": "windows-1255",
  "iso-8859-9": "windows-1254",
};

/** Mostly UTF-8 with a few broken bytes stays UTF-8; anything else goes to the detector. */
function guess(bytes: Uint8Array): Decoded {
  const asUtf8 = decodeAs(bytes, "utf-8", true);
  if (countBroken(asUtf8.text) * 2 < countBeyondAscii(bytes)) return asUtf8;
  const detected = detect(bytes.subarray(0, sampleSize))?.toLowerCase() ?? "windows-1252";
  return decodeAs(bytes, /utf-?8|ascii/.test(detected) ? "windows-1252" : (wider[detected] ?? detected), true);
}

function countBroken(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count++;
  return count;
}

function countBeyondAscii(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte > 127) count++;
  return count;
}

const mojibake = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/g;
const windows1252: ReadonlyMap<string, number> = new Map([...specials].map((letter, i) => [letter, i + 0x80]));

/**
 * Text that was UTF-8, read as windows-1252 and saved again ("â€™" for an apostrophe), put right sequence by
 * sequence. A single such pair may be meant; three are not.
 */
export function repairMojibake(text: string): string {
  if (!/[\u00c2\u00c3\u00e2]/.test(text) || (text.match(mojibake)?.length ?? 0) < 3) return text;
  return text.replace(mojibake, (run) => {
    const bytes = Uint8Array.from(run, (letter) => windows1252.get(letter) ?? letter.charCodeAt(0));
    return isUtf8(bytes) ? new TextDecoder("utf-8").decode(bytes) : run;
  });
}
