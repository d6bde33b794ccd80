import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { divisionWithinReach } from '../../_kit/student/jurisdiction.js';
import { areasAround, clauseOfArea } from './areas-of-division.js';
import { endPriorityArea, markPriorityArea } from './priority-area.commands.js';
import { PriorityAreaEntity, type PriorityArea } from './priority-area.entity.js';
import type {
  EndPriorityAreaInput,
  MarkPriorityAreaInput,
  PriorityAreaCountsType,
  PriorityAreaFilter,
} from './priority-area.type.js';

/** Priority areas, for one request. */
export function createPriorityAreaLoaders(context: LoaderContext) {
  const { em, db, caller, today, createLoader, policies } = context;
  return {
    /** Areas in the caller's divisions that hold today, the latest first. */
    listPriorityAreas(
      { division, kind }: PriorityAreaFilter,
      page: PageArgs,
    ): Promise<Connection<PriorityArea>> {
      const query = selectRows(em, PriorityAreaEntity)
        .where(divisionWithinReach(caller, sql.ref('priority_area.division_code')))
        .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
        .where(sql<boolean>`since <= ${today}::date and coalesce(ended_on >= ${today}::date, true)`)
        .$if(kind != null, (query) => query.where(sql<boolean>`kind = ${kind}`));
      return listPage(
        query,
        byDate<PriorityArea>('since', 'desc', ({ since }) => since),
        page,
      );
    },

    /** Areas that hold today around a division of 12 digits. */
    areasAround: createLoader<string, readonly PriorityArea[]>(async (codes) => {
      const rows = await selectRows(em, PriorityAreaEntity)
        .where(
          sql<boolean>`exists (select from unnest(${codes}::text[]) asked where starts_with(asked, division_code))`,
        )
        .orderBy('kind')
        .orderBy('id')
        .execute();
      return codes.map((code) => areasAround(code, rows, today));
    }),

    /** Null while the register was never made. Counts of the divisions as a whole: a list shows none beyond the caller's area. */
    countsOfArea: createLoader<string, PriorityAreaCountsType | null>(async (codes) => {
      if (!(await context.registers()).has('SCHOOL_AGE_REGISTER')) return codes.map(() => null);
      const { rows } = await sql<PriorityAreaCountsType & { readonly code: string }>`
        select asked.code, count(entry.student_id)::int as "schoolAge",
          (count(*) filter (where entry.standing = 'OUT_OF_SCHOOL'))::int as "outOfSchool",
          (count(*) filter (where entry.standing = 'UNVERIFIED'))::int as unknown
        from unnest(${codes}::text[]) asked (code)
        left join school_age_entry entry on starts_with(entry.counted_division_code, asked.code)
          and entry.expected_grade is not null
        group by 1`.execute(db);
      const counts = new Map(rows.map(({ code, ...count }) => [code, count]));
      return codes.map((code) => counts.get(code) ?? null);
    }),

    clauseOfArea: ({ kind, divisionCode }: Pick<PriorityArea, 'kind' | 'divisionCode'>) =>
      clauseOfArea(kind, policies.policyFor(divisionCode, parseIsoDate(today))),
    markPriorityArea: (input: MarkPriorityAreaInput) => markPriorityArea(context, input),
    endPriorityArea: (input: EndPriorityAreaInput) => endPriorityArea(context, input),
  };
}
