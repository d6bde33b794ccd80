import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/**
 * Those who entered a stage at a school in one year, and what became of them (巩固率): as schools state it to the annual
 * statistics, since a cohort reaches further back than the student status that the county holds. Nobody is named.
 */
export const RetentionCohortEntity = defineEntity({
  name: 'RetentionCohortEntity',
  tableName: 'retention_cohort',
  properties: {
    /** Where they entered. */
    schoolCode: p.text().primary(),
    /** PRIMARY, JUNIOR_SECONDARY, or COMPULSORY for the nine years from the first grade. */
    stage: p.text().primary(),
    /** First calendar year of the academic year of entry. */
    intakeYear: p.integer().primary(),
    entrants: p.integer(),
    /** Of the entrants, who left for another school with a transfer of their status. */
    transferredOut: p.integer(),
    deceased: p.integer(),
    /** In the final grade or graduated; null while the stage has not run through. */
    finished: p.integer().nullable(),
    /** Of those, who came by transfer after the entry. */
    transferredIn: p.integer().nullable(),
  },
});

export type RetentionCohort = InferEntity<typeof RetentionCohortEntity>;
