import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** That a township or village is one of the priority areas (重点监测地区; 青政办发〔2018〕49号 三（一）2). Says nothing of anybody. */
export const PriorityAreaEntity = defineEntity({
  name: 'PriorityAreaEntity',
  tableName: 'priority_area',
  properties: {
    id: p.bigint().primary().autoincrement(),
    kind: p.text(),
    /** Of a township or village, cut by level. */
    divisionCode: p.text(),
    since: p.date(),
    /** Last day; null while it holds. */
    endedOn: p.date().nullable(),
    /** Document that says so; null where a person knows. */
    documentNumber: p.text().nullable(),
    recordedBy: p.text(),
  },
  indexes: [{ properties: ['divisionCode', 'kind', 'id'] }, { properties: ['since', 'id'] }],
});

export type PriorityArea = InferEntity<typeof PriorityAreaEntity>;
