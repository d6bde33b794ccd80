import type { DispositionCode } from '../../../../subgraphs/coordination/comparison/dispositions/dispositions.js';
import { missingSince } from '../../../../subgraphs/coordination/orders/missing-child.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { caseOf, openCases, type OpenCase } from './order-cases.js';

const from = '2026-10-10';
const said = (code: DispositionCode, decidedOn = '2026-11-02') => ({ code, decidedOn });

test.each([
  ['nobody has decided, and the casework names another reason', 'AVERSION_TO_STUDY', [], null],
  ['nobody has decided, and the casework says so', 'MISSING', [], from],
  ['police decided it after the case was opened', 'OTHER', [said('MISSING_REPORTED')], '2026-11-02'],
  ['the child was found since', 'MISSING', [said('CONFIRMED_DROPOUT'), said('MISSING_REPORTED', from)], null],
  ['a register was repaired since', 'OTHER', [said('NAME_CORRECTED'), said('MISSING_REPORTED', from)], from],
])('%s', (_what, reason, decisions, since) => {
  expect(missingSince({ reason, from, decisions })).toBe(since);
});

describe('the ladder of a case', () => {
  let agency: TestAgency;
  let dropout: OpenCase;
  beforeAll(async () => {
    agency = await startTestAgency('coordination');
    const [opened] = await openCases(agency, 1);
    if (!opened) throw new Error('A case is needed.');
    dropout = opened;
  });
  afterAll(() => agency.close());
  const decide = (code: DispositionCode, on: string, validUntil: string | null = null) =>
    agency.rows(
      `insert into disposition_record (student_id, matter, discrepancy_key, code, evidence, verifier_agency,
         verifier_role, verified_by, decided_on, valid_until, check_number)
       values (?, 'WHERE:' || ?::text, 'key', ?, '[]', 'police', 'police-officer', 'test:police', ?::date, ?::date, 1)`,
      dropout.studentId,
      dropout.studentId,
      code,
      on,
      validUntil,
    );
  const next = async () =>
    (await caseOf<{ nextOrder: object }>(agency, dropout, 'nextOrder { state reason since }')).nextOrder;

  test('a decision stops it while it holds, and the next one lets it go on', async () => {
    expect(await next()).toMatchObject({ state: 'DUE' });
    await decide('MISSING_REPORTED', '2026-10-20');
    expect(await next()).toEqual({ state: 'NOTHING_DUE', reason: 'JUSTIFIED_REASON', since: '2026-10-20' });
    await agency.rows(`update dropout_case set reason = 'MISSING' where case_number = ?`, dropout.caseNumber);
    await agency.rows(
      `update disposition_record set ended_on = '2026-10-28', end_reason = 'SUPERSEDED' where student_id = ?`,
      dropout.studentId,
    );
    await decide('CONFIRMED_DROPOUT', '2026-10-28');
    expect(await next()).toMatchObject({ state: 'DUE', reason: 'OUT_OF_SCHOOL' });
  });

  test('one whose last day has passed says nothing', async () => {
    await decide('RESIDENCE_MOVED', '2026-10-30', '2026-10-31');
    await agency.rows(
      `update disposition_record set ended_on = '2026-10-30' where code = 'CONFIRMED_DROPOUT' and student_id = ?`,
      dropout.studentId,
    );
    expect(await next()).toMatchObject({ state: 'NOTHING_DUE', reason: 'JUSTIFIED_REASON' });
  });
});
