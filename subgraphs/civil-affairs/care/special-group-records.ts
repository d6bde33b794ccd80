import { sql } from 'kysely';
import { verificationSchema, type RecordOfChild } from '../../_kit/verification/verification.schema.js';
import type { VerifiedRecords } from '../../_kit/verification/verified-records.js';
import { ChildInDifficultyEntity } from '../child-in-difficulty.entity.js';
import { DeFactoUnattendedChildEntity } from '../de-facto-unattended-child.entity.js';
import { LeftBehindChildEntity } from '../left-behind-child.entity.js';
import { OrphanRecordEntity } from '../orphan-record.entity.js';
import { CIVIL_AFFAIRS_SCOPES } from '../scopes.js';
import { VerifyRecordErrorEnum } from './care.enums.js';
import { SpecialGroupEnum, type SpecialGroup } from './special-group.enums.js';

const TABLES = {
  LEFT_BEHIND: LeftBehindChildEntity,
  ORPHAN: OrphanRecordEntity,
  DE_FACTO_UNATTENDED: DeFactoUnattendedChildEntity,
  CHILD_IN_DIFFICULTY: ChildInDifficultyEntity,
} as const satisfies Record<SpecialGroup, unknown>;

/** Of a left-behind child alone a visit to the home is a check of the record. */
export function specialGroupRecords(group: SpecialGroup): VerifiedRecords {
  const table = sql.table(TABLES[group].meta.tableName);
  return group === 'LEFT_BEHIND' ? table : sql`(select *, null::date as last_visited_on from ${table})`;
}

export const VERIFY_SPECIAL_GROUP_RECORD = {
  register: 'CHILD_FILES',
  mutation: 'verifySpecialGroupRecord',
  errors: VerifyRecordErrorEnum,
  recordsOf: specialGroupRecords,
} as const;

export const specialGroupVerification = verificationSchema({
  ...VERIFY_SPECIAL_GROUP_RECORD,
  scope: CIVIL_AFFAIRS_SCOPES.recordVerifications,
  groups: SpecialGroupEnum,
  plan: 'RecordVerificationPlan',
  holds: 'WELFARE',
});

/** Adds `verification` to the type of a group's records. */
export function specialGroupField(type: new () => object, group: SpecialGroup): new () => object {
  return specialGroupVerification.fieldOf(type, group, (record: RecordOfChild) => record);
}
