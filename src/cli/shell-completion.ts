/**
 * Scripts that complete our commands and flags in a shell. They are made of the commands themselves, and hold all there is to complete:
 * a shell that started Node at each Tab would be slow. Written here because commander has none, and the libraries for it are either
 * abandoned or of version 0.0.
 * @module
 */
import type { Command, Option } from 'commander';

/** zsh runs the script of bash by its own means. */
export const completionShells = ['bash', 'zsh', 'fish'] as const;

/** What the value of a flag can be, where it is one of a few plain words. */
type ChoicesOf = (flag: Option) => readonly string[];

/** Our flags and choices are letters, digits and hyphens; whatever else there would be is left out rather than quoted. */
const isPlain = (word: string): boolean => /^[\w-]+$/.test(word);

const flagsOf = (command: Command): readonly Option[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long !== undefined && isPlain(long));

const formatBash = (commands: readonly Command[], choicesOf: ChoicesOf): string => {
  const perCommand = commands.map((command) => {
    const flags = flagsOf(command);
    const values = flags
      .filter((flag) => choicesOf(flag).length > 0)
      .map((flag) => `      ${flag.long}) words="${choicesOf(flag).join(' ')}" ;;`);
    return `    ${command.name()}) case "$before" in
${values.map((line) => `${line}\n`).join('')}      *) [[ $word == -* ]] && words="${flags.map(({ long }) => long).join(' ')}" ;;
      esac ;;`;
  });
  return `_lookback() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [[ $COMP_CWORD == 1 ]]; then
    words="${commands.map((command) => command.name()).join(' ')}"
  else
    case "\${COMP_WORDS[1]}" in
${perCommand.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _lookback lookback
`;
};

/** Inside single quotes, as fish has them. */
const quoteForFish = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

const formatFish = (commands: readonly Command[], choicesOf: ChoicesOf): string =>
  commands
    .flatMap((command) => [
      `complete -c lookback -n __fish_use_subcommand -a ${command.name()} -d ${quoteForFish(command.summary())}`,
      ...flagsOf(command).map((flag) => {
        const choices = choicesOf(flag);
        const value =
          choices.length > 0 ? ` -x -a ${quoteForFish(choices.join(' '))}` : flag.required ? ' -r' : '';
        return `complete -c lookback -n '__fish_seen_subcommand_from ${command.name()}' -l ${flag.long?.slice(2)}${value} -d ${quoteForFish(flag.description)}`;
      }),
    ])
    .map((line) => `${line}\n`)
    .join('');

/**
 * @param choicesOf of a flag that takes anything, none
 * @returns a script to be read by the shell when it starts
 */
export const formatCompletion = (
  shell: (typeof completionShells)[number],
  commands: readonly Command[],
  choicesOf: ChoicesOf,
): string => {
  switch (shell) {
    case 'bash':
      return formatBash(commands, choicesOf);
    case 'zsh':
      return `autoload -U +X bashcompinit && bashcompinit\n${formatBash(commands, choicesOf)}`;
    case 'fish':
      return formatFish(commands, choicesOf);
  }
};
