/** `lookback completion` */

import { settingNames } from '../../config/index.js';
import { sortOrders } from '../../domain/search.js';
import type { DescribedCommand } from '../commands.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { addSettings, choicesOf } from '../setting-options.js';
import { type completionShells, formatCompletion } from '../shell-completion.js';
import type { Terminal } from '../terminal.js';

/** @param name as options are called */
const choicesOfFlag = (name: string): readonly string[] => {
  if (name === 'sort') return sortOrders;
  const setting = settingNames.find((known) => known === name);
  return setting === undefined ? [] : choicesOf(setting);
};

/** @param commands as they are when nothing was typed */
export const completion = (
  terminal: Terminal,
  shell: (typeof completionShells)[number],
  commands: readonly DescribedCommand[],
): ExitCode => {
  for (const { command, settings } of commands) addSettings(command, settings);
  terminal.out.write(
    formatCompletion(
      shell,
      commands.map(({ command }) => command),
      (flag) => choicesOfFlag(flag.attributeName()),
    ),
  );
  return exitCodes.done;
};
