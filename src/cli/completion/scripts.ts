export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

/** Each asks the program itself for the words, so that it never goes stale; where there is none the shell offers files. */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `_snapcheck() {
  local words
  words=$(snapcheck completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  mapfile -t COMPREPLY <<< "$words"
  [ -n "$words" ] || COMPREPLY=()
}
complete -o default -F _snapcheck snapcheck`,
  zsh: `#compdef snapcheck
_snapcheck() {
  local -a found
  found=("\${(@f)$(snapcheck completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
compdef _snapcheck snapcheck`,
  fish: `function __snapcheck_words
  set -l typed (commandline -opc) (commandline -ct)
  snapcheck completion words -- $typed[2..-1] 2>/dev/null
end
complete -c snapcheck -a '(__snapcheck_words)'`,
  powershell: `Register-ArgumentCompleter -Native -CommandName snapcheck -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -eq '') { $typed += '""' }
  snapcheck completion words '--' @typed 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}`,
}

/** Where each goes, for the help. */
export const installing = `
Examples:
  snapcheck completion bash >> ~/.bashrc
  snapcheck completion zsh > "\${fpath[1]}/_snapcheck"
  snapcheck completion fish > ~/.config/fish/completions/snapcheck.fish
  snapcheck completion powershell >> $PROFILE`
