import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { HearsayError } from "../../model/index.js";

/**
 * What a password costs to try: 32 MB and, three times over, about 0.2 s of a processor (OWASP's Password Storage Cheat
 * Sheet names N = 2^15, r = 8, p = 3 as one of its equals). Stored beside each hash, so that it can be raised later.
 */
const usualCost = { N: 2 ** 15, r: 8, p: 3 } as const;
type Cost = { readonly N: number; readonly r: number; readonly p: number };
/** Tests do not wait for what keeps guessers waiting. */
export const cheapCost: Cost = { N: 2 ** 4, r: 8, p: 1 };

/** So many may wait for theirs to be hashed: who floods the server with guesses does not take its memory. */
const mostWaiting = 30;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** One at a time: each takes its memory, and threads that files need too. @throws HearsayError `account.busy` */
function scrypted(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  if (waiting >= mostWaiting)
    return Promise.reject(
      new HearsayError("account.busy", "Too many want to sign in just now: try again in a minute."),
    );
  waiting++;
  const made = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) =>
        scrypt(password, salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
          error === null ? resolve(key) : reject(error),
        ),
      ),
  );
  last = made.catch(() => {}).finally(() => waiting--);
  return made;
}

/** "scrypt 32768 8 3 SALT HASH", salt and hash as base64url. */
export async function hashed(password: string, cost: Cost = usualCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await scrypted(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join(" ");
}

/** Of no password: hashing against it takes as long as for an account that is there. */
const nobody = `scrypt ${usualCost.N} ${usualCost.r} ${usualCost.p} ${"A".repeat(22)} ${"A".repeat(43)}`;

/** Whether a password is the one of a hash; for no hash at all false, after as long a time. */
export async function isPassword(given: string, stored: string | null): Promise<boolean> {
  const [kind, N, r, p, salt = "", key = ""] = (stored ?? nobody).split(" ");
  if (kind !== "scrypt") return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const made = await scrypted(given.normalize("NFKC"), Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(made, Buffer.from(key, "base64url")) && stored !== null;
}

/** A secret that nobody guesses: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
/** What is kept of a secret: it is random, so that one hash without salt does. */
export const digestOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
