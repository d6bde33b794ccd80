import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecretKey } from 'node:crypto';
import { createAgencyIdentities } from '../../county/load/family-identities.js';
import type { IdentifiedRecord, RecordedIdentity } from '../../county/views.js';
import type { IsoDate } from '../../policies/iso-date.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import type { StudentSplit } from '../../subgraphs/_kit/student/student-split.entity.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { testDataDir } from '../support/test-server.js';

const NUMBER = '990000201505050011';
const identifier = createStudentIdentifier(createSecretKey(Buffer.alloc(32, 1)));

const record = (sourceKey: string, changed: Partial<RecordedIdentity> = {}): IdentifiedRecord => ({
  sourceKey,
  identity: {
    residentIdNumber: validNumber(),
    name: '田小禾',
    sex: 'MALE',
    birthDate: '2015-05-05' as IsoDate,
    ...changed,
  },
});

/** NUMBER with the check character that fits. */
function validNumber(): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(NUMBER[index]), 0);
  return NUMBER.slice(0, 17) + '10X98765432'.charAt(sum % 11);
}

function idsOf(first: IdentifiedRecord, second: IdentifiedRecord) {
  const splits: StudentSplit[] = [];
  const identities = createAgencyIdentities(identifier, 'education', (split) => splits.push(split));
  return { ids: [identities.of(first), identities.of(second), identities.of(first)], splits };
}

test.each<[string, Partial<RecordedIdentity>, string]>([
  ['birth date', { birthDate: '2014-05-05' as IsoDate }, 'BIRTH_DATE'],
  ['sex', { sex: 'FEMALE' }, 'SEX'],
  ['whole name, as twins of one sex do', { name: '田小苗' }, 'NAME'],
])('two rows on one number that differ in %s stay apart, with a split row', (_what, changed, ground) => {
  const { ids, splits } = idsOf(record('A'), record('B', changed));
  expect(new Set(ids).size).toBe(2);
  expect(ids[2]).toBe(ids[0]);
  expect(splits).toEqual([{ sourceKey: 'B', studentId: ids[1], numberId: ids[0], grounds: [ground] }]);
});

test('another dot in a name and other spaces in a number make no second person', () => {
  const spaced = validNumber().replace(/^(\d{6})/, '$1 ');
  const { ids, splits } = idsOf(
    record('A', { name: '阿力木·买买提' }),
    record('B', { name: '阿力木•买买提', residentIdNumber: spaced }),
  );
  expect(new Set(ids).size).toBe(1);
  expect(splits).toEqual([]);
});

describe('a generated county', () => {
  const truth = readFileSync(join(testDataDir(), 'county/truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { class: string; ids: string[] });
  let education: TestAgency;
  let police: TestAgency;
  beforeAll(async () => {
    [education, police] = await Promise.all([startTestAgency('education'), startTestAgency('police')]);
  });
  afterAll(() => Promise.all([education.close(), police.close()]));

  test('keeps the second pupil on a number under an id of its own, which the truth names', async () => {
    const shared = truth.filter((line) => line.class === 'DUPLICATE_ID_REFERRED');
    expect(shared.length).toBeGreaterThan(0);
    const splits = await education.rows<StudentSplit>(
      'select source_key as "sourceKey", student_id as "studentId", number_id as "numberId" from student_split',
    );
    expect(splits).toHaveLength(shared.length);
    for (const { ids } of shared) {
      const split = splits.find(({ numberId }) => ids.includes(numberId));
      expect(ids).toContain(split?.studentId);
      const rows = await education.rows(
        'select from student_status where source_key = ? and student_id = ?',
        split?.sourceKey,
        split?.studentId,
      );
      expect(rows).toHaveLength(1);
    }
  });

  test('stored a row under every id that the truth names', async () => {
    const stored = new Set(
      [
        ...(await education.rows<{ id: string }>('select student_id as id from student_status')),
        ...(await education.rows<{ id: string }>('select student_id as id from listed_child')),
        ...(await education.rows<{ id: string }>(
          'select student_id as id from household_member_screening where student_id is not null',
        )),
        ...(await police.rows<{ id: string }>('select student_id as id from resident')),
      ].map(({ id }) => id),
    );
    expect(truth.flatMap(({ ids }) => ids).filter((id) => !stored.has(id))).toEqual([]);
  });
});
