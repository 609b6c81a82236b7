import type { Command, Option } from "commander";

/** Shells that completion is made for. */
export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** A command as completion offers it. */
interface Offered {
  readonly name: string;
  readonly what: string;
  readonly options: readonly { readonly flags: readonly string[]; readonly what: string; readonly takes: boolean }[];
}

/** A script for a shell that completes commands and their options, made from the program itself. */
export function completionFor(shell: Shell, program: Command): string {
  return { bash, zsh, fish }[shell](program.commands.map(offered));
}

const offered = (command: Command): Offered => ({
  name: command.name(),
  what: command.description(),
  options: [...command.options.map(option), { flags: ["-h", "--help"], what: "how it is used", takes: false }],
});

const option = ({ flags, description, required, optional }: Option) => ({
  flags: flags.match(/(?<=^|[\s,])--?[\w-]+/g) ?? [],
  what: description,
  takes: required || optional,
});

const header = "Made by `hearsay completion`; do not edit.";

function bash(commands: readonly Offered[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words="${options.flatMap(({ flags }) => flags).join(" ")}" ;;`,
  );
  return `# ${header}
_hearsay() {
  local words word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "${commands.map(({ name }) => name).join(" ")}" -- "$word")
    return
  fi
  case "$word" in -*) ;; *) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;; esac
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    *) words="" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o filenames -F _hearsay hearsay
`;
}

function zsh(commands: readonly Offered[]): string {
  const escaped = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, "\\$&");
  const cases = commands.map(({ name, options }) => {
    const specs = options.flatMap(({ flags, what, takes }) =>
      flags.map((flag) => `'*${flag}[${escaped(what)}]${takes ? ":value:_files" : ""}'`),
    );
    return `    ${name}) _arguments ${specs.join(" ")} '*:file:_files' ;;`;
  });
  return `#compdef hearsay
# ${header}
_hearsay() {
  local -a commands
  commands=(
${commands.map(({ name, what }) => `    '${name}:${escaped(what)}'`).join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command="$words[2]"
  shift words; (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
# Found in fpath it is the function's own body, and called with what is to be completed; sourced it has to be made known.
if [ "$funcstack[1]" = _hearsay ]; then _hearsay "$@"; else compdef _hearsay hearsay; fi
`;
}

function fish(commands: readonly Offered[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const lines = commands.flatMap(({ name, what, options }) => [
    `complete -c hearsay -n __fish_use_subcommand -f -a ${name} -d ${quoted(what)}`,
    ...options.map(({ flags, what: does, takes }) => {
      const named = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
      const condition = `'__fish_seen_subcommand_from ${name}'`;
      return `complete -c hearsay -n ${condition} ${named.join(" ")}${takes ? " -r" : ""} -d ${quoted(does)}`;
    }),
  ]);
  return `# ${header}\n${lines.join("\n")}\n`;
}
