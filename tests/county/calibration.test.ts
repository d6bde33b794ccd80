import { loadPreset } from '../../county/presets.js';
import { COUNTY_SLUGS, type Child } from '../../county/views.js';
import { allFamilies, childrenOf, county, isSchoolAge } from './counties.js';

const CHILDREN = 6000;

/** Four standard deviations of a share of `n` draws, at least a tenth of a percent: wider than chance, narrower than a mistake. */
function tolerance(share: number, n: number): number {
  return Math.max(0.001, 4 * Math.sqrt((share * (1 - share)) / n));
}

describe.each(COUNTY_SLUGS)('%s is calibrated with its preset:', (slug) => {
  const preset = loadPreset(slug);
  let schoolAge: Child[];
  let registered: Child[];
  let pupils: Child[];
  beforeAll(() => {
    schoolAge = childrenOf(allFamilies(county(slug, CHILDREN))).filter(isSchoolAge);
    registered = schoolAge.filter(({ truth }) => truth.isRegisteredHere);
    pupils = schoolAge.filter(({ truth }) => ['ENROLLED_HERE', 'HOME_TEACHING'].includes(truth.schooling));
  });

  const expectShare = (of: readonly Child[], is: (child: Child) => boolean, share: number) => {
    const found = of.filter(is).length / of.length;
    expect(Math.abs(found - share)).toBeLessThan(tolerance(share, of.length));
  };

  it('as many children of school age as asked for, within 2 %', () => {
    expect(Math.abs(schoolAge.length / CHILDREN - 1)).toBeLessThan(0.02);
  });

  it('who studies here of those registered, and who came from elsewhere', () => {
    const ofGrades = registered.filter(({ truth }) => truth.expectedGrade >= 1 && truth.expectedGrade <= 9);
    expectShare(ofGrades, ({ truth }) => truth.residenceDivision !== null, preset.registeredStudyingHere);
    expectShare(pupils, ({ truth }) => truth.isIncomer, preset.incomersOfPupils);
  });

  it('left-behind children by the school’s definition and by civil affairs’', () => {
    const isLeftBehind = ({ education }: Child) =>
      (education?.statusRecords[0]?.schoolLeftBehindType ?? 0) > 0;
    expectShare(pupils, isLeftBehind, preset.leftBehind.school);
    expectShare(
      pupils,
      ({ civilAffairs }) => civilAffairs?.leftBehind != null,
      preset.leftBehind.civilAffairs,
    );
  });

  it('registered poverty, monitoring, relocation and subsistence', () => {
    const { poverty, relocated, subsistence } = preset;
    expectShare(registered, (child) => child.poverty?.household?.liftedOn != null, poverty.registered);
    const isMonitored = (child: Child) =>
      ![undefined, 'NOT_MONITORED'].includes(child.poverty?.household?.monitoredState);
    expectShare(registered, isMonitored, poverty.monitored);
    expectShare(registered, (child) => child.poverty?.relocation != null, relocated);
    expectShare(
      registered,
      (child) => (child.civilAffairs?.subsistenceAllowances.length ?? 0) > 0,
      subsistence,
    );
  });

  it('orphans, unattended children, prisoners’ children', () => {
    expectShare(registered, ({ civilAffairs }) => civilAffairs?.orphan != null, preset.orphan);
    expectShare(registered, ({ civilAffairs }) => civilAffairs?.deFactoUnattended != null, preset.unattended);
    expectShare(
      registered,
      ({ civilAffairs }) => civilAffairs?.parentInCustody != null,
      preset.parentInCustody,
    );
    // Tolerances of such rare groups reach down to none, so their presence is asked for by itself.
    const rare = registered.filter(
      ({ civilAffairs: view }) => view?.orphan ?? view?.deFactoUnattended ?? view?.parentInCustody,
    );
    expect(rare.length).toBeGreaterThan(0);
  });

  it('disability certificates and boarding', () => {
    expectShare(
      registered,
      ({ disability }) => disability?.certificate != null,
      preset.disability.certificate,
    );
    const boards = ({ education }: Child) => education?.statusRecords[0]?.attendanceMode === 'BOARDING';
    const junior = pupils.filter(({ truth }) => truth.expectedGrade >= 7);
    const share = junior.filter(boards).length / junior.length;
    expect(share / preset.boarding.junior).toBeGreaterThan(0.75);
    expect(share / preset.boarding.junior).toBeLessThan(1.25);
  });

  it('names with a dot in Changji only, and few rare characters', () => {
    const dotted = schoolAge.filter(({ truth }) => truth.name.includes('·')).length / schoolAge.length;
    expect(dotted).toBeGreaterThanOrEqual(slug === 'changji' ? 0.035 : 0);
    expect(dotted).toBeLessThan(slug === 'changji' ? 0.07 : 0.0001);
    expectShare(schoolAge, ({ truth }) => /[䶮𬱖㛃𫍯𬭎𬍛𫖯]/u.test(truth.name), preset.rareCharacter);
  });

  it('true cases: few per 10,000 beyond the minimum of each class', () => {
    const isTrueCase = ({ truth }: Child) => ['NEVER_ENROLLED', 'DROPPED_OUT'].includes(truth.schooling);
    expect(schoolAge.filter(isTrueCase).length).toBeLessThan(12);
  });
});
