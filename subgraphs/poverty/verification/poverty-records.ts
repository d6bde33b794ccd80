import { sql } from 'kysely';
import { labelledEnum } from '../../_kit/schema/label.js';
import { verificationSchema } from '../../_kit/verification/verification.schema.js';
import { verifyErrorEnum } from '../../_kit/verification/verification.enums.js';
import type { VerifiedRecords } from '../../_kit/verification/verified-records.js';
import { POVERTY_SCOPES } from '../scopes.js';

/** 家庭经济困难学生 (昌市政办发〔2020〕16号 三（四）7): whose records are checked one by one. */
export const PovertyGroupEnum = labelledEnum(
  'PovertySpecialGroup',
  { en: 'Group of the poverty office whose records are verified one by one', zh: '扶贫办逐一核查的特殊群体' },
  {
    REGISTERED_HOUSEHOLD: {
      en: 'Children of registered or monitored households',
      zh: '建档立卡户、监测户子女',
    },
  },
);

/** A child's place in a registered household. */
export const POVERTY_RECORDS: VerifiedRecords = sql`(
  select member.id, member.student_id, household.recognised_on as started_on, null::date as ended_on,
    household.division_code, null::date as last_visited_on
  from poverty_household_member member join poverty_household household on household.code = member.household_code)`;

export const VERIFY_POVERTY_RECORD = {
  register: 'HOUSEHOLDS',
  mutation: 'verifyPovertyRecord',
  errors: verifyErrorEnum('VerifyPovertyRecordErrorCode'),
  recordsOf: () => POVERTY_RECORDS,
} as const;

export const povertyVerification = verificationSchema({
  ...VERIFY_POVERTY_RECORD,
  scope: POVERTY_SCOPES.recordVerifications,
  groups: PovertyGroupEnum,
  plan: 'PovertyVerificationPlan',
  holds: 'POVERTY',
});
