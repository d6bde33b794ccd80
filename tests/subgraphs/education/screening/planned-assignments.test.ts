import { plannedAssignments } from '../../../../subgraphs/education/screening/planned-assignments.js';

describe('assignments', () => {
  const campaign = {
    kind: 'SCHOOL_HOUSEHOLD_CENSUS',
    academicYear: 2026,
    divisionCode: '520625000000',
    opensOn: '2026-10-01',
    dueOn: '2026-11-30',
  };
  const villages = ['520625101002', '520625101001'];
  const catchments = [
    { divisionCode: '520625101001', schoolCode: '2152000009', lowestGrade: 7 },
    { divisionCode: '520625101001', schoolCode: '2152000001', lowestGrade: 1 },
  ];
  const brief = (kind: string) =>
    plannedAssignments({ ...campaign, kind }, villages, catchments).map(
      ({ divisionCode, answeredBy, schoolCode }) => [divisionCode, answeredBy, schoolCode],
    );

  test('the villages visit for the census, one assignment each', () => {
    expect(brief('SCHOOL_HOUSEHOLD_CENSUS')).toEqual([
      ['520625101001', 'VILLAGE', null],
      ['520625101002', 'VILLAGE', null],
    ]);
  });
  test('schools visit their catchment area for the household register, villages what lies in none', () => {
    expect(brief('HOUSEHOLD_EDUCATION_REGISTER')).toEqual([
      ['520625101001', 'SCHOOL', '2152000001'],
      ['520625101002', 'VILLAGE', null],
    ]);
  });
});
