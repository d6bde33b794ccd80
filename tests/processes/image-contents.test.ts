import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { projectFolder } from './support/hub-process.js';

/** What the image takes from the build, and where it puts it. */
const TAKEN = [
  ...readFileSync(join(projectFolder, 'Dockerfile'), 'utf8').matchAll(
    /^COPY --from=build \/hub\/(\S+) (\S+)$/gm,
  ),
].map(([, source = '', target = '']) => ({
  source,
  target: target.endsWith('/') ? join(target, basename(source)) : target,
}));

let folder: string;
let image: string;
beforeAll(() => {
  folder = makeTemporaryFolder('hub-image-');
  image = join(folder, 'hub');
  for (const { source, target } of TAKEN) {
    mkdirSync(dirname(join(image, target)), { recursive: true });
    if (source === 'node_modules') symlinkSync(join(projectFolder, source), join(image, target));
    else cpSync(join(projectFolder, source), join(image, target), { recursive: true });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hub = (...parameters: readonly string[]) =>
  execFileSync(process.execPath, [join(image, 'cli/launch.js'), ...parameters], {
    cwd: folder,
    env: { PATH: '/usr/bin:/bin' },
    encoding: 'utf8',
  });

test('an operator finds the headings of a list in the image, wherever the command is typed', () => {
  const form = join(folder, 'form.xlsx');
  hub('import', 'education', 'schools', '--template', form);
  expect(existsSync(form)).toBe(true);
});

test('its policies name the agencies that it has', () => {
  expect(hub('policy', 'check')).toMatch(/ 0 problems/);
});
