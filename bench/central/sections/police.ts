import { all, columns, division, first, LATEST, type Section } from '../sql-parts.js';

const BY_REGISTRATION = '(r.cancelled_on is null) desc, r.registered_on desc, r.id desc';

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
