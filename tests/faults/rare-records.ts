import type { TestHub } from '../support/hub.js';
import { enterDated } from '../subgraphs/civil-affairs/welfare-rows.js';
import { enterMember, enterRelocation, enterSite } from '../subgraphs/poverty/poverty-rows.js';

/** Records that a small county may have none of, so that every edge meets a child. */
export async function enterRareRecords(hub: TestHub, studentId: string): Promise<void> {
  const civilAffairs = hub.agency('civil-affairs');
  await enterDated(civilAffairs, 'orphan', studentId, {
    ground: 'BOTH_DEAD',
    care: 'KIN',
    monthly_amount_yuan: 1100,
  });
  await enterDated(civilAffairs, 'extreme_poverty_support', studentId, {
    mode: 'SCATTERED',
    monthly_amount_yuan: 780,
  });
  // Moved to a resettlement site, where nobody has looked yet.
  const poverty = hub.agency('poverty');
  await enterSite(poverty, 'AZ-RARE');
  await enterMember(poverty, studentId, null);
  await enterRelocation(poverty, studentId, 'AZ-RARE', '2026-01-01');
  // Away for two weeks, of which nobody told anybody.
  await hub.agency('education').rows(
    `insert into absence (student_id, date, session, state, reason, school_code, class_code)
     select student_id, day::date, 'WHOLE_DAY', 'UNEXCUSED', 'UNKNOWN', school_code, class_code
     from student_status, generate_series('2026-10-12'::date, '2026-10-23'::date, '1 day') day
     where student_id = ? and extract(isodow from day) < 6`,
    studentId,
  );
  const coordination = hub.agency('coordination');
  await coordination.rows(
    `insert into access_approval (id, level, actor_kind, actor, purpose, data_classes, student_id, valid_from, expires_at,
       approved_by, approver_role, approved_on, basis)
     values ('rare', 'CASE', 'ROLE', 'nobody', 'CASE_HANDLING', '{CASEWORK}', ?, '2026-11-01', '2099-01-01', 'test', 'test',
       '2099-01-01', 'test')`,
    studentId,
  );
  await coordination.rows(
    `insert into access_grant (id, student_id, grantee_kind, grantee_code, reason, valid_from, valid_to, approved_by,
       approver_role, approved_on)
     values ('rare', ?, 'DIVISION', '652301', 'test', '2026-11-01', '2099-01-01', 'test', 'test', '2099-01-01')`,
    studentId,
  );
  // Somebody whose plan is still to be drawn up.
  await coordination.rows(
    `delete from support_plan where scope = 'PUPIL' and case_number = (
       select its_case.case_number from dropout_case its_case
       join school_age_entry entry on entry.student_id = its_case.student_id
       where its_case.closed_on is null and its_case.confirmed_on is not null
         and entry.standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY')
       order by its_case.case_number limit 1)`,
  );
  // What a comparison would leave.
  await coordination.rows(
    `insert into discrepancy (key, student_id, kind, evidence, state, first_seen_on, first_seen_run, last_seen_on, last_seen_run)
     values ('rare', ?, 'NAME_MISMATCH', '[]', 'OPEN', '2000-01-01', 'test', '2026-11-01', 'test')`,
    studentId,
  );
  await coordination.rows(
    `insert into discrepancy_task (student_id, matter, body, step, division_code, opened_on, due_on)
     values (?, 'rare', 'COORDINATION', 'VERIFY', '520625', '2000-01-01', '2000-01-01')`,
    studentId,
  );
  await coordination.rows(
    `insert into match_suggestion (member_id, canonical_id, tier, score, evidence, state, found_on, found_by_run)
     values (?, ?, 'HOUSEHOLD', 0.9, '{}', 'OPEN', '2026-11-01', 'test')`,
    studentId,
    studentId,
  );
  // An entry of the national platform.
  await coordination.rows(
    `insert into pushed_down_case (student_id, platform_number, batch, source_key, child_name, sex, birth_date,
       division_code, reason, pushed_on, due_on)
     values (?, 'rare', '2026-11', 'rare', '子涵', 'MALE', '2014-05-20', '520625101001', 'test', '2026-11-18', '2026-12-18')`,
    studentId,
  );
}
