import {
  DISCREPANCY_KINDS,
  type DiscrepancyKind,
} from '../../../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import {
  DISPOSITIONS,
  type DispositionCode,
} from '../../../../subgraphs/coordination/comparison/dispositions/dispositions.js';
import {
  codesLeaving,
  stateAfter,
} from '../../../../subgraphs/coordination/comparison/dispositions/discrepancy-state.js';
import { codesRepairedBy } from '../../../../subgraphs/coordination/comparison/dispositions/repairing-agency.js';
import { FITTING_CODES } from '../../../../subgraphs/coordination/comparison/dispositions/fitting-codes.js';
import {
  MATTER,
  WHEREABOUTS_KINDS,
} from '../../../../subgraphs/coordination/comparison/dispositions/matter.js';
import { taskAgeBands } from '../../../../subgraphs/coordination/comparison/tasks/task-age.js';

const KINDS = Object.keys(DISCREPANCY_KINDS) as DiscrepancyKind[];
const CODES = Object.keys(DISPOSITIONS) as DispositionCode[];

test('every code but those that nobody may record ends some difference, and every difference can be ended', () => {
  const fitting = new Set(KINDS.flatMap((kind) => FITTING_CODES[kind]));
  expect(CODES.filter((code) => !fitting.has(code)).toSorted()).toEqual(['LEGAL_CUSTODY', 'PENDING']);
  for (const kind of KINDS) expect(FITTING_CODES[kind].length).toBeGreaterThan(0);
});

test('every question about where a child is may be answered in every way of its family', () => {
  const where = CODES.filter((code) =>
    ['IN_SCHOOL', 'OUT_OF_SCOPE', 'TRUE'].includes(DISPOSITIONS[code].family),
  );
  for (const kind of WHEREABOUTS_KINDS)
    expect(where.filter((code) => !FITTING_CODES[kind].includes(code))).toEqual([]);
  for (const kind of WHEREABOUTS_KINDS) expect(MATTER).toContain(`'${kind}'`);
});

test('a decision closes a difference, waits for a repair, or leaves it open', () => {
  expect(codesLeaving('AWAITING_REPAIR').toSorted()).toEqual([
    'DUPLICATE_HOUSEHOLD',
    'DUPLICATE_ID_REFERRED',
    'DUPLICATE_STATUS',
    'GHOST_STATUS',
    'ID_CHANGED',
    'ID_CORRECTED',
    'NAME_CORRECTED',
    'UNREGISTERED_BIRTH',
  ]);
  expect(codesLeaving('OPEN').toSorted()).toEqual(
    CODES.filter((code) => ['OPEN', 'TRUE'].includes(DISPOSITIONS[code].family)).toSorted(),
  );
  expect(codesLeaving('GONE')).toEqual([]);
  expect(stateAfter('EMPTY_REGISTRATION')).toBe('CLOSED_OUT');
});

test('whenever a repair is waited for, one agency has to make it', () => {
  const waiting = codesLeaving('AWAITING_REPAIR');
  const ofAgencies = ['education', 'police'].flatMap((agency) => codesRepairedBy(agency));
  expect(ofAgencies.toSorted()).toEqual(waiting.toSorted());
  expect(codesRepairedBy('labour')).toEqual([]);
});

test.each([
  [
    [7, 30],
    ['0-7', '8-30', '31-'],
  ],
  [
    [30, 7, 7],
    ['0-7', '8-30', '31-'],
  ],
  [[1], ['0-1', '2-']],
])('ages up to %j are %j', (ends, expected) => {
  expect(taskAgeBands(ends).map(({ fromDays, toDays }) => `${fromDays}-${toDays ?? ''}`)).toEqual(expected);
});
