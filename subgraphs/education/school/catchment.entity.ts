import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** A village whose children of these grades are due at the school (施教范围); the county lays it out every year. */
export const CatchmentEntity = defineEntity({
  name: 'CatchmentEntity',
  tableName: 'catchment',
  properties: {
    schoolCode: p.text().primary(),
    /** 12-digit code of a village. */
    divisionCode: p.text().primary(),
    lowestGrade: p.integer(),
    highestGrade: p.integer(),
  },
  indexes: [{ properties: ['divisionCode'] }],
});

export type Catchment = InferEntity<typeof CatchmentEntity>;
