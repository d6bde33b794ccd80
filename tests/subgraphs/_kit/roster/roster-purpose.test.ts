import { loadPurposes } from '../../../../policies/purposes.js';
import { createStudentIdentifier } from '../../../../subgraphs/_kit/identity/student-id.js';
import { WITHOUT_COLUMN_KEY } from '../../../../subgraphs/_kit/identity/column-cipher.js';
import { createRosterHandler } from '../../../../subgraphs/_kit/roster/roster.handler.js';
import { agencyNames, loadAgency } from '../../../../subgraphs/index.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { registerKeys } from '../../../../cli/processes/agency-keys.js';
import { testSettings } from '../../../support/test-settings.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency.close());

async function handlerOf(name: string, change: (classes: readonly string[]) => readonly string[]) {
  const purposes = loadPurposes();
  const comparison = purposes.get('REGISTER_COMPARISON');
  if (!comparison) throw new Error('There is no such purpose.');
  const kept = new Set(change(comparison.workDataClasses));
  const less = {
    ...comparison,
    workDataClasses: comparison.workDataClasses.filter((each) => kept.has(each)),
  };
  return createRosterHandler(await loadAgency(name), {
    orm: agency.orm,
    cipher: WITHOUT_COLUMN_KEY,
    identifier: createStudentIdentifier(registerKeys(testSettings()).digest),
    purposes: new Map([...purposes, ['REGISTER_COMPARISON', less]]),
  });
}

test.each(agencyNames)('what %s gives to comparisons is within their purpose', async (name) => {
  await expect(handlerOf(name, (classes) => classes)).resolves.toBeInstanceOf(Function);
});

test.each([
  ['labour', 'LABOUR', /child_labour_case \(LABOUR\)/],
  ['civil-affairs', 'WELFARE', /child_file \(WELFARE\)/],
  ['police', 'RESTRICTED', /legal_custody \(RESTRICTED\)/],
])(
  '%s refuses to start where the catalogue does not give %s to comparisons',
  async (name, lacking, words) => {
    await expect(handlerOf(name, (classes) => classes.filter((each) => each !== lacking))).rejects.toThrow(
      words,
    );
  },
);
