import { readFileSync } from 'node:fs';
import { referralFor } from '../../../../county/registers/case-plan.js';
import { BodyEnum, type Body } from '../../../../subgraphs/coordination/casework/body.enums.js';
import { seesTo } from '../../../../subgraphs/coordination/referrals/receiving-bodies.js';
import { ReferralReasonEnum } from '../../../../subgraphs/coordination/referrals/referral.enums.js';

test('somebody sees to every reason, also to those that a case begins with', () => {
  for (const reason of ReferralReasonEnum.values)
    expect(BodyEnum.values.some((body) => seesTo(body, reason))).toBe(true);
  for (const cause of ['CHILD_LABOUR', 'DISABILITY', 'MISSING', 'POVERTY']) {
    const referral = referralFor(cause);
    expect(referral && seesTo(referral.toBody, referral.reason)).toBe(true);
  }
  expect(seesTo('LABOUR', 'WHEREABOUTS')).toBe(false);
});

const reasonsOf = (body: Body) => ReferralReasonEnum.values.filter((reason) => seesTo(body, reason));

test('every body can be sent a child', () => {
  for (const body of BodyEnum.values) expect([body, reasonsOf(body)]).not.toEqual([body, []]);
});

test('the README says of every body by which clause it sees to what', () => {
  const readme = readFileSync('subgraphs/coordination/referrals/README.md', 'utf8');
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\|([^|]*)\|([^|]*)\|([^|]*)\|/gm)];
  const written = rows.map(([, body, term = '', reasons = '', clauses = '']) => ({
    body,
    term: term.trim(),
    reasons: [...reasons.matchAll(/`([A-Z_]+)`/g)].map(([, reason]) => reason).sort(),
    clauses: /00[0-4]/.test(clauses),
  }));
  expect(written).toEqual(
    BodyEnum.values.map((body) => ({
      body,
      term: BodyEnum.terms[body].zh,
      reasons: reasonsOf(body).sort(),
      clauses: true,
    })),
  );
});
