import { isoOf } from '../day-numbers.js';
import type { ChildDraft, FamilyDraft } from '../population/draft.js';
import { randomOf } from '../random.js';
import type { Child, ChildTruth } from '../views.js';
import type { World } from '../frame/world.js';
import { writeCivilAffairs } from './civil-affairs.writer.js';
import { writeDisability } from './disability.writer.js';
import { writeEducation } from './education.writer.js';
import { writeFieldwork } from './fieldwork.writer.js';
import { childKeyOf } from './households.js';
import { writeLabour } from './labour.writer.js';
import { writePolice } from './police.writer.js';
import { writePoverty } from './poverty.writer.js';
import type { Writing } from './writer.js';

function truthOf(family: FamilyDraft, child: ChildDraft): ChildTruth {
  const { home, father, mother } = family;
  const isUnregistered = child.errorClass === 'UNREGISTERED_BIRTH';
  return {
    exists: true,
    residentIdNumber: isUnregistered ? null : child.residentIdNumber,
    name: child.name,
    sex: child.sex,
    birthDate: isoOf(child.birthDay),
    registeredDivision: isUnregistered ? null : home.registeredVillage,
    residenceDivision: home.residenceVillage,
    expectedGrade: Math.max(0, Math.min(10, child.age - 5)),
    schooling: child.schooling,
    isRegisteredHere: home.registeredVillage !== null && !isUnregistered,
    isIncomer: home.kind === 'INCOMER',
    parentsAway: { father: father.away !== null, mother: mother.away !== null },
    dropoutReason: child.dropoutReason,
    errorClass: child.errorClass,
  };
}

export function writingOf(world: World, family: FamilyDraft, child: ChildDraft): Writing {
  return { world, family, child, random: randomOf(world.seed, 62, family.index, child.slot) };
}

/** Every agency writes about one child, each with a random stream of its own. Nothing is wrong in the registers yet. */
export function writeChild(world: World, family: FamilyDraft, child: ChildDraft): Child {
  const writing = writingOf(world, family, child);
  const at = (topic: number): Writing => ({ ...writing, random: writing.random.split(topic) });
  const education = writeEducation(at(2));
  return {
    key: childKeyOf(family, child),
    truth: truthOf(family, child),
    police: writePolice(at(1)),
    education,
    civilAffairs: writeCivilAffairs(at(3)),
    disability: writeDisability(at(4)),
    labour: writeLabour(at(5)),
    poverty: writePoverty(at(6)),
    fieldwork: writeFieldwork(at(7), education),
  };
}
