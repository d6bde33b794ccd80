import { readFileSync } from 'node:fs';
import { callerAs, testCounty } from '../support/callers.js';
import { startSchoolYear, type SchoolYear } from './school-year.js';

const PATIENCE_MS = 300_000;
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

let year: SchoolYear;
beforeAll(async () => {
  year = await startSchoolYear();
}, PATIENCE_MS);
afterAll(() => year?.close());

const clerk = callerAs('school-clerk');
const bureau = callerAs('bureau-officer');
const inspector = callerAs('inspection-officer');
const SCHOOL = testCounty.places?.school ?? '';
const reportOf = (month: string) => `schoolMonthlyReport:${month}:SCHOOL:${SCHOOL}`;

interface Duty {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly daysLate: number | null;
}
async function reportsFor(caller: typeof clerk, from: string, to: string): Promise<Record<string, Duty>> {
  const { duties } = await year.query<{ duties: { nodes: Duty[] } }>(caller, operation('Duties'), {
    school: SCHOOL,
    kind: 'REPORT',
    from,
    to,
  });
  return Object.fromEntries(duties.nodes.map((duty) => [duty.id, duty]));
}

/** Numbers of what an office has to do, by kind. */
async function subjectsOf(caller: typeof clerk, kind: string): Promise<string[]> {
  const { workAtCoordination: work } = await year.query<{
    workAtCoordination: { groups: { kind: string; items: { subject: string }[] | null }[] };
  }>(caller, operation('WorkToday'), { items: 50 });
  return work.groups
    .filter((group) => group.kind === kind)
    .flatMap(({ items }) => (items ?? []).map(({ subject }) => subject));
}

/** A report that states all three figures, as the bulletin adds them up. */
const handIn = (month: string, lost: number) =>
  year.command<{ duty: { state: string; record: { version: number } } }>(clerk, operation('SubmitDuty'), {
    dutyId: reportOf(month),
    evidence: {
      kind: 'REPORT',
      number: `月报〔${month.slice(0, 4)}〕${month.slice(5)}号`,
      issuer: 'SCHOOL',
      date: `${month}-28`,
    },
    figures: [
      { name: 'MOVED_IN', value: 0 },
      { name: 'MOVED_OUT', value: 0 },
      { name: 'LOST', value: lost },
    ],
  });

interface Bulletin {
  readonly reportsDue: number;
  readonly reportsReceived: number;
  readonly lost: number | null;
  readonly isComplete: boolean;
  readonly missing: { readonly nodes: readonly { readonly id: string }[] };
}
const bulletin = async () =>
  (
    await year.query<{ mobilityBulletin: Bulletin }>(bureau, operation('MobilityBulletin'), {
      quarter: '2026Q4',
    })
  ).mobilityBulletin;

test('one month is late, one is in time, of one nobody can say: lists, bulletin and receiver see the same', async () => {
  const [october, november, december] = ['2026-10', '2026-11', '2026-12'].map(reportOf);
  const idsOf = ({ missing }: Bulletin) => missing.nodes.map(({ id }) => id);
  await year.agency('coordination').rows('delete from duty_record where place_code = ?', SCHOOL);

  // October was never handed in: whoever reads the list or the bulletin finds it missing, by how many days.
  year.is('2026-11-25');
  const late = (await reportsFor(inspector, '2026-11-01', '2026-11-30'))[october ?? ''];
  expect(late).toMatchObject({ state: 'OVERDUE' });
  expect(late?.daysLate).toBeGreaterThan(0);
  expect(await subjectsOf(clerk, 'HAND_IN')).toContain(october);
  expect(await subjectsOf(clerk, 'HAND_IN')).not.toContain(november);
  const before = await bulletin();
  expect(before.isComplete).toBe(false);
  expect(idsOf(before)).toContain(october);

  // Handed in after all it counts, and stays late.
  expect((await handIn('2026-10', 1)).duty).toMatchObject({
    state: 'SUBMITTED_LATE',
  });
  const after = await bulletin();
  expect(after.reportsReceived).toBe(before.reportsReceived + 1);
  expect(after.lost).toBe((before.lost ?? 0) + 1);
  expect(idsOf(after)).not.toContain(october);
  expect((await reportsFor(inspector, '2026-11-01', '2026-11-30'))[october ?? '']).toMatchObject({
    state: 'SUBMITTED_LATE',
    daysLate: late?.daysLate,
  });

  // November: due from its end on, handed in by its day, signed for by the bureau.
  year.is('2026-12-01');
  const due = (await reportsFor(clerk, '2026-12-01', '2026-12-31'))[november ?? ''];
  expect(due).toMatchObject({ state: 'DUE' });
  expect(await subjectsOf(clerk, 'HAND_IN')).toContain(november);
  year.is(due?.dueOn ?? '');
  const { duty } = await handIn('2026-11', 2);
  expect(duty).toMatchObject({ state: 'SUBMITTED' });
  expect(await subjectsOf(clerk, 'HAND_IN')).not.toContain(november);
  expect(await subjectsOf(bureau, 'SIGN_OFF')).toContain(november);
  await year.command(bureau, operation('SignOffDuty'), { dutyId: november, version: duty.record.version });
  expect(await subjectsOf(bureau, 'SIGN_OFF')).not.toContain(november);

  // December falls due in a year whose holidays are not announced: nobody is late, and nobody is in time.
  year.is('2027-01-31');
  expect((await reportsFor(inspector, '2026-12-01', '2026-12-31'))[december ?? '']).toMatchObject({
    state: 'UNKNOWN',
    dueOn: null,
    daysLate: null,
  });
}, 60_000);
