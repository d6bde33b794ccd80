import { groupByAlias } from '../../../subgraphs/coordination/register/link-aliases.js';
import { nameKeyOf } from '../../../subgraphs/_kit/identity/name-key.js';
import { factsOf, resident, status, type StoredFact } from './child-facts.builder.js';

const OLD = 'b'.repeat(26);
const NEW = 'c'.repeat(26);
const SIBLING = 'd'.repeat(26);

const groups = (byId: Record<string, StoredFact[]>) =>
  groupByAlias(new Map(Object.entries(byId).map(([id, rows]) => [id, factsOf(rows, id)])));
const membersOf = (byId: Record<string, StoredFact[]>) =>
  groups(byId)
    .map(({ memberIds }) => memberIds)
    .toSorted();

/** As a school wrote the girl of the builder. */
const pupil = (row: object = {}) =>
  status({ name: '田小禾', sex: 'FEMALE', birthDate: '2015-05-05', ...row });

test('ids without a former number are children of their own', () => {
  expect(membersOf({ [OLD]: [pupil()], [NEW]: [resident()] })).toEqual([[OLD], [NEW]]);
});

test('a former number joins the rows of both ids under the id that police registered', () => {
  const [child] = groups({ [OLD]: [pupil()], [NEW]: [resident({ formerStudentIds: [OLD] })] });
  expect(child?.canonicalId).toBe(NEW);
  expect(child?.memberIds).toEqual([NEW, OLD]);
  expect(child?.facts.rows.studentStatus).toHaveLength(1);
  expect(child?.facts.rows.resident).toHaveLength(1);
});

test('a former number under which no row stands is a member all the same', () => {
  expect(membersOf({ [NEW]: [resident({ formerStudentIds: [OLD] })] })).toEqual([[NEW, OLD]]);
});

test('of two registrations the earlier one gives the canonical id', () => {
  const [child] = groups({
    [OLD]: [resident({ registeredOn: '2015-06-01' })],
    [NEW]: [resident({ registeredOn: '2019-01-01', formerStudentIds: [OLD] })],
  });
  expect(child?.canonicalId).toBe(OLD);
});

test('a chain of changed numbers is one child', () => {
  const oldest = 'e'.repeat(26);
  expect(
    membersOf({
      [OLD]: [resident({ registeredOn: '2016-01-01', formerStudentIds: [oldest] })],
      [NEW]: [resident({ registeredOn: '2019-01-01', formerStudentIds: [OLD] })],
    }),
  ).toEqual([[OLD, NEW, oldest]]);
});

test.each([{ birthDate: '2015-05-06' }, { sex: 'MALE' }, { name: '田大禾' }])(
  'a number whose rows speak of somebody else (%p) joins nothing',
  (other) => {
    expect(membersOf({ [OLD]: [pupil(other)], [NEW]: [resident({ formerStudentIds: [OLD] })] })).toEqual([
      [OLD],
      [NEW],
    ]);
  },
);

test('another dot in the name is no other person', () => {
  const uyghur = { name: '木合塔尔·华提别克' };
  expect(
    membersOf({
      [OLD]: [pupil({ name: '木合塔尔•华提别克' })],
      [NEW]: [resident({ ...uyghur, formerStudentIds: [OLD] })],
    }),
  ).toEqual([[NEW, OLD]]);
});

test('brothers and sisters stay apart, in whatever order they come', () => {
  const family = {
    [SIBLING]: [resident()],
    [NEW]: [resident({ formerStudentIds: [OLD] })],
    [OLD]: [pupil()],
  };
  expect(membersOf(family)).toEqual([[NEW, OLD], [SIBLING]]);
  expect(membersOf(Object.fromEntries(Object.entries(family).toReversed()))).toEqual(membersOf(family));
});

test.each(['·', '•', '‧', '・', '・', '.', '.', '。', '●', ' ', ''])(
  'names meet whatever stands between their parts (%p)',
  (dot) => {
    expect(nameKeyOf(`阿依古丽${dot}买买提`)).toBe('阿依古丽买买提');
  },
);

test('a rare character stays itself', () => {
  expect(nameKeyOf('王䶮')).not.toBe(nameKeyOf('王龑'));
  expect([...nameKeyOf('李𬱖')]).toEqual(['李', '𬱖']);
});
