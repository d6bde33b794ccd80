import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../../subgraphs/_kit/student/service-transaction.js';
import { dateDecisions } from '../../../../subgraphs/coordination/comparison/dispositions/settle-discrepancies.js';
import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { callerAs, withoutScope, type TestCaller } from '../../../support/callers.js';
import { workGroups } from '../../../support/work-groups.js';
import { listedPupils } from '../register-rows.js';
import {
  decide,
  endRun,
  inDays,
  keyOf,
  paper,
  stateOf,
  TODAY,
  VERIFIERS,
  type Found,
} from './difference-rows.js';

let agency: TestAgency;
let ids: string[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  ids = (await listedPupils(agency, 20)).map(({ studentId }) => studentId);
});
afterAll(() => agency.close());

let taken = 0;
function newFound(kind: Found['kind'] = 'PERSON_WITHOUT_STATUS', studentId?: string): Found {
  const id = studentId ?? ids[(taken += 1)];
  if (!id) throw new Error('The test needs more children.');
  return { kind, studentId: id };
}
const officer = (agencyName: string) => {
  const caller = VERIFIERS[agencyName];
  if (!caller) throw new Error('No such officer.');
  return caller;
};
const reasons = ({ studentId }: Found) =>
  agency.rows<{ code: string; endReason: string | null }>(
    'select code, end_reason as "endReason" from disposition_record where student_id = ? order by id',
    studentId,
  );

test('what was decided stays decided while a run still finds the difference, and is not reported again', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('police'), found, { code: 'ABROAD', evidence: [paper('BORDER')] });
  const decided = await stateOf(agency, found);
  await endRun(agency, inDays(1), [found]);
  expect(await stateOf(agency, found)).toEqual(decided);
  expect(decided).toMatchObject({ state: 'CLOSED_OUT', firstSeenOn: TODAY, closedOn: TODAY });
});

test('an answer to where the child is ends every question of that kind, and outlasts a change of the kind', async () => {
  const found = newFound('NEVER_ENROLLED');
  const poor = newFound('POVERTY_WITHOUT_STATUS', found.studentId);
  const name = newFound('NAME_MISMATCH', found.studentId);
  await endRun(agency, TODAY, [found, poor, name]);
  await decide(agency, officer('education'), found, {
    code: 'IN_SCHOOL_OUT_OF_PROVINCE',
    evidence: [paper('PHOTO')],
  });
  expect((await stateOf(agency, poor)).state).toBe('CLOSED_OUT');
  expect((await stateOf(agency, name)).state).toBe('OPEN');

  const explained = newFound('PERSON_WITHOUT_STATUS', found.studentId);
  await endRun(agency, inDays(1), [explained, poor]);
  expect((await stateOf(agency, explained)).state).toBe('CLOSED_OUT');
  expect((await stateOf(agency, found)).state).toBe('GONE');
});

test('a place in school outside the county is asked for again when the next term begins', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('education'), found, {
    code: 'IN_SCHOOL_OUT_OF_COUNTY',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await endRun(agency, '2027-02-21', [found]);
  expect((await stateOf(agency, found)).state).toBe('CLOSED_OUT');
  await endRun(agency, '2027-02-22', [found]);
  expect(await stateOf(agency, found)).toMatchObject({
    state: 'OPEN',
    reopenedOn: '2027-02-22',
    closedOn: null,
    firstSeenOn: TODAY,
  });
  expect(await reasons(found)).toEqual([{ code: 'IN_SCHOOL_OUT_OF_COUNTY', endReason: 'LAPSED' }]);
});

test('an approved absence ends with its approval', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('education'), found, {
    code: 'SUSPENDED_APPROVED',
    evidence: [paper('MEDICAL')],
    approvedUntil: inDays(10),
  });
  await endRun(agency, inDays(10), [found]);
  expect((await stateOf(agency, found)).state).toBe('CLOSED_OUT');
  await endRun(agency, inDays(11), [found]);
  expect((await stateOf(agency, found)).state).toBe('OPEN');
});

test('a decision until the next term gets its last day when the calendar reaches so far', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('education'), found, {
    code: 'IN_SCHOOL_OUT_OF_COUNTY',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await agency.rows('update disposition_record set valid_until = null where student_id = ?', found.studentId);
  const apart = openSideConnection(agency.databaseUrl);
  try {
    const dated = await serviceTransaction(apart, (db) => dateDecisions(db, ['2026-09-01', '2027-02-22']));
    expect(dated).toEqual([{ studentId: found.studentId }]);
  } finally {
    await apart.destroy();
  }
  expect(
    await agency.rows(
      'select valid_until::text from disposition_record where student_id = ?',
      found.studentId,
    ),
  ).toEqual([{ valid_until: '2027-02-21' }]);
});

test('a register that is put right is waited for: off the list when a run finds nothing, open again when it returns', async () => {
  const found = newFound('NUMBER_INVALID');
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('education'), found, {
    code: 'ID_CORRECTED',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await endRun(agency, inDays(1), [found]);
  expect(await stateOf(agency, found)).toMatchObject({ state: 'AWAITING_REPAIR', closedOn: null });

  await endRun(agency, inDays(2), []);
  expect(await stateOf(agency, found)).toMatchObject({ state: 'GONE', closedOn: inDays(2) });
  expect(await reasons(found)).toEqual([{ code: 'ID_CORRECTED', endReason: 'REPAIRED' }]);

  await endRun(agency, inDays(3), [found]);
  expect(await stateOf(agency, found)).toMatchObject({
    state: 'OPEN',
    closedOn: null,
    reopenedOn: inDays(3),
  });
});

test('what holds until the registers change ends when they agree, and does not hide what comes up later', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('education'), found, {
    code: 'IN_SCHOOL_IN_COUNTY',
    evidence: [paper('SCHOOL_CERTIFICATE')],
  });
  await endRun(agency, inDays(1), []);
  expect(await reasons(found)).toEqual([{ code: 'IN_SCHOOL_IN_COUNTY', endReason: 'GONE' }]);
  await endRun(agency, inDays(400), [found]);
  expect((await stateOf(agency, found)).state).toBe('OPEN');
});

test('a decision with a last day of its own lasts over a run that misses the difference', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('police'), found, { code: 'ABROAD', evidence: [paper('BORDER')] });
  await endRun(agency, inDays(1), []);
  await endRun(agency, inDays(2), [found]);
  expect((await stateOf(agency, found)).state).toBe('CLOSED_OUT');
});

test('a confirmed dropout stays on the list, however many runs find it', async () => {
  const found = newFound('STATUS_NOT_PRESENT');
  await endRun(agency, TODAY, [found]);
  await decide(agency, officer('coordination'), found, {
    code: 'CONFIRMED_DROPOUT',
    evidence: [paper('VISIT_RECORD')],
  });
  await endRun(agency, inDays(30), [found]);
  expect(await stateOf(agency, found)).toMatchObject({ state: 'OPEN', reopenedOn: null, firstSeenOn: TODAY });
  await decide(agency, officer('education'), found, {
    code: 'RETURNED',
    evidence: [paper('SCHOOL_CERTIFICATE')],
  });
  expect((await stateOf(agency, found)).state).toBe('CLOSED_OUT');
});

describe('what the national platform has sent down stands in every run', () => {
  const inCounty = { code: 'IN_SCHOOL_IN_COUNTY', evidence: [paper('SCHOOL_CERTIFICATE')] };

  test('an answer to it holds for it alone once the registers agree, and does not hide what comes up later', async () => {
    const sent = newFound('SUSPECTED_BY_PLATFORM');
    await endRun(agency, TODAY, [sent]);
    await decide(agency, officer('education'), sent, inCounty);
    await endRun(agency, inDays(1), [sent]);
    expect((await stateOf(agency, sent)).state).toBe('CLOSED_OUT');

    const lost = newFound('STATUS_NOT_PRESENT', sent.studentId);
    await endRun(agency, inDays(400), [sent, lost]);
    expect((await stateOf(agency, lost)).state).toBe('OPEN');
    expect((await stateOf(agency, sent)).state).toBe('CLOSED_OUT');
    expect(await reasons(sent)).toEqual([{ code: 'IN_SCHOOL_IN_COUNTY', endReason: null }]);

    await decide(agency, officer('coordination'), lost, {
      code: 'CONFIRMED_DROPOUT',
      evidence: [paper('VISIT_RECORD')],
    });
    expect((await stateOf(agency, sent)).state).toBe('OPEN');
  });

  test('an answer to another difference answers the platform too, and goes on to when that one is gone', async () => {
    const lost = newFound('STATUS_NOT_PRESENT');
    const sent = newFound('SUSPECTED_BY_PLATFORM', lost.studentId);
    await endRun(agency, TODAY, [lost, sent]);
    await decide(agency, officer('education'), lost, inCounty);
    await endRun(agency, inDays(1), [lost, sent]);
    await endRun(agency, inDays(2), [sent]);
    expect((await stateOf(agency, sent)).state).toBe('CLOSED_OUT');
    await endRun(agency, inDays(300), [sent, lost]);
    expect((await stateOf(agency, lost)).state).toBe('OPEN');
  });

  test('a register that was put right answers nothing', async () => {
    const twice = newFound('STATUS_NOT_PRESENT');
    const sent = newFound('SUSPECTED_BY_PLATFORM', twice.studentId);
    await endRun(agency, TODAY, [twice, sent]);
    await decide(agency, officer('education'), twice, {
      code: 'GHOST_STATUS',
      evidence: [paper('SCHOOL_CERTIFICATE')],
    });
    await endRun(agency, inDays(1), [sent]);
    expect((await stateOf(agency, sent)).state).toBe('OPEN');
    expect(await reasons(sent)).toEqual([{ code: 'GHOST_STATUS', endReason: 'REPAIRED' }]);
  });
});

test('the agency whose register is wrong has the repair on its list until a run finds the registers agree', async () => {
  const wrongNumber = newFound('NAME_MISMATCH');
  const twice = newFound('DUPLICATE_REGISTRATION');
  await endRun(agency, TODAY, [wrongNumber, twice]);
  await decide(agency, officer('education'), wrongNumber, {
    code: 'NAME_CORRECTED',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await decide(agency, officer('police'), twice, {
    code: 'DUPLICATE_HOUSEHOLD',
    evidence: [paper('POLICE_CERTIFICATE')],
  });
  const bureau = callerAs('bureau-officer');
  const repairsOf = async (caller: TestCaller) => {
    const groups = await workGroups(agency, caller, 'workAtCoordination');
    const found = groups.find(({ kind }) => kind === 'REPAIR_REGISTER');
    return found?.items?.map(({ subject }) => subject);
  };
  const listed = async () => [
    (await repairsOf(bureau))?.includes(keyOf(wrongNumber)),
    (await repairsOf(bureau))?.includes(keyOf(twice)),
    (await repairsOf(callerAs('police-officer')))?.includes(keyOf(twice)),
  ];
  expect(await listed()).toEqual([true, false, true]);
  for (const other of [callerAs('coordination-officer'), callerAs('school-clerk')])
    expect(await repairsOf(other)).toBeUndefined();
  const elsewhere: TestCaller = { ...bureau, jurisdiction: [{ kind: 'DIVISION', code: '652301' }] };
  expect(await repairsOf(elsewhere)).toEqual([]);
  expect(await repairsOf(withoutScope(bureau, COORDINATION_SCOPES.readDiscrepancies))).toBeUndefined();

  await endRun(agency, inDays(1), []);
  expect(await listed()).toEqual([false, false, false]);
});
