import { callerAs } from '../../../support/callers.js';
import {
  answeringOffices,
  isAmong,
  ownOffices,
  seesTo,
} from '../../../../subgraphs/coordination/referrals/referral-bodies.js';
import { BodyEnum } from '../../../../subgraphs/coordination/casework/body.enums.js';
import { ReferralReasonEnum } from '../../../../subgraphs/coordination/referrals/referral.enums.js';
import { referralFor } from '../../../../county/registers/case-plan.js';

const areaOf = (slug: string) => callerAs(slug).jurisdiction[0]?.code ?? '';

test.each([
  ['coordination-officer', 'COORDINATION', null],
  ['bureau-officer', 'EDUCATION', null],
  ['police-officer', 'POLICE', null],
  ['civil-affairs-officer', 'CIVIL_AFFAIRS', null],
  ['disability-officer', 'DISABILITY', null],
  ['labour-inspector', 'LABOUR', null],
  ['poverty-officer', 'POVERTY', null],
  ['township-officer', 'TOWNSHIP', areaOf('township-officer')],
  ['school-clerk', 'SCHOOL', areaOf('school-clerk')],
])('%s acts for %s', (slug, body, code) => {
  expect(ownOffices(callerAs(slug))).toEqual([{ body, code }]);
});

test.each(['class-teacher', 'village-cadre'])('%s acts for no body', (slug) => {
  expect(ownOffices(callerAs(slug))).toEqual([]);
});

test('a police station is no township, nor is a prefecture a county', () => {
  const police = callerAs('police-officer');
  for (const code of ['5206', '520625101'])
    expect(ownOffices({ ...police, jurisdiction: [{ kind: 'DIVISION', code }] })).toEqual([]);
});

test("the leading group's office enters what bodies without officers reply, and sends nothing for them", () => {
  const office = callerAs('coordination-officer');
  for (const body of [
    'JUSTICE',
    'COURT',
    'HEALTH',
    'MARKET_SUPERVISION',
    'YOUTH_LEAGUE',
    'WOMENS_FEDERATION',
  ]) {
    expect(isAmong(answeringOffices(office), body, null)).toBe(true);
    expect(isAmong(ownOffices(office), body, null)).toBe(false);
    expect(isAmong(answeringOffices(callerAs('police-officer')), body, null)).toBe(false);
  }
});

test('a township answers for itself and for no other one', () => {
  const township = answeringOffices(callerAs('township-officer'));
  expect(isAmong(township, 'TOWNSHIP', areaOf('township-officer'))).toBe(true);
  expect(isAmong(township, 'TOWNSHIP', '520625999')).toBe(false);
  expect(isAmong(township, 'TOWNSHIP', null)).toBe(false);
});

test('somebody sees to every reason, also to those that a case begins with', () => {
  for (const reason of ReferralReasonEnum.values)
    expect(BodyEnum.values.some((body) => seesTo(body, reason))).toBe(true);
  for (const cause of ['CHILD_LABOUR', 'DISABILITY', 'MISSING', 'POVERTY']) {
    const referral = referralFor(cause);
    expect(referral && seesTo(referral.toBody, referral.reason)).toBe(true);
  }
  expect(seesTo('LABOUR', 'WHEREABOUTS')).toBe(false);
});

test('every body but the one that coordinates and the villages can be sent a child', () => {
  const idle = BodyEnum.values.filter(
    (body) => !ReferralReasonEnum.values.some((reason) => seesTo(body, reason)),
  );
  expect(idle).toEqual(['COORDINATION', 'VILLAGE']);
});
