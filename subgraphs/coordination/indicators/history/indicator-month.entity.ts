import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { deedInReach, reachPolicy } from '../../../_kit/student/reach-policies.js';
import type { ShownFigure } from '../published-indicators.js';

const TABLE = 'indicator_month';

/**
 * What was published of a place with the last comparison run of a month. What was hidden then is not kept at all, so
 * that no later reading of the series, nor of the table, can tell it.
 */
export const IndicatorMonthEntity = defineEntity({
  name: 'IndicatorMonthEntity',
  tableName: TABLE,
  ...reachPolicy(deedInReach(TABLE, 'division_code', 'school_code')),
  properties: {
    /** YYYY-MM in Shanghai. */
    month: p.text().primary(),
    /** A division's code cut by level; of a school, its village and then its own code. */
    place: p.text().primary(),
    divisionCode: p.text(),
    schoolCode: p.text().nullable(),
    runId: p.text(),
    /** Of the school-age register. */
    asOf: p.datetime(),
    figures: p.json().$type<readonly ShownFigure[]>(),
  },
});

export type IndicatorMonth = InferEntity<typeof IndicatorMonthEntity>;
