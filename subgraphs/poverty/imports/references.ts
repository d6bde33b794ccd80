import type { RecordReference } from '../../_kit/import/import-definition.js';
import { PovertyHouseholdEntity } from '../poverty-household.entity.js';
import { PovertyHouseholdMemberEntity } from '../poverty-household-member.entity.js';
import { ResettlementSiteEntity } from '../resettlement-site.entity.js';

export const HOUSEHOLD: RecordReference = { entity: PovertyHouseholdEntity, namedBy: ['code'] };
export const SITE: RecordReference = { entity: ResettlementSiteEntity, namedBy: ['code'] };

/** Who knows a child by the office's number. */
export const MEMBERS = [PovertyHouseholdMemberEntity];
