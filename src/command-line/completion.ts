import { COMMANDS, GROUPS, PROGRAM } from './command-table.ts';
import type { Flag } from './flag-table.ts';
import { SHELLS, type Shell } from './shells.ts';
import { UsageError } from './usage-errors.ts';

/** What may follow some words of a command line. */
interface Node {
  /** The words before: empty, `ledger`, or a command. */
  readonly path: string;
  readonly words: readonly { readonly word: string; readonly about: string }[];
  readonly flags: readonly Flag[];
}

/**
 * A script that completes commands, flags, and the values of flags that have few; files elsewhere. It is made from the
 * table of commands and starts no process while a person types.
 *
 * @throws UsageError for a shell that there is none for
 */
export function completionScript(shell: string): string {
  const known = SHELLS.find((one) => one === shell);
  if (known === undefined) {
    throw new UsageError(`There is no completion for ${shell}; there is for ${SHELLS.join(', ')}.`, 'completion');
  }
  return SCRIPTS[known](nodes());
}

const SCRIPTS: Readonly<Record<Shell, (nodes: readonly Node[]) => string>> = { bash, zsh, fish, powershell };

const HELP: Flag = { name: 'help', short: 'h', value: undefined, description: 'Prints help.', default: '' };
const VERSION: Flag = {
  name: 'version',
  short: 'V',
  value: undefined,
  description: 'Prints the version.',
  default: '',
};

function nodes(): readonly Node[] {
  const first = new Map<string, string>();
  for (const { name, summary } of COMMANDS) {
    const [word = ''] = name.split(' ');
    first.set(word, GROUPS.get(word) ?? summary);
  }
  const wordsOf = (entries: Iterable<readonly [string, string]>) =>
    [...entries].map(([word, about]) => ({ word, about }));
  const groups = [...GROUPS.keys()].map((group): Node => {
    const below = COMMANDS.filter(({ name }) => name.startsWith(`${group} `));
    const entries = below.map(({ name, summary }) => [name.slice(group.length + 1), summary] as const);
    return { path: group, words: wordsOf(entries), flags: [HELP] };
  });
  const commands = COMMANDS.map(({ name, operands, flags }): Node => {
    const choices = operands.flatMap((operand) => operand.choices ?? []);
    return { path: name, words: choices.map((word) => ({ word, about: '' })), flags: [...flags, HELP] };
  });
  const root: Node = {
    path: '',
    words: wordsOf([...first, ['help', 'Prints help about a command']]),
    flags: [HELP, VERSION],
  };
  return [root, ...groups, ...commands];
}

const longNames = (flags: readonly Flag[]): string => flags.map(({ name }) => `--${name}`).join(' ');

/** Flags whose value is one of few, the same for every command that has them. */
function choicesOf(all: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  return new Map(all.flatMap(({ flags }) => flags.flatMap(({ name, choices }) => (choices ? [[name, choices]] : []))));
}

/** Flags that take a value, after which no other word is completed. */
function valued(all: readonly Node[]): readonly string[] {
  return [...new Set(all.flatMap(({ flags }) => flags.flatMap(({ name, value }) => (value ? [`--${name}`] : []))))];
}

function bash(all: readonly Node[]): string {
  const groups = [...GROUPS.keys()].join('|');
  return `# ${PROGRAM} completion bash: add to ~/.bashrc:  source <(${PROGRAM} completion bash)
_iot_certificates() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" flags="" word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    [[ "$word" == -* ]] && break
    if [[ -z "$path" ]]; then path="$word"
    elif [[ "$path" =~ ^(${groups})$ ]]; then path="$path $word"
    else break; fi
  done
  COMPREPLY=()
  case "$prev" in
${[...choicesOf(all)].map(([name, choices]) => `    --${name}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$cur")); return ;;`).join('\n')}
    ${valued(all).join('|')}) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  case "$path" in
${all.map(({ path, words, flags }) => `    "${path}") words="${words.map(({ word }) => word).join(' ')}" flags="${longNames(flags)}" ;;`).join('\n')}
  esac
  if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ -n "$words" ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); fi
}
complete -F _iot_certificates ${PROGRAM}`;
}

/** One argument of a shell that quotes with apostrophes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The first sentence, which is what a list of completions has room for. */
function brief(text: string): string {
  return (text.split(/[.;](?:\s|$)/, 1)[0] ?? '').replaceAll('`', '');
}

function zsh(all: readonly Node[]): string {
  const described = (word: string, about: string): string => quoted(`${word.replaceAll(':', '\\:')}:${brief(about)}`);
  return `#compdef ${PROGRAM}
# ${PROGRAM} completion zsh: add to ~/.zshrc, after compinit:  source <(${PROGRAM} completion zsh)
_iot_certificates() {
  local cur="\${words[CURRENT]}" prev="\${words[CURRENT-1]}" path_="" word i
  local -a commands flags
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    [[ "$word" == -* ]] && break
    if [[ -z "$path_" ]]; then path_="$word"
    elif [[ "$path_" =~ '^(${[...GROUPS.keys()].join('|')})$' ]]; then path_="$path_ $word"
    else break; fi
  done
  case "$prev" in
${[...choicesOf(all)].map(([name, choices]) => `    --${name}) compadd -- ${choices.map(quoted).join(' ')}; return ;;`).join('\n')}
    ${valued(all).join('|')}) _files; return ;;
  esac
  case "$path_" in
${all
  .map(
    ({ path, words, flags }) => `    ${quoted(path)})
      commands=(${words.map(({ word, about }) => described(word, about)).join(' ')})
      flags=(${flags.map(({ name, description }) => described(`--${name}`, description)).join(' ')}) ;;`,
  )
  .join('\n')}
  esac
  if [[ "$cur" == -* ]]; then _describe -o flag flags
  elif (( \${#commands} )); then _describe command commands
  else _files; fi
}
compdef _iot_certificates ${PROGRAM}`;
}

function fish(all: readonly Node[]): string {
  const groups = [...GROUPS.keys()].join(' ');
  const lines = all.flatMap(({ path, words, flags }) => {
    const here = `-n ${quoted(`__iot_certificates_at ${quoted(path)}`)}`;
    return [
      ...words.map(({ word, about }) => `${here} -f -a ${quoted(word)} -d ${quoted(brief(about))}`),
      ...flags.map(({ name, short, value, description, choices }) => {
        const takes = value === undefined ? '' : choices ? ` -x -a ${quoted(choices.join(' '))}` : ' -r';
        return `${here}${short === undefined ? '' : ` -s ${short}`} -l ${name}${takes} -d ${quoted(brief(description))}`;
      }),
    ];
  });
  return `# ${PROGRAM} completion fish: ${PROGRAM} completion fish > ~/.config/fish/completions/${PROGRAM}.fish
function __iot_certificates_at
    set -l path
    for word in (commandline -opc)[2..-1]
        string match -q -- '-*' $word; and break
        if test (count $path) -eq 0
            set path $word
        else if test (count $path) -eq 1; and contains -- $path[1] ${groups}
            set path $path $word
        else
            break
        end
    end
    test "$path" = "$argv[1]"
end
${lines.map((line) => `complete -c ${PROGRAM} ${line}`).join('\n')}`;
}

function powershell(all: readonly Node[]): string {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const list = (values: readonly string[]): string => `@(${values.map(text).join(', ')})`;
  return `# ${PROGRAM} completion powershell: add to $PROFILE:  ${PROGRAM} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $groups = ${list([...GROUPS.keys()])}
    $choices = @{
${[...choicesOf(all)].map(([name, choices]) => `        ${text(`--${name}`)} = ${list(choices)}`).join('\n')}
    }
    $words = @{
${all.map(({ path, words }) => `        ${text(path)} = ${list(words.map(({ word }) => word))}`).join('\n')}
    }
    $flags = @{
${all.map(({ path, flags }) => `        ${text(path)} = ${list(flags.map(({ name }) => `--${name}`))}`).join('\n')}
    }
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or $wordToComplete -eq '' } | ForEach-Object { $_.ToString() })
    $path = ''
    foreach ($word in $before) {
        if ($word.StartsWith('-')) { break }
        if ($path -eq '') { $path = $word }
        elseif ($groups -contains $path) { $path = "$path $word" }
        else { break }
    }
    $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
    $found = if ($choices.ContainsKey($last)) { $choices[$last] }
        elseif ($wordToComplete.StartsWith('-')) { $flags[$path] }
        else { $words[$path] }
    $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}`;
}
