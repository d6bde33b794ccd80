import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../../../_kit/access/caller.js';
import { DIGITS_OF_LEVEL } from '../../../_kit/schema/division-prefix.js';
import type { DiscrepancyTask } from './discrepancy-task.entity.js';

type Place = Pick<DiscrepancyTask, 'body' | 'divisionCode' | 'schoolCode'>;
type Area = Caller['jurisdiction'][number];

/** A county sees what all its townships and schools have to do; whoever is below sees what is its own. */
const isWide = ({ kind, code }: Area) => kind === 'DIVISION' && code.length <= DIGITS_OF_LEVEL.COUNTY;

/** Whether a task is the caller's own, or of somebody whom the caller supervises. */
export function holdsTask({ jurisdiction }: Pick<Caller, 'jurisdiction'>, task: Place): boolean {
  return jurisdiction.some((area) => {
    if (area.kind === 'SCHOOL') return task.body === 'SCHOOL' && task.schoolCode === area.code;
    if (area.kind !== 'DIVISION' || !task.divisionCode.startsWith(area.code)) return false;
    return isWide(area) || task.body === 'TOWNSHIP';
  });
}

/** The same as an SQL condition for lists; `starts_with`, never LIKE. */
export function taskWithinReach({ jurisdiction }: Pick<Caller, 'jurisdiction'>): RawBuilder<boolean> {
  const areas = jurisdiction.flatMap((area) => {
    const { kind, code } = area;
    if (kind === 'SCHOOL') return [sql`(body = 'SCHOOL' and school_code = ${code})`];
    if (kind !== 'DIVISION') return [];
    const isBelow = sql`starts_with(division_code, ${code})`;
    return [isWide(area) ? isBelow : sql`(body = 'TOWNSHIP' and ${isBelow})`];
  });
  return areas.length > 0 ? sql<boolean>`(${sql.join(areas, sql` or `)})` : sql<boolean>`false`;
}
