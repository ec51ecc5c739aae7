/**
 * Settings as flags: each command names the settings it takes, their meaning stands in `config/settings.ts` only.
 * @module
 */
import { type Command, Option } from 'commander';
import { type Config, loadConfig } from '../config/index.js';
import { type SettingName, settingsSchema } from '../config/settings.js';
import type { Terminal } from './terminal.js';

const toFlag = (setting: string): string => setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @param names the settings; `strict` is a switch, all others take a value. */
export const addSettings = (command: Command, names: readonly SettingName[]): Command => {
  for (const name of names) {
    const flag = name === 'strict' ? '--strict' : `--${toFlag(name)} <${toFlag(name)}>`;
    command.addOption(new Option(flag, settingsSchema.shape[name].description ?? ''));
  }
  return command.option(
    '--config <file>',
    'configuration file (default: lookback.config.* or package.json#lookback)',
  );
};

/** The flags that the user typed, with the configuration file and the environment under them. */
export const toConfig = (
  terminal: Terminal,
  options: Readonly<Record<string, unknown>>,
  more: Partial<Record<SettingName, unknown>> = {},
): Promise<Config> => {
  const flags = Object.fromEntries(
    Object.keys(settingsSchema.shape).map((name) => [name, options[name]] as const),
  );
  const file = options['config'];
  return loadConfig({
    folder: terminal.folder,
    environment: terminal.environment,
    flags: { ...flags, ...more },
    ...(typeof file === 'string' && { file }),
  });
};
