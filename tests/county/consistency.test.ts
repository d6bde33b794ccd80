import fc from 'fast-check';
import type { IsoDate } from '../../policies/iso-date.js';
import { countyFrame } from '../../county/generate-families.js';
import {
  COUNTY_SLUGS,
  type Child,
  type CountyFrame,
  type CountyOptions,
  type Family,
} from '../../county/views.js';
import { ageOf, allFamilies, AS_OF, childrenOf, county, plainName, plainNumber } from './counties.js';

/** Counties drawn anew in every run; a failing check names county and seed. */
const drawn = fc
  .sample(fc.record({ slug: fc.constantFrom(...COUNTY_SLUGS), seed: fc.nat({ max: 1_000_000 }) }), 10)
  .map(({ slug, seed }) => {
    const options: CountyOptions = county(slug, 400, seed);
    return { name: `${slug}, seed ${seed}`, list: allFamilies(options), frame: countyFrame(options) };
  });

/** Each check answers with what is wrong. */
function forAnyCounty(check: (list: Family[], frame: CountyFrame) => readonly string[]): void {
  const wrong = drawn.flatMap(({ name, list, frame }) =>
    check(list, frame).map((problem) => `${name}: ${problem}`),
  );
  expect(wrong.slice(0, 10)).toEqual([]);
}

const views = (child: Child) =>
  [child.police, child.education, child.civilAffairs, child.disability, child.labour, child.poverty].filter(
    (view) => view !== null,
  );

const problems = (list: Family[], isWrong: (child: Child, family: Family) => boolean) =>
  list.flatMap((family) => family.children.filter((child) => isWrong(child, family)).map(({ key }) => key));

describe('in any county', () => {
  it('a child without a planted difference is written alike in every register', () => {
    forAnyCounty((list) =>
      problems(
        list,
        (child, { plantedErrors }) =>
          plantedErrors.length === 0 &&
          views(child).some(
            ({ identity }) =>
              plainNumber(identity.residentIdNumber) !== child.truth.residentIdNumber ||
              plainName(identity.name) !== plainName(child.truth.name) ||
              identity.birthDate !== child.truth.birthDate ||
              identity.sex !== child.truth.sex,
          ),
      ),
    );
  });

  it('a child in school here without a planted difference has one status, a class and a household or a permit record', () => {
    forAnyCounty((list) =>
      problems(list, ({ truth, education, police }, { plantedErrors }) => {
        if (plantedErrors.length > 0 || truth.schooling !== 'ENROLLED_HERE') return false;
        const isKnown = truth.isIncomer
          ? police?.registrations.length === 0 && police.floatingPopulation.length === 1
          : police?.registrations.length === 1;
        return (
          !isKnown || education?.statusRecords.length !== 1 || education.statusRecords[0]?.classCode == null
        );
      }),
    );
  });

  it('a left-behind child has the parents away that its registers say', () => {
    forAnyCounty((list) =>
      problems(list, ({ truth, education, civilAffairs, labour }) => {
        const away = Number(truth.parentsAway.father) + Number(truth.parentsAway.mother);
        const school = education?.statusRecords[0];
        return (
          (school !== undefined && school.schoolLeftBehindType !== away) ||
          (civilAffairs?.leftBehind?.ground === 'BOTH_AWAY' && away !== 2) ||
          (labour?.guardiansWorkingAway.length ?? 0) > away
        );
      }),
    );
  });

  it('only children under 16 are left behind in the civil-affairs register', () => {
    forAnyCounty((list) =>
      problems(list, (child) => child.civilAffairs?.leftBehind != null && ageOf(child) >= 16),
    );
  });

  it('an orphan has no parent who looks after it, and somebody else who does', () => {
    forAnyCounty((list) =>
      problems(list, ({ civilAffairs }) => {
        if (!civilAffairs?.orphan && !civilAffairs?.deFactoUnattended) return false;
        const actual = civilAffairs.guardians.filter(({ isActualGuardian }) => isActualGuardian);
        return (
          actual.length === 0 || actual.some(({ relation }) => relation === 'FATHER' || relation === 'MOTHER')
        );
      }),
    );
  });

  it('brothers and sisters share their household in every register', () => {
    forAnyCounty((list) =>
      list.flatMap((family) => {
        const codes = (of: (child: Child) => string | undefined) =>
          new Set(family.children.flatMap((child) => of(child) ?? []));
        const poverty = codes(({ poverty: view }) =>
          view?.household ? JSON.stringify(view.household) : undefined,
        );
        const subsistence = codes(
          ({ civilAffairs }) => civilAffairs?.subsistenceAllowances[0]?.householdCode,
        );
        return poverty.size > 1 || subsistence.size > 1 ? [String(family.index)] : [];
      }),
    );
  });

  it('relocated, extremely poor and subsistence households are known to the offices that recognise them', () => {
    forAnyCounty((list, frame) => {
      const sites = new Set(frame.resettlementSites.map(({ code }) => code));
      return problems(list, ({ poverty, civilAffairs }) => {
        const site = poverty?.relocation?.siteCode;
        const isPoor = poverty?.household?.kind !== 'NOT_REGISTERED_POOR';
        const allowance = civilAffairs?.subsistenceAllowances.at(-1);
        return (
          (site !== undefined && (!sites.has(site) || !isPoor)) ||
          (allowance !== undefined && civilAffairs?.inDifficulty == null) ||
          (allowance?.until ?? null) !== null
        );
      });
    });
  });

  it('special placement and home teaching follow from a certificate', () => {
    forAnyCounty((list) =>
      problems(list, ({ education, disability }) => {
        const visits = education?.homeTeachingVisits.length ?? 0;
        return (
          (education?.placement != null && disability?.certificate == null) ||
          (visits > 0 && education?.placement?.mode !== 'HOME_TEACHING')
        );
      }),
    );
  });

  it('every code points to a row of the county', () => {
    forAnyCounty((list, frame) => {
      const villages = new Set(
        frame.divisions.filter(({ level }) => level === 'VILLAGE').map(({ code }) => code),
      );
      const classes = new Map(frame.classes.map((row) => [row.code, row]));
      const employers = new Set(frame.employers.map(({ key }) => key));
      const inspections = new Set(frame.labourInspections.map(({ key }) => key));
      return problems(list, (child, family) => {
        const numbers = new Set(family.households.map(({ householdNumber }) => householdNumber));
        const statuses = child.education?.statusRecords ?? [];
        return (
          views(child).some(({ residenceDivision }) => !villages.has(residenceDivision)) ||
          statuses.some(({ classCode, schoolCode, grade }) => {
            const row = classCode === null ? undefined : classes.get(classCode);
            return classCode !== null && (row?.schoolCode !== schoolCode || row.grade !== grade);
          }) ||
          (child.police?.registrations ?? []).some(
            ({ householdNumber, registeredDivision }) =>
              !numbers.has(householdNumber) || !villages.has(registeredDivision),
          ) ||
          (child.labour?.childLabourCases ?? []).some(
            ({ employerKey, inspectionKey }) =>
              !employers.has(employerKey) || (inspectionKey !== null && !inspections.has(inspectionKey)),
          )
        );
      });
    });
  });

  it('a registered child is a member of its household, under its recorded number', () => {
    forAnyCounty((list) =>
      problems(list, ({ key, police }, family) =>
        (police?.registrations ?? []).some(
          ({ householdNumber, identity }) =>
            !family.households.some(
              (household) =>
                household.householdNumber === householdNumber &&
                household.members.some(
                  ({ childKey, residentIdNumber }) =>
                    childKey === key && residentIdNumber === identity.residentIdNumber,
                ),
            ),
        ),
      ),
    );
  });

  it('nothing lies in the future but ends, dues and expiries, on whatever day of the year', () => {
    const MAY_LIE_AHEAD = new Set(['until', 'expiresOn', 'returnDueOn', 'dueOn', 'nextDueOn']);
    const future = (value: unknown, name: string, asOf: string): boolean => {
      if (typeof value === 'string') {
        return /^\d{4}-\d{2}-\d{2}$/.test(value) && value > asOf && !MAY_LIE_AHEAD.has(name);
      }
      if (value === null || typeof value !== 'object') return false;
      return Object.entries(value).some(([key, part]) => future(part, key, asOf));
    };
    forAnyCounty((list) => problems(list, (child) => future(child, '', AS_OF)));
    for (const asOf of ['2026-09-01', '2026-09-04', '2027-01-28', '2027-02-21', '2027-05-05', '2027-08-15']) {
      const options: CountyOptions = { ...county('yunyang', 600), asOf: asOf as IsoDate };
      expect([asOf, ...problems(allFamilies(options), (child) => future(child, '', asOf))]).toEqual([asOf]);
    }
  });

  it('nothing happened to a child before it was born', () => {
    const STARTS =
      /"(?:from|since|issuedOn|registeredOn|decidedOn|visitedOn|enrolledOn|recommendedOn)":"([^"]+)"/g;
    forAnyCounty((list) =>
      problems(list, ({ truth, police, education, civilAffairs, disability }) => {
        const own = JSON.stringify({
          police: { ...police, floatingPopulation: [] },
          education,
          civilAffairs: { ...civilAffairs, subsistenceAllowances: [], parentInCustody: null },
          disability,
        });
        return [...own.matchAll(STARTS)].some(([, date]) => (date ?? '') < truth.birthDate);
      }),
    );
  });

  it('row keys are unique within each register, and say nothing about the child', () => {
    forAnyCounty((list) => {
      const seen = new Set<string>();
      const repeated: string[] = [];
      const take = (agency: string, key: string) => {
        if (seen.has(`${agency} ${key}`)) repeated.push(`${agency} ${key}`);
        seen.add(`${agency} ${key}`);
      };
      for (const child of childrenOf(list)) {
        const { police, education, civilAffairs, disability, labour, poverty } = child;
        for (const { sourceKey } of police?.registrations ?? []) take('police', sourceKey);
        for (const { sourceKey } of education?.statusRecords ?? []) take('education', sourceKey);
        for (const { sourceKey } of education?.statusChanges ?? []) take('education', sourceKey);
        for (const { sourceKey } of education?.aidAwards ?? []) take('education', sourceKey);
        for (const { sourceKey } of civilAffairs?.reliefPayments ?? []) take('civil-affairs', sourceKey);
        for (const { sourceKey } of poverty?.measures ?? []) take('poverty', sourceKey);
        if (disability) take('disability', disability.sourceKey);
        if (labour) take('labour', labour.sourceKey);
      }
      return repeated;
    });
  });
});
