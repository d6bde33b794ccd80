import type { RecordReference } from '../../_kit/import/import-definition.js';
import { SchoolClassEntity } from '../school/school-class.entity.js';
import { SchoolEntity } from '../school/school.entity.js';
import { ScreeningAssignmentEntity } from '../screening/screening-assignment.entity.js';
import { ScreeningCampaignEntity } from '../screening/screening-campaign.entity.js';
import { ListedChildEntity } from '../status/listed-child.entity.js';
import { StudentStatusEntity } from '../status/student-status.entity.js';

/** A school of the county; those elsewhere stand on no list of ours. */
export const SCHOOL: RecordReference = { entity: SchoolEntity, namedBy: ['code'] };
export const SCHOOL_CLASS: RecordReference = { entity: SchoolClassEntity, namedBy: ['code'] };
export const CAMPAIGN: RecordReference = { entity: ScreeningCampaignEntity, namedBy: ['code'] };
export const ASSIGNMENT: RecordReference = { entity: ScreeningAssignmentEntity, namedBy: ['code'] };

/** Who knows a child by the number that schools use for it. */
export const PUPILS = [StudentStatusEntity, ListedChildEntity];
