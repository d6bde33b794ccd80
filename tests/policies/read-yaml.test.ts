import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { policyDirectory } from '../../policies/load-policies.js';
import { readYaml } from '../../policies/read-yaml.js';
import { projectRoot } from '../../settings/project-root.js';

const files = readdirSync(policyDirectory()).filter((name) => name.endsWith('.yaml'));
const textOf = (file: string) => readFileSync(join(policyDirectory(), file), 'utf8');
const builtOf = (text: string) =>
  join(projectRoot, 'dist/yaml', `${createHash('sha256').update(text).digest('hex')}.json`);

test.each(files)('what the build left of %s is what the file says', (file) => {
  const text = textOf(file);
  expect(existsSync(builtOf(text))).toBe(true);
  expect(readYaml(text)).toEqual({ value: parse(text) as unknown, errors: [] });
});

test('a text that was not built is parsed: one letter makes another text', () => {
  const text = `${textOf('purposes.yaml')}\nanotherName: 1\n`;
  expect(existsSync(builtOf(text))).toBe(false);
  expect(readYaml(text).value).toMatchObject({ anotherName: 1 });
});

test('a text with a mistake has no value, and words for the mistake', () => {
  expect(readYaml('a: [1')).toEqual({ errors: [expect.stringMatching(/Flow sequence/)] });
});
