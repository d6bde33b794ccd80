import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { RecordedFacts } from '../../_kit/command/recorded-facts.js';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Written report of a dropout to one office (书面报告镇、街道和教育局, 青政办发〔2018〕49号 三（一）3), with its receipt. */
export const DropoutReportEntity = defineEntity({
  name: 'DropoutReportEntity',
  tableName: 'dropout_report',
  properties: {
    ...studentRecord,
    schoolCode: p.text(),
    recipient: p.text(),
    leftOn: p.date(),
    reportedOn: p.date(),
    /** Subject of who reported; null for what was imported. */
    reportedBy: p.text().nullable(),
    recommendation: p.text().nullable(),
    receivedOn: p.date().nullable(),
    receivedBy: p.text().nullable(),
    /** What its mutations filled. */
    recorded: p.json().$type<RecordedFacts>().defaultRaw(`'{}'`),
  },
  indexes: [{ properties: ['recipient', 'reportedOn', 'id'] }],
});

export type DropoutReport = InferEntity<typeof DropoutReportEntity>;
