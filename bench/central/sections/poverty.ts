import { all, columns, first, HOLDS, LATEST, type Section } from '../sql-parts.js';

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
