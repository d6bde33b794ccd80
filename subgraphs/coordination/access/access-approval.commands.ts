import { randomUUID } from 'node:crypto';
import { isReason } from '../../_kit/command/reason.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { AccessApprovalEntity, type AccessApproval } from './access-approval.entity.js';
import type {
  AccessApprovalType,
  ApproveAccessInput,
  ApproveAccessPayload,
  RevokeApprovalInput,
  RevokeApprovalPayload,
} from './access-approval.type.js';
import { ApproveAccessErrorEnum, RevokeApprovalErrorEnum } from './access.enums.js';
import { faultsOfApproval } from './access-rules.js';
import { raiseVersion } from './publication.js';

/** Approves access; the agencies know of it at the publisher's next round. */
export function approveAccess(
  context: LoaderContext,
  input: ApproveAccessInput,
): Promise<ApproveAccessPayload> {
  return runOnce(context, { name: 'approveAccess', input }, async () => {
    const { caller, now, today, purposes, students } = context;
    const purpose = purposes.get(input.purpose);
    if (!purpose) throw new RangeError('The catalogue of purposes is closed, and has every code.');
    const errors = faultsOfApproval(input, { caller, purpose, now }).map(({ code, field }) =>
      mutationError(ApproveAccessErrorEnum, code, field),
    );
    const child = input.studentId == null ? null : await students.load(input.studentId);
    if (input.studentId != null && !child)
      errors.push(mutationError(ApproveAccessErrorEnum, 'CHILD_NOT_FOUND', 'studentId'));
    if (errors.length > 0) return { approval: null, errors };
    const approval: AccessApproval = {
      id: randomUUID(),
      level: input.level,
      actorKind: input.actorKind,
      actor: input.actor,
      purpose: input.purpose,
      dataClasses: [...new Set(input.dataClasses)],
      studentId: child?.id ?? null,
      validFrom: input.validFrom ?? now,
      expiresAt: input.expiresAt,
      approvedBy: caller.subject,
      approverRole: caller.role,
      approvedOn: today,
      basis: input.basis.trim(),
      revokedAt: null,
      revokedBy: null,
      revocationReason: null,
    };
    await context.em.insert(AccessApprovalEntity, approval);
    await raiseVersion(context.db, 'APPROVALS');
    return { approval: asType(approval), errors: [] };
  });
}

export function revokeApproval(
  context: LoaderContext,
  input: RevokeApprovalInput,
): Promise<RevokeApprovalPayload> {
  return runOnce(context, { name: 'revokeApproval', input }, async () => {
    const { em, db, caller, now } = context;
    const approval = await selectRows(em, AccessApprovalEntity)
      .where('id', '=', input.approvalId)
      .forUpdate()
      .executeTakeFirst();
    const refuse = (code: (typeof RevokeApprovalErrorEnum.values)[number], field: string) => ({
      approval: null,
      errors: [mutationError(RevokeApprovalErrorEnum, code, field)],
    });
    if (!isReason(input.reason)) return refuse('TEXT_INVALID', 'reason');
    if (!approval) return refuse('NOT_FOUND', 'approvalId');
    if (approval.revokedAt !== null) return refuse('ALREADY_REVOKED', 'approvalId');
    const revocation = {
      revokedAt: now,
      revokedBy: caller.subject,
      revocationReason: input.reason.trim(),
    };
    await em.nativeUpdate(AccessApprovalEntity, { id: approval.id }, revocation);
    await raiseVersion(db, 'APPROVALS');
    return { approval: asType({ ...approval, ...revocation }), errors: [] };
  });
}

/** Columns hold codes as text; those that were written are the enums' own. */
function asType(approval: AccessApproval): AccessApprovalType {
  return approval as AccessApprovalType;
}
