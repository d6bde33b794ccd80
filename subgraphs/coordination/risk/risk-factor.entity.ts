import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** A circumstance that makes dropping out likelier, with the register that shows it. */
export const RiskFactorEntity = defineEntity({
  name: 'RiskFactorEntity',
  tableName: 'risk_factor',
  properties: {
    ...studentRecord,
    factor: p.text(),
    agency: p.text(),
    /** Null where naming the register would tell what may not be told. */
    register: p.text().nullable(),
    since: p.date().nullable(),
    policyClause: p.text(),
  },
});

export type RiskFactor = InferEntity<typeof RiskFactorEntity>;
