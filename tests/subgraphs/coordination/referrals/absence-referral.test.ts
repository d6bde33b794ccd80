import { absenceReferralOf } from '../../../../subgraphs/coordination/referrals/absence-referral.js';
import { context, factsOf, missed, type StoredFact } from '../child-facts.builder.js';
import { ALL_REGISTERS, without } from '../source-registers.builder.js';

const DAYS = ['2026-11-17', '2026-11-18', '2026-11-19'];
const away = (...reasons: string[]): StoredFact[] =>
  missed(...DAYS).map(([agency, table, row], index) => [
    agency,
    table,
    { ...row, reason: reasons[index] ?? 'UNKNOWN' },
  ]);
const told = (rows: readonly StoredFact[], registers = ALL_REGISTERS) =>
  absenceReferralOf(factsOf(rows), { ...context, registers });

test.each<[reason: string, bodies: string[]]>([
  ['WORKING', ['LABOUR']],
  ['UNREACHABLE', ['POLICE']],
  ['MOVED_AWAY', ['POLICE']],
  ['ILLNESS', ['DISABILITY']],
  ['PROTECTED', ['CIVIL_AFFAIRS']],
  ['REFUSED', []],
])('an absence because of %s is told to %j', (reason, bodies) => {
  expect(told(away('UNKNOWN', reason))).toEqual({ absentSince: '2026-11-17', absenceToldTo: bodies });
});

test('two reasons of one absence lead to two bodies, and one body is told once', () => {
  expect(told(away('UNREACHABLE', 'WORKING', 'MOVED_AWAY')).absenceToldTo).toEqual(['LABOUR', 'POLICE']);
});

test('an absence that makes no suspected dropout, or is over, is told to nobody', () => {
  const rows = away('WORKING', 'WORKING', 'WORKING');
  expect(told(rows.slice(1))).toEqual({ absentSince: null, absenceToldTo: [] });
  const over = missed('2026-11-16', '2026-11-17', '2026-11-18').map(([agency, table, row]): StoredFact => [
    agency,
    table,
    { ...row, reason: 'WORKING' },
  ]);
  expect(told(over)).toEqual({ absentSince: null, absenceToldTo: [] });
});

test('where no attendance is loaded, nobody knows who is to be told', () => {
  expect(told(away('WORKING'), without('ATTENDANCE'))).toEqual({ absentSince: null, absenceToldTo: null });
});
