import { plannedMeasuresFor, referralFor } from '../../county/registers/case-plan.js';
import { DropoutReasonEnum } from '../../subgraphs/coordination/casework/casework.enums.js';
import { shownReason } from '../../subgraphs/coordination/casework/restricted-findings.js';

test.each(DropoutReasonEnum.values)('a case for %s begins with visits and a measure of its own', (reason) => {
  const measures = plannedMeasuresFor(reason);
  expect(measures[0]?.measure).toBe('HOME_VISITS');
  expect(measures.length).toBeGreaterThan(1);
  for (const { dueAfterDays } of measures) expect(dueAfterDays).toBeGreaterThan(0);
});

test('plan and referral do not tell a reason that the case does not show', () => {
  expect(shownReason('EARLY_MARRIAGE')).toBe('OTHER');
  expect(plannedMeasuresFor('EARLY_MARRIAGE')).toEqual(plannedMeasuresFor('OTHER'));
  expect(referralFor('EARLY_MARRIAGE')).toEqual(referralFor('OTHER'));
});

test.each([
  ['CHILD_LABOUR', 'LABOUR'],
  ['DISABILITY', 'DISABILITY'],
  ['MISSING', 'POLICE'],
  ['POVERTY', 'CIVIL_AFFAIRS'],
])('a case for %s is referred to %s', (reason, body) => {
  expect(referralFor(reason)?.toBody).toBe(body);
});

test('a case for aversion to study is nobody else’s', () => {
  expect(referralFor('AVERSION_TO_STUDY')).toBeNull();
});
