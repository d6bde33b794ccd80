import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { NOTHING, workOfFound } from '../../_kit/work/work-of-found.js';
import type { WorkRead, WorkSource } from '../../_kit/work/work-source.js';
import { screeningStateOf } from '../screening/screening-completeness.js';
import { countReturnsWhere } from '../screening/screening.list.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { ownSchoolsOf, ownVillagesOf } from './own-office.js';

/** Villages that the caller's own office visits, village by village; what a school visits is not the village's. */
export function screeningWork(context: LoaderContext): WorkSource {
  return {
    kind: 'VISIT_HOUSEHOLDS',
    scope: EDUCATION_SCOPES.recordScreening,
    holds: 'NONE',
    registers: ['FIELD_SCREENING'],
    list: 'screeningCampaigns',
    read: (limit) => readOpenReturns(context, limit),
  };
}

async function readOpenReturns(context: LoaderContext, limit: number): Promise<WorkRead> {
  const { caller, today } = context;
  const { schools } = ownSchoolsOf(caller);
  const villages = ownVillagesOf(caller);
  if (schools.length + villages.length === 0) return NOTHING;
  // Nothing closes a campaign but the end of its school year: until then a return can still come in, late.
  const returns = await countReturnsWhere(
    context,
    sql<boolean>`(
        own.answered_by = 'VILLAGE' and own.division_code ^@ any (${villages}::text[])
        or own.answered_by = 'SCHOOL' and own.school_code = any (${schools}::text[]))
      and exists (
        select from screening_campaign campaign
        where campaign.code = own.campaign_code and campaign.opens_on <= ${today}::date
          and (campaign.academic_year >= ${academicYearOf(parseIsoDate(today))} or own.due_on >= ${today}::date))`,
  );
  const found = returns
    .filter((each) => screeningStateOf(each, { dueOn: each.dueOn, today }) !== 'COMPLETE')
    .map(({ code, dueOn }) => ({ studentId: null, subject: code, dueOn }));
  return workOfFound(found, { today, limit });
}
