import { loadPolicies } from '../../policies/load-policies.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import { FocusGroupEnum } from '../../subgraphs/coordination/standing/focus-group.enum.js';
import { FOCUS_GROUP_SOURCES } from '../../subgraphs/coordination/standing/focus-group-sources.js';
import { policyReaders } from './policy-readers.js';

/** What no property access shows, or what is meant to be held against other values alone. */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  'ageBand: from': 'read as a part of whatever has a band of ages',
  'ageBand: to': 'read as a part of whatever has a band of ages',
  'aidProgramme: includes': 'matched-award reads it of anything of that shape',
  'leadingGroup: memberKinds.number': 'read with the kinds of members as a whole',
  'stricterTarget: choose': 'a function',
};
const HELD_AGAINST_OTHERS: Readonly<Record<string, string>> = {
  'aidProgramme: schoolDaysPerYear': 'its product is held against yuanPerYear when a file is loaded',
  'aidProgramme: yuanPerSchoolDay': 'its product is held against yuanPerYear when a file is loaded',
  'focusGroup: owner': 'held against the registers that decide the group (below)',
  'focusGroup: restricted': 'held against the groups that the schema may name (below)',
  'stage: ages': 'grade and cut-off day decide a stage; the band is held against them (below)',
};

describe('the values of a policy', () => {
  const { declared, read } = policyReaders();
  const excused = new Set([...Object.keys(READ_OTHERWISE), ...Object.keys(HELD_AGAINST_OTHERS)]);

  test('each is read by code: what a document orders has an effect, or is shown to somebody', () => {
    expect(declared.length).toBeGreaterThan(150);
    expect(declared.filter((path) => !read.has(path) && !excused.has(path))).toEqual([]);
  });

  test('what is excused is there, and nothing reads it', () => {
    expect([...excused].filter((path) => !declared.includes(path) || read.has(path))).toEqual([]);
  });

  test.each([
    ['a setting', 'clocks.suspectAfterSchoolDays'],
    ['a setting whose name is handed on', 'dropoutReporting.contactGuardianSchoolDays'],
    ['a section', 'mechanisms'],
    ['a part of an entry', 'target: reachBy'],
    ['a part that is asked for by "in"', 'occurrence: upon'],
  ])('%s is seen to be read', (_what, path) => {
    expect(read).toContain(path);
  });
});

describe('what is held against code', () => {
  const TODAY = parseIsoDate('2026-11-20');
  const PLACES = ['00', '652301', '640381', '520625', '500235107'];
  const policies = PLACES.map((place) => loadPolicies().policyFor(place, TODAY));
  const groups = policies.flatMap(({ focusGroups }) =>
    Object.entries(focusGroups).flatMap(([group, stated]) => (stated ? [{ group, ...stated.value }] : [])),
  );

  test('a group is restricted in a document exactly where the schema has no word for it', () => {
    expect(groups.length).toBeGreaterThan(30);
    const named: readonly string[] = FocusGroupEnum.values;
    expect(groups.filter(({ group, restricted }) => named.includes(group) === restricted)).toEqual([]);
  });

  test('the owner of a group holds a register that decides it', () => {
    const sources = new Map<string, readonly string[]>(Object.entries(FOCUS_GROUP_SOURCES));
    const isHeld = (group: string, owner: string) =>
      (sources.get(group) ?? []).some(
        (source) =>
          source.startsWith(`${owner}.`) ||
          (owner === 'education' && source === 'coordination.CLASS_LEDGERS'),
      );
    expect(groups.filter(({ group, owner, restricted }) => !restricted && !isHeld(group, owner))).toEqual([]);
  });

  test('the ages of a stage are as many years as it has grades, and follow on each other', () => {
    for (const { stages } of policies)
      for (const stated of Object.values(stages)) {
        if (!stated) continue;
        const { fromGrade, toGrade, ages } = stated.value;
        expect(Math.abs(ages.to - ages.from - (toGrade - fromGrade))).toBeLessThanOrEqual(1);
        expect(Math.abs(ages.from - (fromGrade + 5))).toBeLessThanOrEqual(1);
      }
  });
});
