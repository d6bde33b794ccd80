import { splitByIdentity } from '../../../../subgraphs/coordination/comparison/splits/split-evidence.js';
import { comparedChildren } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-children.js';
import { createDiscrepancyFinder } from '../../../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import { screening, type StoredFact } from '../child-facts.builder.js';
import { comparison, idOf, pupil, recordsOf, registered, WHO } from './records.builder.js';

const provisionalIdOf = (agency: string, sourceKey: string) => idOf(`${agency}${sourceKey}`.toLowerCase());
const split = (...records: Parameters<typeof registered>) =>
  splitByIdentity(registered(...records), provisionalIdOf);

test.each([
  ['birth date', { birthDate: '2014-01-01' }, ['BIRTH_DATE']],
  ['sex', { sex: 'MALE' }, ['SEX']],
  ['whole name', { name: '马国强' }, ['NAME']],
  ['everything', { name: '马国强', sex: 'MALE', birthDate: '2013-03-03' }, ['BIRTH_DATE', 'SEX', 'NAME']],
])('two registers that disagree on %s speak of two persons', (_what, row, grounds) => {
  const { records, splits } = split('n', {}, pupil(row));
  expect(splits).toEqual([
    {
      agency: 'education',
      sourceKey: 'XJ1',
      provisionalId: idOf('educationxj1'),
      numberId: idOf('n'),
      grounds,
    },
  ]);
  expect(
    records.map(({ canonicalId, facts }) => [canonicalId, facts.identities.map(({ agency }) => agency)]),
  ).toEqual([
    [idOf('n'), ['police']],
    [idOf('educationxj1'), ['education']],
  ]);
  expect(records[0]?.facts.rows.studentStatus).toEqual([]);
  expect(records[1]?.facts.rows.studentStatus).toHaveLength(1);
});

test.each([
  ['another dot', '木合塔尔·华提别克', '木合塔尔•华提别克'],
  ['no dot', '木合塔尔·华提别克', '木合塔尔华提别克'],
  ['the given name alone', '阿依古丽·买买提', '阿依古丽'],
  ['another transliteration', '艾力·买买提', '阿力·麦麦提'],
  ['a variant character', '李𬱖', '李頔'],
  ['a variant character in the BMP', '王䶮', '王龑'],
  ['a placeholder', '李𬱖', '李?'],
  ['a square', '王䶮', '王□'],
  ['pinyin', '李𬱖', '李di'],
  ['a private-use character', '李𬱖', '李\uE001'],
  ['another character of the name', '田宇', '田雨'],
  ['a name turned round', '田小禾', '田禾小'],
  ["the mother's surname", '田小禾', '杨小禾'],
])('%s on one number is one person', (_what, name, written) => {
  const { records, splits } = split('n', { name }, pupil({ name: written }));
  expect(splits).toEqual([]);
  expect(records).toHaveLength(1);
});

test('fieldwork and what other agencies say of the same person stay with the number', () => {
  const poverty: StoredFact = [
    'poverty',
    'poverty_household_member',
    { childName: WHO.name, ...WHO, sourceKey: 'PK1', householdCode: 'H1' },
  ];
  const { records } = split('n', {}, pupil({ sex: 'MALE' }), poverty, screening('2026-11-01', null));
  expect(records[0]?.facts.identities.map(({ agency }) => agency)).toEqual(['police', 'poverty']);
  expect(records[0]?.facts.rows.screeningVisit).toHaveLength(1);
  expect(records[0]?.facts.households).toEqual([{ agency: 'poverty', key: 'H1' }]);
});

test('the number belongs to whose birth date is the one inside it', () => {
  const { records } = split(
    'n',
    { birthDate: '2014-05-05', birthDateInNumber: '2015-05-05' },
    pupil({ birthDateInNumber: '2015-05-05' }),
  );
  expect(records[0]?.facts.identities.map(({ agency }) => agency)).toEqual(['education']);
  expect(records[1]?.canonicalId).toBe(idOf('policegan'));
});

test('the second person is told as such, and never joins the first', () => {
  const { records } = split('n', {}, pupil({ name: '马国强', birthDate: '2013-03-03' }));
  const children = comparedChildren(records, []);
  expect(children).toHaveLength(2);
  const find = createDiscrepancyFinder(comparison);
  const kinds = children.map((child) => find(child).map(({ kind }) => kind));
  expect(kinds[0]).toContain('NEVER_ENROLLED');
  expect(kinds[1]?.[0]).toBe('DUPLICATE_ID');
});

test('a register that kept two persons apart at import is heard', () => {
  const kept: StoredFact = [
    'education',
    'student_split',
    { sourceKey: 'XJ2', numberId: idOf('n'), grounds: ['NAME'] },
  ];
  const record = recordsOf('s', pupil(), kept);
  expect(record.facts.splits).toEqual([
    { agency: 'education', sourceKey: 'XJ2', numberId: idOf('n'), grounds: ['NAME'] },
  ]);
  expect(createDiscrepancyFinder(comparison)({ ...record, links: [], suggestions: [] })[0]).toMatchObject({
    kind: 'DUPLICATE_ID',
    proposedDisposition: 'DUPLICATE_ID_REFERRED',
  });
});
