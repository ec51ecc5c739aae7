import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Inside the package: another version of it is unpacked anew. */
const unpacked = resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/unpacked');

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * The package unpacks into the temporary folder that every user of the machine shares, under fixed names, and takes what
 * is there for whole: so it is given a folder of its own, which gets its name when all is in it.
 */
const unpackInto = async (folder: string): Promise<void> => {
  const own = await mkdtemp(`${folder}-`);
  const unpack = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  await promisify(execFile)(process.execPath, ['-e', unpack], {
    cwd: import.meta.dirname,
    // The runtime's name tells the package to unpack the system libraries that a bare machine lacks.
    env: { ...process.env, TMPDIR: own, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  const fonts = join(own, 'fonts', 'fonts.conf');
  await writeFile(fonts, (await readFile(fonts, 'utf8')).replaceAll('/tmp/fonts', join(folder, 'fonts')));
  // Who unpacked it meanwhile was first; the two are the same.
  await rename(own, folder).catch(() => rm(own, { recursive: true }));
};

export interface UnpackedChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The Chromium that npm installed, unpacked once for this checkout.
 * @param folder holds what is unpacked
 */
export const unpackChromium = async (folder = unpacked): Promise<UnpackedChromium> => {
  if (!(await isThere(folder))) await unpackInto(folder);
  const { LD_LIBRARY_PATH: libraries, ...rest } = process.env;
  const env = {
    ...rest,
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), ...(libraries ? [libraries] : [])].join(':'),
  };
  return {
    executablePath: join(folder, 'chromium'),
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
};
