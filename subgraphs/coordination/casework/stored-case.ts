import { sql, type Kysely } from 'kysely';
import type { IsoDate } from '../../../policies/iso-date.js';
import type { DispositionCode } from '../comparison/dispositions/dispositions.js';
import type { CaseFacts, ObservedAttendance } from './case-facts.js';
import type { ReturnMode } from './case-return.enums.js';

/** A case with everything that is stored about it. */
export interface StoredCase extends Omit<CaseFacts, 'decisions' | 'placements'> {
  readonly id: string;
  readonly studentId: string;
  readonly reason: string;
  readonly taskTeam: readonly string[] | null;
  readonly decisions: readonly {
    readonly on: IsoDate;
    readonly order: number;
    readonly code: DispositionCode;
  }[];
  readonly placements: readonly {
    readonly on: IsoDate;
    readonly mode: ReturnMode;
    readonly schoolCode: string | null;
  }[];
  readonly latestReason: string | null;
  readonly latestTeam: readonly string[] | null;
  readonly observed: ObservedAttendance | null;
}

export interface WantedCases {
  /** Any ids of the children; null for all. */
  readonly studentIds: readonly string[] | null;
  /** Id of the last case of the batch before. */
  readonly after: string;
  readonly limit: number;
}

/** Cases with their facts, by id. A screening visit belongs to the case that was the latest on its day. */
export async function readCases(
  db: Kysely<unknown>,
  { studentIds, after, limit }: WantedCases,
): Promise<readonly StoredCase[]> {
  const listed = (from: string, row: string) =>
    sql.raw(`(select coalesce(jsonb_agg(jsonb_build_object(${row})), '[]'::jsonb) from ${from}
      where record.case_number = this.case_number)`);
  const latest = (from: string, value: string, day: string) =>
    sql.raw(`(select ${value} from ${from} record where record.case_number = this.case_number
      order by ${day} desc, id desc limit 1)`);
  const { rows } = await sql<StoredCase>`
    select this.id::text, this.student_id as "studentId", this.reason, this.task_team as "taskTeam", this.basis,
      this.opened_on::text as "openedOn", (
        select min(next.opened_on)::text from dropout_case next where next.student_id = this.student_id
          and (next.opened_on, next.id) > (this.opened_on, this.id)) as "nextOpenedOn", this.reported_on::text as "reportedOn",
      ${listed('persuasion_visit record', `'on', visited_on, 'result', result, 'nextVisitOn', next_visit_on`)} as visits,
      ${listed('disposition_record record', `'on', decided_on, 'order', id, 'code', code`)} as decisions,
      ${listed('return_placement record', `'on', placed_on, 'mode', mode, 'schoolCode', school_code`)} as placements,
      ${listed('return_check record', `'on', checked_on, 'result', result`)} as checks,
      (select coalesce(jsonb_agg(jsonb_build_object('on', visited_on)), '[]'::jsonb) from screening_visit visit
        where visit.student_id = any (child.ids) and visit.visited_on >= this.opened_on and not exists (
          select from dropout_case next where next.student_id = any (child.ids) and next.opened_on > this.opened_on
            and next.opened_on <= visit.visited_on)) as verifications,
      ${latest('case_cause', 'reason', 'found_on')} as "latestReason",
      ${latest('case_task_team', 'posts', 'named_on')} as "latestTeam",
      (select jsonb_build_object('knownUpTo', known_up_to, 'isOnTheRoll', is_on_the_roll, 'missed', missed,
          'withoutSheet', without_sheet, 'marks', marks)
        from observed_attendance seen where seen.student_id = any (child.ids)
        order by known_up_to desc limit 1) as observed
    from dropout_case this
    cross join lateral (select array(
      select this.student_id union
      select member.student_id from student_scope own join student_scope member on member.canonical_id = own.canonical_id
      where own.student_id = this.student_id) as ids) child
    where this.id > ${after}::bigint
      and (${studentIds === null} or this.student_id = any (${[...(studentIds ?? [])]}::text[]))
    order by this.id limit ${limit}`.execute(db);
  return rows;
}
