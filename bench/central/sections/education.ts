import { all, columns, first, object, type Section } from '../sql-parts.js';

/** $4 is today. */
const IN_FORCE = '(r."from" <= $4::date and (r.until is null or r.until >= $4::date))';

/** Schools of this county are silent of a child who is known to study in another one. */
const isElsewhere =
  'exists (select from education.study_elsewhere e where e.student_id = any(child.members))';

export const education: readonly Section[] = [
  {
    field: 'studentStatus',
    register: 'STUDENT_STATUS',
    from: `education.student_status r left join education.school s on s.code = r.school_code
      left join education.school_class c on c.code = r.class_code`,
    values: {
      current: first(
        {
          ...columns(
            'maskedStudentStatusNumber status grade attendanceMode schoolLeftBehindType isAccompanyingMigrantChild idVerification enrolledOn',
          ),
          school: `case when s.code is not null then ${object({ code: 's.code', name: 's.name', kind: 's.kind' })} end`,
          schoolClass: `case when c.code is not null then ${object({ code: 'c.code', name: 'c.name', classTeacherName: 'c.class_teacher_name' })} end`,
        },
        `(r.status in ('ENROLLED', 'RETURNED', 'SUSPENDED')) desc, r.enrolled_on desc, r.id desc`,
      ),
      changes: `(select coalesce(json_agg(json_build_object('kind', h.kind, 'changedOn', h.changed_on) order by h.changed_on desc, h.id desc), '[]')
        from education.status_change h where h.student_id = any(child.members))`,
    },
  },
  {
    field: 'attendance',
    register: 'ATTENDANCE',
    isElsewhere,
    from: 'education.absence r left join education.school s on s.code = r.school_code',
    values: {
      absences: all(
        { ...columns('date session state'), division: 's.division_code' },
        'r.date desc, r.id desc',
      ),
    },
  },
  {
    field: 'rollCall',
    register: 'ROLL_CALL',
    isElsewhere,
    from: 'education.roll_call_finding r',
    values: { latest: first(columns('calledOn finding'), 'r.called_on desc, r.id desc') },
  },
  {
    field: 'aid',
    register: 'AID_AWARDS',
    isElsewhere,
    from: 'education.aid_award r',
    values: {
      current: all(
        columns('programme academicYear term amountYuan paidOn'),
        'r.decided_on desc, r.id desc',
        'r.academic_year = $5::int',
      ),
    },
  },
  {
    field: 'specialEducation',
    register: 'SPECIAL_EDUCATION',
    from: 'education.education_placement r',
    found: `count(r.student_id) > 0 or exists (select from education.home_teaching_visit v where v.student_id = any(child.members))`,
    values: {
      placement: first(columns('mode decidedOn'), 'r.decided_on desc, r.id desc'),
      lastVisitedOn:
        '(select max(v.visited_on) from education.home_teaching_visit v where v.student_id = any(child.members))',
    },
  },
  {
    field: 'homeVisits',
    register: 'HOME_VISITS',
    isElsewhere,
    from: 'education.home_visit r',
    values: {
      latest: first(
        columns('visitedOn visitorPost occasion guardianMet visitorName findings'),
        'r.visited_on desc, r.id desc',
      ),
    },
  },
  {
    field: 'pairings',
    register: 'PAIRINGS',
    isElsewhere,
    from: 'education.pairing r',
    values: { current: all(columns('kind from'), 'r."from" desc, r.id desc', IN_FORCE) },
  },
  {
    field: 'approvedAbsences',
    register: 'APPROVED_ABSENCES',
    from: 'education.approved_absence r',
    values: { current: first(columns('kind from until approver'), 'r."from" desc, r.id desc', IN_FORCE) },
  },
  {
    field: 'studyElsewhere',
    register: 'STUDY_ELSEWHERE',
    from: 'education.study_elsewhere r',
    values: {
      current: first(columns('area placeName schoolName grade checkedOn'), 'r.checked_on desc, r.id desc'),
    },
  },
];
