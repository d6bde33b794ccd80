import { parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';

const policy = loadPolicies().policyFor('110105', parseIsoDate('2026-11-20'));
type Values<S> = { [K in keyof S]: NonNullable<S[K]> extends { readonly value: infer T } ? T : never };

/** A section without the provenance of its values. */
function values<S extends object>(section: S): Values<S> {
  const entries = Object.entries(section as Record<string, { readonly value: unknown } | undefined>);
  return Object.fromEntries(entries.map(([key, resolved]) => [key, resolved?.value])) as Values<S>;
}

describe('the national base', () => {
  test('marks suspicion after three school days and a report after more than seven calendar days, as hub defaults', () => {
    const { suspectAfterSchoolDays, reportAfterCalendarDays } = policy.clocks;
    expect([suspectAfterSchoolDays.value, reportAfterCalendarDays.value]).toEqual([3, 7]);
    expect(
      [suspectAfterSchoolDays, reportAfterCalendarDays].map(({ provenance }) => provenance[0].standing),
    ).toEqual(['HUB_DEFAULT', 'HUB_DEFAULT']);
  });

  test('calls persons of 3 to 17 students and lets school begin at 6 by 31 August', () => {
    expect(values(policy.ages)).toEqual({
      compulsoryEntryAge: 6,
      entryCutoff: '08-31',
      householdRecords: { from: 0, to: 18 },
      compulsoryEndAge: 16,
    });
  });

  test('checks four sources and makes three comparisons (四查三比对)', () => {
    expect(Object.keys(policy.checks).sort()).toEqual([
      'HOUSEHOLD_REGISTER',
      'POVERTY_REGISTER',
      'PUPILS_PRESENT',
      'STUDENT_STATUS',
    ]);
    const pairs = Object.values(values(policy.comparisons)).map((pair) => [pair?.left, pair?.right]);
    expect(pairs).toEqual([
      ['HOUSEHOLD_REGISTER', 'STUDENT_STATUS'],
      ['STUDENT_STATUS', 'PUPILS_PRESENT'],
      ['DROPOUT_LEDGER', 'POVERTY_REGISTER'],
    ]);
  });

  test('keeps three ledgers in the county', () => {
    expect(Object.keys(policy.ledgerKinds)).toEqual([
      'SCHOOL_AGE_CHILDREN',
      'SUSPECTED_DROPOUTS',
      'DROPOUTS',
    ]);
    expect(Object.keys(policy.ledgerScopes)).toEqual(['COUNTY']);
  });

  test('asks for the four ones (四个一): month, quarter, term, academic year', () => {
    const { classRollCall, termStatusReview, ...fourOnes } = values(policy.duties);
    expect([classRollCall?.occurs, termStatusReview?.occurs]).toEqual([
      { inMonths: [3, 9] },
      { monthsAfterTermStart: 1 },
    ]);
    expect(Object.values(fourOnes).map((duty) => [duty?.by[0], duty?.occurs])).toEqual([
      ['SCHOOL', { every: 'MONTH' }],
      ['COUNTY_EDUCATION', { every: 'QUARTER' }],
      ['COUNTY_EDUCATION', { atTermStart: ['SPRING', 'AUTUMN'] }],
      ['PREFECTURE_EDUCATION', { every: 'TERM' }],
      ['PROVINCE_EDUCATION', { every: 'ACADEMIC_YEAR' }],
    ]);
  });

  test('counts visual, hearing and intellectual disability as the three categories', () => {
    expect(policy.disability.threeCategories.value).toEqual(['VISUAL', 'HEARING', 'INTELLECTUAL']);
    expect(policy.disability.severeGrades.value).toEqual([1, 2]);
    expect(policy.disability.severeAtEveryGrade.value).toEqual(['INTELLECTUAL', 'MENTAL']);
  });

  test('gives the limits of student-status administration', () => {
    expect(values(policy.studentStatus)).toEqual({
      openWithinMonthsOfEnrolment: 1,
      transferWorkingDaysPerSide: 10,
      transferMonthsFromTermStart: 2,
      transferDuringSuspension: false,
      suspensionMaxMonths: 12,
    });
  });

  test('gives the deadlines of duties that no document states', () => {
    expect(values(policy.dutyDeadlines)).toEqual({ reportWorkingDays: 5, termStartWorkingDays: 10 });
  });

  test('gives the amounts of aid in yuan a year', () => {
    const amounts = Object.fromEntries(
      Object.entries(values(policy.aid)).map(([key, aid]) => [key, aid?.yuanPerYear]),
    );
    expect(amounts).toEqual({
      BOARDING_SUBSIDY: { PRIMARY: 1250, JUNIOR_SECONDARY: 1500 },
      DAY_PUPIL_SUBSIDY: { PRIMARY: 625, JUNIOR_SECONDARY: 750 },
      NUTRITION_IMPROVEMENT: { PRIMARY: 1000, JUNIOR_SECONDARY: 1000 },
      OPERATING_NORM: { PRIMARY: 720, JUNIOR_SECONDARY: 940, SPECIAL_EDUCATION: 7000 },
    });
  });

  test('gives the fines for child labour, which no county can lower', () => {
    expect(values(policy.childLabour)).toEqual({
      minimumAge: 16,
      fineYuanPerMonth: 5000,
      fineYuanPerMonthAfterOrder: 10_000,
      introductionFineYuanPerChild: 5000,
      recordsFineMaxYuan: 10_000,
      unlicensedMultiplier: 2,
      partMonth: 'CEILING',
    });
  });

  test('suppresses counts below 5, and below 10 about disability and poverty', () => {
    const { sensitiveRegisters, ...thresholds } = values(policy.privacy);
    expect(thresholds).toEqual({ suppressCountsBelow: 5, suppressSensitiveCountsBelow: 10 });
    expect(sensitiveRegisters).toEqual(
      expect.arrayContaining(['disability.certificates', 'poverty.households', 'poverty.relocation']),
    );
  });

  test('watches the groups that the ministry and the law name', () => {
    const published = Object.entries(policy.focusGroups).filter(
      ([, group]) => group?.provenance[0].standing === 'PUBLISHED',
    );
    expect(published.map(([key]) => key)).toEqual([
      'ORPHAN',
      'DE_FACTO_UNATTENDED',
      'DISABLED',
      'CHILD_IN_DIFFICULTY',
      'LEFT_BEHIND',
    ]);
    expect(Object.keys(policy.priorityStages)).toEqual(['TRANSITION_6_TO_7', 'GRADE_8']);
  });

  test('leaves the query about administrative holds (四不办理) off', () => {
    expect(policy.administrativeHolds.advisoryQuery.value).toBe(false);
  });

  test('gives days to answer a referral, which no document does', () => {
    const { answerDays, remindDaysBefore, escalateEachDays } = policy.referrals;
    expect([answerDays.value, remindDaysBefore.value, escalateEachDays.value]).toEqual([15, 3, 5]);
    for (const { provenance } of [answerDays, remindDaysBefore, escalateEachDays])
      expect(provenance[0].standing).toBe('HUB_DEFAULT');
  });

  test('says for registers of every agency when they are stale', () => {
    const agencies = new Set(Object.keys(policy.freshnessDays).map((key) => key.split('.')[0]));
    expect([...agencies]).toEqual([
      'education',
      'police',
      'civil-affairs',
      'disability',
      'labour',
      'poverty',
      'coordination',
    ]);
  });
});
