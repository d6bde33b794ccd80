import { isoOf } from '../day-numbers.js';
import type {
  FloatingPopulationRecord,
  PoliceView,
  ResidencePermit,
  ResidentRegistration,
} from '../views.js';
import { guardiansOf } from './guardians.js';
import { policeActionsOf } from './police-actions.js';
import { residentFormOf } from './resident-form.js';
import { childRelationCode, householdNumberOf } from './households.js';
import { filedDivision, keyIn, writtenIdentity, type Writing } from './writer.js';

/** Police learn of most moves, not of all. */
const MOVES_KNOWN = 0.85;
const PERMITS_HELD = 0.93;
const PERMITS_LAPSED = 0.1;

export function registrationOf(writing: Writing, village: string, serial = 0): ResidentRegistration {
  const { family, child, random } = writing;
  return {
    sourceKey: keyIn('police', writing, serial),
    identity: writtenIdentity('police', writing),
    formerResidentIdNumbers: [],
    formerNames: [],
    ethnicGroupCode: family.ethnicGroupCode,
    registeredDivision: village,
    householdNumber: householdNumberOf(village, family.index, family.householdSerial),
    relationToHouseholderCode: childRelationCode(family, child.sex),
    registeredOn: isoOf(Math.min(child.birthDay + random.split(7).int(5, 200), writing.world.calendar.asOf)),
    cancelledOn: null,
    cancelReason: null,
    form: residentFormOf(writing, village),
  };
}

function floatingPopulation({ family, random, world }: Writing): FloatingPopulationRecord[] {
  const { home } = family;
  const { otherPlace, movedDay } = home;
  if (!otherPlace || (home.kind === 'OUTSIDE' && !random.chance(MOVES_KNOWN))) return [];
  return [
    {
      direction: home.kind === 'INCOMER' ? 'IN' : 'OUT',
      otherCountyCode: otherPlace.countyCode,
      otherPlaceName: otherPlace.name,
      since: isoOf(movedDay ?? world.calendar.yearStart),
      until: null,
      localDivision: filedDivision(family, world.county.code),
      reason: 'PARENTS_WORK',
    },
  ];
}

function permits(writing: Writing): ResidencePermit[] {
  const { world, family, random } = writing;
  const { residenceVillage, kind } = family.home;
  if (kind !== 'INCOMER' || residenceVillage === null || !random.chance(PERMITS_HELD)) return [];
  const isLapsed = random.chance(PERMITS_LAPSED);
  const issuedDay = world.calendar.asOf - (isLapsed ? random.int(370, 700) : random.int(5, 360));
  return [
    {
      permitNumber: `JZ${keyIn('police', writing, 9).slice(2)}`,
      issuedOn: isoOf(issuedDay),
      expiresOn: isoOf(issuedDay + 365),
      addressDivision: residenceVillage,
      ground: random.chance(0.8) ? 'WORK' : 'HOME',
    },
  ];
}

/** Registration, moves and permits of a child; nothing is wrong in it yet. */
export function writePolice(writing: Writing): PoliceView {
  const { world, family } = writing;
  const { registeredVillage } = family.home;
  return {
    identity: writtenIdentity('police', writing),
    sourceKey: keyIn('police', writing),
    residenceDivision: filedDivision(family, world.county.code),
    registrations: registeredVillage === null ? [] : [registrationOf(writing, registeredVillage)],
    guardians: guardiansOf(family),
    floatingPopulation: floatingPopulation(writing),
    residencePermits: permits(writing),
    missingDeterminations: [],
    legalCustody: null,
    policeActions: policeActionsOf(writing),
    borderExit: null,
  };
}
