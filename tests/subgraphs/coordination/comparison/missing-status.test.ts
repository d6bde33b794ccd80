import type { DiscrepancyKind } from '../../../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import { census, dropoutCase, screening, VILLAGE, type StoredFact } from '../child-facts.builder.js';
import { DUE_SCHOOL, idOf, OTHER_TOWNSHIP, pupil, WHO } from './records.builder.js';
import {
  person,
  found,
  told,
  education,
  police,
  call,
  elsewhere,
  approval,
  movedOut,
  poor,
  certificate,
} from './discrepancies.builder.js';

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
      'a census that found it out of school',
      [census('NEVER_ENROLLED', '2026-11-01')],
      'NEVER_ENROLLED',
      'CONFIRMED_NOT_ENROLLED',
    ],
    [
      'a census that found it in a school far away',
      [census('STUDIES_OUT_OF_PROVINCE', '2026-11-01')],
      'PERSON_WITHOUT_STATUS',
      'IN_SCHOOL_OUT_OF_PROVINCE',
    ],
    ['a census of last spring', [census('STUDIES_OUT_OF_PROVINCE', '2026-05-01')], 'NEVER_ENROLLED', null],
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
