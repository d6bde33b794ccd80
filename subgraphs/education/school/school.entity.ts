import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** School by its identifier code; the code says the category, never the stage (a nine-year school has one code). */
export const SchoolEntity = defineEntity({
  name: 'SchoolEntity',
  tableName: 'school',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    kind: p.text(),
    divisionCode: p.text().index(),
    isBoarding: p.boolean(),
    isSmallScale: p.boolean(),
    capacity: p.integer(),
    lowestGrade: p.integer(),
    highestGrade: p.integer(),
    /** Of a teaching point: the school that runs it. */
    centralSchoolCode: p.text().nullable(),
    inspectorName: p.text().nullable(),
    designations: p.array().nullable(),
    fullTimeCounsellors: p.integer().nullable(),
    partTimeCounsellors: p.integer().nullable(),
    hasCounsellingRoom: p.boolean().nullable(),
    isWeak: p.boolean().nullable(),
    urbanRuralClass: p.text().nullable(),
  },
});

export type School = InferEntity<typeof SchoolEntity>;
