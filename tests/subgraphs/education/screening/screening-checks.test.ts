import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import {
  duplicatesIn,
  errorsOf,
  gapsIn,
  type MemberRow,
  type StatusRow,
} from '../../../../subgraphs/education/screening/screening-checks.js';

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
    const own = (id: string) => id;
    expect(kindsOf(duplicatesIn({ code: 'one' }, { households: ofCampaign, members }, own))).toEqual(kinds);
  });

  test('a child that stands under two of its ids is one child', () => {
    const members = [member(), member({ id: '2', studentId: B, householdId: 'h3' })];
    const found = duplicatesIn({ code: 'one' }, { households, members }, () => A);
    expect(kindsOf(found)).toEqual(['CHILD_IN_TWO_HOUSEHOLDS', 'CHILD_IN_TWO_HOUSEHOLDS']);
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
  });
  test('whether a household is missing nobody knows without their number, which is said', () => {
    expect(gapsIn({ householdCount: null }, [visited], [], known)).toEqual([
      expect.objectContaining({ kind: 'HOUSEHOLD_COUNT_UNKNOWN', count: null, householdId: null }),
    ]);
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
