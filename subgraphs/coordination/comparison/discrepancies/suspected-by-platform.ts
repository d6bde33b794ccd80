import { latestBy } from '../../standing/rule-context.js';
import type { AssessedChild } from './assessed-child.js';
import type { Finding } from './discrepancy.js';
import { says } from './evidence.js';

/**
 * Sent down by the national platform to be verified (国家平台下发疑似名单): it stands until somebody answers, even where
 * the county's own registers have the child in school, since the platform waits for the answer.
 */
export function suspectedByPlatform(child: AssessedChild): Finding | null {
  const { facts, isOnRoll, call, status } = child;
  const sent = latestBy(facts.rows.pushedDownCase, ({ pushedOn }) => pushedOn);
  if (!sent) return null;
  const explanation = child.explanation();
  const isPresent = isOnRoll && call !== undefined && call.finding !== 'ABSENT';
  return {
    evidence: [
      says('pushedDownCase', 'SUSPECTED', sent.pushedOn),
      ...(explanation ? [explanation.evidence] : []),
      ...(status
        ? [says('studentStatus', isOnRoll ? 'ON_THE_ROLL' : 'OFF_THE_ROLL', status.enrolledOn)]
        : []),
      ...(isPresent ? [says('rollCall', 'PRESENT', call.calledOn)] : []),
    ],
    proposal: explanation?.code ?? (isPresent ? 'IN_SCHOOL_IN_COUNTY' : null),
  };
}
