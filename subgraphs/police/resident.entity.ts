import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** Entry of the household register. A child can have two (双重户籍): that is an error to be found, so nothing forbids it. */
export const ResidentEntity = defineEntity({
  name: 'ResidentEntity',
  tableName: 'resident',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    /** As registered, with whatever separator dot or stand-in character the system wrote. */
    name: p.text(),
    formerNames: p.array(),
    sex: p.text(),
    birthDate: p.date(),
    ethnicGroup: p.text(),
    /** Sealed: numbers open to nobody who reads the table. */
    residentIdNumberSealed: p.text().nullable(),
    /** Told to comparison runs in place of the number; null where the number is missing or fails its check. */
    birthDateInNumber: p.date().nullable(),
    maskedResidentIdNumber: p.text().nullable(),
    /** Ids made from the numbers this person had before: they join the child's former records to the present ones. */
    formerStudentIds: p.array(),
    registeredDivisionCode: p.text(),
    householdId: p.text().index(),
    relationToHouseholder: p.text(),
    registeredOn: p.date(),
    cancelledOn: p.date().nullable(),
    cancelReason: p.text().nullable(),
    /** Items of the register form (公通字〔1995〕91号); null where they were left open. */
    birthplace: p.text().nullable(),
    nativePlace: p.text().nullable(),
    highestEducation: p.text().nullable(),
    occupation: p.text().nullable(),
    maritalStatus: p.text().nullable(),
    movedFrom: p.text().nullable(),
    movedInOn: p.date().nullable(),
    livesApartFromRegistration: p.boolean().nullable(),
  },
  indexes: [{ properties: ['birthDate', 'id'] }],
});

export type Resident = InferEntity<typeof ResidentEntity>;
