import type { Command } from "commander";

/** The manual page, section 1, in roff: made from the program itself, so that it says what --help says. */
export function manualPage(program: Command): string {
  const version = program.version() ?? "";
  const commands = program.commands.map((command) => {
    const usage = `hearsay ${command.name()} ${command.usage()}`;
    const options = command.options.map(({ flags, description }) => `.TP\n.B ${line(flags)}\n${line(description)}`);
    return [`.SS ${line(usage)}`, line(command.description()), ...options].join("\n");
  });
  return `.\\" Made by npm run docs from the program; do not edit.
.TH HEARSAY 1 "" "hearsay ${version}" "User Commands"
.SH NAME
hearsay \\- ${line(program.description())}
.SH SYNOPSIS
.B hearsay
.I command
[options]
.SH DESCRIPTION
Reads everything reported about one developing story and works out what is established: who said what, which
reports only repeat one another, where independent origins agree or contradict. Every line leads back to exact words.
.SH COMMANDS
${commands.join("\n")}
.SH ENVIRONMENT
.TP
.B HEARSAY_HOME
the folder that stories are kept in (default: .hearsay of the current folder)
.TP
.B HEARSAY_TOKEN
what has to be given to sign in to a server
.SH EXIT STATUS
0 done; 1 done with errors; 2 wrong usage.
`;
}

/** Text as roff takes it: no line is a request, no hyphen a dash, no backslash an escape. */
const line = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("\n", " ")
    .replace(/[^ -~]/gu, glyph)
    .replace(/^(?=[.'])/, "\\&");

/** A character that is no ASCII, by its code point. */
const glyph = (character: string): string =>
  `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;
