import { isoOf } from '../day-numbers.js';
import { DIGITS_AT_LEVEL } from '../frame/divisions.js';
import type { ResidentForm } from '../views.js';
import type { Writing } from './writer.js';

/** Registered here after a move, most of them when the mother married into the place. */
const MOVED_IN = 0.06;

/** The items of the register form that say more of a child than who and where. */
export function residentFormOf({ world, family, child, random }: Writing, village: string): ResidentForm {
  const stream = random.split(44);
  const { home } = family;
  const township = world.divisions.get(village.slice(0, DIGITS_AT_LEVEL.TOWNSHIP).padEnd(12, '0'));
  const hasMovedIn = stream.chance(MOVED_IN) && child.age >= 4;
  const isApart = home.residenceVillage !== home.registeredVillage;
  return {
    birthplace: `${world.county.name}${township.name}`,
    nativePlace: world.county.name,
    // Police note the level when somebody comes to the counter, so it lags behind schools.
    highestEducation: child.grade > 9 ? 'JUNIOR_SECONDARY' : child.grade > 3 ? 'PRIMARY' : 'NONE',
    occupation: child.grade >= 1 ? '学生' : '无',
    maritalStatusCode: '10',
    movedFrom: hasMovedIn ? stream.pick(['贵州省铜仁市', '重庆市', '四川省宜宾市', '甘肃省天水市']) : null,
    movedInOn: hasMovedIn ? isoOf(child.birthDay + 400 + stream.int(0, 700)) : null,
    livesApartFromRegistration: isApart && child.errorClass !== 'RESIDENCE_MOVED',
  };
}
