import { sql } from 'kysely';
import { addDays, daysBetween, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { calendarOf, policyAt } from '../school/school-policy.js';
import { schoolWithinReach } from '../school/school-reach.js';
import type { SheetViolationFilter, SheetViolationType } from './sheet-violation.type.js';

/** A term and the vacation after it: what a school failed to hand in before is history. */
const LOOK_BACK_DAYS = 230;

interface SheetRow {
  readonly schoolCode: string;
  readonly classCode: string;
  readonly date: string;
  readonly enteredOn: string | null;
}

/**
 * Sheets of classes within reach that did not come in on their school day, the latest day first. A class owes sheets
 * from its first one on: until then its attendance is imported. Of a day of which nobody can tell whether lessons are
 * held no sheet is owed.
 */
export async function listSheetViolations(
  context: LoaderContext,
  { division, school, kind }: SheetViolationFilter,
  page: PageArgs,
): Promise<Connection<SheetViolationType>> {
  const { db, caller, today } = context;
  const { limit, after } = pageRequest(page, ['date', 'text']);
  const behind = after
    ? sql<boolean>`(day.date, own.code) < (${String(after[0])}::date, ${String(after[1])})`
    : sql<boolean>`true`;
  const owed = await schoolDaysByDivision(context);
  const classes = caller.jurisdiction.filter(({ kind }) => kind === 'CLASS').map(({ code }) => code);
  const isOnlyOfClasses = classes.length > 0 && classes.length === caller.jurisdiction.length;
  const { rows } = await sql<SheetRow>`
    select own.school_code as "schoolCode", own.code as "classCode", day.date::text as date,
      sheet.entered_on::text as "enteredOn"
    from school_class own join school on school.code = own.school_code
    join jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) as calendar (division text, dates jsonb)
      on calendar.division = school.division_code
    cross join lateral (select min(date) as date from attendance_sheet first where first.class_code = own.code) begun
    cross join lateral (select value::date as date from jsonb_array_elements_text(calendar.dates)) day
    left join attendance_sheet sheet on sheet.class_code = own.code and sheet.date = day.date
    where ${isOnlyOfClasses ? sql<boolean>`own.code = any (${classes}::text[])` : schoolWithinReach(caller)}
      and day.date >= begun.date and ${behind}
      and (${school ?? null}::text is null or own.school_code = ${school ?? null})
      and starts_with(school.division_code, ${divisionPrefix(division ?? '')})
      and case when sheet.class_code is null then ${kind ?? 'SHEET_MISSING'} = 'SHEET_MISSING'
        else sheet.entered_on > sheet.date and ${kind ?? 'SHEET_LATE'} = 'SHEET_LATE' end
    order by day.date desc, own.code desc limit ${limit + 1}`.execute(db);
  const found = rows.map((row) => violationOf(row, parseIsoDate(today)));
  return connectionOf(found, limit, ({ date, classCode }) => [date, classCode], null);
}

function violationOf(row: SheetRow, today: IsoDate): SheetViolationType {
  const until = row.enteredOn === null ? today : parseIsoDate(row.enteredOn);
  return {
    ...row,
    kind: row.enteredOn === null ? 'SHEET_MISSING' : 'SHEET_LATE',
    daysLate: daysBetween(parseIsoDate(row.date), until),
    accountable: ['STATUS_CLERK', 'HEAD_OF_SCHOOL'],
  };
}

/** Days up to yesterday on which lessons are held for certain, where schools keep sheets here. */
async function schoolDaysByDivision(
  context: LoaderContext,
): Promise<{ division: string; dates: IsoDate[] }[]> {
  const { rows } = await sql<{ division: string; since: string }>`
    select school.division_code as division, min(sheet.date)::text as since
    from attendance_sheet sheet join school on school.code = sheet.school_code
    group by 1`.execute(context.db);
  const today = parseIsoDate(context.today);
  const earliest = addDays(today, -LOOK_BACK_DAYS);
  return rows.map(({ division, since }) => {
    const { isSchoolDay } = calendarOf(policyAt(context, division));
    const dates: IsoDate[] = [];
    const first = parseIsoDate(since);
    for (let date = first < earliest ? earliest : first; date < today; date = addDays(date, 1)) {
      const lessons = isSchoolDay(date);
      if (lessons.known && lessons.value) dates.push(date);
    }
    return { division, dates };
  });
}
