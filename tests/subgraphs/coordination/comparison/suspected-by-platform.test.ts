import { status, type StoredFact } from '../child-facts.builder.js';
import { call, found, person } from './discrepancies.builder.js';

const sent: StoredFact = [
  'coordination',
  'pushed_down_case',
  {
    childName: '田小禾',
    sex: 'FEMALE',
    birthDate: '2015-05-05',
    divisionCode: '520625101001',
    pushedOn: '2026-11-18',
  },
];
const suspicions = (...rows: StoredFact[]) =>
  found(rows).filter(({ kind }) => kind === 'SUSPECTED_BY_PLATFORM');

test('a child that the platform suspects stands until somebody answers, though the county has it in school', () => {
  expect(suspicions(person(), status(), call('PRESENT'), sent)).toMatchObject([
    { proposedDisposition: 'IN_SCHOOL_IN_COUNTY', heldUntil: null },
  ]);
  expect(suspicions(person(), status(), call('PRESENT'))).toEqual([]);
});

test('where nothing explains it somebody has to go', () => {
  expect(suspicions(person(), sent)).toMatchObject([{ proposedDisposition: null }]);
});

test('a child whom no other register knows is a difference of its own', () => {
  const [suspicion] = suspicions(sent);
  expect(suspicion?.evidence).toEqual([
    { agency: 'coordination', register: 'NATIONAL_PLATFORM', what: 'SUSPECTED', asOf: '2026-11-18' },
  ]);
});

test('what the platform writes of a child is not taken over that of a register', () => {
  const other: StoredFact = ['coordination', 'pushed_down_case', { ...sent[2], birthDate: '2001-01-01' }];
  expect(found([person(), other]).map(({ kind }) => kind)).toContain('SUSPECTED_BY_PLATFORM');
  expect(found([person(), other]).map(({ kind }) => kind)).toContain('NEVER_ENROLLED');
});
