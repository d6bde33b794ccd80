import { faultsOfHousehold } from '../../../../subgraphs/education/screening/faults-of-household.js';
import { isChildOn } from '../../../../subgraphs/education/screening/screened-person.js';
import type { RecordHouseholdScreeningInput } from '../../../../subgraphs/education/screening/screening.input.js';

test.each([
  ['2008-11-21', true],
  ['2008-11-20', false],
  ['2026-11-20', true],
])('born %s, on 2026-11-20 a child: %p', (birthDate, isChild) => {
  expect(isChildOn(birthDate, '2026-11-20')).toBe(isChild);
});

describe('a return before anything is looked up', () => {
  const person = {
    relation: 'SON' as const,
    name: '田小禾',
    sex: 'MALE' as const,
    birthDate: '2015-05-05',
    attainedLevel: 'PRIMARY' as const,
    checkedBy: '村干部',
    checkedOn: '2026-11-01',
  };
  const given: Omit<RecordHouseholdScreeningInput, 'idempotencyKey'> = {
    assignmentCode: 'one',
    householdNumber: '0001',
    householderName: '田大禾',
    visitedOn: '2026-11-01',
    visitorPost: 'VILLAGE_CADRE',
    result: 'VISITED',
    members: [person],
  };
  const faults = (part: Partial<typeof given>) =>
    faultsOfHousehold({ ...given, ...part }, { opensOn: '2026-10-01', today: '2026-11-20' }).map(
      ({ code, field }) => `${code} ${field}`,
    );
  test.each<[string, Partial<typeof given>, string[]]>([
    ['all in order', {}, []],
    ['an empty house', { result: 'NOBODY_AT_HOME', members: [] }, []],
    ['before the campaign', { visitedOn: '2026-09-30' }, ['DAY_INVALID visitedOn']],
    ['tomorrow', { visitedOn: '2026-11-21' }, ['DAY_INVALID visitedOn']],
    ['visited and nobody in it', { members: [] }, ['MEMBERS_MISSING members']],
    ['not met, and people in it', { result: 'MOVED_AWAY' }, ['MEMBERS_UNEXPECTED members']],
    ['no number', { householdNumber: ' ' }, ['TEXT_INVALID householdNumber']],
    ['31 members', { members: Array.from({ length: 31 }, () => person) }, ['MEMBERS_TOO_MANY members']],
    [
      'checked by nobody',
      { members: [{ ...person, checkedBy: null }] },
      ['CHECK_INCOMPLETE members.0.checkedBy'],
    ],
    [
      'checked never',
      { members: [{ ...person, checkedOn: null }] },
      ['CHECK_INCOMPLETE members.0.checkedOn'],
    ],
    [
      'nothing checked yet',
      { members: [{ relation: 'SON', name: '田小禾', sex: 'MALE', birthDate: '2015-05-05' }] },
      [],
    ],
    [
      'born tomorrow',
      { members: [{ ...person, birthDate: '2026-11-21' }] },
      ['BIRTH_DATE_INVALID members.0.birthDate'],
    ],
    ['grade 11', { members: [{ ...person, grade: 11 }] }, ['GRADE_INVALID members.0.grade']],
  ])('%s', (_what, part, expected) => {
    expect(faults(part)).toEqual(expected);
  });
});
