import { census, factsOf, resident, type StoredFact } from './child-facts.builder.js';

const WHO = { name: '田小禾', sex: 'FEMALE', birthDate: '2015-05-05' };
const door = (part: object = {}): StoredFact => census('DROPPED_OUT', '2026-10-10', { ...WHO, ...part });
const namesOf = (...rows: StoredFact[]) =>
  factsOf(rows).identities.map(({ name, table }) => `${table} ${name}`);

test.each<[string, StoredFact[]]>([
  ['before', [door({ name: '田小和' }), resident()]],
  ['after', [resident(), door({ name: '田小和' })]],
  ['around', [door({ name: '田小和' }), resident(), door({ name: '甜小禾' })]],
])('of a child whom a register knows, field workers say no name, whether they come %s', (_when, rows) => {
  expect(namesOf(...rows)).toEqual(['resident 田小禾']);
});

test('a child whom no register knows is who field workers say', () => {
  expect(namesOf(door())).toEqual(['household_member_screening 田小禾']);
  expect(namesOf(door(), door())).toHaveLength(2);
});
