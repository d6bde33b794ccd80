import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** In what two rows on one resident ID number disagree, so that they speak of two persons. */
export const SPLIT_GROUNDS = ['BIRTH_DATE', 'SEX', 'NAME'] as const;
export type SplitGround = (typeof SPLIT_GROUNDS)[number];

/**
 * Rows of this agency that are kept apart from the person whose resident ID number they bear (重号).
 *
 * An import that meets the row again gives it the same id; nothing joins it to the number's id until a person
 * decides, and deciding deletes a row here, never data.
 */
export const StudentSplitEntity = defineEntity({
  name: 'StudentSplitEntity',
  tableName: 'student_split',
  properties: {
    /** The register's own key of the row. */
    sourceKey: p.text().primary(),
    /** Provisional id under which the row stands. */
    studentId: p.text().unique(),
    /** Id of the number, under which the other person's rows stand. */
    numberId: p.text().index(),
    grounds: p.array(),
  },
});

export type StudentSplit = InferEntity<typeof StudentSplitEntity>;
