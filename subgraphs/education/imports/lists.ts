import { absencesList } from './absences.list.js';
import { aidAwardsList } from './aid-awards.list.js';
import { approvedAbsencesList } from './approved-absences.list.js';
import { catchmentsList } from './catchments.list.js';
import { dropoutReportsList } from './dropout-reports.list.js';
import { guardianContactsList } from './guardian-contacts.list.js';
import { homeTeachingVisitsList } from './home-teaching-visits.list.js';
import { homeVisitsList } from './home-visits.list.js';
import { inspectorCallsList } from './inspector-calls.list.js';
import { householdScreeningsList } from './household-screenings.list.js';
import { listedChildrenList } from './listed-children.list.js';
import { pairingsList } from './pairings.list.js';
import { placementsList } from './placements.list.js';
import { pupilTurnoverList } from './pupil-turnover.list.js';
import { retentionCohortsList } from './retention-cohorts.list.js';
import { rollCallFindingsList } from './roll-call-findings.list.js';
import { schoolClassesList } from './school-classes.list.js';
import { schoolGuardiansList } from './school-guardians.list.js';
import { schoolsList } from './schools.list.js';
import { screenedMembersList } from './screened-members.list.js';
import { screeningAssignmentsList } from './screening-assignments.list.js';
import { screeningCampaignsList } from './screening-campaigns.list.js';
import { statusChangesList } from './status-changes.list.js';
import { statusMarksList } from './status-marks.list.js';
import { studentStatusList } from './student-status.list.js';
import { studyElsewhereList } from './study-elsewhere.list.js';

/** What education takes from files, each after those that it refers to. */
export const EDUCATION_LISTS = [
  schoolsList,
  schoolClassesList,
  catchmentsList,
  studentStatusList,
  listedChildrenList,
  statusChangesList,
  schoolGuardiansList,
  absencesList,
  guardianContactsList,
  statusMarksList,
  inspectorCallsList,
  dropoutReportsList,
  rollCallFindingsList,
  approvedAbsencesList,
  studyElsewhereList,
  aidAwardsList,
  placementsList,
  homeTeachingVisitsList,
  homeVisitsList,
  pairingsList,
  screeningCampaignsList,
  screeningAssignmentsList,
  householdScreeningsList,
  screenedMembersList,
  retentionCohortsList,
  pupilTurnoverList,
];
