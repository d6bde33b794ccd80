import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { createDutyCalendar } from '../../../../subgraphs/coordination/duties/duty-calendar.js';
import { dutyNode, idOfDuty } from '../../../../subgraphs/coordination/duties/duty-node.js';
import type { DutyRecord } from '../../../../subgraphs/coordination/duties/duty-record.entity.js';
import { bulletinOf } from '../../../../subgraphs/coordination/duties/mobility-bulletin.js';
import { startTestAgency } from '../../../support/agency.js';
import { bureau } from './duty-rows.js';

const TODAY = parseIsoDate('2026-11-20');
const schools = ['2165000001', '2165000002'].map((code) => ({
  kind: 'SCHOOL' as const,
  code,
  name: code,
  divisionCode: '652301100201',
}));
// Two documents ask a school of this county for a monthly report.
const occurrences = createDutyCalendar(loadPolicies(), TODAY).between(
  schools,
  parseIsoDate('2026-07-01'),
  parseIsoDate('2026-12-31'),
);

function record(id: string, figures: DutyRecord['figures']): DutyRecord {
  return {
    id,
    duty: '',
    kind: 'REPORT',
    body: 'SCHOOL',
    agency: null,
    period: '',
    periodFrom: '2026-07-01',
    placeKind: 'SCHOOL',
    placeCode: '',
    divisionCode: '',
    firstSubmittedOn: '2026-08-01',
    submittedOn: '2026-08-01',
    submittedBy: 'test',
    evidenceKind: 'REPORT',
    evidenceNumber: '1号',
    evidenceIssuer: 'SCHOOL',
    evidenceDate: '2026-08-01',
    evidenceSha256: null,
    figures,
    note: null,
    lastStep: 'SUBMITTED',
    signedOffOn: null,
    signedOffBy: null,
    returns: [],
    version: 1,
  };
}

const figures = (movedIn: number, movedOut: number, lost: number): DutyRecord['figures'] => [
  { name: 'MOVED_IN', value: movedIn },
  { name: 'MOVED_OUT', value: movedOut },
  { name: 'LOST', value: lost },
];
const bulletin = (quarter: string, stated: Readonly<Record<string, DutyRecord['figures']>>) =>
  bulletinOf(
    quarter,
    occurrences.map((occurrence) => {
      const found = stated[`${occurrence.duty} ${occurrence.period} ${occurrence.place.code.slice(-1)}`];
      const own = found && record(idOfDuty(occurrence), found);
      return dutyNode(occurrence, own, TODAY);
    }),
  );

test('it adds up one report of each school and month, and lists those that are missing', () => {
  const { missing, ...sums } = bulletin('2026Q3', {
    'monthlyMobilityReport 2026-07 1': figures(1, 2, 0),
    'schoolMonthlyReport 2026-07 1': [],
    'schoolMonthlyReport 2026-08 1': figures(3, 0, 1),
    'schoolMonthlyReport 2026-09 1': [],
    'monthlyMobilityReport 2026-10 1': figures(9, 9, 9),
  });
  expect(sums).toEqual({
    quarter: '2026Q3',
    reportsDue: 6,
    reportsReceived: 3,
    reportsWithFigures: 2,
    movedIn: 4,
    movedOut: 2,
    lost: 1,
    isComplete: false,
  });
  expect(missing.map(({ place, period }) => `${place.code.slice(-1)} ${period}`).toSorted()).toEqual([
    '2 2026-07',
    '2 2026-08',
    '2 2026-09',
  ]);
});

test('what nobody states is unknown, not none, and a month to come is not missing', () => {
  const { missing, movedIn, lost, reportsDue } = bulletin('2026Q4', {});
  expect({ movedIn, lost, reportsDue }).toEqual({ movedIn: null, lost: null, reportsDue: 6 });
  expect(new Set(missing.map(({ period }) => period))).toEqual(new Set(['2026-10']));
});

test('the bulletin of the generated county is read from what its schools handed in', async () => {
  const agency = await startTestAgency('coordination');
  try {
    const { data, errors } = await agency.ask<{
      mobilityBulletin: Record<string, number> & { missing: { totalCount: number } };
    }>(
      bureau,
      `{ mobilityBulletin(quarter: "2026Q4") { quarter reportsDue reportsReceived reportsWithFigures movedIn isComplete
         missing(first: 5) { totalCount nodes { state place { name } } } } }`,
    );
    expect(errors).toEqual([]);
    const [{ schools: known } = { schools: 0 }] = await agency.rows<{ schools: number }>(
      'select count(*)::int as schools from school_site',
    );
    const { reportsDue, reportsReceived, missing, movedIn } = data.mobilityBulletin;
    expect(reportsDue).toBe(known * 3);
    expect(reportsReceived).toBe(known - missing.totalCount);
    expect(movedIn).not.toBeNull();
    const bad = await agency.ask(bureau, '{ mobilityBulletin(quarter: "2026Q5") { quarter } }');
    expect(bad.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  } finally {
    await agency.close();
  }
});
