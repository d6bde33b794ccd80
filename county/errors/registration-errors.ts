import { isoOf } from '../day-numbers.js';
import { unexcusedSpell } from '../writing/absences.js';
import { STATES } from '../writing/status-record.js';
import { onNumber } from './identity-errors.js';
import { errorOf, onSubject, rowsOf, withEducation, withPolice, withStatus, type Plant } from './planting.js';

/** Registered here and never lived here (空挂户): no other register knows the child. */
export const emptyRegistration: Plant = onSubject('EMPTY_REGISTRATION', 'police', ({ subject }) => ({
  ...withPolice(subject, () => ({ floatingPopulation: [] })),
  education: null,
  civilAffairs: null,
  disability: null,
  labour: null,
  poverty: null,
}));

/** Dead, and alive in one register: the police have not cancelled, or the school has not. */
export const deceased: Plant = (plot) => {
  const isSchoolLate = plot.random.chance(0.4);
  const diedDay = plot.world.calendar.asOf - plot.random.int(15, 100);
  const plant = onSubject('DECEASED', isSchoolLate ? 'education' : 'police', ({ subject, draft }) => {
    if (!isSchoolLate) return subject;
    const cancelled = withPolice(subject, (view) => ({
      registrations: view.registrations.map((row) => ({
        ...row,
        cancelledOn: isoOf(diedDay),
        cancelReason: 'DEATH' as const,
      })),
    }));
    const onRoll = withEducation(cancelled, (view) => ({
      statusChanges: view.statusChanges.filter(({ kindCode }) => kindCode !== '26'),
    }));
    return withStatus(onRoll, () => ({
      stateCode: STATES.ENROLLED,
      leftOn: null,
      classCode: draft.children[0]?.schoolClass?.code ?? null,
    }));
  });
  return plant(plot);
};

/** Never registered at birth (未上户口): in school on a temporary number, in no household. */
export const unregisteredBirth: Plant = (plot) => {
  const { subject } = plot;
  const changed = {
    ...withStatus(subject, (record) => onNumber(plot, record, null)),
    police: null,
    civilAffairs: null,
    disability: null,
    labour: null,
    poverty: null,
  };
  return {
    children: plot.children.map((child) => (child === subject ? changed : child)),
    households: plot.households.map((household) => ({
      ...household,
      members: household.members.filter(({ childKey }) => childKey !== subject.key),
    })),
    error: errorOf('UNREGISTERED_BIRTH', 'police', rowsOf(changed)),
  };
};

/** Moved inside the county without telling the police; absent, so that somebody has to go to the right town. */
export const residenceMoved: Plant = onSubject('RESIDENCE_MOVED', 'police', ({ world, subject }) => {
  const days = world.calendar.schoolDays;
  const atPolice = withPolice(subject, (view) => ({
    residenceDivision: view.registrations[0]?.registeredDivision ?? view.residenceDivision,
    floatingPopulation: [],
  }));
  return withEducation(atPolice, () => ({ absences: unexcusedSpell(days, days.length, 3, 'UNREACHABLE') }));
});

/** Abroad: the exit record is there for some, and the move inside China is not true. */
export const abroad: Plant = onSubject('ABROAD', 'police', ({ world, subject, random }) =>
  withPolice(subject, () => ({
    floatingPopulation: [],
    borderExit: random.chance(0.6)
      ? {
          leftOn: isoOf(world.calendar.asOf - random.int(60, 500)),
          destination: random.pick(['马来西亚', '意大利', '香港']),
        }
      : null,
  })),
);

/** In a specialised school or in custody, by a decision that the police can confirm. */
export const legalCustody: Plant = onSubject('LEGAL_CUSTODY', 'education', ({ world, subject, random }) =>
  withPolice(subject, () => ({
    legalCustody: {
      kind: random.chance(0.8) ? 'SPECIALISED_SCHOOL' : 'CUSTODY',
      from: isoOf(world.calendar.asOf - 70),
      until: isoOf(world.calendar.asOf + 200),
      documentNumber: `专矫〔${world.calendar.academicYear}〕${random.int(1, 60)}号`,
    },
  })),
);

/** Nobody can reach the child; the police have been asked, and mostly have determined it. */
export const missingReported: Plant = onSubject(
  'MISSING_REPORTED',
  'police',
  ({ world, subject, random }) => {
    const requestedDay = world.calendar.asOf - random.int(20, 90);
    const isDetermined = random.chance(0.8);
    return withPolice(subject, () => ({
      missingDeterminations: [
        {
          requestedOn: isoOf(requestedDay),
          requestedBy: 'EDUCATION' as const,
          determinedOn: isDetermined ? isoOf(requestedDay + 12) : null,
          result: isDetermined ? 'MISSING' : null,
        },
      ],
    }));
  },
);

/** Registered days ago: the status system cannot have the child yet. */
export const pending: Plant = onSubject('PENDING', 'police', ({ world, subject, random }) =>
  withPolice(subject, (view) => ({
    registrations: view.registrations.map((row) => ({
      ...row,
      registeredOn: isoOf(world.calendar.asOf - random.int(1, 9)),
    })),
  })),
);
