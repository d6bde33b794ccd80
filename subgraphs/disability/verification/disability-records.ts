import { sql } from 'kysely';
import { verificationSchema } from '../../_kit/verification/verification.schema.js';
import type { VerifiedRecords } from '../../_kit/verification/verified-records.js';
import { DISABILITY_SCOPES } from '../scopes.js';
import {
  DisabilityGroupEnum,
  VerifyDisabilityRecordErrorEnum,
  type DisabilityGroup,
} from './verified-group.enums.js';

/** A certificate that has run out still stands until it is cancelled: whether the child needs a new one is to be seen. */
const RECORDS: { readonly [Group in DisabilityGroup]: VerifiedRecords } = {
  DISABLED_CHILD: sql`(
    select id, student_id, issued_on as started_on, null::date as ended_on, residence_division_code as division_code,
      null::date as last_visited_on
    from disability_certificate where state is distinct from 'CANCELLED')`,
  // Of a parent's certificate the federation does not say since when.
  CHILD_OF_DISABLED: sql`(
    select certificate.id, certificate.student_id, null::date as started_on, null::date as ended_on,
      child.residence_division_code as division_code, null::date as last_visited_on
    from parent_certificate certificate join registered_child child on child.student_id = certificate.student_id)`,
};

export function disabilityRecords(group: DisabilityGroup): VerifiedRecords {
  return RECORDS[group];
}

export const VERIFY_DISABILITY_RECORD = {
  register: 'CERTIFICATES',
  mutation: 'verifyDisabilityRecord',
  errors: VerifyDisabilityRecordErrorEnum,
  recordsOf: disabilityRecords,
} as const;

export const disabilityVerification = verificationSchema({
  ...VERIFY_DISABILITY_RECORD,
  scope: DISABILITY_SCOPES.recordVerifications,
  groups: DisabilityGroupEnum,
  plan: 'DisabilityVerificationPlan',
  holds: 'DISABILITY',
});
