import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { currentRecords } from '../../_kit/verification/verified-records.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import type { WorkRead } from '../../_kit/work/work-source.js';
import { specialGroupRecords } from './special-group-records.js';

/** Left-behind children within reach whose file names nobody who stands in for the parents (代理监护人). */
export function readWithoutSubstitute(
  context: Pick<LoaderContext, 'caller' | 'readRows' | 'today'>,
  limit: number,
): Promise<WorkRead> {
  const hasSubstitute = (isOfChild: RawBuilder<unknown>) => sql<boolean>`exists (
    select from child_file file join child_guardian guardian on guardian.file_key = file.source_key
    where ${isOfChild} and guardian.is_actual_guardian and not guardian.is_legal_guardian)`;
  return workOfRows(
    context,
    {
      from: currentRecords(
        context,
        specialGroupRecords('LEFT_BEHIND'),
        hasSubstitute(sql`file.student_id = record.student_id`),
      ),
      where: sql`not ${hasSubstitute(sql`file.student_id = any (record.ids)`)}`,
      subject: sql`record.canonical_id`,
      studentId: sql`record.canonical_id`,
      // Nobody looks after these at all.
      within: sql`record.carer <> 'ALONE', record.started_on, record.id`,
    },
    limit,
  );
}
