import type { LoaderContext } from '../../_kit/request-context.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import type { EducationLoaders } from '../loaders.js';
import { attendanceDutyWork } from './attendance-duty.work.js';
import { dropoutReportWork } from './dropout-report.work.js';
import { homeTeachingWork } from './home-teaching.work.js';
import { rollCallWork } from './roll-call.work.js';
import { screeningWork } from './screening.work.js';
import { transferWork } from './transfer.work.js';

/** What education's records give to people to do, each to whose own office it is. */
export function educationWork(loaders: EducationLoaders, context: LoaderContext): WorkSource[] {
  return [
    ...attendanceDutyWork(context, loaders),
    dropoutReportWork(context),
    rollCallWork(context),
    transferWork(context),
    screeningWork(context),
    homeTeachingWork(context),
  ];
}
