import type { YamlFile } from '../../policies/load-policies.js';
import { localFile, LOCAL_SOURCE, projectFile, type Change } from '../policies/policy-files.js';

export const source = LOCAL_SOURCE;
const label = { en: 'trial', zh: '试验' };
/** A policy of one township; a smaller division than any document of the project. */
export const local = (values: unknown, policy = {}) =>
  localFile({ appliesTo: ['520625101'], values, ...policy });
const target = (key: string) => ({
  targets: {
    [key]: {
      value: {
        label,
        indicator: 'ENROLMENT_RATE',
        stage: 'COMPULSORY',
        operator: 'GTE',
        value: 99,
        unit: 'PERCENT',
      },
      source,
    },
  },
});

const national = (...changes: readonly Change[]) => projectFile('national-2024.yaml', ...changes);
/** What is wrong with a file; the file, the place of the problem, part of its words and part of how to mend it. */
export const POISONED: readonly (readonly [
  what: string,
  file: YamlFile,
  path: string,
  wrong: string,
  mend: string,
])[] = [
  [
    'is no YAML',
    { name: 'local.yaml', text: 'document: {{' },
    '',
    'is not valid YAML',
    'Correct the indentation',
  ],
  [
    'has a misspelt name',
    local({ clocks: { suspectAfterSchoolDay: { value: 3, source } } }),
    'values.clocks',
    'unknown name "suspectAfterSchoolDay"',
    'policies/policy-settings.ts',
  ],
  [
    'states a value without a source',
    local({ clocks: { suspectAfterSchoolDays: { value: 3 } } }),
    'values.clocks.suspectAfterSchoolDays.source',
    'received undefined',
    'Add the missing part',
  ],
  [
    'cites a document that it does not list',
    local({ clocks: { suspectAfterSchoolDays: { value: 3, source: { document: '某文', clause: '一' } } } }),
    'values.clocks.suspectAfterSchoolDays.source.document',
    'cites "某文"',
    'Add the document under "cites"',
  ],
  [
    'leaves a clause for later',
    local({ clocks: { suspectAfterSchoolDays: { value: 3, source: { ...source, clause: '待补充' } } } }),
    'values.clocks.suspectAfterSchoolDays.source.clause',
    '"待补充" is no clause',
    'Read the document',
  ],
  [
    'is laxer than a floor',
    local({ privacy: { suppressCountsBelow: { value: 3, source } } }),
    'values.privacy.suppressCountsBelow.value',
    'is laxer than the national floor 5',
    'at least as strict',
  ],
  [
    'marks a floor of its own',
    local({ privacy: { suppressCountsBelow: { value: 8, source, floor: true } } }),
    'values.privacy.suppressCountsBelow.floor',
    'only a national policy',
    'Remove "floor"',
  ],
  [
    'is for a division that nobody has',
    local({}, { appliesTo: ['520699'] }),
    'appliesTo.0',
    'no division has the code 520699',
    'county/divisions.csv',
  ],
  [
    'overlaps another of the same county',
    local({ duties: { publicityMonths: { value: publicity(), source } } }, { appliesTo: ['520625'] }),
    'values.duties.publicityMonths',
    'yinjiang-2020.yaml states the same value for 520625 from 2025-01-01 on',
    'validTo',
  ],
  [
    'has a value that ends before its file begins',
    local({ clocks: { suspectAfterSchoolDays: { value: 3, source, validTo: '2024-12-31' } } }),
    'values.clocks.suspectAfterSchoolDays.validTo',
    'ends before its file begins',
    'Remove the value',
  ],
  [
    'speaks of a group that nobody watches',
    local({ supportPlans: { PUPIL: { value: { label, mandatoryFor: ['SINGLE_PARENT'] }, source } } }),
    'values.supportPlans.PUPIL.value.mandatoryFor',
    'speaks of the group SINGLE_PARENT',
    'Add SINGLE_PARENT to focusGroups',
  ],
  [
    'includes a programme of aid that nobody has',
    local({
      aid: {
        WHOLE: {
          value: {
            label,
            recipient: 'PUPIL',
            attendance: 'ANY',
            area: 'ANY',
            eligibleGroups: [],
            yuanPerYear: {},
            includes: ['BUS_FARE'],
          },
          source,
        },
      },
    }),
    'values.aid.WHOLE.value.includes',
    'speaks of the programme BUS_FARE',
    'Add BUS_FARE to aid',
  ],
  [
    'compares a source that is not checked',
    localFile({
      appliesTo: ['652301'],
      values: {
        comparisons: {
          DISABILITY_VS_STATUS: {
            value: { label, left: 'DISABILITY_REGISTER', right: 'STUDENT_STATUS', finds: label },
            source,
          },
        },
      },
    }),
    'values.comparisons.DISABILITY_VS_STATUS.value',
    'compares DISABILITY_REGISTER',
    'Add DISABILITY_REGISTER to checks',
  ],
  [
    'gives two steps of the ladder one number',
    local({ escalation: { RETURN_ORDER: { value: { label, order: 4, issuers: ['TOWNSHIP'] }, source } } }),
    'values.escalation.RETURN_ORDER.value.order',
    'RETURN_ORDER and RECTIFICATION_ORDER are both step 4',
    'a number of its own',
  ],
  [
    'opens 四不办理 without saying for what',
    local({ administrativeHolds: { advisoryQuery: { value: true, source } } }),
    'values.administrativeHolds.advisoryQuery.value',
    'may be asked about, but no item is named',
    'advisoryQuery and items together',
  ],
  [
    'names held items without the switch',
    local({ administrativeHolds: { items: { value: ['RELIEF'], source } } }),
    'values.administrativeHolds.items.value',
    '四不办理 is switched off',
    'advisoryQuery and items together',
  ],
  [
    'sets a second target for one figure',
    local(target('enrolment')),
    'values.targets.enrolment.value',
    'sets a target for the same figure as schoolAgeEnrolment',
    'Use the name schoolAgeEnrolment',
  ],
  [
    'miscounts the members of a group',
    local({
      leadingGroups: {
        TOWNSHIP: {
          value: {
            label,
            head: null,
            deputies: 1,
            members: 9,
            memberKinds: [{ label, number: 8 }],
            officeAt: null,
          },
          source,
        },
      },
    }),
    'values.leadingGroups.TOWNSHIP.value.memberKinds',
    'add up to 8, not to the 9 members',
    'Count the members',
  ],
  [
    'lets terms overlap',
    national(['values/terms/2026-SPRING/value/start', '2027-01-20']),
    'values.terms.2026-SPRING.value.start',
    'begins before 2026-AUTUMN has ended (2027-01-22)',
    'no two may share a day',
  ],
  [
    'is national and leaves out what the hub needs',
    national(['values/clocks/suspectAfterSchoolDays', undefined]),
    '',
    'gives clocks.suspectAfterSchoolDays',
    'State these values in the national policy',
  ],
  [
    'is a catalogue of purposes with an unknown name',
    projectFile('purposes.yaml', ['purposes/CASE_HANDLING/labelled', 1]),
    'purposes.CASE_HANDLING',
    'unknown name "labelled"',
    'Correct the name',
  ],
];

function publicity() {
  return { label, kind: 'PUBLICITY', by: ['TOWNSHIP'], to: [], occurs: { inMonths: [3] } };
}
