/**
 * File + environment + flags -> one checked, frozen Config.
 * @module
 */

import { LookbackError } from '../domain/errors.js';
import { isObject } from '../domain/is-object.js';
import { findBeside } from './find-beside.js';
import { rankingFileName } from './ranking-file.js';
import { readConfigFile } from './read-config-file.js';
import { type Config, environmentName, type SettingName, settingNames, settingsSchema } from './settings.js';
import { synonymsFileName } from './synonyms-file.js';

export interface ConfigInputs {
  /** Where the configuration file is looked for. */
  readonly folder: string;
  /** A file to read instead of looking for one. */
  readonly file?: string | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The strongest: what the user typed. */
  readonly flags?: Readonly<Partial<Record<SettingName, unknown>>>;
}

type Values = Partial<Record<string, unknown>>;

const fromEnvironment = (environment: NonNullable<ConfigInputs['environment']>): Values =>
  Object.fromEntries(
    settingNames
      .map((name) => [name, environment[environmentName(name)]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );

const defined = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/**
 * Flags win over the environment, the environment over the file, the file over the defaults.
 * @throws LookbackError `config-unreadable`, or `config-invalid` with every problem in one message.
 */
export const loadConfig = async (inputs: ConfigInputs): Promise<Config> => {
  const file = await readConfigFile(inputs.folder, inputs.file);
  if (file !== undefined && !isObject(file.value)) {
    throw new LookbackError('config-invalid', `${file.file}: must hold an object of settings`, {
      file: file.file,
    });
  }
  const sources: readonly (readonly [origin: string, values: Values])[] = [
    ['flag', defined(inputs.flags ?? {})],
    ['environment', fromEnvironment(inputs.environment ?? {})],
    [file?.file ?? 'file', isObject(file?.value) ? file.value : {}],
  ];
  const merged = Object.assign({}, ...sources.map(([, values]) => values).reverse());
  const parsed = settingsSchema.safeParse(merged);
  if (parsed.success) {
    const [ranking, synonymsFile] = await Promise.all([
      findBeside(inputs, rankingFileName, parsed.data.ranking),
      findBeside(inputs, synonymsFileName, parsed.data.synonymsFile),
    ]);
    return Object.freeze({
      ...parsed.data,
      ...(ranking !== undefined && { ranking }),
      ...(synonymsFile !== undefined && { synonymsFile }),
    });
  }
  const problems = parsed.error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
    const what = issue.code === 'unrecognized_keys' ? 'is no setting' : issue.message;
    return names.map((name) => {
      const origin = sources.find(([, values]) => (name.split('.')[0] ?? '') in values)?.[0] ?? 'default';
      return `${name} (${origin === 'environment' ? environmentName(name as SettingName) : origin}): ${what}`;
    });
  });
  throw new LookbackError('config-invalid', 'the configuration is wrong:', { problems });
};
