import type { ChildFacts } from '../register/child-facts.js';
import { currentStatusOf } from './current-schooling.js';
import { holdsOn, latestBy } from './rule-context.js';
import type { ResidenceSource } from './standing.enums.js';

export interface Residence {
  /** 12 digits; null when the child lives outside the county or nothing is known. */
  readonly divisionCode: string | null;
  readonly source: ResidenceSource | null;
  /** YYYY-MM-DD from which the source speaks. */
  readonly asOf: string | null;
}

/**
 * Where the child lives: confirmed screening or a decision, whichever is later, then a valid residence permit, the school's record, the record of a
 * move, and only then the household register, since many children are registered where they do not live (人户分离).
 * The case of a child goes to the town of residence (昌市政办发〔2020〕16号 三（二）).
 */
export function residenceOf(facts: ChildFacts, today: string): Residence {
  const { rows } = facts;
  const found = latestBy(
    [
      ...rows.screeningVisit.map(({ visitedOn: on, residenceDivisionCode: code }) => ({ on, code })),
      // A decision outlives its end here: that it was settled since does not move the child back.
      ...rows.disposition.map(({ decidedOn: on, residenceDivisionCode: code }) => ({ on, code })),
    ].filter(({ code }) => code !== null),
    ({ on }) => on,
  );
  if (found) return residence(found.code, 'SCREENING', found.on);

  const permit = latestBy(
    rows.residencePermit.filter(({ issuedOn, expiresOn }) => holdsOn(today, issuedOn, expiresOn)),
    ({ issuedOn }) => issuedOn,
  );
  if (permit) return residence(permit.addressDivisionCode, 'RESIDENCE_PERMIT', permit.issuedOn);

  const status = currentStatusOf(facts);
  if (status && status.leftOn === null)
    return residence(status.residenceDivisionCode, 'SCHOOL_RECORD', status.enrolledOn);

  const move = latestBy(
    rows.floatingPopulation.filter(({ startedOn, endedOn }) => holdsOn(today, startedOn, endedOn)),
    ({ startedOn }) => startedOn,
  );
  if (move) {
    const divisionCode = move.direction === 'IN' ? move.localDivisionCode : null;
    return residence(divisionCode, 'FLOATING_POPULATION', move.startedOn);
  }

  const registration = registrationOf(facts);
  if (registration && registration.cancelledOn === null)
    return residence(registration.registeredDivisionCode, 'HOUSEHOLD_REGISTER', registration.registeredOn);

  const recorded = facts.identities.find(({ divisionCode }) => divisionCode !== null);
  return residence(recorded?.divisionCode ?? null, recorded ? 'OTHER_REGISTER' : null, null);
}

/** The registration that counts: the latest that stands, else the latest cancelled one. */
export function registrationOf({ rows }: ChildFacts): ChildFacts['rows']['resident'][number] | undefined {
  return (
    latestBy(
      rows.resident.filter(({ cancelledOn }) => cancelledOn === null),
      ({ registeredOn }) => registeredOn,
    ) ?? latestBy(rows.resident, ({ registeredOn }) => registeredOn)
  );
}

function residence(
  divisionCode: string | null,
  source: ResidenceSource | null,
  asOf: string | null,
): Residence {
  return { divisionCode, source, asOf };
}
