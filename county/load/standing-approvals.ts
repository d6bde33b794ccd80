import { addDays, type IsoDate } from '../../policies/iso-date.js';
import type { DataClass } from '../../policies/purposes.js';
import { ApprovalEntity } from '../../subgraphs/_kit/access/approval.entity.js';
import { PublicationStateEntity } from '../../subgraphs/_kit/access/publication-state.entity.js';
import { AccessApprovalEntity } from '../../subgraphs/coordination/access/access-approval.entity.js';
import { PublicationEntity } from '../../subgraphs/coordination/access/publication.entity.js';
import type { AgencyLoader } from './agency-loader.js';

/** A role of the demonstration, one of its purposes, and the kinds of data that the purpose reaches. */
export interface StandingApproval {
  readonly role: string;
  readonly purpose: string;
  readonly dataClasses: readonly DataClass[];
}

const APPROVER = 'leading-group';
const YEAR_DAYS = 365;

/**
 * Writes approvals for a year both where coordination keeps them and where every agency holds those published to it,
 * so that a hub that was just filled answers before the first round of the publisher.
 */
export function writeStandingApprovals(
  loaders: ReadonlyMap<string, AgencyLoader>,
  coordination: AgencyLoader | undefined,
  { approvals, asOf }: { readonly approvals: readonly StandingApproval[]; readonly asOf: IsoDate },
): void {
  const validFrom = startOf(asOf);
  const expiresAt = startOf(addDays(asOf, YEAR_DAYS));
  const version = Date.now();
  const rows = approvals.map(({ role, purpose, dataClasses }) => ({
    id: `standing:${role}:${purpose}`,
    level: 'STANDING',
    actorKind: 'ROLE',
    actor: role,
    purpose,
    dataClasses: [...dataClasses],
    validFrom,
    expiresAt,
    revokedAt: null,
  }));
  for (const loader of loaders.values()) {
    for (const row of rows) loader.insert(ApprovalEntity, { ...row, childId: null });
    loader.insert(PublicationStateEntity, { topic: 'APPROVALS', version, heardAt: validFrom });
  }
  for (const row of rows) {
    coordination?.insert(AccessApprovalEntity, {
      ...row,
      studentId: null,
      approvedBy: APPROVER,
      approverRole: APPROVER,
      approvedOn: asOf,
      basis: '岗位职责所需，由领导小组统一审批',
      revokedBy: null,
      revocationReason: null,
    });
  }
  coordination?.insert(PublicationEntity, { topic: 'APPROVALS', version });
}

function startOf(day: IsoDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
