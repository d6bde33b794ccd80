import { parsePolicies } from '../../../../policies/load-policies.js';
import { nationalFile, projectFile } from '../../../policies/policy-files.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';
import { bureau, dutiesFor, inspector, office } from './duty-rows.js';

let agency: TestAgency;
beforeAll(async () => {
  // Its plan asks the leading group for a meeting at the start of each term.
  const policies = parsePolicies([
    nationalFile(),
    projectFile('qingtongxia-2018.yaml', ['appliesTo', ['520625']]),
  ]);
  agency = await startTestAgency('coordination', { policies });
  for (const table of ['meeting', 'duty_record']) await agency.rows(`delete from ${table}`);
});
afterAll(() => agency?.close());

let keys = 0;
async function command(caller: TestCaller, name: string, type: string, input: object): Promise<string[]> {
  const { data, errors } = await agency.ask<Record<string, { errors: readonly { code: string }[] }>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
    { input: { idempotencyKey: `opened-term-${(keys += 1)}`, ...input } },
  );
  expect(errors).toEqual([]);
  return (data[name]?.errors ?? []).map(({ code }) => code);
}
const meet = (kind: string, heldOn: string, minutesNumber: string) =>
  command(office, 'recordMeeting', 'RecordMeetingInput', {
    kind,
    heldOn,
    division: '520625',
    bodies: ['COUNTY_EDUCATION', 'POLICE'],
    minutesNumber,
    decisions: [],
  });
const autumn = async () =>
  (await dutiesFor(agency, office, { duty: 'termMeeting', from: '2026-08-01' })).find(
    ({ period }) => period === '2026-AUTUMN',
  );

test('a meeting that opens a term is handed in with it, in time by the day on which it was held', async () => {
  expect(await autumn()).toMatchObject({ state: 'OVERDUE', record: null });
  expect(await meet('DISPATCH', '2026-09-07', '会议纪要〔2026〕5号')).toEqual([]);
  expect(await autumn()).toMatchObject({ state: 'OVERDUE', record: null });
  expect(await meet('TERM_OPENING', '2026-09-08', '会议纪要〔2026〕6号')).toEqual([]);
  const opened = await autumn();
  expect(opened).toMatchObject({
    state: 'SUBMITTED',
    daysLate: 0,
    record: { version: 1, firstSubmittedOn: '2026-09-08', submittedOn: '2026-11-20' },
  });
  expect(await meet('TERM_OPENING', '2026-10-20', '会议纪要〔2026〕7号')).toEqual([]);
  expect(await autumn()).toEqual(opened);
  const evidence = {
    kind: 'MINUTES',
    number: '会议纪要〔2026〕6号',
    issuer: 'LEADING_GROUP',
    date: '2026-09-08',
  };
  const again = { dutyId: opened?.id, evidence };
  expect(await command(office, 'submitDuty', 'SubmitDutyInput', again)).toEqual(['ALREADY_SUBMITTED']);
  const receipt = { dutyId: opened?.id, version: 1 };
  expect(await command(bureau, 'signOffDuty', 'SignOffDutyInput', receipt)).toEqual([]);
  const { data } = await agency.ask<{ termOpenings: object[] }>(
    inspector,
    '{ termOpenings { term heldOn state } }',
  );
  expect(data.termOpenings).toContainEqual({ term: '2026-AUTUMN', heldOn: '2026-09-07', state: 'HELD' });
});
