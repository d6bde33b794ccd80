import type { ComparedChild } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-child.js';
import type { DiscrepancyKind } from '../../../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import { dropoutCase, missed, VILLAGE, type StoredFact } from '../child-facts.builder.js';
import { OTHER_TOWNSHIP, pupil } from './records.builder.js';
import { person, found, told, education, call, approval, link } from './discrepancies.builder.js';

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
