import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { HubError } from '../../_kit/errors.js';
import { selectRows } from '../../_kit/select-rows.js';
import { canReachClass } from '../school/class-reach.js';
import type { SheetSources } from './attendance-sheet.commands.js';
import { AttendanceSheetEntity } from './attendance-sheet.entity.js';
import { shownSheet } from './shown-sheet.js';
import type { AttendanceSheetType } from './attendance-sheet.type.js';

/** @throws {HubError} NOT_FOUND, for unknown and unreachable classes alike */
export async function findAttendanceSheet(
  { em, caller }: LoaderContext,
  { classes, schools }: Pick<SheetSources, 'classes' | 'schools'>,
  classCode: string,
  date: string,
): Promise<AttendanceSheetType> {
  const schoolClass = await classes.load(classCode);
  const school = schoolClass && (await schools.load(schoolClass.schoolCode));
  if (!schoolClass || !canReachClass(caller, schoolClass, school)) throw new HubError('NOT_FOUND');
  const sheet = await selectRows(em, AttendanceSheetEntity)
    .where(sql<boolean>`class_code = ${classCode} and date = ${date}::date`)
    .executeTakeFirst();
  return shownSheet({ classCode, date, ...sheet });
}
