import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isReason } from '../../_kit/command/reason.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { AccessGrantEntity, type AccessGrant } from './access-grant.entity.js';
import type {
  AccessGrantType,
  GrantAccessInput,
  GrantAccessPayload,
  RevokeGrantInput,
  RevokeGrantPayload,
} from './access-grant.type.js';
import { GrantAccessErrorEnum, RevokeGrantErrorEnum } from './access.enums.js';
import { faultsOfGrant } from './access-rules.js';
import { raiseVersion } from './publication.js';

/** Opens a child to another area; every agency shows it there from the publisher's next round on. */
export function grantAccess(context: LoaderContext, input: GrantAccessInput): Promise<GrantAccessPayload> {
  return runOnce(context, { name: 'grantAccess', input }, async () => {
    const { caller, today, students } = context;
    const errors = faultsOfGrant(input, { caller, today }).map(({ code, field }) =>
      mutationError(GrantAccessErrorEnum, code, field),
    );
    const child = await students.load(input.studentId);
    if (!child) errors.push(mutationError(GrantAccessErrorEnum, 'CHILD_NOT_FOUND', 'studentId'));
    if (child && (await isGranted(context, child.id, input)))
      errors.push(mutationError(GrantAccessErrorEnum, 'ALREADY_GRANTED', 'granteeCode'));
    if (errors.length > 0 || !child) return { grant: null, errors };
    const grant: AccessGrant = {
      id: randomUUID(),
      studentId: child.id,
      granteeKind: input.granteeKind,
      granteeCode: input.granteeCode,
      reason: input.reason.trim(),
      validFrom: input.validFrom ?? today,
      validTo: input.validTo,
      approvedBy: caller.subject,
      approverRole: caller.role,
      approvedOn: today,
      revokedAt: null,
      revokedBy: null,
      revocationReason: null,
    };
    await context.em.insert(AccessGrantEntity, grant);
    await raiseVersion(context.db, 'GRANT');
    return { grant: asType(grant), errors: [] };
  });
}

/** A child has one period for each area: of two, an agency could hold only one. */
async function isGranted(
  { db, today }: LoaderContext,
  studentId: string,
  { granteeKind, granteeCode }: GrantAccessInput,
): Promise<boolean> {
  const { rows } = await sql`
    select from access_grant
    where student_id = ${studentId} and grantee_kind = ${granteeKind} and grantee_code = ${granteeCode}
      and revoked_at is null and valid_to >= ${today}::date`.execute(db);
  return rows.length > 0;
}

export function revokeGrant(context: LoaderContext, input: RevokeGrantInput): Promise<RevokeGrantPayload> {
  return runOnce(context, { name: 'revokeGrant', input }, async () => {
    const { em, db, caller, now } = context;
    const grant = await selectRows(em, AccessGrantEntity)
      .where('id', '=', input.grantId)
      .forUpdate()
      .executeTakeFirst();
    const refuse = (code: (typeof RevokeGrantErrorEnum.values)[number], field: string) => ({
      grant: null,
      errors: [mutationError(RevokeGrantErrorEnum, code, field)],
    });
    if (!isReason(input.reason)) return refuse('TEXT_INVALID', 'reason');
    if (!grant) return refuse('NOT_FOUND', 'grantId');
    if (grant.revokedAt !== null) return refuse('ALREADY_REVOKED', 'grantId');
    const revocation = {
      revokedAt: now,
      revokedBy: caller.subject,
      revocationReason: input.reason.trim(),
    };
    await em.nativeUpdate(AccessGrantEntity, { id: grant.id }, revocation);
    await raiseVersion(db, 'GRANT');
    return { grant: asType({ ...grant, ...revocation }), errors: [] };
  });
}

/** Columns hold codes as text; those that were written are the enums' own. */
function asType(grant: AccessGrant): AccessGrantType {
  return grant as AccessGrantType;
}
