import type { ComparedChild } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-child.js';
import type { DiscrepancyKind } from '../../../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import { type StoredFact } from '../child-facts.builder.js';
import { OTHER_TOWNSHIP, pupil } from './records.builder.js';
import { person, found, told, link } from './discrepancies.builder.js';

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
