import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const ResidencePermitEntity = defineEntity({
  name: 'ResidencePermitEntity',
  tableName: 'residence_permit',
  properties: {
    ...studentRecord,
    /** Of the child, as on the permit. */
    holderName: p.text(),
    permitNumberSealed: p.text(),
    maskedPermitNumber: p.text(),
    ground: p.text(),
    issuedOn: p.date(),
    expiresOn: p.date(),
    addressDivisionCode: p.text(),
  },
  indexes: [{ properties: ['expiresOn', 'id'] }, { properties: ['addressDivisionCode'] }],
});

export type ResidencePermit = InferEntity<typeof ResidencePermitEntity>;
