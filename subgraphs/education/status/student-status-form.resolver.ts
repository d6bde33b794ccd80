import { FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { describe } from '../../_kit/schema/label.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import {
  RecordedHardshipType,
  RecordedSpecialNeedsType,
  SchoolTravelType,
} from './student-status-form.type.js';
import type { StudentStatus } from './student-status.entity.js';
import { StudentStatusType } from './student-status.type.js';

@Resolver(() => StudentStatusType)
export class StudentStatusFormResolver {
  @FieldResolver(() => SchoolTravelType, { description: describe('Way to school', '上下学交通') })
  travel(@Root() { travelDistanceKm, travelMode, needsSchoolBus }: StudentStatus): object {
    return { distanceKm: travelDistanceKm, mode: travelMode, needsSchoolBus };
  }

  @RequiresScope(EDUCATION_SCOPES.readSpecialEducation)
  @FieldResolver(() => RecordedSpecialNeedsType, {
    nullable: true,
    description: describe('Disability as the school wrote it', '残疾类型与随班就读'),
  })
  specialNeeds(@Root() { recordedDisability, regularClassCategory }: StudentStatus): object {
    return { disability: recordedDisability, regularClassCategory };
  }

  @RequiresScope(EDUCATION_SCOPES.readAid)
  @FieldResolver(() => RecordedHardshipType, {
    nullable: true,
    description: describe('Hardship as the school wrote it', '孤儿与享受一补'),
  })
  hardship(@Root() { isOrphan, receivesSubsidy }: StudentStatus): object {
    return { isOrphan, receivesSubsidy };
  }
}
