import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{COMMANDS,GROUPS,PROGRAM,SHELLS,UsageError}from"./part-inputs-input-table.json.js";import"./part-lib-nearest.js";import"./part-lib-escape.js";import"./lib-empty-2.js";function completionScript(shell){let known=SHELLS.find(one=>one===shell);if(known===void 0)throw new UsageError(`There is no completion for ${shell}; there is f\
or ${SHELLS.join(", ")}.`,"completion");return SCRIPTS[known](nodes())}var SCRIPTS={bash,zsh,fish,powershell},HELP={name:"help",short:"h",value:void 0,description:"\
Prints help.",default:""},VERSION={name:"version",short:"V",value:void 0,description:"Prints the version.",default:""};function nodes(){let first=new Map;for(let{
name,summary}of COMMANDS){let[word=""]=name.split(" ");first.set(word,GROUPS.get(word)??summary)}let wordsOf=entries=>[...entries].map(([word,about])=>({word,about})),
groups=[...GROUPS.keys()].map(group=>{let entries=COMMANDS.filter(({name})=>name.startsWith(`${group} `)).map(({name,summary})=>[name.slice(group.length+1),summary]);
return{path:group,words:wordsOf(entries),flags:[HELP]}}),commands=COMMANDS.map(({name,operands,flags})=>{let choices=operands.flatMap(operand=>operand.choices??
[]);return{path:name,words:choices.map(word=>({word,about:""})),flags:[...flags,HELP]}});return[{path:"",words:wordsOf([...first,["help","Prints help about a co\
mmand"]]),flags:[HELP,VERSION]},...groups,...commands]}var longNames=flags=>flags.map(({name})=>`--${name}`).join(" ");function choicesOf(all){return new Map(all.
flatMap(({flags})=>flags.flatMap(({name,choices})=>choices?[[name,choices]]:[])))}function valued(all){return[...new Set(all.flatMap(({flags})=>flags.flatMap(({
name,value})=>value?[`--${name}`]:[])))]}function bash(all){let groups=[...GROUPS.keys()].join("|");return`# ${PROGRAM} completion bash: add to ~/.bashrc:  sour\
ce <(${PROGRAM} completion bash)
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
${[...choicesOf(all)].map(([name,choices])=>`    --${name}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$cur")); return ;;`).join(`
`)}
    ${valued(all).join("|")}) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  case "$path" in
${all.map(({path,words,flags})=>`    "${path}") words="${words.map(({word})=>word).join(" ")}" flags="${longNames(flags)}" ;;`).join(`
`)}
  esac
  if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ -n "$words" ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); fi
}
complete -F _iot_certificates ${PROGRAM}`}function quoted(text){return`'${text.replaceAll("'","'\\''")}'`}function brief(text){return(text.split(/[.;](?:\s|$)/,
1)[0]??"").replaceAll("`","")}function zsh(all){let described=(word,about)=>quoted(`${word.replaceAll(":","\\:")}:${brief(about)}`);return`#compdef ${PROGRAM}
# ${PROGRAM} completion zsh: add to ~/.zshrc, after compinit:  source <(${PROGRAM} completion zsh)
_iot_certificates() {
  local cur="\${words[CURRENT]}" prev="\${words[CURRENT-1]}" path_="" word i
  local -a commands flags
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    [[ "$word" == -* ]] && break
    if [[ -z "$path_" ]]; then path_="$word"
    elif [[ "$path_" =~ '^(${[...GROUPS.keys()].join("|")})$' ]]; then path_="$path_ $word"
    else break; fi
  done
  case "$prev" in
${[...choicesOf(all)].map(([name,choices])=>`    --${name}) compadd -- ${choices.map(quoted).join(" ")}; return ;;`).join(`
`)}
    ${valued(all).join("|")}) _files; return ;;
  esac
  case "$path_" in
${all.map(({path,words,flags})=>`    ${quoted(path)})
      commands=(${words.map(({word,about})=>described(word,about)).join(" ")})
      flags=(${flags.map(({name,description})=>described(`--${name}`,description)).join(" ")}) ;;`).join(`
`)}
  esac
  if [[ "$cur" == -* ]]; then _describe -o flag flags
  elif (( \${#commands} )); then _describe command commands
  else _files; fi
}
compdef _iot_certificates ${PROGRAM}`}function fish(all){let groups=[...GROUPS.keys()].join(" "),lines=all.flatMap(({path,words,flags})=>{let here=`-n ${quoted(
`__iot_certificates_at ${quoted(path)}`)}`;return[...words.map(({word,about})=>`${here} -f -a ${quoted(word)} -d ${quoted(brief(about))}`),...flags.map(({name,short,
value,description,choices})=>{let takes=value===void 0?"":choices?` -x -a ${quoted(choices.join(" "))}`:" -r";return`${here}${short===void 0?"":` -s ${short}`} \
-l ${name}${takes} -d ${quoted(brief(description))}`})]});return`# ${PROGRAM} completion fish: ${PROGRAM} completion fish > ~/.config/fish/completions/${PROGRAM}\
.fish
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
${lines.map(line=>`complete -c ${PROGRAM} ${line}`).join(`
`)}`}function powershell(all){let text=value=>`'${value.replaceAll("'","''")}'`,list=values=>`@(${values.map(text).join(", ")})`;return`# ${PROGRAM} completion \
powershell: add to $PROFILE:  ${PROGRAM} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $groups = ${list([...GROUPS.keys()])}
    $choices = @{
${[...choicesOf(all)].map(([name,choices])=>`        ${text(`--${name}`)} = ${list(choices)}`).join(`
`)}
    }
    $words = @{
${all.map(({path,words})=>`        ${text(path)} = ${list(words.map(({word})=>word))}`).join(`
`)}
    }
    $flags = @{
${all.map(({path,flags})=>`        ${text(path)} = ${list(flags.map(({name})=>`--${name}`))}`).join(`
`)}
    }
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or $wordToComplete -eq '' } | ForE\
ach-Object { $_.ToString() })
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
}`}export{completionScript};
