import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAgency } from '../../../subgraphs/index.js';
import {
  EnumLabelsError,
  loadEnumLabels,
  readEnumLabels,
} from '../../../subgraphs/coordination/divisions/enum-labels.js';
import { makeTemporaryFolder } from '../../support/temporary-folder.js';

const folder = makeTemporaryFolder('hub-labels-');
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['missing', undefined],
  ['damaged', '[{"name":'],
])('wording that is %s ends the start, and says what to do', (what, text) => {
  const path = join(folder, `${what}.json`);
  if (text !== undefined) writeFileSync(path, text);
  expect(() => loadEnumLabels(path)).toThrow(EnumLabelsError);
  expect(() => loadEnumLabels(path)).toThrow('Run "npx hub schema".');
});

test('coordination reads its wording before it serves', async () => {
  expect((await loadAgency('coordination')).prepare).toBe(readEnumLabels);
  expect(readEnumLabels().length).toBeGreaterThan(50);
});
