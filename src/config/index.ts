/** Settings from a file, the environment and flags. */
export { type ConfigInputs, loadConfig } from './load-config.js';
export { type Config, type SettingName, settingNames, settingsSchema } from './settings.js';
