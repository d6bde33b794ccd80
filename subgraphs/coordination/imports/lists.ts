import { suspectedPupilsList } from './suspected-pupils.list.js';

/** What coordination takes from files. */
export const COORDINATION_LISTS = [suspectedPupilsList];
