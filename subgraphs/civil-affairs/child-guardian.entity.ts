import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const ChildGuardianEntity = defineEntity({
  name: 'ChildGuardianEntity',
  tableName: 'child_guardian',
  properties: {
    ...studentRecord,
    /** The file that names the guardian, by its source key. */
    fileKey: p.text().index(),
    name: p.text(),
    relation: p.text(),
    isActualGuardian: p.boolean(),
    isLegalGuardian: p.boolean(),
    /** Digest of the guardian's number: one guardian, one id, in every agency. */
    guardianId: p.text().nullable().index(),
    phoneSealed: p.text().nullable(),
    maskedPhone: p.text().nullable(),
    /** Days on which a substitute guardian was entrusted and signed for it; null where the file does not say. */
    entrustedOn: p.date().nullable(),
    commitmentSignedOn: p.date().nullable(),
    /** Subject of who entered it; null for what was imported. */
    recordedBy: p.text().nullable(),
  },
});

export type ChildGuardian = InferEntity<typeof ChildGuardianEntity>;
