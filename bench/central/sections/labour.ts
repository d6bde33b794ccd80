import { all, columns, first, LATEST, type Section } from '../sql-parts.js';

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
