import fc from 'fast-check';
import { createDiscrepancyFinder } from '../../../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import { StudentStatusEnum } from '../../../../subgraphs/education/status/student-status.enums.js';
import { resident, type StoredFact } from '../child-facts.builder.js';
import { comparison, pupil, recordsOf, WHO } from './records.builder.js';

/** Of a child of compulsory age who is registered here; statuses, calls and answers as registers may hold them. */
const child = fc.record({
  status: fc.option(
    fc.record({
      status: fc.constantFrom(...StudentStatusEnum.values),
      grade: fc.integer({ min: 1, max: 9 }),
    }),
  ),
  call: fc.option(fc.constantFrom('PRESENT', 'ABSENT', 'EXTRA')),
  checkedOn: fc.option(fc.constantFrom('2026-04-01', '2026-10-01')),
  cause: fc.option(fc.constantFrom('deferral', 'move', 'exit', 'case')),
});
type DrawnChild = typeof child extends fc.Arbitrary<infer T> ? T : never;

const CAUSES: Readonly<Record<string, StoredFact>> = {
  deferral: [
    'education',
    'approved_absence',
    { kind: 'DEFERRED_ENTRY', from: '2026-08-20', until: '2027-08-19' },
  ],
  move: [
    'police',
    'floating_population_record',
    { direction: 'OUT', otherCountyCode: '440305', startedOn: '2022-01-01' },
  ],
  exit: ['police', 'border_exit', { leftOn: '2026-01-01' }],
  case: ['coordination', 'dropout_case', { state: 'PERSUADING', openedOn: '2026-10-10', schoolCode: null }],
};

function rowsOf({ status, call, checkedOn, cause }: DrawnChild): StoredFact[] {
  const rows = [resident(WHO)];
  if (status) rows.push(pupil(status));
  if (call)
    rows.push([
      'education',
      'roll_call_finding',
      { calledOn: '2026-09-10', schoolCode: '2152000001', classCode: '1', finding: call },
    ]);
  if (checkedOn) rows.push(['education', 'study_elsewhere', { area: 'OUT_OF_PROVINCE', checkedOn }]);
  const explaining = cause && CAUSES[cause];
  if (explaining) rows.push(explaining);
  return rows;
}

/** What alone may let a child of compulsory age pass without a word. */
function isAccountedFor({ status, call, checkedOn }: DrawnChild): boolean {
  if (!status) return checkedOn === '2026-10-01';
  switch (status.status) {
    case 'ENROLLED':
      return call !== 'ABSENT';
    case 'TRANSFERRED_OUT':
      return true;
    case 'GRADUATED':
    case 'COMPLETED_WITHOUT_DIPLOMA':
      return status.grade === 9 || checkedOn === '2026-10-01';
    default:
      return false;
  }
}

const find = createDiscrepancyFinder(comparison);

test('no child of compulsory age passes without a word unless a school or a check answers for it', () => {
  fc.assert(
    fc.property(child, (drawn) => {
      const discrepancies = find({ ...recordsOf('child', ...rowsOf(drawn)), links: [], suggestions: [] });
      if (!isAccountedFor(drawn)) expect(discrepancies).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('nothing but a row makes a difference: the order of rows decides nothing', () => {
  fc.assert(
    fc.property(child, (drawn) => {
      const compared = (rows: StoredFact[]) =>
        find({ ...recordsOf('child', ...rows), links: [], suggestions: [] });
      expect(compared(rowsOf(drawn).toReversed())).toEqual(compared(rowsOf(drawn)));
    }),
  );
});
