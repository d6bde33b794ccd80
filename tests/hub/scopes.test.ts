import { readFileSync } from 'node:fs';
import { callerAs, testCounty, withoutScope } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
const PICTURE = readFileSync('schema/operations/SupportPicture.graphql', 'utf8');

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const ask = (scope: string) =>
  hub.ask<{ student: Record<string, unknown> | null }>(withoutScope(officer, scope), PICTURE, {
    id: testCounty.sampleStudentId,
  });

// What each missing right costs, at every path, is the table in tests/access.
test('with all its rights the office sees every part of the picture', async () => {
  const { data, errors } = await ask('');
  expect(errors).toEqual([]);
  expect(Object.values(data.student ?? {}).filter((part) => part === null)).toEqual([]);
});

test('when every root field is refused the answer is still 200', async () => {
  const { status, data, errors } = await ask('coordination.register-entry.read');
  expect({ status, data }).toEqual({ status: 200, data: { student: null } });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
