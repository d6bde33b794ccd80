import { createSecretKey } from 'node:crypto';
import { agencyKeys, type AgencyKeys } from '../../cli/processes/agency-keys.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { callerAs, testCounty } from '../support/callers.js';
import { testSettings } from '../support/test-settings.js';

const KEYS = agencyKeys(testSettings(), 'coordination');
const fresh = (name: string) => createSecretKey(`the-${name}-key-of-this-year-with-enough-bytes`, 'utf8');
const police = callerAs('police-officer');
const REVEAL = 'registerEntry { residentIdNumber(reason: "派出所核验学生身份") }';

/** What an agency with these keys says to a gateway and of a database that still have the keys of the tests. */
async function askWith(keys: Partial<AgencyKeys>) {
  const agency: TestAgency = await startTestAgency('coordination', { keys: { ...KEYS, ...keys } });
  try {
    const { status, data, errors } = await agency.askForStudents<{
      registerEntry: { residentIdNumber: string } | null;
    }>(police, [testCounty.sampleStudentId ?? ''], REVEAL);
    return {
      status,
      number: data?._entities[0]?.registerEntry?.residentIdNumber,
      codes: errors.map(({ extensions }) => extensions.code),
    };
  } finally {
    await agency.close();
  }
}

const shown = { status: 200, number: expect.stringMatching(/^99\d{15}[\dX]$/) as string, codes: [] };

test('while a signing key is changed, calls signed with the one before it are answered', async () => {
  expect(await askWith({ signing: [fresh('signing'), ...KEYS.signing] })).toEqual(shown);
});

test('afterwards they are not', async () => {
  expect(await askWith({ signing: [fresh('signing')] })).toEqual({
    status: 401,
    number: undefined,
    codes: ['UNAUTHENTICATED'],
  });
});

test('while the column key is changed, what was sealed with the one before it still opens', async () => {
  expect(await askWith({ column: fresh('column'), previousColumn: KEYS.column })).toEqual(shown);
});

test('afterwards it does not, and no value leaves', async () => {
  expect(await askWith({ column: fresh('column'), previousColumn: undefined })).toMatchObject({
    status: 200,
    codes: ['INTERNAL_SERVER_ERROR'],
  });
});
