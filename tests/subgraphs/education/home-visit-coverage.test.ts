import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import {
  campaignClause,
  visitCoverage,
  type CampaignPupil,
} from '../../../subgraphs/education/care/visit-coverage.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countStatements } from '../../support/count-statements.js';
import type { TestCaller } from '../../support/callers.js';
import { bureauOfficer, clerkOf } from './education-callers.js';
import { enrolledPupil, type Pupil } from './pupils.js';

const pupil: CampaignPupil = {
  isOrphan: false,
  needsAid: false,
  recordedDisability: 'NONE',
  isAccompanyingMigrantChild: false,
  schoolLeftBehindType: 'NONE',
  isVisited: false,
};

test('who belongs to a group is counted, who may belong to it is unknown, and single parents nobody knows', () => {
  const pupils: CampaignPupil[] = [
    { ...pupil, isOrphan: true, isVisited: true },
    { ...pupil, isOrphan: null, recordedDisability: null, needsAid: true },
    { ...pupil, recordedDisability: 'HEARING', schoolLeftBehindType: 'ONE_PARENT_AWAY', isVisited: true },
    { ...pupil, needsAid: true, isAccompanyingMigrantChild: true },
  ];
  const shown = (areVisitsKnown: boolean) =>
    visitCoverage(pupils, areVisitsKnown).map(({ group, pupils: all, visited, unknown }) => [
      group,
      all,
      visited,
      unknown,
    ]);
  expect(shown(true)).toEqual([
    ['ORPHAN', 1, 1, 1],
    ['SINGLE_PARENT', null, null, 4],
    ['FINANCIAL_HARDSHIP', 2, 0, 0],
    ['DISABLED', 1, 1, 1],
    ['ACCOMPANYING_MIGRANT', 1, 0, 0],
    ['LEFT_BEHIND', 1, 1, 0],
  ]);
  expect(shown(false).map(([, , visited]) => visited)).toEqual([null, null, null, null, null, null]);
});

test('Qingtongxia orders the campaign, Yinjiang does not', () => {
  const at = (code: string) => loadPolicies().policyFor(code, parseIsoDate('2026-11-20'));
  expect(campaignClause(at('640381'))).toContain('青政办发〔2018〕49号');
  expect(campaignClause(at('520625'))).toBeNull();
});

describe('in a county', () => {
  let agency: TestAgency;
  let known: Pupil;
  beforeAll(async () => {
    agency = await startTestAgency('education', { now: () => new Date('2026-11-20T09:00:00+08:00') });
    known = await enrolledPupil(agency);
    await agency.rows('delete from home_visit');
    await agency.rows(
      "update student_status set is_orphan = true, school_left_behind_type = 'NONE' where student_id = ?",
      known.studentId,
    );
  });
  afterAll(() => agency.close());

  interface Coverage {
    since: string;
    pupils: number | null;
    groups: { group: string; pupils: number | null; visited: number | null; unknown: number }[] | null;
  }
  async function coverage(caller: TestCaller, filter: object = {}): Promise<Coverage> {
    const { data, errors } = await agency.ask<{ homeVisitCoverage: Coverage }>(
      caller,
      `query ($filter: HomeVisitCoverageFilter) {
        homeVisitCoverage(filter: $filter) { since pupils groups { group pupils visited unknown } } }`,
      { filter },
    );
    expect(errors).toEqual([]);
    return data.homeVisitCoverage;
  }
  const orphans = ({ groups }: Coverage) => groups?.find(({ group }) => group === 'ORPHAN');

  test('a visit of this school year counts, at the school and for the bureau', async () => {
    const clerk = clerkOf(known.schoolCode);
    const before = orphans(await coverage(clerk));
    expect(before).toMatchObject({ visited: 0 });
    expect(before?.pupils).toBeGreaterThan(0);
    for (const visitedOn of ['2026-08-31', '2026-10-08'])
      await agency.rows(
        `insert into home_visit (student_id, visited_on, visitor_post, occasion, guardian_met)
         values (?, ?::date, 'CLASS_TEACHER', 'HARDSHIP', true)`,
        known.studentId,
        visitedOn,
      );
    for (const [caller, filter] of [
      [clerk, {}],
      [bureauOfficer, { school: known.schoolCode }],
      [bureauOfficer, { division: '520625' }],
    ] as const)
      expect(orphans(await coverage(caller, filter))).toMatchObject({ visited: 1 });
    const all = await coverage(bureauOfficer);
    expect(all).toMatchObject({ since: '2026-09-01' });
    expect(all.pupils).toBeGreaterThan((await coverage(clerk)).pupils ?? 0);
    expect(orphans(await coverage(bureauOfficer, { since: '2026-10-09' }))).toMatchObject({ visited: 0 });
    expect(await coverage(bureauOfficer, { division: '110101' })).toMatchObject({ pupils: 0 });
    expect(await countStatements(() => coverage(bureauOfficer))).toBe(
      await countStatements(() => coverage(bureauOfficer, { division: '110101' })),
    );
  });

  test('without the registers nobody can say', async () => {
    await agency.rows("update register set code = 'AWAY' where code = 'HOME_VISITS'");
    expect((await coverage(bureauOfficer)).groups?.map(({ visited }) => visited)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
    await agency.rows("update register set code = 'GONE' where code = 'STUDENT_STATUS'");
    expect(await coverage(bureauOfficer)).toMatchObject({ pupils: null, groups: null });
  });
});
