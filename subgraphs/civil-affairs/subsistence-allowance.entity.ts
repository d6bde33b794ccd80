import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { datedRecord } from './dated-record.js';

/** An award to a household, entered for each child it covers: sums must count a household once. */
export const SubsistenceAllowanceEntity = defineEntity({
  name: 'SubsistenceAllowanceEntity',
  tableName: 'subsistence_allowance',
  properties: {
    ...datedRecord,
    /** Civil affairs' own key of the household, not the police household number. */
    householdCode: p.text().index(),
    area: p.text(),
    category: p.text(),
    personsCovered: p.integer(),
    monthlyAmountYuan: p.double(),
  },
  indexes: [{ properties: ['startedOn', 'id'] }],
});

export type SubsistenceAllowance = InferEntity<typeof SubsistenceAllowanceEntity>;
