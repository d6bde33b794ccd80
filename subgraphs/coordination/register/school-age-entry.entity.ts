import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import type { Body } from '../casework/body.enums.js';
import type { PolicyBasis } from '../standing/policy-basis.js';
import type { UnknownFocusGroup } from '../standing/unknown-focus-groups.js';

/** Made by the first migration: ICU's pinyin order of Han characters (locale zh-u-co-pinyin). */
export const NAME_COLLATION = 'pinyin';

/**
 * One line of the school-age register (适龄儿童台账): who a child is, where it belongs and whether it is in school,
 * derived from the agencies' rows by a run. It holds no register's contents, only what the rules made of them.
 */
export const SchoolAgeEntryEntity = defineEntity({
  name: 'SchoolAgeEntryEntity',
  tableName: 'school_age_entry',
  properties: {
    /** Canonical id of the child. */
    studentId: p.text().collation('C').primary(),
    name: p.text().collation(NAME_COLLATION),
    /** Name without separators and spaces, for searching. */
    nameKey: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    residentIdNumberSealed: p.text().nullable(),
    maskedResidentIdNumber: p.text().nullable(),
    registeredDivisionCode: p.text().nullable(),
    residenceDivisionCode: p.text().nullable(),
    residenceSource: p.text().nullable(),
    residenceAsOf: p.date().nullable(),
    /** Residence, else registration: the one division in which the child is counted. */
    countedDivisionCode: p.text().nullable(),
    /** First calendar year of the academic year the entry was made for. */
    academicYear: p.integer(),
    /** Completed years on 31 August before the academic year. */
    age: p.integer(),
    /** By cohort; null before grade 1 and after grade 9. */
    expectedGrade: p.integer().nullable(),
    stage: p.text().nullable(),
    schoolCode: p.text().nullable(),
    schoolName: p.text().nullable(),
    classCode: p.text().nullable(),
    /** As education names it; null where it is on no list of classes. */
    className: p.text().nullable(),
    grade: p.integer().nullable(),
    standing: p.text(),
    standingBasis: p.text(),
    standingSince: p.date().nullable(),
    /** First day of the absence by which it is a suspected dropout. */
    absentSince: p.date().nullable().index(),
    /** Bodies to which that absence is to be referred; null while no attendance is known. */
    absenceToldTo: p.json().$type<readonly Body[]>().nullable(),
    /** Those known to hold. */
    focusGroups: p.array(),
    unknownFocusGroups: p.json().$type<readonly UnknownFocusGroup[]>(),
    policyBasis: p.json().$type<PolicyBasis>(),
    /** The run that found something else than the one before, and wrote the line. */
    setByRun: p.text(),
    /** Registers that have a row of the child, as `agency.REGISTER`. */
    foundIn: p.array(),
  },
  indexes: [
    { properties: ['name', 'studentId'] },
    { properties: ['birthDate', 'studentId'] },
    { properties: ['standing', 'name', 'studentId'] },
    { properties: ['registeredDivisionCode', 'name', 'studentId'] },
    { properties: ['residenceDivisionCode', 'name', 'studentId'] },
    { properties: ['countedDivisionCode'] },
    { properties: ['schoolCode', 'name', 'studentId'] },
    { properties: ['classCode', 'name', 'studentId'] },
    { properties: ['stage', 'name', 'studentId'] },
    { properties: ['nameKey', 'studentId'] },
    { properties: ['focusGroups'], type: 'gin' },
  ],
});

export type SchoolAgeEntry = InferEntity<typeof SchoolAgeEntryEntity>;
