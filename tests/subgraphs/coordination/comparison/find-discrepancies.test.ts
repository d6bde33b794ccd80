import { createDiscrepancyFinder } from '../../../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import { shownDiscrepancy } from '../../../../subgraphs/coordination/comparison/discrepancies/shown-discrepancy.js';
import { screening, VILLAGE, type StoredFact } from '../child-facts.builder.js';
import { comparison, pupil, WHO } from './records.builder.js';
import {
  person,
  compared,
  found,
  told,
  education,
  police,
  call,
  elsewhere,
  left,
  poor,
  certificate,
} from './discrepancies.builder.js';

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
