import { addDays, type IsoDate } from '../../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../../policies/resolve-policy.js';
import type { TaskBody } from './discrepancy-task.entity.js';

/** The day by which a task that is handed over on a day has to be done. */
export function taskDueOn(
  body: TaskBody,
  openedOn: IsoDate,
  { verification }: Pick<ResolvedPolicy, 'verification'>,
): IsoDate {
  switch (body) {
    case 'TOWNSHIP':
      return addDays(openedOn, verification.townshipDays.value);
    case 'SCHOOL':
      return addDays(openedOn, verification.schoolDays.value);
    case 'COORDINATION':
      return addDays(openedOn, verification.countyDays.value);
  }
}
