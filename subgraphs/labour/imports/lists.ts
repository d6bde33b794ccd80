import { childLabourCasesList } from './child-labour-cases.list.js';
import { employersList } from './employers.list.js';
import { guardiansWorkAwayList } from './guardians-work-away.list.js';
import { inspectionsList } from './inspections.list.js';
import { licenceSanctionsList } from './licence-sanctions.list.js';

/** What labour takes from files, each after those that it refers to. */
export const LABOUR_LISTS = [
  employersList,
  inspectionsList,
  childLabourCasesList,
  licenceSanctionsList,
  guardiansWorkAwayList,
];
