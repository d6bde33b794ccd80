import { all, columns, division, first, object, type Section } from './sql-parts.js';

/** $4 is today. */
const HOLDS = '(r.ended_on is null or r.ended_on >= $4::date)';
const IN_FORCE = '(r."from" <= $4::date and (r.until is null or r.until >= $4::date))';
const BY_REGISTRATION = '(r.cancelled_on is null) desc, r.registered_on desc, r.id desc';
const LATEST = 'r.started_on desc, r.id desc';

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
    from: 'education.roll_call_finding r',
    values: { latest: first(columns('calledOn finding'), 'r.called_on desc, r.id desc') },
  },
  {
    field: 'aid',
    register: 'AID_AWARDS',
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

export const police: readonly Section[] = [
  {
    field: 'residentRegistration',
    register: 'RESIDENTS',
    from: 'police.resident r',
    values: {
      current: first(
        {
          ...columns('name ethnicGroup relationToHouseholder registeredOn livesApartFromRegistration'),
          registeredDivision: division('police', 'r.registered_division_code'),
        },
        BY_REGISTRATION,
      ),
    },
  },
  {
    field: 'household',
    register: 'HOUSEHOLDS',
    from: 'police.resident r left join police.household h on h.household_id = r.household_id',
    values: { current: first({ id: 'h.household_id', kind: 'h.kind' }, BY_REGISTRATION) },
  },
  {
    field: 'guardians',
    register: 'RESIDENTS',
    from: 'police.guardian r',
    values: {
      records: all(
        columns('name relation isLegalGuardian isActualGuardian'),
        'r.is_actual_guardian desc, r.id',
      ),
    },
  },
  {
    field: 'residencePermits',
    register: 'RESIDENCE_PERMITS',
    from: 'police.residence_permit r',
    values: { current: first(columns('expiresOn ground'), 'r.expires_on desc, r.id desc') },
  },
  {
    field: 'floatingPopulation',
    register: 'FLOATING_POPULATION',
    from: 'police.floating_population_record r',
    values: {
      current: first(columns('direction otherPlaceName startedOn'), LATEST, 'r.ended_on is null'),
    },
  },
  {
    field: 'missingPerson',
    register: 'MISSING_PERSONS',
    from: 'police.missing_person_determination r',
    values: {
      current: first(columns('requestedOn determinedOn result'), 'r.requested_on desc, r.id desc'),
    },
  },
];

export const civilAffairs: readonly Section[] = [
  ...(
    [
      [
        'subsistenceAllowance',
        'SUBSISTENCE_ALLOWANCE',
        'subsistence_allowance',
        'area category personsCovered monthlyAmountYuan startedOn',
      ],
      [
        'extremePovertySupport',
        'EXTREME_POVERTY_SUPPORT',
        'extreme_poverty_support',
        'mode monthlyAmountYuan startedOn',
      ],
      ['orphan', 'ORPHAN', 'orphan', 'ground care startedOn'],
      [
        'deFactoUnattended',
        'DE_FACTO_UNATTENDED',
        'de_facto_unattended_child',
        'monthlyAmountYuan startedOn',
      ],
      ['leftBehind', 'LEFT_BEHIND', 'left_behind_child', 'ground carer lastVisitedOn'],
      ['childInDifficulty', 'CHILD_IN_DIFFICULTY', 'child_in_difficulty', 'category startedOn'],
    ] as const
  ).map(([field, register, table, names]): Section => ({
    field,
    register,
    from: `civil_affairs.${table} r`,
    values: { current: first(columns(names), LATEST, HOLDS) },
  })),
  {
    field: 'reliefPayments',
    register: 'RELIEF_PAYMENTS',
    from: `(select * from civil_affairs.relief_payment p where p.student_id = any(child.members)
      order by p.paid_on desc, p.id desc limit 3) r`,
    whole: true,
    values: {
      payments: object({ nodes: all(columns('kind month amountYuan'), 'r.paid_on desc, r.id desc') }),
    },
  },
];

export const disability: readonly Section[] = [
  {
    field: 'certificate',
    register: 'CERTIFICATES',
    from: 'disability.disability_certificate r',
    values: {
      current: first(
        columns('category components grade issuedOn expiresOn state residenceDivisionCode'),
        'r.issued_on desc, r.id desc',
      ),
    },
  },
  {
    field: 'parentCertificates',
    register: 'CERTIFICATES',
    from: 'disability.parent_certificate r',
    values: { records: all(columns('parent category grade'), 'r.parent, r.id') },
  },
  {
    field: 'placementRecommendation',
    register: 'PLACEMENT_RECOMMENDATIONS',
    from: 'disability.placement_recommendation r',
    values: { current: first(columns('mode recommendedOn'), 'r.recommended_on desc, r.id desc') },
  },
  {
    field: 'rehabilitation',
    register: 'REHABILITATION',
    from: 'disability.rehabilitation_service r',
    values: { records: all(columns('kind startedOn endedOn institution'), LATEST) },
  },
  {
    field: 'assistiveDevices',
    register: 'ASSISTIVE_DEVICES',
    from: 'disability.assistive_device r',
    values: { records: all(columns('kind deliveredOn'), 'r.delivered_on desc, r.id desc') },
  },
  {
    field: 'homeMedicalVisits',
    register: 'HOME_MEDICAL_VISITS',
    from: 'disability.home_medical_visit r',
    values: { latest: first(columns('visitedOn institution'), 'r.visited_on desc, r.id desc') },
  },
];

export const labour: readonly Section[] = [
  {
    field: 'childLabourCases',
    register: 'CHILD_LABOUR_CASES',
    from: 'labour.child_labour_case r left join labour.employer e on e.code = r.employer_code',
    values: {
      current: first(
        {
          ...columns('foundOn startedWorkOn orderIssuedOn returnDueOn returnedOn'),
          isOpen: 'true',
          division: 'coalesce(e.division_code, r.division_code)',
          employerKind: 'e.kind',
          employer: `case when e.code is not null then json_build_object('name', e.name) end`,
        },
        'r.found_on desc, r.id desc',
        '(r.returned_on is null or r.school_contacted_on is null)',
      ),
    },
  },
  {
    field: 'guardiansWorkAway',
    register: 'GUARDIAN_WORK',
    from: 'labour.guardian_work_away r',
    values: { records: all(columns('guardian destinationName industry startedOn'), LATEST) },
  },
];

const POVERTY_HOUSEHOLD =
  'poverty.poverty_household_member r join poverty.poverty_household h on h.code = r.household_code';
const HOUSEHOLD_ORDER = 'h.recognised_on desc, h.code';

export const poverty: readonly Section[] = [
  {
    field: 'povertyHousehold',
    register: 'HOUSEHOLDS',
    from: POVERTY_HOUSEHOLD,
    values: {
      current: first(
        {
          kind: 'h.kind',
          cause: 'h.cause',
          monitoredState: 'h.monitored_state',
          recognisedOn: 'h.recognised_on',
          personCount: 'h.person_count',
        },
        HOUSEHOLD_ORDER,
      ),
    },
  },
  {
    field: 'responsibleOfficer',
    register: 'HOUSEHOLDS',
    from: POVERTY_HOUSEHOLD,
    values: {
      current: first({ post: 'h.officer_post', agencyName: 'h.officer_agency_name' }, HOUSEHOLD_ORDER),
    },
  },
  {
    field: 'measures',
    register: 'MEASURES',
    from: 'poverty.poverty_measure r',
    values: { current: all(columns('kind startedOn amountYuan'), LATEST, HOLDS) },
  },
  {
    field: 'relocation',
    register: 'RELOCATION',
    from: 'poverty.relocation_household r left join poverty.resettlement_site s on s.code = r.site_code',
    values: {
      current: first(
        {
          ...columns('movedOn'),
          site: `case when s.code is not null then json_build_object('name', s.name) end`,
        },
        'r.moved_on desc, r.id desc',
      ),
    },
  },
];
