import { fundedHeadCount } from '../../../subgraphs/education/school/funded-head-count.js';
import { startTestAgency } from '../../support/agency.js';
import { bureauOfficer } from './education-callers.js';

test.each([
  ['a village primary school with fewer pupils', 'PRIMARY', 'VILLAGE', 99, 100],
  ['one with as many', 'PRIMARY', 'VILLAGE', 100, 100],
  ['one with more', 'PRIMARY', 'VILLAGE', 240, 240],
  ['a teaching point', 'TEACHING_POINT', 'TOWNSHIP_CENTRE', 7, 100],
  ['a primary school in town', 'PRIMARY', 'TOWN_CENTRE', 40, 40],
  ['a junior secondary school', 'JUNIOR_SECONDARY', 'VILLAGE', 40, 40],
  ['a school of which nobody says where it stands', 'PRIMARY', null, 40, null],
  ['a large one of which nobody says so', 'PRIMARY', null, 140, 140],
] as const)('%s is funded by its number', (_what, kind, urbanRuralClass, pupils, funded) => {
  expect(fundedHeadCount({ kind, urbanRuralClass }, pupils, 100)).toBe(funded);
});

test('schools tell it, and do not where the student status is not loaded', async () => {
  const agency = await startTestAgency('education');
  try {
    const asked = async () => {
      const { data, errors } = await agency.ask<{
        schools: {
          nodes: {
            pupilCount: number | null;
            fundedHeadCount: number | null;
            urbanRuralClass: string | null;
            rollRegister: { state: string };
            classes: { nodes: { size: number | null; isOversized: boolean | null }[] };
          }[];
        };
      }>(
        bureauOfficer,
        `{ schools(first: 50) { nodes {
          pupilCount fundedHeadCount urbanRuralClass rollRegister { state } classes(first: 1) { nodes { size isOversized } }
        } } }`,
      );
      expect(errors).toEqual([]);
      return data.schools.nodes;
    };
    await agency.rows("update school set urban_rural_class = 'VILLAGE', kind = 'TEACHING_POINT'");
    const known = await asked();
    expect(known.length).toBeGreaterThan(0);
    for (const { pupilCount, fundedHeadCount: funded } of known)
      expect(funded).toBe(Math.max(pupilCount ?? Number.NaN, 100));
    await agency.rows("update register set code = 'AWAY' where code = 'STUDENT_STATUS'");
    // Nobody knows is not nobody.
    for (const { fundedHeadCount: funded, pupilCount, rollRegister, classes } of await asked()) {
      expect([funded, pupilCount, rollRegister.state]).toEqual([null, null, 'NOT_LOADED']);
      for (const schoolClass of classes.nodes) expect(schoolClass).toEqual({ size: null, isOversized: null });
    }
  } finally {
    await agency.close();
  }
});
