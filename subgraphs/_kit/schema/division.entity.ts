import type { DivisionLevelEnum } from './division.type.js';
import type { EnumValue } from './label.js';
import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** Administrative divisions by 12-digit statistical code; reference data that every agency keeps for itself. */
export const DivisionEntity = defineEntity({
  name: 'DivisionEntity',
  tableName: 'division',
  properties: {
    code: p.text().primary(),
    name: p.text(),
    level: p.text().$type<EnumValue<typeof DivisionLevelEnum>>(),
    parentCode: p.text().nullable(),
  },
});

export type DivisionRow = InferEntity<typeof DivisionEntity>;
