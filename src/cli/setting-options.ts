/**
 * Settings as flags: each command names the settings it takes, their meaning stands in `config/settings.ts` only.
 * @module
 */
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type Config, loadConfig } from '../config/index.js';
import { type SettingName, settingsSchema } from '../config/settings.js';
import type { Options } from './commands.js';
import type { Terminal } from './terminal.js';

const toFlag = (setting: string): string => setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @returns what a setting can be, where that is one of a few; else nothing */
export const choicesOf = (name: SettingName): readonly string[] => {
  const { enum: choices = [] } = z.toJSONSchema(settingsSchema.shape[name], {
    io: 'input',
    unrepresentable: 'any',
  });
  return choices.map(String);
};

const toOptions = (name: SettingName): readonly Option[] => {
  const flag = toFlag(name);
  const description = settingsSchema.shape[name].description ?? '';
  const usual = settingsSchema.shape[name].safeParse(undefined).data;
  if (usual === false) return [new Option(`--${flag}`, description)];
  // The first is there for the second only: alone, it would be given whenever it is not.
  if (usual === true)
    return [new Option(`--${flag}`).hideHelp(), new Option(`--no-${flag}`, `do not ${description}`)];
  const choices = choicesOf(name);
  const isExplained = choices.every((choice) => description.includes(choice));
  const meaning = isExplained ? description : `${description}: ${choices.join(', ')}`;
  return [
    new Option(`--${flag} <${flag}>`, usual === undefined ? meaning : `${meaning} (default: ${usual})`),
  ];
};

/** @param names the settings; those that are true or false are switches, all others take a value. */
export const addSettings = (command: Command, names: readonly SettingName[]): void => {
  for (const name of names) for (const option of toOptions(name)) command.addOption(option);
};

/** The flags that the user typed, with the configuration file and the environment under them. */
export const toConfig = (
  terminal: Terminal,
  options: Options,
  more: Partial<Record<SettingName, unknown>> = {},
): Promise<Config> => {
  const flags = Object.fromEntries(
    Object.keys(settingsSchema.shape).map((name) => [name, options[name]] as const),
  );
  const file = options.config;
  return loadConfig({
    folder: terminal.folder,
    environment: terminal.environment,
    flags: { ...flags, ...more },
    ...(typeof file === 'string' && { file }),
  });
};
