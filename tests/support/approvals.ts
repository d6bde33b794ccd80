import { DATA_CLASSES } from '../../policies/purposes.js';
import type { PublishedApproval } from '../../subgraphs/coordination/access/published-access.js';
import type { TestAgency } from './agency.js';
import { nextVersion, tell } from './service.js';
import { TEST_NOW } from './test-settings.js';
import { REVOCATION_MS, within } from './within.js';

/** @returns an instant that many days after (before, when negative) the day of the tests */
export const inDays = (days: number): string =>
  new Date(TEST_NOW.getTime() + days * 24 * 60 * 60_000).toISOString();

/** A role's standing approval for casework, for all kinds of data, in force; change what the test is about. */
export function approvalFor(role: string, change: Partial<PublishedApproval> = {}): PublishedApproval {
  return {
    id: `approval-of-${role}`,
    level: 'STANDING',
    actorKind: 'ROLE',
    actor: role,
    purpose: 'CASE_HANDLING',
    dataClasses: DATA_CLASSES,
    studentId: null,
    validFrom: inDays(-1),
    expiresAt: inDays(30),
    revokedAt: null,
    ...change,
  };
}

/** Publishes a whole set to one agency and waits until its process follows it. */
export async function publishApprovals(
  agency: TestAgency,
  approvals: readonly PublishedApproval[],
): Promise<void> {
  const version = nextVersion();
  const probe = { ...approvalFor('probe'), id: `probe-${version}`, actor: `probe-${version}` };
  const answer = await tell(agency, '/kit/approvals', { version, approvals: [...approvals, probe] });
  expect(answer).toEqual({ version });
  const probing = {
    slug: probe.actor,
    agency: agency.name,
    scopes: [],
    jurisdiction: [],
    purpose: 'CASE_HANDLING',
  };
  // An approved role without an area is told that nothing is there; one that is not approved, that it may not ask.
  const seen = await within(
    REVOCATION_MS,
    () => agency.askForStudents(probing, ['a'.repeat(26)], 'id'),
    ({ errors }) => errors[0]?.extensions.code === 'NOT_FOUND',
  );
  expect(seen.errors[0]?.extensions.code).toBe('NOT_FOUND');
}
