import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { faultsOfHousehold } from '../../../../subgraphs/education/screening/faults-of-household.js';
import { plannedAssignments } from '../../../../subgraphs/education/screening/planned-assignments.js';
import { isChildOn } from '../../../../subgraphs/education/screening/screened-person.js';
import {
  duplicatesIn,
  errorsOf,
  gapsIn,
  type MemberRow,
  type StatusRow,
} from '../../../../subgraphs/education/screening/screening-checks.js';
import {
  completenessOf,
  screeningStateOf,
  sumOf,
  type ScreeningCounts,
} from '../../../../subgraphs/education/screening/screening-completeness.js';
import type { RecordHouseholdScreeningInput } from '../../../../subgraphs/education/screening/screening.input.js';

const counts = (part: Partial<ScreeningCounts> = {}): ScreeningCounts => ({
  householdCount: 10,
  settled: 4,
  visited: 3,
  members: 8,
  checked: 6,
  ...part,
});

describe('completeness (完整率)', () => {
  test.each<[string, Partial<ScreeningCounts>, number | null, number | null]>([
    ['a part of the households', {}, 0.4, 0.75],
    ['nobody knows how many there are', { householdCount: null }, null, 0.75],
    ['a village that lists none', { householdCount: 0, settled: 0 }, null, 0.75],
    ['more than the list had', { settled: 12 }, 1, 0.75],
    ['nobody written down yet', { members: 0, checked: 0 }, 0.4, null],
  ])('%s', (_what, part, householdShare, memberShare) => {
    expect(completenessOf(counts(part))).toMatchObject({ householdShare, memberShare });
  });

  test('of several returns: what one does not know, nobody knows of all', () => {
    expect(sumOf([counts(), counts()])).toEqual(
      counts({ householdCount: 20, settled: 8, visited: 6, members: 16, checked: 12 }),
    );
    expect(sumOf([counts(), counts({ householdCount: null })]).householdCount).toBeNull();
    expect(sumOf([])).toEqual({ householdCount: null, settled: 0, visited: 0, members: 0, checked: 0 });
  });

  test.each<[Partial<ScreeningCounts>, string, string]>([
    [{ settled: 0, members: 0, checked: 0 }, '2026-11-20', 'NOT_BEGUN'],
    [{}, '2026-11-20', 'UNDER_WAY'],
    [{}, '2026-11-30', 'UNDER_WAY'],
    [{}, '2026-12-01', 'OVERDUE'],
    [{ settled: 10, checked: 8 }, '2026-11-20', 'COMPLETE'],
    [{ settled: 10, checked: 8 }, '2026-12-01', 'COMPLETE'],
    [{ settled: 10 }, '2026-12-01', 'OVERDUE'],
    [{ householdCount: null, checked: 8 }, '2026-11-20', 'UNDER_WAY'],
    [{ householdCount: null, checked: 8 }, '2026-12-01', 'UNKNOWN'],
    [{ householdCount: null, settled: 0, members: 0, checked: 0 }, '2026-12-01', 'OVERDUE'],
  ])('%p on %s is %s', (part, today, state) => {
    expect(screeningStateOf(counts(part), { dueOn: '2026-11-30', today })).toBe(state);
  });
});

describe('assignments', () => {
  const campaign = {
    kind: 'SCHOOL_HOUSEHOLD_CENSUS',
    academicYear: 2026,
    divisionCode: '520625000000',
    opensOn: '2026-10-01',
    dueOn: '2026-11-30',
  };
  const villages = ['520625101002', '520625101001'];
  const catchments = [
    { divisionCode: '520625101001', schoolCode: '2152000009', lowestGrade: 7 },
    { divisionCode: '520625101001', schoolCode: '2152000001', lowestGrade: 1 },
  ];
  const brief = (kind: string) =>
    plannedAssignments({ ...campaign, kind }, villages, catchments).map(
      ({ divisionCode, answeredBy, schoolCode }) => [divisionCode, answeredBy, schoolCode],
    );

  test('the villages visit for the census, one assignment each', () => {
    expect(brief('SCHOOL_HOUSEHOLD_CENSUS')).toEqual([
      ['520625101001', 'VILLAGE', null],
      ['520625101002', 'VILLAGE', null],
    ]);
  });
  test('schools visit their catchment area for the household register, villages what lies in none', () => {
    expect(brief('HOUSEHOLD_EDUCATION_REGISTER')).toEqual([
      ['520625101001', 'SCHOOL', '2152000001'],
      ['520625101002', 'VILLAGE', null],
    ]);
  });
});

const A = 'a'.repeat(26);
const B = 'b'.repeat(26);
const member = (part: Partial<MemberRow> = {}): MemberRow => ({
  id: '1',
  studentId: A,
  assignmentCode: 'one',
  householdId: 'h1',
  birthDate: '2015-05-05',
  birthDateInNumber: '2015-05-05',
  educationLevel: 'PRIMARY',
  schooling: 'STUDIES_IN_COUNTY',
  schoolCode: '2152000001',
  grade: 5,
  ...part,
});
const status = (part: Partial<StatusRow> = {}): StatusRow => ({
  studentId: A,
  birthDate: '2015-05-05',
  schoolCode: '2152000001',
  status: 'ENROLLED',
  ...part,
});
const kindsOf = (found: readonly { readonly kind: string }[]) => found.map(({ kind }) => kind);

describe('不重', () => {
  const households = [
    { assignmentCode: 'one', householdId: 'h1', result: 'VISITED' },
    { assignmentCode: 'two', householdId: 'h2', result: 'VISITED' },
  ];
  test.each<
    [string, MemberRow[], { assignmentCode: string; householdId: string; result: string }[], string[]]
  >([
    ['nobody twice', [member(), member({ id: '2', studentId: B, assignmentCode: 'two' })], households, []],
    [
      'a child in two returns',
      [member(), member({ id: '2', assignmentCode: 'two', householdId: 'h2' })],
      households,
      ['CHILD_IN_TWO_HOUSEHOLDS'],
    ],
    [
      'a child in two households of one return, told at both',
      [member(), member({ id: '2', householdId: 'h3' })],
      households,
      ['CHILD_IN_TWO_HOUSEHOLDS', 'CHILD_IN_TWO_HOUSEHOLDS'],
    ],
    [
      'adults are nobody to tell apart',
      [member({ studentId: null }), member({ id: '2', studentId: null, householdId: 'h3' })],
      households,
      [],
    ],
    [
      'a household in two returns',
      [],
      [...households, { assignmentCode: 'two', householdId: 'h1', result: 'VISITED' }],
      ['HOUSEHOLD_IN_TWO_RETURNS'],
    ],
  ])('%s', (_what, members, ofCampaign, kinds) => {
    expect(kindsOf(duplicatesIn({ code: 'one' }, { households: ofCampaign, members }))).toEqual(kinds);
  });
});

describe('不漏', () => {
  const visited = { assignmentCode: 'one', householdId: 'h1', result: 'VISITED' };
  const nobody = { ...visited, householdId: 'h2', result: 'NOBODY_AT_HOME' };
  const known = { listedIds: [A], seenIds: new Set([A]) };

  test('nothing is missing', () => {
    expect(gapsIn({ householdCount: 1 }, [visited], [member()], known)).toEqual([]);
  });
  test('households that the list has and nobody named are counted, not invented', () => {
    expect(gapsIn({ householdCount: 3 }, [visited], [], known)).toEqual([
      expect.objectContaining({ kind: 'HOUSEHOLDS_NOT_VISITED', count: 2, householdId: null }),
    ]);
    expect(gapsIn({ householdCount: null }, [visited], [], known)).toEqual([]);
  });
  test('an empty house is to be visited again', () => {
    expect(kindsOf(gapsIn({ householdCount: 2 }, [visited, nobody], [], known))).toEqual([
      'HOUSEHOLD_TO_VISIT_AGAIN',
    ]);
  });
  test('a child on the books whom nobody has seen, anywhere in the campaign', () => {
    expect(
      gapsIn({ householdCount: 1 }, [visited], [], { listedIds: [A, B], seenIds: new Set([B]) }),
    ).toEqual([expect.objectContaining({ kind: 'LISTED_CHILD_NOT_SEEN', studentId: A })]);
  });
  test.each<[string, Partial<MemberRow>, string[]]>([
    ['a child whose schooling is open', { schooling: null }, ['MEMBER_NOT_CHECKED']],
    ['a child whose level is open', { educationLevel: null }, ['MEMBER_NOT_CHECKED']],
    ['an adult has no schooling to check', { studentId: null, schooling: null }, []],
    ['an adult whose level is open', { studentId: null, educationLevel: null }, ['MEMBER_NOT_CHECKED']],
  ])('%s', (_what, part, kinds) => {
    expect(kindsOf(gapsIn({ householdCount: 1 }, [visited], [member(part)], known))).toEqual(kinds);
  });
});

describe('不错', () => {
  const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
  const check = (part: Partial<MemberRow>, statuses: StatusRow[] | null = [status()]) =>
    kindsOf(errorsOf(member(part), statuses, { academicYear: 2026, policy }));

  test.each<[string, Partial<MemberRow>, StatusRow[] | null, string[]]>([
    ['all agrees', {}, [status()], []],
    ['an adult', { studentId: null, birthDateInNumber: null }, null, []],
    ['no valid number', { birthDateInNumber: null }, [status()], ['NUMBER_INVALID']],
    [
      'another birth date in the number',
      { birthDateInNumber: '2015-05-06' },
      [status()],
      ['BIRTH_DATE_CONTRADICTS_NUMBER'],
    ],
    ['a school that nobody named', { schoolCode: null }, [status()], ['SCHOOL_MISSING']],
    ['a grade for somebody else', { grade: 9 }, [status()], ['GRADE_CONTRADICTS_AGE']],
    ['held back a year', { grade: 4 }, [status()], []],
    [
      'a preschool child in a grade',
      { birthDate: '2022-05-05', birthDateInNumber: '2022-05-05', grade: 1 },
      null,
      ['GRADE_CONTRADICTS_AGE'],
    ],
    [
      'another birth date on the status',
      {},
      [status({ birthDate: '2014-05-05' })],
      ['BIRTH_DATE_CONTRADICTS_STATUS'],
    ],
    [
      'another school on the status',
      {},
      [status({ schoolCode: '2152000002' })],
      ['SCHOOL_CONTRADICTS_STATUS'],
    ],
    ['on two rolls, one of them this', {}, [status(), status({ schoolCode: '2152000002' })], []],
    [
      'on a roll and not studying',
      { schooling: 'DROPPED_OUT', schoolCode: null, grade: null },
      [status()],
      ['NOT_STUDYING_CONTRADICTS_STATUS'],
    ],
    [
      'off the roll and not studying',
      { schooling: 'DROPPED_OUT', schoolCode: null },
      [status({ status: 'DROPPED_OUT' })],
      [],
    ],
    ['studies here without a status', {}, [], ['STUDIES_WITHOUT_STATUS']],
    ['a status that is not to be seen here says nothing', {}, null, []],
  ])('%s', (_what, part, statuses, kinds) => {
    expect(check(part, statuses)).toEqual(kinds);
  });
});

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
    ['31 members', { members: Array.from({ length: 31 }, () => person) }, ['TEXT_INVALID members']],
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
    ['grade 11', { members: [{ ...person, grade: 11 }] }, ['TEXT_INVALID members.0.grade']],
  ])('%s', (_what, part, expected) => {
    expect(faults(part)).toEqual(expected);
  });
});
