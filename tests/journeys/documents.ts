import {
  parsePolicies,
  policyDirectory,
  PURPOSES_FILE,
  readPolicyFolder,
} from '../../policies/load-policies.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { LOCAL_SOURCE, localFile, projectFile } from '../policies/policy-files.js';

const COUNTY = '520625';
const DISTRICT_FILE = 'district-2025.yaml';

/**
 * A division under each of the five documents, by its name. The district's names no place, so it is given one; nor does
 * any document give other days than Qingtongxia's, so a made-up plan on trial does.
 */
export const PLACES = {
  changji: '652301',
  qingtongxia: '640381',
  yinjiang: COUNTY,
  district: '430181001',
  guling: '500235107',
  trial: '430182',
} as const;
export type Place = keyof typeof PLACES;

const stated = (value: unknown) => ({ value, source: LOCAL_SOURCE });
const trial = localFile({
  name: 'trial.yaml',
  appliesTo: [PLACES.trial],
  values: {
    clocks: {
      suspectAfterSchoolDays: stated(2),
      reportAfterCalendarDays: stated(3),
      followUpAfterReturnDays: stated([15, 45]),
    },
    dropoutReporting: { writtenReportTo: stated(['COUNTY_EDUCATION']) },
  },
});
const district = projectFile(
  DISTRICT_FILE,
  ['appliesTo', [PLACES.district]],
  ['validFrom', '2021-01-01'],
  ['document/issuedOn', '2021-01-01'],
);
const library = parsePolicies([
  ...readPolicyFolder(policyDirectory()).filter(({ name }) => ![DISTRICT_FILE, PURPOSES_FILE].includes(name)),
  district,
  trial,
]);

/** The county of the tests, as if another place's document held in it. @param codeOf division code of that place now */
export function countyUnder(codeOf: () => string): PolicyLibrary {
  return {
    ...library,
    policyFor(division, day) {
      const code = codeOf();
      const isElsewhere = code !== COUNTY && division.startsWith(COUNTY);
      return library.policyFor(isElsewhere ? code : division, day);
    },
  };
}
