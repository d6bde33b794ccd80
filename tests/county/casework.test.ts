import { loadPreset } from '../../county/presets.js';
import { ordersOf, type LadderQuestion } from '../../county/writing/enforcement-ladder.js';
import { allFamilies, childrenOf, county } from './counties.js';

const children = childrenOf(allFamilies(county('yinjiang', 6000)));
const cases = children.flatMap(({ fieldwork }) => fieldwork?.dropoutCase ?? []);

test('cases stand in every state, from the suspicion to the closing out', () => {
  const states = new Set(cases.map(({ state }) => state));
  for (const state of ['SUSPECTED', 'CONFIRMED', 'PERSUADING', 'RETURNED', 'FOLLOWED', 'CLOSED'])
    expect([...states]).toContain(state);
});

test('a closed case belongs to a pupil who is back on the roll, with both changes on record', () => {
  const closed = children.filter(({ fieldwork }) => fieldwork?.dropoutCase?.state === 'CLOSED');
  expect(closed.length).toBeGreaterThan(0);
  for (const { education, fieldwork, truth } of closed) {
    expect(truth.errorClass).toBeNull();
    expect(education?.statusRecords[0]?.stateCode).toBe('01');
    expect(education?.statusChanges.map(({ kindCode }) => kindCode)).toEqual(['11', '28', '12']);
    expect(fieldwork?.dropoutCase?.closedOn).toMatch(/^2026/);
  }
});

test('a suspected case is opened on the third school day of an absence without excuse, and no report is due', () => {
  // A relapse is a suspicion too, of a case that something else had opened.
  const suspected = children.filter(
    ({ fieldwork }) =>
      fieldwork?.dropoutCase?.state === 'SUSPECTED' && fieldwork.dropoutCase.standing.episode === 1,
  );
  expect(suspected.length).toBeGreaterThan(0);
  for (const { education, fieldwork } of suspected) {
    const missed = education?.absences.filter(({ state }) => state === 'UNEXCUSED') ?? [];
    const openedOn = fieldwork?.dropoutCase?.openedOn ?? '';
    expect(missed.filter(({ date }) => date <= openedOn).length).toBeGreaterThanOrEqual(3);
    expect(fieldwork?.dropoutCase?.reportedOn).toBeNull();
  }
});

test('some children found at work are enrolled again, which ends their labour case', () => {
  const ended = children.filter(({ labour }) =>
    labour?.childLabourCases.some(({ enrolledOn }) => enrolledOn !== null),
  );
  expect(ended.length).toBeGreaterThan(0);
  for (const { fieldwork } of ended) {
    const { returnedOn, standing } = fieldwork?.dropoutCase ?? {};
    // Who stays away again afterwards is out of school once more.
    expect(returnedOn != null || (standing?.episode ?? 0) > 1).toBe(true);
  }
});

test('some families have a plan of their own beside the pupil’s', () => {
  const open = cases.filter(({ state }) => state !== 'SUSPECTED');
  expect(open.some(({ hasHouseholdPlan }) => hasHouseholdPlan)).toBe(true);
  expect(open.some(({ hasHouseholdPlan }) => !hasHouseholdPlan)).toBe(true);
});

test('an order that runs out is followed by the next step, until the child is back', () => {
  const question: LadderQuestion = {
    asOf: 1000,
    yearStart: 900,
    isNeverEnrolled: false,
    refusedDay: 950,
    returnedDay: null,
    criticisesBeforeOrders: false,
  };
  const steps = (changed: Partial<LadderQuestion>) =>
    ordersOf({ ...question, ...changed }).map(({ step }) => step);
  expect(steps({ asOf: 955 })).toEqual(['RETURN_ORDER']);
  expect(steps({ asOf: 962 })).toEqual(['RETURN_ORDER', 'CRITICISM_EDUCATION']);
  expect(steps({})).toEqual([
    'RETURN_ORDER',
    'CRITICISM_EDUCATION',
    'RECTIFICATION_ORDER',
    'JUDICIAL_DOCUMENT',
  ]);
  expect(steps({ returnedDay: 960 })).toEqual(['RETURN_ORDER']);
  expect(steps({ asOf: 962, criticisesBeforeOrders: true })).toEqual(['CRITICISM_EDUCATION', 'RETURN_ORDER']);
  expect(ordersOf({ ...question, isNeverEnrolled: true, refusedDay: null })).toMatchObject([
    { step: 'ENROLMENT_NOTICE', issuedBy: 'EDUCATION' },
  ]);
});

test('most pupils have a roll-call of each of two terms', () => {
  const pupils = children.filter(({ education }) => education?.rollCall?.finding === 'PRESENT');
  const twice = pupils.filter(({ education }) => education?.earlierRollCalls.length === 1);
  expect(twice.length / pupils.length).toBeGreaterThan(0.6);
  for (const { education } of twice) expect(education?.earlierRollCalls[0]?.calledOn).toMatch(/^2026-03/);
});

test('the preset’s share of disabled children has no placement, is not enrolled, and stands in the truth', () => {
  const families = allFamilies(county('yinjiang', 40_000));
  const disabled = childrenOf(families).filter(
    ({ disability, truth }) =>
      disability?.certificate &&
      truth.residenceDivision &&
      truth.expectedGrade >= 1 &&
      truth.expectedGrade <= 9,
  );
  const unplaced = disabled.filter(({ truth }) => truth.schooling === 'NEVER_ENROLLED');
  const { none } = loadPreset('yinjiang').disability.placement;
  expect(Math.abs(unplaced.length / disabled.length - none)).toBeLessThan(0.025);
  expect(unplaced.length).toBeGreaterThan(0);
  const told = families.filter(
    ({ plantedErrors, children: [...members] }) =>
      members.some((child) => unplaced.includes(child)) &&
      plantedErrors[0]?.class === 'CONFIRMED_NOT_ENROLLED',
  );
  expect(told).toHaveLength(unplaced.length);
  for (const { education } of unplaced) expect(education).toBeNull();
});
