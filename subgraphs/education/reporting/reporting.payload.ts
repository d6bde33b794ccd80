import type { EnumValue } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import {
  AcknowledgeReportErrorEnum,
  RecordContactErrorEnum,
  RecordInspectorCallErrorEnum,
  RecordMarkErrorEnum,
  SubmitReportErrorEnum,
} from './reporting.enums.js';

export const RecordGuardianContactPayload = recordedPayload('RecordGuardianContact', RecordContactErrorEnum);
export const RecordInspectorCallPayload = recordedPayload(
  'RecordInspectorCall',
  RecordInspectorCallErrorEnum,
);
export const RecordStatusMarkPayload = recordedPayload('RecordStatusMark', RecordMarkErrorEnum);
export const SubmitDropoutReportPayload = recordedPayload('SubmitDropoutReport', SubmitReportErrorEnum);
export const AcknowledgeDropoutReportPayload = recordedPayload(
  'AcknowledgeDropoutReport',
  AcknowledgeReportErrorEnum,
);

export type ContactCode = EnumValue<typeof RecordContactErrorEnum>;
export type CallCode = EnumValue<typeof RecordInspectorCallErrorEnum>;
export type MarkCode = EnumValue<typeof RecordMarkErrorEnum>;
export type SubmitCode = EnumValue<typeof SubmitReportErrorEnum>;
export type AcknowledgeCode = EnumValue<typeof AcknowledgeReportErrorEnum>;
