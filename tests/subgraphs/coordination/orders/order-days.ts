import { addDays, dayInShanghai, parseIsoDate } from '../../../../policies/iso-date.js';
import { TEST_NOW } from '../../../support/test-settings.js';

/** The day of the tests. */
export const today = parseIsoDate(dayInShanghai(TEST_NOW));
export const inDays = (days: number) => addDays(today, days);
