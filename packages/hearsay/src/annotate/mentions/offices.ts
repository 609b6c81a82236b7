import { type Draft, giveRole } from "./cast.js";
import type { NameFind } from "./names.js";
import { type Casting, stateBefore } from "./register.js";
import { genderOfRole, type RoleFind, rolesOf, roleText } from "./roles.js";
import type { Word } from "./words.js";

export function noteRoles(c: Casting, f: NameFind): void {
  const person = c.of.get(f)!;
  const sentence = c.sentences[f.words[0]!.sentence]!;
  for (const role of rolesOf(sentence, f)) takeRole(c, person, sentence, withOwner(c, role, sentence));
  const titled = c.roleWords.get(f.words[0]!.sentence) ?? new Set();
  for (const w of f.role) titled.add(w.at);
  c.roleWords.set(f.words[0]!.sentence, titled);
}

/** "Kremlin Press Secretary", "Polish Transport Minister": the state or body right before an office is part of it. */
function withOwner(c: Casting, role: RoleFind, sentence: readonly Word[]): RoleFind {
  const before = c.endingAt.get(`${sentence[0]!.sentence} ${role.from - 1}`);
  const kind = before && c.of.get(before)?.kind;
  return before && (kind === "state" || kind === "body") ? { from: before.words[0]!.at, to: role.to } : role;
}

function takeRole(c: Casting, person: Draft, sentence: readonly Word[], role: RoleFind): void {
  const words = roleText(c.text, sentence, role);
  giveRole(person, words);
  person.gender ??= genderOfRole(words);
  const number = sentence[0]!.sentence;
  const taken = c.roleWords.get(number) ?? new Set();
  for (let i = role.from; i <= role.to; i++) taken.add(i);
  c.roleWords.set(number, taken);
  affiliate(c, person, sentence, role);
}

/** Whom the role is for: a body or state named in it or right before it ("Ravenna's Defence Secretary"). */
function affiliate(c: Casting, person: Draft, sentence: readonly Word[], role: RoleFind): void {
  const number = sentence[0]!.sentence;
  const inside = namesWithin(c, number, role);
  const owner = stateBefore(c, number, role.from);
  const body = inside.find((d) => d.kind === "body" && d !== person);
  const state = owner ?? inside.find((d) => d.kind === "state");
  person.affiliation ??= body?.name ?? commonBodyIn(sentence, role) ?? state?.name ?? null;
  person.country ??= state?.country ?? body?.country ?? null;
}

function namesWithin(c: Casting, sentence: number, role: RoleFind): Draft[] {
  const out: Draft[] = [];
  for (let at = role.from; at <= role.to; at++) {
    const found = c.endingAt.get(`${sentence} ${at}`);
    if (found) out.push(c.of.get(found)!);
  }
  return out;
}

/** "foreign ministry spokeswoman", "director of the water institute": the body named in small letters. */
function commonBodyIn(sentence: readonly Word[], role: RoleFind): string | null {
  const words = sentence
    .slice(role.from, role.to + 1)
    .map((w) => w.text)
    .join(" ");
  const match =
    /\b((?:foreign|defence|defense|interior|finance|energy|water|health|justice|oil|trade) (?:ministry|department)|ministry of [\w ]{3,30}?(?= spokes| official|$)|army|navy|air force|police|government|parliament|military|central bank|municipality)\b/i.exec(
      words,
    );
  return match?.[1] ?? null;
}
