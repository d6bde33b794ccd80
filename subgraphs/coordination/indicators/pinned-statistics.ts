import { sql, type Kysely } from 'kysely';
import { z } from 'zod';

const children = z.int().min(0);

/** What schools state of all their pupils together, by the names that education gives the tables. */
export const pinnedStatistics = z.object({
  retention_cohort: z
    .array(
      z.object({
        schoolCode: z.string(),
        stage: z.string(),
        intakeYear: z.int(),
        entrants: children,
        transferredOut: children,
        deceased: children,
        finished: children.nullable(),
        transferredIn: children.nullable(),
      }),
    )
    .default([]),
  pupil_turnover: z
    .array(
      z.object({
        schoolCode: z.string(),
        stage: z.string(),
        academicYear: z.int(),
        pupilsAtStart: children,
        suspended: children,
        withdrawn: children,
        deceased: children,
        transferredOut: children,
        otherDecrease: children,
        transferredIn: children,
        otherIncrease: children,
      }),
    )
    .default([]),
});
export type PinnedStatistics = z.infer<typeof pinnedStatistics>;

/** Takes them over from what a comparison run pinned, for the schools that it took over before. */
export async function keepSchoolStatistics(db: Kysely<unknown>, runId: string): Promise<void> {
  await sql`delete from retention_cohort`.execute(db);
  await sql`
    insert into retention_cohort (school_code, stage, intake_year, division_code, entrants, transferred_out, deceased,
      finished, transferred_in)
    select site.code, cohort.stage, cohort."intakeYear", site.division_code, cohort.entrants, cohort."transferredOut",
      cohort.deceased, cohort.finished, cohort."transferredIn"
    from comparison_run, jsonb_to_recordset(pinned -> 'statistics' -> 'retention_cohort') as cohort (
      "schoolCode" text, stage text, "intakeYear" int, entrants int, "transferredOut" int, deceased int, finished int,
      "transferredIn" int)
    join school_site site on site.code = cohort."schoolCode"
    where run_id = ${runId}`.execute(db);
  await sql`delete from pupil_turnover`.execute(db);
  await sql`
    insert into pupil_turnover (school_code, stage, academic_year, division_code, pupils_at_start, suspended, withdrawn,
      deceased, transferred_out, other_decrease, transferred_in, other_increase)
    select site.code, turnover.stage, turnover."academicYear", site.division_code, turnover."pupilsAtStart",
      turnover.suspended, turnover.withdrawn, turnover.deceased, turnover."transferredOut", turnover."otherDecrease",
      turnover."transferredIn", turnover."otherIncrease"
    from comparison_run, jsonb_to_recordset(pinned -> 'statistics' -> 'pupil_turnover') as turnover (
      "schoolCode" text, stage text, "academicYear" int, "pupilsAtStart" int, suspended int, withdrawn int,
      deceased int, "transferredOut" int, "otherDecrease" int, "transferredIn" int, "otherIncrease" int)
    join school_site site on site.code = turnover."schoolCode"
    where run_id = ${runId}`.execute(db);
}
