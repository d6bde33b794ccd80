import {
  DISPOSITIONS,
  type DispositionCode,
} from '../../../../subgraphs/coordination/comparison/dispositions/dispositions.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../../support/callers.js';
import { listedPupils } from '../register-rows.js';
import {
  decide,
  endRun,
  inDays,
  keyOf,
  newKey,
  paper,
  stateOf,
  TODAY,
  VERIFIERS,
  verifierOf,
  type Found,
} from './difference-rows.js';

const KIND = 'PERSON_WITHOUT_STATUS';

let agency: TestAgency;
let child: Found;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  const [pupil] = await listedPupils(agency, 1);
  if (!pupil) throw new Error('The county has no pupil.');
  child = { kind: KIND, studentId: pupil.studentId, schoolCode: pupil.schoolCode };
  await endRun(agency, TODAY, [child]);
});
afterAll(() => agency?.close());

test.each<[string, DispositionCode, object, TestCaller | null, string[]]>([
  [
    'a code that answers another question',
    'NAME_CORRECTED',
    { code: 'PENDING' },
    null,
    ['CODE_DOES_NOT_FIT code', 'EVIDENCE_MISSING evidence'],
  ],
  [
    'another agency than the one that verifies it',
    'DECEASED',
    {},
    VERIFIERS['education'] ?? null,
    ['OTHER_VERIFIER code'],
  ],
  [
    'papers that settle something else',
    'ABROAD',
    { evidence: [paper('PHOTO')] },
    null,
    ['EVIDENCE_MISSING evidence'],
  ],
  ['no papers at all', 'DECEASED', { evidence: [] }, null, ['EVIDENCE_MISSING evidence']],
  [
    'a paper of tomorrow',
    'ABROAD',
    { evidence: [paper('BORDER', { issuedOn: inDays(1) })] },
    null,
    ['EVIDENCE_IN_FUTURE evidence'],
  ],
  [
    'a paper without the digest of its file',
    'ABROAD',
    { evidence: [paper('BORDER', { sha256: 'x' })] },
    null,
    ['EVIDENCE_INVALID evidence'],
  ],
  [
    "a person's number for a paper's",
    'ABROAD',
    { evidence: [paper('BORDER', { number: '99062520150505002X' })] },
    null,
    ['EVIDENCE_INVALID evidence'],
  ],
  ['an approval without an end', 'SUSPENDED_APPROVED', {}, null, ['END_MISSING approvedUntil']],
  [
    'an approval that is over',
    'SUSPENDED_APPROVED',
    { approvedUntil: inDays(-1) },
    null,
    ['END_INVALID approvedUntil'],
  ],
  [
    'an approval of more than a year',
    'DEFERRED_APPROVED',
    { approvedUntil: inDays(367) },
    null,
    ['END_INVALID approvedUntil'],
  ],
  [
    'an end that is not for the caller to say',
    'ABROAD',
    { approvedUntil: inDays(9) },
    null,
    ['END_NOT_ASKED approvedUntil'],
  ],
  ['a move to nowhere', 'RESIDENCE_MOVED', {}, null, ['RESIDENCE_INVALID residenceDivisionCode']],
  [
    'a move out of the county',
    'RESIDENCE_MOVED',
    { residenceDivisionCode: '110101001' },
    null,
    ['RESIDENCE_INVALID residenceDivisionCode'],
  ],
  ['a task that nobody has done', 'CONFIRMED_DROPOUT', { taskIds: ['1'] }, null, ['VISIT_NOT_FOUND taskIds']],
  [
    'a version that somebody has changed',
    'ABROAD',
    { expectedVersion: 99 },
    null,
    ['STALE_VERSION expectedVersion'],
  ],
  ['what is not there', 'ABROAD', { discrepancyKey: 'nothing' }, null, ['NOT_FOUND discrepancyKey']],
])('%s is refused, and nothing is written', async (_what, code, change, caller, expected) => {
  const before = await stateOf(agency, child);
  const [kind] = DISPOSITIONS[code].evidenceKinds;
  const input = { code, evidence: [paper(kind ?? '')], ...change };
  const { disposition, errors } = await decide(agency, caller ?? verifierOf(code), child, input);
  expect(disposition).toBeNull();
  expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
  expect(await stateOf(agency, child)).toEqual(before);
  expect(await agency.rows('select 1 from disposition_record where student_id = ?', child.studentId)).toEqual(
    [],
  );
});

test('a child of another area is not there, and nobody decides without the right', async () => {
  const police = verifierOf('ABROAD');
  const input = { code: 'ABROAD', evidence: [paper('BORDER')] };
  expect((await decide(agency, elsewhere(police), child, input)).errors).toEqual([
    { code: 'NOT_FOUND', field: 'discrepancyKey' },
  ]);
  const { errors } = await agency.ask<object | null>(
    withoutScope(police, 'coordination.disposition.record'),
    'mutation ($input: RecordDispositionInput!) { recordDisposition(input: $input) { errors { code } } }',
    { input: { ...input, idempotencyKey: newKey(), discrepancyKey: keyOf(child), expectedVersion: 1 } },
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
