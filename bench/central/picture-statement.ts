import { civilAffairs } from './sections/civil-affairs.js';
import { disability } from './sections/disability.js';
import { education } from './sections/education.js';
import { labour } from './sections/labour.js';
import { police } from './sections/police.js';
import { poverty } from './sections/poverty.js';
import {
  all,
  columns,
  division,
  first,
  object,
  registerState,
  sectionJoin,
  type Section,
} from './sql-parts.js';

const MEMBERS = 'student_id = any(child.members)';

/** Which children: their ids in $1, or a page of the school-age register within the areas in $2. */
const ASKED = {
  byId: 'select id, ordinality from unnest($1::text[]) with ordinality as a(id, ordinality)',
  page: `select student_id as id, row_number() over () as ordinality from (
      select entry.student_id from coordination.school_age_entry entry
      where exists (select from coordination.student_scope reach where reach.student_id = entry.student_id
        and reach.kind in ('REGISTERED', 'RESIDENCE', 'GRANT')
        and exists (select from unnest($2::text[]) as area where starts_with(reach.code, area))
        and coalesce(reach.valid_from <= $4::date, true) and coalesce(reach.valid_to >= $4::date, true))
      order by entry.name, entry.student_id limit ($1::text[])[1]::int) listed`,
};

const casework: Section = {
  field: 'casework',
  register: 'CASEWORK',
  from: 'coordination.dropout_case r',
  found: `count(r.student_id) > 0 or exists (select from coordination.screening_visit v where v.${MEMBERS})`,
  values: {
    current: first(
      {
        ...columns('caseNumber state openedOn'),
        reason: `case when r.reason = 'EARLY_MARRIAGE' then 'OTHER' else r.reason end`,
        persuasionVisits: `(select ${listOf('v', 'visitedOn participants result nextVisitOn', 'v.visited_on desc, v.id desc')}
          from coordination.persuasion_visit v where v.case_number = r.case_number)`,
        plan: `(select json_build_object('scope', p.scope, 'reviewOn', p.review_on, 'measures',
            (select ${listOf('m', 'approach measure owner dueOn doneOn', 'm.due_on, m.id')}
             from coordination.plan_measure m where m.plan_number = p.plan_number))
          from coordination.support_plan p where p.case_number = r.case_number and p.scope = 'PUPIL' order by p.drawn_up_on desc, p.id desc limit 1)`,
      },
      'r.opened_on desc, r.id desc',
      'r.closed_on is null',
    ),
    orders: `(select coalesce(json_agg(json_build_object('step', o.step, 'kind', o.kind, 'issuedBy', o.issued_by, 'issuedOn', o.issued_on,
        'dueOn', o.due_on, 'servedOn', o.served_on, 'isOverdue', o.complied_on is null and o.due_on < $4::date)
        order by o.issued_on desc, o.id desc), '[]') from coordination.enforcement_order o where o.${MEMBERS})`,
    referrals: `(select ${listOf('f', 'toBody reason sentOn dueOn state', 'f.sent_on desc, f.id desc')}
      from (select r.*, case when r.withdrawn_on is not null then 'WITHDRAWN' when r.answered_on is not null then 'ANSWERED'
        when r.refused_on is not null then 'REFUSED' when r.accepted_on is null then 'SENT' else 'ACCEPTED' end as state
        from coordination.referral r) f where f.${MEMBERS})`,
  },
};

const risk: Section = {
  field: 'risk',
  register: 'RISK',
  from: 'coordination.risk_assessment r',
  values: {
    missingSources: `coalesce((jsonb_agg(r.missing_sources) filter (where r.student_id is not null)) -> 0, '[]')`,
    factors: `(select ${listOf('f', 'factor agency since', 'f.id')} from coordination.risk_factor f where f.${MEMBERS})`,
  },
};

const entry = {
  ...columns(
    'name sex birthDate maskedResidentIdNumber residenceSource stage grade schoolCode schoolName standing standingBasis standingSince focusGroups unknownFocusGroups',
  ),
  registeredDivision: division('coordination', 'r.registered_division_code'),
  residenceDivision: division('coordination', 'r.residence_division_code'),
};

/** Places whose responsible persons answer for the child; who holds which link is decided outside SQL. */
const responsibility = `cross join lateral (
  select ${all(columns('scheme level targetKind targetCode post personName validFrom validTo'), 'r.id').replaceAll('r.student_id', 'r.id')} as assignments,
    coalesce(bool_or(r.person_name is not null and r.valid_from <= $4::date and coalesce(r.valid_to >= $4::date, true)), false) as found
  from coordination.responsibility_assignment r where r.target_code in (
    select unnest(array[s.code, left(s.code, 6) || '000000', left(s.code, 9) || '000']) from unnest(child.codes) as s(code))) responsibility`;

/** One statement for all of the picture; parameters: $1 ids or page size, $2 areas, $3 now, $4 today, $5 academic year. */
export function pictureStatement(asked: keyof typeof ASKED): string {
  const seams = [
    seam('schooling', 'education', education),
    seam('household', 'police', police),
    seam('welfare', 'civil_affairs', civilAffairs),
    seam('disability', 'disability', disability),
    seam('labour', 'labour', labour),
    seam('poverty', 'poverty', poverty),
  ];
  return `with asked as (${ASKED[asked]}),
    canonical as (select distinct asked.ordinality, s.canonical_id from asked
      join coordination.student_scope s on s.student_id = asked.id),
    child as (
      select canonical.ordinality, canonical.canonical_id as id, array_agg(distinct m.student_id) as members,
        array_agg(m.kind order by m.kind, m.code) as kinds, array_agg(m.code order by m.kind, m.code) as codes
      from canonical join coordination.student_scope m on m.canonical_id = canonical.canonical_id
      where coalesce(m.valid_from <= $4::date, true) and coalesce(m.valid_to >= $4::date, true)
      group by canonical.ordinality, canonical.canonical_id
      having bool_or(m.kind in ('REGISTERED', 'RESIDENCE', 'GRANT')
        and exists (select from unnest($2::text[]) as area where starts_with(m.code, area))))
    select json_build_object(
      'id', child.id,
      'formerIds', (select coalesce(json_agg(former order by former collate "C"), '[]') from unnest(child.members) as former where former <> child.id),
      'scopes', (select json_agg(json_build_object('kind', s.kind, 'code', s.code)) from unnest(child.kinds, child.codes) as s(kind, code)),
      'registerEntry', entry.value,
      ${seams.map(({ value }) => value).join(', ')},
      'casework', casework.value,
      'responsibility', json_build_object('assignments', responsibility.assignments,
        'register', ${registerState('coordination', 'RESPONSIBILITY', 'responsibility.found')}),
      'risk', risk.value) as picture
    from child
    ${sectionJoin('entry', 'coordination', { field: 'registerEntry', register: 'SCHOOL_AGE_REGISTER', from: 'coordination.school_age_entry r', values: { entry: first(entry, 'r.student_id') } })}
    ${seams.map(({ joins }) => joins).join('\n')}
    ${sectionJoin('casework', 'coordination', casework)}
    ${responsibility}
    ${sectionJoin('risk', 'coordination', risk)}
    order by child.ordinality`;
}

function seam(field: string, schema: string, sections: readonly Section[]) {
  const alias = (section: Section) => `"${schema}_${section.field}"`;
  return {
    value: `'${field}', ${object(Object.fromEntries(sections.map((each) => [each.field, `${alias(each)}.value`])))}`,
    joins: sections.map((each) => sectionJoin(alias(each), schema, each)).join('\n'),
  };
}

function listOf(alias: string, names: string, orderBy: string): string {
  const row = Object.fromEntries(
    Object.entries(columns(names)).map(([key, column]) => [key, column.replace('r.', `${alias}.`)]),
  );
  return `coalesce(json_agg(${object(row)} order by ${orderBy}), '[]')`;
}
