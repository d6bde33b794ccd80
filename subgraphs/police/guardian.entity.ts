import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** Guardian of a child as registered. Never inferred from the householder: many children stand on a grandparent's page. */
export const GuardianEntity = defineEntity({
  name: 'GuardianEntity',
  tableName: 'guardian',
  properties: {
    ...studentRecord,
    name: p.text(),
    relation: p.text(),
    isLegalGuardian: p.boolean(),
    isActualGuardian: p.boolean(),
    /** Digest of the guardian's number: one guardian, one id, in every agency. */
    guardianId: p.text().nullable().index(),
    residentIdNumberSealed: p.text().nullable(),
    maskedResidentIdNumber: p.text().nullable(),
    phoneSealed: p.text().nullable(),
    maskedPhone: p.text().nullable(),
  },
});

export type Guardian = InferEntity<typeof GuardianEntity>;
