import { catchmentsList } from './catchments.list.js';
import { schoolClassesList } from './school-classes.list.js';
import { schoolsList } from './schools.list.js';
import { studentStatusList } from './student-status.list.js';

/** What education takes from files, each after those that it refers to. */
export const EDUCATION_LISTS = [schoolsList, schoolClassesList, catchmentsList, studentStatusList];
