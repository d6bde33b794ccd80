import type { RecordOfChild } from '../../_kit/verification/verification.schema.js';
import type { DisabilityCertificate } from '../certificate.entity.js';
import { DisabilityCertificateType, ParentCertificateRegisterType } from '../certificate.type.js';
import { disabilityVerification } from './disability-records.js';

/** Checks of a child's certificate, and of what is known of its parents'. */
export const DISABILITY_VERIFICATION_FIELDS = [
  disabilityVerification.fieldOf(
    DisabilityCertificateType,
    'DISABLED_CHILD',
    ({ studentId, issuedOn, state, residenceDivisionCode }: DisabilityCertificate) =>
      state === 'CANCELLED' ? null : { studentId, startedOn: issuedOn, divisionCode: residenceDivisionCode },
  ),
  disabilityVerification.fieldOf(
    ParentCertificateRegisterType,
    'CHILD_OF_DISABLED',
    ({ verified }: { readonly verified: RecordOfChild | null }) => verified,
  ),
];
