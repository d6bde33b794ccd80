import type { ComparedChild } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-child.js';
import type {
  Discrepancy,
  DiscrepancyKind,
} from '../../../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import { createDiscrepancyFinder } from '../../../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import { shownDiscrepancy } from '../../../../subgraphs/coordination/comparison/discrepancies/shown-discrepancy.js';
import type { MatchLink } from '../../../../subgraphs/coordination/comparison/matching/match-tiers.js';
import {
  dropoutCase,
  missed,
  resident,
  screening,
  VILLAGE,
  type StoredFact,
} from '../child-facts.builder.js';
import { comparison, DUE_SCHOOL, idOf, OTHER_TOWNSHIP, pupil, recordsOf, WHO } from './records.builder.js';

const find = createDiscrepancyFinder(comparison);
const person = (row: object = {}) => resident({ ...WHO, ...row });

function compared(rows: readonly StoredFact[], rest: Partial<ComparedChild> = {}): ComparedChild {
  return { ...recordsOf('child', ...rows), links: [], suggestions: [], ...rest };
}
const found = (rows: readonly StoredFact[], rest?: Partial<ComparedChild>) => find(compared(rows, rest));
const told = (list: readonly Discrepancy[]) =>
  list.map(({ kind, proposedDisposition }) => [kind, proposedDisposition]);

const education = (table: string, row: object): StoredFact => ['education', table, row];
const police = (table: string, row: object): StoredFact => ['police', table, row];
const call = (finding: string, row: object = {}): StoredFact =>
  education('roll_call_finding', {
    calledOn: '2026-09-10',
    schoolCode: '2152000001',
    classCode: '1',
    finding,
    ...row,
  });
const elsewhere = (row: object = {}) =>
  education('study_elsewhere', {
    area: 'OUT_OF_PROVINCE',
    schoolName: '某校',
    grade: 5,
    checkedOn: '2026-10-01',
    ...row,
  });
const approval = (kind: string) =>
  education('approved_absence', { kind, from: '2026-08-20', until: '2027-08-19' });
const movedOut = (otherCountyCode: string) =>
  police('floating_population_record', {
    direction: 'OUT',
    otherCountyCode,
    localDivisionCode: VILLAGE,
    startedOn: '2022-01-01',
  });
const left = { status: 'GRADUATED', grade: 9, leftOn: '2026-06-30', classCode: null };
const poor: StoredFact = ['poverty', 'poverty_household', { kind: 'GENERAL_POOR', liftedOn: '2019-12-20' }];
const certificate: StoredFact = [
  'disability',
  'disability_certificate',
  {
    category: 'HEARING',
    components: ['HEARING'],
    grade: 'GRADE_2',
    issuedOn: '2024-01-01',
    expiresOn: '2034-01-01',
  },
];
const link = (tier: MatchLink['tier'], evidence: MatchLink['evidence'], isAutomatic = true): MatchLink => ({
  memberId: idOf('member'),
  canonicalId: idOf('child'),
  tier,
  score: 1,
  evidence,
  isAutomatic,
});

describe('registers that agree', () => {
  test.each<[string, StoredFact[]]>([
    ['a pupil who was met in class', [person(), pupil({ idVerification: 'VERIFIED' }), call('PRESENT')]],
    ['a pupil whom the roll-call did not reach yet', [person(), pupil()]],
    [
      'a pupil excused on the day of the roll-call',
      [
        person(),
        pupil(),
        call('ABSENT'),
        education('absence', {
          date: '2026-09-10',
          session: 'WHOLE_DAY',
          state: 'EXCUSED',
          schoolCode: '2152000001',
        }),
      ],
    ],
    ['a child verified elsewhere this term', [person(), elsewhere()]],
    ['a child too young', [person({ birthDate: '2021-05-05' })]],
    ['a child beyond compulsory age', [person({ birthDate: '2009-05-05' })]],
    [
      'a leaver of grade 9',
      [person({ birthDate: '2011-05-05' }), pupil({ birthDate: '2011-05-05', ...left })],
    ],
    ['a registration that moved away', [person({ cancelledOn: '2025-01-01', cancelReason: 'MOVED_OUT' })]],
    [
      'a child dead in both registers',
      [
        person({ cancelledOn: '2026-10-01', cancelReason: 'DEATH' }),
        pupil({ status: 'DECEASED', leftOn: '2026-10-01' }),
      ],
    ],
    [
      'an incomer with a record of the move',
      [
        police('floating_population_record', {
          ...WHO,
          direction: 'IN',
          localDivisionCode: VILLAGE,
          startedOn: '2020-01-01',
        }),
        pupil(),
      ],
    ],
  ])('%s: nothing', (_what, rows) => {
    expect(found(rows)).toEqual([]);
  });
});

describe('a person without a status', () => {
  test('never enrolled, and nothing explains it: somebody has to go', () => {
    expect(found([person()])).toEqual([
      {
        kind: 'NEVER_ENROLLED',
        key: `NEVER_ENROLLED:${idOf('child')}`,
        canonicalId: idOf('child'),
        evidence: [
          { agency: 'police', register: 'RESIDENTS', what: 'REGISTERED', asOf: '2015-06-01' },
          { agency: 'education', register: 'STUDENT_STATUS', what: 'NO_RECORD', asOf: '2026-11-19' },
        ],
        proposedDisposition: null,
        heldUntil: null,
        dueTo: { township: VILLAGE.slice(0, 9), schoolCode: DUE_SCHOOL },
      },
    ]);
  });

  test.each<[string, StoredFact[], DiscrepancyKind, string | null]>([
    [
      'a case of a child never enrolled',
      [dropoutCase({ schoolCode: null })],
      'NEVER_ENROLLED',
      'CONFIRMED_NOT_ENROLLED',
    ],
    [
      'a visit that confirmed it',
      [screening('2026-11-01', 'CONFIRMED_NOT_ENROLLED')],
      'NEVER_ENROLLED',
      'CONFIRMED_NOT_ENROLLED',
    ],
    [
      'two visits without a result',
      [screening('2026-10-01', null), screening('2026-11-01', null)],
      'NEVER_ENROLLED',
      'UNRESOLVED',
    ],
    ['one visit without a result', [screening('2026-11-01', null)], 'NEVER_ENROLLED', null],
    [
      'police asked where it is',
      [
        police('missing_person_determination', {
          requestedOn: '2026-10-01',
          determinedOn: null,
          result: null,
        }),
      ],
      'NEVER_ENROLLED',
      'MISSING_REPORTED',
    ],
    [
      'police found it',
      [
        police('missing_person_determination', {
          requestedOn: '2026-10-01',
          determinedOn: '2026-10-09',
          result: 'FOUND',
        }),
      ],
      'NEVER_ENROLLED',
      null,
    ],
    [
      'found at work',
      [['labour', 'child_labour_case', { foundOn: '2026-10-01' }]],
      'NEVER_ENROLLED',
      'CONFIRMED_DROPOUT',
    ],
    ['approved deferral', [approval('DEFERRED_ENTRY')], 'PERSON_WITHOUT_STATUS', 'DEFERRED_APPROVED'],
    ['not able to study', [approval('MEDICALLY_UNABLE')], 'PERSON_WITHOUT_STATUS', 'MEDICALLY_UNABLE'],
    [
      'in custody',
      [police('legal_custody', { startsOn: '2026-09-15', endsOn: '2027-06-30' })],
      'NEVER_ENROLLED',
      'LEGAL_CUSTODY',
    ],
    [
      'left the country',
      [police('border_exit', { leftOn: '2026-01-01' })],
      'PERSON_WITHOUT_STATUS',
      'ABROAD',
    ],
    [
      'studies abroad',
      [elsewhere({ area: 'ABROAD', checkedOn: '2026-05-01' })],
      'OUT_OF_COUNTY_TO_REVERIFY',
      'ABROAD',
    ],
    ['moved within the province', [movedOut('520602')], 'PERSON_WITHOUT_STATUS', 'IN_SCHOOL_OUT_OF_COUNTY'],
    ['moved to another province', [movedOut('440305')], 'PERSON_WITHOUT_STATUS', 'IN_SCHOOL_OUT_OF_PROVINCE'],
    [
      'never lives here',
      [screening('2026-11-01', 'EMPTY_REGISTRATION')],
      'PERSON_WITHOUT_STATUS',
      'EMPTY_REGISTRATION',
    ],
    ['met in a class', [call('EXTRA')], 'PRESENT_WITHOUT_STATUS', 'IN_SCHOOL_UNREGISTERED'],
    [
      'taught at home',
      [education('home_teaching_visit', { visitedOn: '2026-11-01', schoolCode: '2152000001' })],
      'PRESENT_WITHOUT_STATUS',
      'SPECIAL_PLACEMENT',
    ],
    [
      'verified elsewhere before this term',
      [elsewhere({ checkedOn: '2026-04-01' })],
      'OUT_OF_COUNTY_TO_REVERIFY',
      'IN_SCHOOL_OUT_OF_PROVINCE',
    ],
    [
      'visited elsewhere before this term',
      [screening('2026-04-01', 'IN_SCHOOL_OUT_OF_PROVINCE')],
      'NEVER_ENROLLED',
      null,
    ],
  ])('%s', (_what, rows, kind, disposition) => {
    expect(told(found([person(), ...rows]))).toEqual([[kind, disposition]]);
  });

  test('registered days ago, it is held until the status system can have it', () => {
    const [discrepancy] = found([person({ registeredOn: '2026-11-15' })]);
    expect(discrepancy).toMatchObject({
      kind: 'NEVER_ENROLLED',
      proposedDisposition: 'PENDING',
      heldUntil: '2026-12-16',
    });
  });

  test('15 years old, it has most likely finished', () => {
    expect(told(found([person({ birthDate: '2011-01-05' })]))).toEqual([
      ['PERSON_WITHOUT_STATUS', 'COMPLETED'],
    ]);
  });

  test('left grade 6, and no grade 7 has taken it in', () => {
    const leaver = { birthDate: '2014-03-05' };
    expect(
      told(
        found([person(leaver), pupil({ ...leaver, status: 'GRADUATED', grade: 6, leftOn: '2026-06-30' })]),
      ),
    ).toEqual([['TRANSITION_NOT_ARRIVED', null]]);
  });

  test('a poor household and a certificate make it the matter of those comparisons too', () => {
    expect(told(found([person(), poor, certificate]))).toEqual([
      ['NEVER_ENROLLED', null],
      ['POVERTY_WITHOUT_STATUS', null],
      ['DISABILITY_WITHOUT_STATUS', null],
    ]);
  });

  test('a child whom no register knows, found at the door, is compared like any other', () => {
    const census: StoredFact = ['coordination', 'census_member', { ...WHO, residenceDivisionCode: VILLAGE }];
    const [discrepancy] = found([
      census,
      screening('2026-11-01', 'CONFIRMED_NOT_ENROLLED', { residenceDivisionCode: VILLAGE }),
    ]);
    expect(discrepancy).toMatchObject({
      kind: 'NEVER_ENROLLED',
      proposedDisposition: 'CONFIRMED_NOT_ENROLLED',
      dueTo: { township: VILLAGE.slice(0, 9) },
    });
    expect(discrepancy?.evidence.map(({ agency, what }) => [agency, what])).toContainEqual([
      'police',
      'NO_RECORD',
    ]);
  });

  test('the task goes to the township of residence, not of registration', () => {
    const [discrepancy] = found([
      person(),
      screening('2026-11-01', 'CONFIRMED_NOT_ENROLLED', { residenceDivisionCode: OTHER_TOWNSHIP }),
    ]);
    expect(discrepancy?.dueTo).toEqual({ township: OTHER_TOWNSHIP.slice(0, 9), schoolCode: null });
  });
});

describe('a status without the pupil', () => {
  const week = [
    '2026-11-09',
    '2026-11-10',
    '2026-11-11',
    '2026-11-12',
    '2026-11-13',
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
  ];

  test.each<[string, StoredFact[], DiscrepancyKind, string | null]>([
    ['never met, nothing known', [pupil(), call('ABSENT')], 'STATUS_NOT_PRESENT', 'GHOST_STATUS'],
    [
      'absent, with a case',
      [pupil(), call('ABSENT'), dropoutCase()],
      'STATUS_NOT_PRESENT',
      'CONFIRMED_DROPOUT',
    ],
    [
      'away without leave for more than a week',
      [pupil(), call('PRESENT'), ...missed(...week)],
      'STATUS_NOT_PRESENT',
      'CONFIRMED_DROPOUT',
    ],
    [
      'marked as dropped out',
      [pupil({ status: 'DROPPED_OUT', leftOn: '2026-10-10' })],
      'STATUS_NOT_PRESENT',
      'CONFIRMED_DROPOUT',
    ],
    [
      'withdrawn, which the law does not know',
      [pupil({ status: 'WITHDRAWN', leftOn: '2026-10-10' })],
      'STATUS_NOT_PRESENT',
      'CONFIRMED_DROPOUT',
    ],
    [
      'marked as missing',
      [pupil({ status: 'MISSING', leftOn: '2026-10-10' })],
      'STATUS_NOT_PRESENT',
      'MISSING_REPORTED',
    ],
    [
      'suspended with an approval',
      [pupil({ status: 'SUSPENDED' }), approval('SUSPENSION')],
      'STATUS_NOT_PRESENT',
      'SUSPENDED_APPROVED',
    ],
    ['suspended without one', [pupil({ status: 'SUSPENDED' })], 'STATUS_NOT_PRESENT', null],
    [
      'met in the class of another school',
      [pupil(), call('EXTRA', { schoolCode: '2152000002' })],
      'AT_ANOTHER_SCHOOL',
      'IN_SCHOOL_IN_COUNTY',
    ],
    [
      'came back',
      [
        pupil({ status: 'RETURNED' }),
        call('PRESENT'),
        dropoutCase({ state: 'RETURNED', returnedOn: '2026-11-01' }),
      ],
      'RETURN_UNDER_FOLLOW_UP',
      'RETURNED',
    ],
    [
      'a transfer on its way',
      [
        pupil({ status: 'TRANSFERRED_OUT', leftOn: '2026-11-10' }),
        education('status_change', { kind: 'TRANSFERRED_OUT', changedOn: '2026-11-10', completedOn: null }),
      ],
      'TRANSFER_IN_TRANSIT',
      'TRANSFER_IN_TRANSIT',
    ],
    [
      'a transfer that nobody completed',
      [
        pupil({ status: 'TRANSFERRED_OUT', leftOn: '2026-09-10' }),
        education('status_change', { kind: 'TRANSFERRED_OUT', changedOn: '2026-09-10', completedOn: null }),
      ],
      'TRANSFER_OVERDUE',
      'TRANSFER_IN_TRANSIT',
    ],
    [
      'dead at the police, on the roll at the school',
      [pupil(), person({ cancelledOn: '2026-10-01', cancelReason: 'DEATH' })],
      'DECEASED_IN_ONE_REGISTER',
      'DECEASED',
    ],
    [
      'dead at the school, registered at the police',
      [pupil({ status: 'DECEASED', leftOn: '2026-10-01' })],
      'DECEASED_IN_ONE_REGISTER',
      'DECEASED',
    ],
  ])('%s', (_what, rows, kind, disposition) => {
    const isRegistered = rows.some(([, table]) => table === 'resident');
    const [first] = told(found(isRegistered ? rows : [person(), ...rows]));
    expect(first).toEqual([kind, disposition]);
  });

  test('away three days and registered in another township: somebody goes to where it lives', () => {
    const rows = [
      person({ registeredDivisionCode: OTHER_TOWNSHIP }),
      pupil(),
      ...missed('2026-11-17', '2026-11-18', '2026-11-19'),
    ];
    const [discrepancy] = found(rows);
    expect(discrepancy).toMatchObject({
      kind: 'LIVES_ELSEWHERE',
      proposedDisposition: 'RESIDENCE_MOVED',
      dueTo: { township: VILLAGE.slice(0, 9), schoolCode: '2152000001' },
    });
  });

  test('left at 16, it is over age', () => {
    const old = { birthDate: '2010-01-05' };
    expect(
      told(found([person(old), pupil({ ...old, status: 'DROPPED_OUT', leftOn: '2026-03-01' })])),
    ).toEqual([['STATUS_NOT_PRESENT', 'OVERAGE']]);
  });
});

describe('a status without a person', () => {
  test.each<[string, object, Partial<ComparedChild>, string]>([
    ['without a number it was never registered', {}, {}, 'UNREGISTERED_BIRTH'],
    [
      'with a number it is the number that is wrong',
      { maskedResidentIdNumber: '9900************11' },
      {},
      'ID_CORRECTED',
    ],
    [
      'with a likely match it is the number too',
      {},
      { suggestions: [link('HOUSEHOLD', ['SAME_VILLAGE'], false)] },
      'ID_CORRECTED',
    ],
  ])('%s', (_what, row, rest, disposition) => {
    expect(told(found([pupil(row)], rest))).toEqual([['STATUS_WITHOUT_PERSON', disposition]]);
  });
});

describe('who the child is', () => {
  test.each<[string, StoredFact[], Partial<ComparedChild>, DiscrepancyKind, string]>([
    [
      'another name on one number',
      [person(), pupil({ name: '田禾小' })],
      {},
      'NAME_MISMATCH',
      'NAME_CORRECTED',
    ],
    [
      'a number that failed the national check',
      [person(), pupil({ idVerification: 'FAILED' })],
      {},
      'NUMBER_INVALID',
      'ID_CORRECTED',
    ],
    [
      'a status joined by a guardian',
      [person(), pupil()],
      { links: [link('GUARDIAN', ['SHARED_GUARDIAN'])] },
      'NUMBER_INVALID',
      'ID_CORRECTED',
    ],
    [
      'a number changed mid-year',
      [person(), pupil()],
      { links: [link('ALIAS', ['POLICE_FORMER_NUMBER'])] },
      'FORMER_NUMBER_IN_USE',
      'ID_CHANGED',
    ],
    [
      'two registrations',
      [person(), person({ registeredOn: '2018-01-01', registeredDivisionCode: OTHER_TOWNSHIP }), pupil()],
      {},
      'DUPLICATE_REGISTRATION',
      'DUPLICATE_HOUSEHOLD',
    ],
    [
      'a likely second registration',
      [person(), pupil()],
      { suggestions: [link('FUZZY', ['BOTH_REGISTERED'], false)] },
      'DUPLICATE_REGISTRATION',
      'DUPLICATE_HOUSEHOLD',
    ],
    [
      'two statuses',
      [person(), pupil(), pupil({ schoolCode: '2152000002' })],
      {},
      'DUPLICATE_STATUS',
      'DUPLICATE_STATUS',
    ],
    [
      'a likely second status',
      [person(), pupil()],
      { suggestions: [link('HOUSEHOLD', ['BOTH_ON_THE_ROLL'], false)] },
      'DUPLICATE_STATUS',
      'DUPLICATE_STATUS',
    ],
    [
      'a birth date a year early',
      [person({ birthDate: '2020-01-05', birthDateInNumber: '2021-01-05' })],
      {},
      'BIRTH_DATE_CONTRADICTS_NUMBER',
      'NOT_YET_DUE',
    ],
    [
      "a school's number that makes the child too young, where police have another number that bears its date out",
      [
        person({ birthDate: '2020-01-05', birthDateInNumber: '2020-01-05' }),
        pupil({ birthDate: '2020-01-05', birthDateInNumber: '2021-01-05' }),
      ],
      {},
      'BIRTH_DATE_CONTRADICTS_NUMBER',
      'ID_CORRECTED',
    ],
    [
      'another birth date than the number',
      [person({ birthDateInNumber: '2015-06-01' }), pupil()],
      {},
      'BIRTH_DATE_CONTRADICTS_NUMBER',
      'ID_CORRECTED',
    ],
  ])('%s', (_what, rows, rest, kind, disposition) => {
    expect(told(found(rows, rest))[0]).toEqual([kind, disposition]);
  });

  test('another dot in the name is no difference', () => {
    expect(found([person({ name: '木合塔尔·华提别克' }), pupil({ name: '木合塔尔•华提别克' })])).toEqual([]);
  });
});

test('a dropout of a poor household is looked for by the national comparison alone', () => {
  const rows = [person(), pupil({ status: 'DROPPED_OUT', leftOn: '2026-10-10' }), poor];
  const national = createDiscrepancyFinder({
    ...comparison,
    policy: {
      ...comparison.policy,
      comparisons: { DROPOUTS_VS_POVERTY: comparison.policy.comparisons.DROPOUTS_VS_POVERTY },
    },
  });
  expect(told(national(compared(rows)))).toEqual([['DROPOUT_OF_POOR_HOUSEHOLD', 'CONFIRMED_DROPOUT']]);
});

describe('custody', () => {
  const custody = police('legal_custody', { startsOn: '2026-09-15', endsOn: '2027-06-30' });

  test.each<[string, StoredFact[], StoredFact[]]>([
    ['a child without a status', [person(), poor, custody], [person(), poor]],
    [
      'a child registered days ago',
      [person({ registeredOn: '2026-11-15' }), custody],
      [person({ registeredOn: '2026-11-15' })],
    ],
    ['a child whom a visit found there', [person(), screening('2026-11-01', 'LEGAL_CUSTODY')], [person()]],
    [
      'a pupil whose status is stopped',
      [person(), pupil({ status: 'STOPPED' }), custody],
      [person(), pupil({ status: 'STOPPED' })],
    ],
  ])('%s looks as if nothing explained it', (_what, rows, without) => {
    expect(found(rows)[0]?.proposedDisposition).toBe('LEGAL_CUSTODY');
    expect(found(rows).map(shownDiscrepancy)).toEqual(found(without));
  });

  test('every other discrepancy is shown as it is', () => {
    const [discrepancy] = found([person()]);
    expect(discrepancy && shownDiscrepancy(discrepancy)).toBe(discrepancy);
  });
});

test('a comparison that the policy does not name is not made', () => {
  const without = createDiscrepancyFinder({
    ...comparison,
    policy: { ...comparison.policy, comparisons: {} },
  });
  expect(without(compared([person(), poor, certificate]))).toEqual([]);
});

test('a difference has the same key in the next run, and no text names the child', () => {
  const rows = [person(), pupil({ name: '田禾小' }), poor];
  const tomorrow = createDiscrepancyFinder({ ...comparison, asOf: () => '2026-11-20' });
  expect(tomorrow(compared(rows)).map(({ key }) => key)).toEqual(found(rows).map(({ key }) => key));
  expect(JSON.stringify(found(rows))).not.toMatch(/\p{Script=Han}|2015-05-05/u);
});
