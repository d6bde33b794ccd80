import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { AbsenceEntity, type Absence } from './absence.entity.js';
import type { AbsenceFilter } from './absence.input.js';

const ORDER = byDate<Absence>('date', 'desc', ({ date }) => date);

/** Absences of all children within the caller's reach, newest first. */
export function listAbsences(
  { em, caller, today }: LoaderContext,
  { school, schoolClass, from, to, state }: AbsenceFilter,
  page: PageArgs,
): Promise<Connection<Absence>> {
  if (from && to && from > to) throw new HubError('BAD_USER_INPUT', '"from" lies after "to".');
  let query = selectRows(em, AbsenceEntity).where(
    studentWithinReach(caller, sql.ref('absence.student_id'), today),
  );
  if (school != null) query = query.where(sql<boolean>`school_code = ${school}`);
  if (schoolClass != null) query = query.where(sql<boolean>`class_code = ${schoolClass}`);
  if (from != null) query = query.where(sql<boolean>`date >= ${from}::date`);
  if (to != null) query = query.where(sql<boolean>`date <= ${to}::date`);
  if (state != null) query = query.where(sql<boolean>`state = ${state}`);
  return listPage(query, ORDER, page);
}
